import { createListeners } from "../listeners.ts";
import type { ErpBook } from "./erp-book.ts";
import type { ErpQuestion, FromErp, ToErp } from "./messages.ts";

/** Messages to the worker and back; tests bring a book in their own thread. */
export interface ErpChannel {
  post(message: ToErp): void;
  listen(listener: (message: FromErp) => void): void;
}

/** The page's end. The worker is started with the first question: who never looks at purchases pays nothing for it. */
export function createErpClient(open: () => ErpChannel): ErpBook {
  const waiting = new Map<
    number,
    { resolve(answer: unknown): void; reject(error: Error): void }
  >();
  const listeners = createListeners<[]>();
  let channel: ErpChannel | null = null;
  let last = 0;

  function connected(): ErpChannel {
    if (channel) return channel;
    channel = open();
    channel.listen((message) => {
      if (message.kind === "changed") return listeners.tell();
      const asker = waiting.get(message.n);
      waiting.delete(message.n);
      if (message.kind === "answer") asker?.resolve(message.answer);
      else asker?.reject(new Error(message.reason));
    });
    return channel;
  }
  function ask<T>(question: ErpQuestion): Promise<T> {
    const n = ++last;
    return new Promise<T>((resolve, reject) => {
      waiting.set(n, { resolve: (answer) => resolve(answer as T), reject });
      connected().post({ kind: "ask", n, question });
    });
  }
  return {
    purchases: (accountIds, year) =>
      ask({ ask: "purchases", accountIds, year }),
    lines: (accountIds, item) => ask({ ask: "lines", accountIds, item }),
    similar: (accountId) => ask({ ask: "similar", accountId }),
    items: () => ask({ ask: "items" }),
    customers: (question) => ask({ ask: "customers", question }),
    accounts: (question) => ask({ ask: "accounts", question }),
    subscribe: (listener) => listeners.add(listener),
  };
}
