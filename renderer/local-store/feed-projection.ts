import type { EventBulk, RxStorageChangeEvent } from "rxdb/plugins/core";
import type { Observable } from "rxjs";
import type { FeedMessage, StoredRow } from "./projection/messages.ts";
import { slimContact } from "./projection/slim-contact.ts";
import { slimTask } from "./projection/slim-work.ts";
import type { StoredValue } from "./projection/versions.ts";
import type { Row, Stored } from "./stored-document.ts";

const PAGE = 1000;

export type Changes = Observable<
  EventBulk<RxStorageChangeEvent<Stored>, unknown>
>;

interface Source {
  readonly changes: Changes;
  /** Documents with ids above `after`, in id order, deleted ones included. */
  readonly readPage: (
    after: string,
    limit: number,
  ) => Promise<readonly Stored[]>;
  readonly post: (message: FeedMessage) => void;
}

/**
 * Sends the projection every contact: first what is stored, in pages by id, and every change from now on. A change
 * may overtake the page that holds the same contact's older version; the write time tells them apart. Resolves when
 * what was stored has been sent.
 */
export function feedContacts(source: Source): Promise<void> {
  return feedAll(source, contactRows, { kind: "complete" });
}

/** Contacts as the projection is told of them. */
export function contactRows(stored: readonly Stored[]): FeedMessage {
  return { kind: "stored", rows: stored.map(toRow) };
}

/** The same for tasks, of which only those are sent whole that the agenda keeps. What is stored is read after `turn`. */
export function feedTasks(source: Source, turn: Promise<void>): Promise<void> {
  return feedAll(source, taskRows, { kind: "tasks-complete" }, turn);
}

export function taskRows(stored: readonly Stored[]): FeedMessage {
  return { kind: "tasks", rows: stored.map((one) => toValue(one, slimTask)) };
}

function feedAll(
  { changes, readPage, post }: Source,
  message: (stored: readonly Stored[]) => FeedMessage,
  complete: FeedMessage,
  turn: Promise<void> = Promise.resolve(),
): Promise<void> {
  changes.subscribe(({ events }) =>
    post(message(events.map((event) => event.documentData))),
  );

  async function readAll(): Promise<void> {
    await turn;
    let after = "";
    for (;;) {
      const page = await readPage(after, PAGE);
      post(message(page));
      after = page.at(-1)?.id ?? "";
      if (page.length < PAGE) return post(complete);
    }
  }
  return readAll().catch((error: unknown) =>
    post({ kind: "failed", reason: String(error) }),
  );
}

/** What the projection is told of one document; `slim` null = nothing that it keeps. */
export function toValue<T>(
  stored: Stored,
  slim: (v: Row) => T | null,
): StoredValue<T> {
  return {
    id: stored.id,
    lwt: stored._meta.lwt,
    applied: stored.applied,
    value: stored._deleted ? null : slim(stored.v),
  };
}

function toRow(stored: Stored): StoredRow {
  const { value, ...marks } = toValue(stored, slimContact);
  return { ...marks, contact: value };
}
