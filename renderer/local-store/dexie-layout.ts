import type { Codec } from "./seal.ts";
import {
  readDocument,
  type ReadDocument,
  type SealedDocument,
} from "./sealed-document.ts";
import type { WriteTime } from "./feed-projection.ts";
import type { StoredMarks } from "./document-table.ts";
import type { Stored } from "./stored-document.ts";

/** A record as it lies in IndexedDB: booleans are no keys there. */
export type RawDocument = Omit<SealedDocument, "_deleted"> & {
  readonly _deleted: "0" | "1";
};

/** The part of Dexie's table that is used below. */
export interface DexieTable {
  where(index: string): {
    aboveOrEqual(key: string): {
      limit(count: number): { toArray(): Promise<readonly RawDocument[]> };
    };
    above(key: string): {
      limit(count: number): { toArray(): Promise<readonly RawDocument[]> };
    };
    between(
      lower: readonly unknown[],
      upper: readonly unknown[],
      includeLower: boolean,
      includeUpper: boolean,
    ): Range & {
      reverse(): Range;
      count(): Promise<number>;
      primaryKeys(): Promise<readonly string[]>;
    };
  };
  bulkGet(
    keys: readonly string[],
  ): Promise<readonly (RawDocument | undefined)[]>;
}

interface Range {
  limit(count: number): {
    keys(): Promise<readonly unknown[]>;
    primaryKeys(): Promise<readonly string[]>;
    toArray(): Promise<readonly RawDocument[]>;
  };
}

/**
 * RxDB's Dexie layout, read past RxDB where its cursors would be too slow: one table of documents a collection,
 * `_deleted` as "0" or "1". RxDB is pinned exactly, and a test compares this with what RxDB writes.
 */
export async function dexieTableOf(instance: {
  readonly internals: unknown;
}): Promise<DexieTable> {
  const state = (await instance.internals) as {
    readonly dexieTable: DexieTable;
  };
  return state.dexieTable;
}

/** Documents with ids above `after`, in id order, deleted ones included. */
export async function readPage(
  table: DexieTable,
  codec: Codec,
  after: string,
  limit: number,
): Promise<readonly Stored[]> {
  const found = await table.where("id").above(after).limit(limit).toArray();
  return openAll(found, codec);
}

/** As `readPage`, without the deleted ones and those that cannot be read. */
export async function readLiving(
  table: DexieTable,
  codec: Codec,
  after: string,
  limit: number,
  few = FEW_LIVING,
): Promise<readonly Stored[]> {
  // Tombstones are for ever: what is made and deleted every day is small, and its table is not.
  const ids = await livingOf(table)
    .limit(few + 1)
    .primaryKeys();
  const portions =
    ids.length > few
      ? inIdOrder(table, after)
      : byIds(table, ids.filter((id) => id > after).toSorted(), limit);
  const found: Stored[] = [];
  for await (const portion of portions) {
    const living = portion.filter(({ _deleted }) => _deleted === "0");
    // To open one costs more than to read it: no more than are wanted.
    for (let at = 0; at < living.length && found.length < limit;) {
      const wanted = living.slice(at, at + limit - found.length);
      at += wanted.length;
      const opened = await openAll(wanted, codec);
      found.push(...opened.filter(({ unreadable }) => !unreadable));
    }
    if (found.length === limit) break;
  }
  return found;
}

/** So many are found by the index of the living, else among their tombstones. */
const FEW_LIVING = 1000;

type Portions = AsyncGenerator<readonly RawDocument[]>;

async function* inIdOrder(table: DexieTable, after: string): Portions {
  for (let last = after; ;) {
    const raw = await table
      .where("id")
      .above(last)
      .limit(OPENED_AT_ONCE)
      .toArray();
    yield raw;
    const end = raw.at(-1);
    if (end === undefined || raw.length < OPENED_AT_ONCE) return;
    last = end.id;
  }
}

/** Those that are not there are left out. */
async function* byIds(
  table: DexieTable,
  ids: readonly string[],
  limit = OPENED_AT_ONCE,
): Portions {
  const size = Math.min(limit, OPENED_AT_ONCE);
  for (let i = 0; i < ids.length; i += size) {
    const found = await table.bulkGet(ids.slice(i, i + size));
    yield found.filter((one) => one !== undefined);
  }
}

/**
 * The one index of every collection (dexie-storage.ts): the living and the deleted, each in the order of their writing,
 * and within a time by id, as IndexedDB orders what has one key.
 */
export const BY_WRITE_TIME = "[_deleted+_meta.lwt]";
const LIVING_AND_DELETED = ["0", "1"] as const;

function livingOf(table: DexieTable) {
  return table.where(BY_WRITE_TIME).between(["0"], ["1"], false, false);
}

/** How many documents are stored that are not deleted; none is opened for it. */
export function countLiving(table: DexieTable): Promise<number> {
  return livingOf(table).count();
}

/** Documents written after `after`, in the order of their writing, deleted ones included. */
export async function readChanged(
  table: DexieTable,
  codec: Codec,
  after: WriteTime,
  limit: number,
): Promise<readonly Stored[]> {
  const found = await Promise.all(
    LIVING_AND_DELETED.map((deleted) =>
      writtenAfter(table, deleted, after, limit),
    ),
  );
  return openAll(found.flat().toSorted(byWriteTime).slice(0, limit), codec);
}

