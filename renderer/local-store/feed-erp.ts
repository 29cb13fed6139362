import type { DexieTable } from "./dexie-layout.ts";
import { readByContact } from "./read-by-contact.ts";
import { readByIds, readPage } from "./read-documents.ts";
import type { ErpFeedMessage, ErpFeedRequest } from "./erp/messages.ts";
import { slimAccount, slimLine } from "./erp/slim-erp.ts";
import { toValue, type Changes } from "./feed-projection.ts";
import { toStored, type NewDocument } from "./new-document.ts";
import type { Codec } from "./seal.ts";
import type { Stored } from "./stored-document.ts";

const PAGE = 1000;

interface Opened {
  readonly changes: Changes;
  readonly table: Promise<DexieTable>;
  readonly codec: Codec;
}

const WANTED = ["accounts", "purchases", "contacts"] as const;
type Wanted = (typeof WANTED)[number];

/** What the ERP's worker is told: nothing before it asks, then what it asked for and every change of that. */
export interface ErpFeed {
  add(collection: string, opened: Opened): void;
  connect(port: MessagePort): void;
  /** Written past RxDB, which tells nobody of them. */
  inserted(
    collection: string,
    documents: readonly NewDocument[],
    lwt: number,
  ): void;
}

export function createErpFeed(): ErpFeed {
  const opened = {
    accounts: Promise.withResolvers<Opened>(),
    purchases: Promise.withResolvers<Opened>(),
    contacts: Promise.withResolvers<Opened>(),
  };
  /** Collections of which changes are sent. */
  const followed = new Set<Wanted>();
  let post: (message: ErpFeedMessage) => void = () => {};

  function send(collection: Wanted, stored: readonly Stored[]): void {
    if (stored.length > 0) post(messageOf(collection, stored));
  }
  async function follow(collection: Wanted): Promise<Opened> {
    const source = await opened[collection].promise;
    if (followed.has(collection)) return source;
    followed.add(collection);
    source.changes.subscribe(({ events }) =>
      send(
        collection,
        events.map((event) => event.documentData),
      ),
    );
    return source;
  }
  async function readAll(collection: Wanted): Promise<void> {
    const { table, codec } = await follow(collection);
    let after = "";
    for (;;) {
      const page = await readPage(await table, codec, after, PAGE);
      send(collection, page);
      after = page.at(-1)?.id ?? "";
      if (page.length < PAGE) return;
    }
  }
  async function answer(request: ErpFeedRequest): Promise<void> {
    switch (request.want) {
      case "accounts":
        return readAll("accounts");
      case "lines":
        return readAll("purchases");
      case "lines-of": {
        const { table, codec } = await follow("purchases");
        return readByContact(await table, codec, request.accountId, (stored) =>
          send("purchases", stored),
        );
      }
      case "industries": {
        const { table, codec } = await follow("contacts");
        return readByIds(await table, codec, request.contactIds, (stored) =>
          send("contacts", stored),
        );
      }
    }
  }
  return {
    add(collection, source) {
      const wanted = WANTED.find((one) => one === collection);
      if (wanted) opened[wanted].resolve(source);
    },
    connect(port) {
      post = (message) => port.postMessage(message);
      port.onmessage = ({ data }: MessageEvent<ErpFeedRequest>) => {
        answer(data)
          .then(() => post({ kind: "sent", n: data.n }))
          .catch((error: unknown) =>
            post({ kind: "failed", n: data.n, reason: String(error) }),
          );
      };
    },
    inserted(collection, documents, lwt) {
      const wanted = WANTED.find((one) => one === collection);
      if (wanted && followed.has(wanted))
        send(
          wanted,
          documents.map((one) => toStored(one, lwt)),
        );
    },
  };
}

function messageOf(
  collection: Wanted,
  stored: readonly Stored[],
): ErpFeedMessage {
  switch (collection) {
    case "accounts":
      return {
        kind: "accounts",
        rows: stored.map((one) => toValue(one, slimAccount)),
      };
    case "purchases":
      return {
        kind: "lines",
        rows: stored.map((one) => toValue(one, slimLine)),
      };
    case "contacts":
      return {
        kind: "industries",
        rows: stored.map((one) =>
          toValue(one, (v) => ({
            id: one.id,
            groups: Array.isArray(v["industryGroups"])
              ? (v["industryGroups"] as string[])
              : [],
          })),
        ),
      };
  }
}
