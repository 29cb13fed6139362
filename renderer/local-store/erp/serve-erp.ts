import { createErpIndex, type ErpIndex } from "./erp-index.ts";
import type {
  ErpFeedMessage,
  ErpFeedRequest,
  ErpQuestion,
  FromErp,
  ToErp,
} from "./messages.ts";

/** Changes are told at once, then at most this often. */
const TELL_EVERY_MS = 100;

type Wanted = ErpFeedRequest extends infer R
  ? R extends ErpFeedRequest
    ? Omit<R, "n">
    : never
  : never;

/**
 * The book behind messages. What a question needs is asked of the store worker once and followed from then on: the
 * lines of one customer for a card, all of them for a question over all customers.
 */
export function serveErp(
  post: (message: FromErp) => void,
): (message: ToErp) => void {
  const index = createErpIndex();
  const waiting = new Map<number, PromiseWithResolvers<void>>();
  const fetched = new Map<string, Promise<void>>();
  let toStore: (request: ErpFeedRequest) => void = () => {};
  let last = 0;
  const tell = createThrottle(() => post({ kind: "changed" }));

  function onFeed(message: ErpFeedMessage): void {
    switch (message.kind) {
      case "accounts":
        index.applyAccounts(message.rows);
        return tell();
      case "lines":
        index.applyLines(message.rows);
        return tell();
      case "industries":
        index.applyIndustries(message.rows);
        return tell();
      case "sent":
        return waiting.get(message.n)?.resolve();
      case "failed":
        return waiting.get(message.n)?.reject(new Error(message.reason));
    }
  }
  function request(wanted: Wanted): Promise<void> {
    const n = ++last;
    const answer = Promise.withResolvers<void>();
    waiting.set(n, answer);
    toStore({ ...wanted, n } as ErpFeedRequest);
    return answer.promise.finally(() => waiting.delete(n));
  }
  /** Once; a reading that failed is tried again with the next question. */
  function fetchOnce(key: string, wanted: Wanted): Promise<void> {
    const known = fetched.get(key);
    if (known) return known;
    const coming = request(wanted);
    fetched.set(key, coming);
    coming.catch(() => fetched.delete(key));
    return coming;
  }
  const accounts = () => fetchOnce("accounts", { want: "accounts" });
  const allLines = () => fetchOnce("lines", { want: "lines" });

  async function arrived(question: ErpQuestion): Promise<void> {
    switch (question.ask) {
      case "purchases":
      case "lines":
        if (fetched.has("lines")) return allLines();
        for (const accountId of question.accountIds)
          await fetchOnce(`lines-of/${accountId}`, {
            want: "lines-of",
            accountId,
          });
        return;
      case "accounts":
        return accounts();
      case "items":
        return allLines();
      case "customers":
        await Promise.all([accounts(), allLines()]);
        if (question.question.which === "similar") await industries();
        return;
      case "similar":
        await Promise.all([accounts(), allLines()]);
        return industries();
    }
  }
  /** Of the contacts that customers are linked to now: links come and go. */
  function industries(): Promise<void> {
    const contactIds = index.contactIds();
    return fetchOnce(`industries/${contactIds.join()}`, {
      want: "industries",
      contactIds,
    });
  }
  async function answer(n: number, question: ErpQuestion): Promise<void> {
    try {
      await arrived(question);
      post({ kind: "answer", n, answer: answerTo(index, question) });
    } catch (error) {
      post({ kind: "refused", n, reason: String(error) });
    }
  }
  return (message) => {
    if (message.kind === "ask") return void answer(message.n, message.question);
    const { port } = message;
    port.onmessage = ({ data }) => onFeed(data as ErpFeedMessage);
    toStore = (wanted) => port.postMessage(wanted);
  };
}

function answerTo(index: ErpIndex, question: ErpQuestion): unknown {
  switch (question.ask) {
    case "purchases":
      return index.purchases(question.accountIds, question.year);
    case "lines":
      return index.lines(question.accountIds, question.item);
    case "similar":
      return index.similar(question.accountId);
    case "items":
      return index.items();
    case "customers":
      return index.customers(question.question);
    case "accounts":
      return index.accounts(question.question);
  }
}

function createThrottle(run: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      run();
    }, TELL_EVERY_MS);
  };
}