/** The rest of those of one time, then later ones: within a time the index goes by id, which its keys do not say. */
async function writtenAfter(
  table: DexieTable,
  deleted: (typeof LIVING_AND_DELETED)[number],
  { lwt, id }: WriteTime,
  limit: number,
): Promise<readonly RawDocument[]> {
  const index = table.where(BY_WRITE_TIME);
  const time = [deleted, lwt];
  const ids = await index.between(time, time, true, true).primaryKeys();
  const left = ids.filter((one) => one > id).slice(0, limit);
  const found = left.length > 0 ? await table.bulkGet(left) : [];
  // One that has been written anew meanwhile is a later one: with its time what lies between would seem to be read.
  const rest = found.filter(
    (one) => one?._meta.lwt === lwt && one._deleted === deleted,
  ) as readonly RawDocument[];
  const later = await index
    .between(time, [deleted, Infinity], false, false)
    .limit(limit - rest.length)
    .toArray();
  return [...rest, ...later];
}

function byWriteTime(a: RawDocument, b: RawDocument): number {
  return a._meta.lwt - b._meta.lwt || (a.id < b.id ? -1 : 1);
}

/** The sync marks of documents with ids from `from` on, in id order, deleted ones included. */
export async function marksFrom(
  table: DexieTable,
  codec: Codec,
  from: string,
  limit: number,
): Promise<readonly StoredMarks[]> {
  const found = await table
    .where("id")
    .aboveOrEqual(from)
    .limit(limit)
    .toArray();
  const opened = await openAll(found, codec);
  return opened.map(({ id, seq, rev, epoch, _deleted: deleted }) => ({
    ...{ id, seq, rev, epoch, deleted },
  }));
}

/** RxDB's own index over the members that an interaction is found by. */
export const BY_CONTACT_AND_INSTANT = "[_deleted+contactId+atDesc+id]";
const KEYS_AT_ONCE = 5000;
const OPENED_AT_ONCE = 500;
/** Of each collection, at every start. */
const CHECKED = 4;

/**
 * The living documents that are not older than `atDesc` says, in portions. The index is read alone, key by key; only
 * what is recent is fetched and opened.
 */
export async function readRecent(
  table: DexieTable,
  codec: Codec,
  atDesc: number,
  take: (stored: readonly Stored[]) => void,
): Promise<void> {
  let last: readonly unknown[] = ["0"];
  for (;;) {
    const keys = (await table
      .where(BY_CONTACT_AND_INSTANT)
      .between(last, ["1"], false, false)
      .limit(KEYS_AT_ONCE)
      .keys()) as readonly IndexKey[];
    const ids = keys.filter((key) => key[2] <= atDesc).map((key) => key[3]);
    // One may have been deleted since its key was read.
    await readByIds(table, codec, ids, take);
    const end = keys.at(-1);
    if (end === undefined || keys.length < KEYS_AT_ONCE) return;
    last = end;
  }
}

/** The living documents of one contact (of a line: of one customer), in portions. */
export async function readByContact(
  table: DexieTable,
  codec: Codec,
  contactId: string,
  take: (stored: readonly Stored[]) => void,
): Promise<void> {
  let last: readonly unknown[] = ["0", contactId];
  for (;;) {
    const keys = (await table
      .where(BY_CONTACT_AND_INSTANT)
      .between(last, ["0", `${contactId}\uffff`], false, false)
      .limit(KEYS_AT_ONCE)
      .keys()) as readonly IndexKey[];
    await readByIds(
      table,
      codec,
      keys.map((key) => key[3]),
      take,
    );
    const end = keys.at(-1);
    if (end === undefined || keys.length < KEYS_AT_ONCE) return;
    last = end;
  }
}

/** Documents by their ids, deleted ones included, in portions; those that are not there are left out. */
export async function readByIds(
  table: DexieTable,
  codec: Codec,
  ids: readonly string[],
  take: (stored: readonly Stored[]) => void,
): Promise<void> {
  for await (const raw of byIds(table, ids)) take(await openAll(raw, codec));
}

type IndexKey = readonly [
  deleted: "0",
  contactId: string,
  atDesc: number,
  id: string,
];

export function openAll(
  found: readonly RawDocument[],
  codec: Codec,
): Promise<readonly (Stored & ReadDocument)[]> {
  return Promise.all(
    found.map(async (raw) => {
      const sealed = { ...raw, _deleted: raw._deleted === "1" };
      const document = await readDocument(sealed as SealedDocument, codec);
      return document as Stored & ReadDocument;
    }),
  );
}

export interface StoreCheck {
  /** The highest `_meta.lwt` of all collections; 0 = nothing is stored. */
  readonly newest: number;
  /** Most of what was written last cannot be read: not one record has gone bad, but the store. */
  readonly damaged: boolean;
}

/** Looks at what was written last in each collection, before anything is read or written. */
export async function checkStore(
  instances: readonly { readonly internals: unknown }[],
  codec: Codec,
): Promise<StoreCheck> {
  const newest = await Promise.all(
    instances.map(async (instance) => {
      const table = await dexieTableOf(instance);
      const last = LIVING_AND_DELETED.map((deleted) =>
        table
          .where(BY_WRITE_TIME)
          .between([deleted], [deleted, Infinity], false, false)
          .reverse()
          .limit(CHECKED)
          .toArray(),
      );
      const both = (await Promise.all(last)).flat();
      return both.toSorted(byWriteTime).slice(-CHECKED);
    }),
  );
  const all = newest.flat();
  // RxDB's own bookkeeping is not sealed.
  const sealed = all.filter((raw) => "d" in raw);
  const opened = await openAll(sealed, codec);
  const unreadable = opened.filter((one) => one.unreadable).length;
  return {
    newest: Math.max(0, ...all.map(({ _meta }) => _meta.lwt)),
    damaged: unreadable > sealed.length / 2,
  };
}
