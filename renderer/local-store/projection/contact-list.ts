import type { Change } from "../../../shared/domain/change.ts";
import { createListeners } from "../listeners.ts";
import type { ContactList } from "../store.ts";
import type {
  FromProjection,
  OwnRow,
  Question,
  ToProjection,
} from "./messages.ts";
import { slimContact } from "./slim-contact.ts";

/** Messages to the projection worker and back; tests bring a projection in their own thread. */
export interface ProjectionChannel {
  post(message: ToProjection): void;
  listen(listener: (message: FromProjection) => void): void;
}

/** The page's end of the projection worker. */
export function createContactList(channel: ProjectionChannel): ContactList & {
  /** Shows saved contacts before RxDB has them. */
  announce(d: number, changes: readonly Change[]): void;
} {
  const waiting = new Map<
    number,
    { resolve(answer: unknown): void; reject(error: Error): void }
  >();
  const listeners = createListeners<[]>();
  let last = 0;

  channel.listen((message) => {
    if (message.kind === "changed") return listeners.tell();
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

  return {
    query: (query, from, to) => ask({ ask: "query", query, from, to }),
    counts: (text = "") => ask({ ask: "counts", text }),
    peopleOf: (companyId) => ask({ ask: "peopleOf", companyId }),
    indexOf: (query, id) => ask({ ask: "indexOf", query, id }),
    known: (lookups) => ask({ ask: "known", lookups }),
    subscribe: (listener) => listeners.add(listener),
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
      if (rows.length > 0) channel.post({ kind: "own", rows });
    },
  };
}
