import type { EventBulk, RxStorageChangeEvent } from "rxdb/plugins/core";
import type { Observable } from "rxjs";
import type { FeedMessage, StoredRow } from "./projection/messages.ts";
import { slimContact } from "./projection/slim-contact.ts";
import type { Stored } from "./stored-document.ts";

const PAGE = 1000;

/**
 * Sends the projection every contact: first what is stored, in pages by id, and every change from now on. A change
 * may overtake the page that holds the same contact's older version; the write time tells them apart.
 */
export function feedProjection(deps: {
  readonly changes: Observable<
    EventBulk<RxStorageChangeEvent<Stored>, unknown>
  >;
  /** Contacts with ids above `after`, in id order, deleted ones included. */
  readonly readPage: (
    after: string,
    limit: number,
  ) => Promise<readonly Stored[]>;
  readonly post: (message: FeedMessage) => void;
}): Promise<void> {
  const { changes, readPage, post } = deps;
  changes.subscribe(({ events }) =>
    post({
      kind: "stored",
      rows: events.map((event) => toRow(event.documentData)),
    }),
  );

  async function readAll(): Promise<void> {
    let after = "";
    for (;;) {
      const page = await readPage(after, PAGE);
      post({ kind: "stored", rows: page.map(toRow) });
      after = page.at(-1)?.id ?? "";
      if (page.length < PAGE) return post({ kind: "complete" });
    }
  }
  return readAll().catch((error: unknown) =>
    post({ kind: "failed", reason: String(error) }),
  );
}

/** Contacts that were written past RxDB, which tells nobody of them. */
export function storedRows(contacts: readonly Stored[]): FeedMessage {
  return { kind: "stored", rows: contacts.map(toRow) };
}

function toRow(stored: Stored): StoredRow {
  return {
    id: stored.id,
    lwt: stored._meta.lwt,
    applied: stored.applied,
    contact: stored._deleted ? null : slimContact(stored.v),
  };
}
