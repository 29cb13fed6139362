import type { Change } from "../../../shared/domain/change.ts";
import { createListeners } from "../listeners.ts";
import type { Agenda, Building, ContactList, ScanAnswer } from "../store.ts";
import {
  fedNames,
  type FedName,
  type Found,
  type FromProjection,
  type OwnRows,
  type Question,
  type ToProjection,
} from "./messages.ts";
import { slimContact } from "./slim-contact.ts";
import { slimWork } from "./slim-work.ts";

/** Messages to the projection worker and back; tests bring a projection in their own thread. */
export interface ProjectionChannel {
  post(message: ToProjection): void;
  listen(listener: (message: FromProjection) => void): void;
}

/** The page's end of the projection worker. */
export interface ProjectionClient {
  readonly list: ContactList;
  readonly agenda: Agenda;
  /** Calls `onFound` until everything has been looked through, or something else is asked. The function ends it. */
  find(
    text: string,
    limit: number,
    onFound: (found: Found) => void,
  ): () => void;
  /** Shows what was saved before RxDB has it. */
  announce(d: number, changes: readonly Change[]): void;
}

export function createProjectionClient(
  channel: ProjectionChannel,
): ProjectionClient {
  const waiting = new Map<
    number,
    { resolve(answer: unknown): void; reject(error: Error): void }
  >();
  const scans = new Map<number, (share: number) => void>();
  const listListeners = createListeners<[]>();
  const agendaListeners = createListeners<[]>();
  let last = 0;
  let building: Building | null = null;
  let searching: { n: number; onFound(found: Found): void } | null = null;

  channel.listen((message) => {
    if (message.kind === "agenda-changed") {
      agendaListeners.tell();
      // The list tells figures, too.
      return listListeners.tell();
    }
    if (message.kind === "changed") {
      listListeners.tell();
      // The agenda tells names, too.
      return agendaListeners.tell();
    }
    if (message.kind === "building") {
      building = message.progress;
      return listListeners.tell();
    }
    if (message.kind === "scanning")
      return scans.get(message.n)?.(message.share);
    // The channel's business.
    if (message.kind === "ready" || message.kind === "renew") return;
    if (message.kind === "found") {
      if (searching?.n === message.n) searching.onFound(message.found);
      return;
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
    people: (question) => ask({ ask: "people", question }),
    happened: (question) => ask({ ask: "happened", question }),
    attended: (contactId) => ask({ ask: "attended", contactId }),
    indexOf: (query, id) => ask({ ask: "indexOf", query, id }),
    known: (lookups) => ask({ ask: "known", lookups }),
    doubles: (draft, setUp, limit) =>
      ask({ ask: "doubles", of: slimContact(draft), setUp, limit }),
    scan(setUp, onShare) {
      const n = ++last;
      scans.set(n, onShare);
      const ended = new Promise<ScanAnswer | null>((resolve, reject) => {
        waiting.set(n, {
          resolve: (answer) => resolve(answer as ScanAnswer | null),
          reject,
        });
        channel.post({ kind: "scan", n, setUp });
      });
      return {
        ended: ended.finally(() => scans.delete(n)),
        stop: () => channel.post({ kind: "stop-scan", n }),
      };
    },
    sentence: (text, reading, salesperson) =>
      ask({ ask: "sentence", text, reading, salesperson }),
    absorbedBy: (id) => ask({ ask: "absorbedBy", id }),
    standingFor: (id) => ask({ ask: "standingFor", id }),
    separatePairs: () => ask({ ask: "separatePairs" }),
    building: () => building,
    subscribe: (listener) => listListeners.add(listener),
  };
  const agenda: Agenda = {
    due: (question) => ask({ ask: "due", question }),
    week: (question) => ask({ ask: "week", question }),
    diary: (question) => ask({ ask: "diary", question }),
    sales: (question) => ask({ ask: "sales", question }),
    postponed: (question) => ask({ ask: "postponed", question }),
    subscribe: (listener) => agendaListeners.add(listener),
  };
  return {
    list,
    agenda,
    find(text, limit, onFound) {
      const n = ++last;
      searching = { n, onFound };
      channel.post({ kind: "search", n, text, limit });
      return () => {
        if (searching?.n !== n) return;
        searching = null;
        channel.post({ kind: "search", n: ++last, text: "", limit: 0 });
      };
    },
    announce(d, changes) {
      const own = fedNames.flatMap((c) => ownOf(c, d, changes));
      if (own.length > 0) channel.post({ kind: "own", changes: own });
    },
  };
}

const slims = { contacts: slimContact, ...slimWork };

function ownOf(
  c: FedName,
  d: number,
  changes: readonly Change[],
): readonly OwnRows[] {
  const rows = changes
    .filter((change) => change.c === c)
    .map(({ id, after }) => ({
      ...{ id, d },
      value: after && slims[c](after as Readonly<Record<string, unknown>>),
    }));
  return rows.length > 0 ? [{ c, rows } as unknown as OwnRows] : [];
}
