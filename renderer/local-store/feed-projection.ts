import type { EventBulk, RxStorageChangeEvent } from "rxdb/plugins/core";
import type { Observable } from "rxjs";
import type {
  FedName,
  FeedMessage,
  Slim,
  StoredRows,
} from "./projection/messages.ts";
import { slimContact } from "./projection/slim-contact.ts";
import { slimWork } from "./projection/slim-work.ts";
import type { StoredValue } from "./projection/versions.ts";
import type { ReadDocument } from "./sealed-document.ts";
import type { Row, Stored } from "./stored-document.ts";

const PAGE = 500;
/**
 * A write time is given before its write ends, so that what may have come late is sent once more. The page gives the times
 * and lets one write begin after the other (open-store.ts): seconds are plenty. Minutes would be all of a first sync, read
 * and opened again at every start.
 */
const OVERLAP_MS = 2_000;

export type Changes = Observable<
  EventBulk<RxStorageChangeEvent<Stored>, unknown>
>;

export interface Source {
  readonly c: FedName;
  readonly changes: Changes;
  /** Documents with ids above `after`, in id order, deleted ones included. */
  readonly readPage: (
    after: string,
    limit: number,
  ) => Promise<readonly Stored[]>;
  /** Documents written after `after`, in the order of their writing, deleted ones included. */
  readonly readChanged: (
    after: WriteTime,
    limit: number,
  ) => Promise<readonly Stored[]>;
}

/** RxDB's write time, and among documents of one time their ids. */
export interface WriteTime {
  readonly lwt: number;
  readonly id: string;
}

/** Sends the projection every change of a collection from now on. */
export function feedChanges(
  { c, changes }: Source,
  post: (message: FeedMessage) => void,
): void {
  changes.subscribe(({ events }) =>
    post(
      storedRows(
        c,
        events.map((event) => event.documentData),
      ),
    ),
  );
}

/**
 * Sends the projection what is stored: everything, in pages by id, or what was written since a time. A change may
 * overtake the page that holds the same document's older version; the write time tells them apart.
 *
 * @param since null = everything
 */
export async function feedStored(
  source: Source,
  since: number | null,
  post: (message: FeedMessage) => void,
): Promise<void> {
  const { c, readPage, readChanged } = source;
  let last: WriteTime = { id: "", lwt: (since ?? 0) - OVERLAP_MS };
  for (;;) {
    const page =
      since === null
        ? await readPage(last.id, PAGE)
        : await readChanged(last, PAGE);
    if (page.length > 0) post(storedRows(c, page));
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) break;
    last = { id: end.id, lwt: end._meta.lwt };
  }
  post({ kind: "complete", c });
}

const slims: Readonly<Record<FedName, (v: Row) => Slim[FedName]>> = {
  contacts: slimContact,
  ...slimWork,
};

/** Documents as the projection is told of them. */
export function storedRows(c: FedName, stored: readonly Stored[]): FeedMessage {
  const rows = stored.map((one) => toValue<Slim[FedName]>(one, slims[c]));
  return { kind: "stored", ...({ c, rows } as unknown as StoredRows) };
}

/** A document's first version. */
const FIRST = /^1-/;

/** What a worker is told of one document; `slim` null = nothing that it keeps. */
export function toValue<T>(
  stored: Stored & Pick<ReadDocument, "unreadable">,
  slim: (v: Row) => T | null,
): StoredValue<T> {
  const isOwn =
    stored.seq === null && !stored._deleted && FIRST.test(stored._rev);
  return {
    id: stored.id,
    lwt: stored._meta.lwt,
    applied: stored.applied,
    value: stored._deleted ? null : slim(stored.v),
    ...(isOwn ? { own: true } : {}),
    ...(stored.unreadable === "living" ? { unreadable: true } : {}),
  };
}
