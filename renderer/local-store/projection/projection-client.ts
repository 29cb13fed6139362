import type { Change } from "../../../shared/domain/change.ts";
import { createListeners } from "../listeners.ts";
import type { CollectionName } from "../../../shared/entities/registry.ts";
import type { Agenda, ContactList, Search } from "../store.ts";
import type {
  FromProjection,
  OwnRow,
  Question,
  ToProjection,
} from "./messages.ts";
import { createSearch } from "./search-client.ts";
import { slimContact } from "./slim-contact.ts";
import { slimInteraction, slimTask } from "./slim-work.ts";
import type { OwnValue } from "./versions.ts";

/** Messages to the projection worker and back; tests bring a projection in their own thread. */
export interface ProjectionChannel {
  post(message: ToProjection): void;
  listen(listener: (message: FromProjection) => void): void;
}

/** The page's end of the projection worker. */
export function createProjectionClient(channel: ProjectionChannel): {
  readonly list: ContactList;
  readonly agenda: Agenda;
  readonly search: Search;
  /** Shows what was saved before RxDB has it. */
  announce(d: number, changes: readonly Change[]): void;
} {
  const waiting = new Map<
    number,
    { resolve(answer: unknown): void; reject(error: Error): void }
  >();
  const listListeners = createListeners<[]>();
  const agendaListeners = createListeners<[]>();
  let last = 0;

  channel.listen((message) => {
    if (message.kind === "agenda-changed") return agendaListeners.tell();
    if (message.kind === "changed") {
      listListeners.tell();
      // The agenda tells names, too.
      return agendaListeners.tell();
    }
    const asker = waiting.get(message.n);
    waiting.delete(message.n);
    if (message.kind === "answer") asker?.resolve(message.answer);
    else asker?.reject(new Error(message.reason));
  });
  function ask<T>(question: Question): Promise<T> {
    const n = ++last;
    return new Promise<T>((resolve, reject) => {
      waiting.set(n, {
        resolve: (answer) => resolve(answer as T),
        reject,
      });
      channel.post({ kind: "ask", n, question });
    });
  }

  const list: ContactList = {
    query: (query, from, to) => ask({ ask: "query", query, from, to }),
    counts: (text = "", filter, today) =>
      ask({ ask: "counts", of: { text, kind: "all", filter, today } }),
    countsOf: (filters) => ask({ ask: "countsOf", filters }),
    ids: (query) => ask({ ask: "ids", query }),
    facets: (of, column) => ask({ ask: "facets", of, column }),
    rows: (ids) => ask({ ask: "rows", ids }),
    peopleOf: (companyId) => ask({ ask: "peopleOf", companyId }),
    indexOf: (query, id) => ask({ ask: "indexOf", query, id }),
    known: (lookups) => ask({ ask: "known", lookups }),
    subscribe: (listener) => listListeners.add(listener),
  };
  const agenda: Agenda = {
    due: (question) => ask({ ask: "due", question }),
    week: (question) => ask({ ask: "week", question }),
    subscribe: (listener) => agendaListeners.add(listener),
  };
  return {
    list,
    agenda,
    search: createSearch(list),
    announce(d, changes) {
      const rows = changes.flatMap((change): OwnRow[] =>
        change.c === "contacts"
          ? [
              {
                id: change.id,
                d,
                contact: change.after && slimContact(change.after),
              },
            ]
          : [],
      );
      const tasks = ownOf("tasks", slimTask, d, changes);
      const interactions = ownOf("interactions", slimInteraction, d, changes);
      if (rows.length + tasks.length + interactions.length > 0)
        channel.post({ kind: "own", rows, tasks, interactions });
    },
  };
}

function ownOf<T>(
  c: CollectionName,
  slim: (v: Readonly<Record<string, unknown>>) => T | null,
  d: number,
  changes: readonly Change[],
): readonly OwnValue<T>[] {
  return changes
    .filter((change) => change.c === c)
    .map(({ id, after }) => ({ id, d, value: after && slim(after) }));
}
