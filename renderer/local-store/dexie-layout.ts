import {
  BLOCKS,
  blocksIn,
  MOST_IN_BLOCK,
  NO_BLOCKS,
  openBlock,
  type Block,
  type Blocks,
  type BlockTable,
  type Unpacked,
} from "./blocks.ts";
import type { Codec } from "./seal.ts";
import {
  readDocument,
  readUnpacked,
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

/** As it was found, on its own or in a block. */
type Found = RawDocument | Unpacked;

/** The part of Dexie's table that is used below, and the blocks beside it. */
export interface DexieTable {
  readonly blocks: Blocks;
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
  const { dexieTable: table } = (await instance.internals) as {
    readonly dexieTable: Omit<DexieTable, "blocks"> & {
      readonly db: {
        readonly tables: readonly { readonly name: string }[];
        table(name: string): BlockTable;
      };
    };
  };
  const { db } = table;
  return {
    where: (index) => table.where(index),
    bulkGet: (keys) => table.bulkGet(keys),
    blocks: db.tables.some(({ name }) => name === BLOCKS)
      ? blocksIn(db.table(BLOCKS))
      : NO_BLOCKS,
  };
}

/** Documents with ids above `after`, in id order, deleted ones included. */
export async function readPage(
  table: DexieTable,
  codec: Codec,
  after: string,
  limit: number,
): Promise<readonly Stored[]> {
  return openAll(await pageOf(table, codec, after, limit), codec);
}

/** @param withFirst `after` itself as well */
async function pageOf(
  table: DexieTable,
  codec: Codec,
  after: string,
  limit: number,
  withFirst = false,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const portion of inIdOrder(table, codec, after, {
    ...{ blocks: blocksFor(limit), documents: limit, withFirst },
  })) {
    found.push(...portion.slice(0, limit - found.length));
    if (found.length === limit) break;
  }
  return found;
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
  const packed = await table.blocks.from("", 1);
  const ids = await livingOf(table)
    .limit(few + 1)
    .primaryKeys();
  const portions =
    ids.length > few || packed.length > 0
      ? inIdOrder(table, codec, after, {
          blocks: blocksFor(Math.min(limit, OPENED_AT_ONCE)),
          documents: OPENED_AT_ONCE,
        })
      : byIds(table, codec, ids.filter((id) => id > after).toSorted(), limit);
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

type Portions = AsyncGenerator<readonly Found[]>;

/** What is read at a time. */
interface AtOnce {
  readonly blocks: number;
  readonly documents: number;
  /** The one from which on is read is read as well. */
  readonly withFirst?: boolean;
}

/** One more than are filled: a portion begins inside of one. */
function blocksFor(documents: number): number {
  return Math.ceil(documents / MOST_IN_BLOCK) + 1;
}

/**
 * Those of blocks and the others, in id order. Here and below blocks are read first: what is taken out of its block
 * meanwhile is met twice, and never missed.
 */
async function* inIdOrder(
  table: DexieTable,
  codec: Codec,
  after: string,
  { blocks: most, documents: limit, withFirst = false }: AtOnce,
): Portions {
  let isFirst = withFirst;
  for (let last = after; ;) {
    const blocks = await table.blocks.from(last, most);
    const where = table.where("id");
    const raw = await (isFirst ? where.aboveOrEqual(last) : where.above(last))
      .limit(limit)
      .toArray();
    const inBlocks = await openBlocks(blocks, codec);
    const ends = [
      ...(blocks.length === most ? [blocks.at(-1)?.last ?? ""] : []),
      ...(raw.length === limit ? [raw.at(-1)?.id ?? ""] : []),
    ].toSorted();
    const [end] = ends;
    const from = last;
    const goesBefore = isFirst;
    yield together(inBlocks, raw)
      .filter(({ id }) => id > from || (goesBefore && id === from))
      .filter(({ id }) => end === undefined || id <= end)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (end === undefined) return;
    last = end;
    isFirst = false;
  }
}

async function openBlocks(
  blocks: readonly Block[],
  codec: Codec,
): Promise<readonly Unpacked[]> {
  const opened = blocks.map((block) => openBlock(block, codec));
  return (await Promise.all(opened)).flat();
}

/** What lies in one block goes bad together: one document stands for all of it. */
async function openOneOfEach(
  blocks: readonly Block[],
  codec: Codec,
): Promise<readonly Unpacked[]> {
  const opened = blocks.map((block) => openBlock(block, codec));
  return (await Promise.all(opened)).flatMap((all) => all.slice(-1));
}

/** Each once. */
function together(
  inBlocks: readonly Unpacked[],
  raw: readonly RawDocument[],
): readonly Found[] {
  if (inBlocks.length === 0) return raw;
  const taken = new Set(raw.map(({ id }) => id));
  return [...inBlocks.filter(({ id }) => !taken.has(id)), ...raw];
}

/** Those that are not there are left out. */
async function* byIds(
  table: DexieTable,
  codec: Codec,
  ids: readonly string[],
  limit = OPENED_AT_ONCE,
): Portions {
  const size = Math.min(limit, OPENED_AT_ONCE);
  for (let i = 0; i < ids.length; i += size) {
    const wanted = ids.slice(i, i + size);
    const packed = await readPacked(table, codec, wanted);
    const others = wanted.filter((id) => !packed.has(id));
    const raw = await table.bulkGet(others);
    yield [...packed.values(), ...raw.filter((one) => one !== undefined)];
  }
}

/** Those of these documents that are in a block, by id. */
export async function readPacked(
  table: Pick<DexieTable, "blocks">,
  codec: Codec,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Unpacked>> {
  const wanted = new Set(ids);
  const around = await table.blocks.around(ids.toSorted());
  const holding = around.filter((block) => block.ids.some(has(wanted)));
  const found = await openBlocks(holding, codec);
  return new Map(
    found.filter(({ id }) => wanted.has(id)).map((one) => [one.id, one]),
  );
}

function has(wanted: ReadonlySet<string>): (id: string) => boolean {
  return (id) => wanted.has(id);
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
  // At one moment: one that is taken out of its block in between would be counted twice.
  return table.blocks.count(() => livingOf(table).count());
}

/** Documents written after `after`, in the order of their writing, deleted ones included. */
export async function readChanged(
  table: DexieTable,
  codec: Codec,
  after: WriteTime,
  limit: number,
): Promise<readonly Stored[]> {
  const changed: Found[] = [];
  for (let last: WriteTime | undefined = after; last;) {
    const { found, end } = await changedAfter(table, codec, last, limit);
    changed.push(...found.slice(0, limit - changed.length));
    if (changed.length === limit) break;
    last = end;
  }
  return openAll(changed, codec);
}

/** @returns `end`: behind it there may be more */
async function changedAfter(
  table: DexieTable,
  codec: Codec,
  after: WriteTime,
  limit: number,
): Promise<{
  readonly found: readonly Found[];
  readonly end: WriteTime | undefined;
}> {
  const most = blocksFor(limit);
  const blocks = await table.blocks.writtenAfter(after, most);
  const both = await Promise.all(
    LIVING_AND_DELETED.map((deleted) =>
      writtenAfter(table, deleted, after, limit),
    ),
  );
  const raw = both.flat().toSorted(byWriteTime).slice(0, limit);
  const lastBlock = blocks.length === most ? blocks.at(-1) : undefined;
  const lastRaw = raw.length === limit ? raw.at(-1) : undefined;
  const [end] = [
    ...(lastBlock ? [{ lwt: lastBlock.lwt, id: lastBlock.last }] : []),
    ...(lastRaw ? [placeOf(lastRaw)] : []),
  ].toSorted(byTime);
  const found = together(await openBlocks(blocks, codec), raw)
    .filter((one) => byTime(after, placeOf(one)) < 0)
    .filter((one) => !end || byTime(placeOf(one), end) <= 0)
    .toSorted(byWriteTime);
  return { found, end };
}

function placeOf({ _meta, id }: Found): WriteTime {
  return { lwt: _meta.lwt, id };
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
  const left = ids.filter((one) => one > id);
  const rest: RawDocument[] = [];
  for (let i = 0; i < left.length && rest.length < limit; i += limit) {
    const found = await table.bulkGet(left.slice(i, i + limit));
    // One that has been written anew meanwhile is a later one: with its time what lies between would seem to be read.
    const same = found.filter(
      (one) => one?._meta.lwt === lwt && one._deleted === deleted,
    ) as readonly RawDocument[];
    rest.push(...same.slice(0, limit - rest.length));
  }
  const later = await index
    .between(time, [deleted, Infinity], false, false)
    .limit(limit - rest.length)
    .toArray();
  return [...rest, ...later];
}

function byWriteTime(a: Found, b: Found): number {
  return byTime(placeOf(a), placeOf(b));
}

function byTime(a: WriteTime, b: WriteTime): number {
  if (a.lwt !== b.lwt) return a.lwt - b.lwt;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** The sync marks of documents with ids from `from` on, in id order, deleted ones included. */
export async function marksFrom(
  table: DexieTable,
  codec: Codec,
  from: string,
  limit: number,
): Promise<readonly StoredMarks[]> {
  const opened = await openAll(
    await pageOf(table, codec, from, limit, true),
    codec,
  );
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
  for await (const found of byIds(table, codec, ids))
    take(await openAll(found, codec));
}

type IndexKey = readonly [
  deleted: "0",
  contactId: string,
  atDesc: number,
  id: string,
];

export function openAll(
  found: readonly Found[],
  codec: Codec,
): Promise<readonly (Stored & ReadDocument)[]> {
  return Promise.all(
    found.map(async (raw) => {
      if ("text" in raw) return readUnpacked(raw) as Stored & ReadDocument;
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
      const blocks = await table.blocks.newest(CHECKED);
      const last = LIVING_AND_DELETED.map((deleted) =>
        table
          .where(BY_WRITE_TIME)
          .between([deleted], [deleted, Infinity], false, false)
          .reverse()
          .limit(CHECKED)
          .toArray(),
      );
      const both = together(
        await openOneOfEach(blocks, codec),
        (await Promise.all(last)).flat(),
      );
      return both.toSorted(byWriteTime).slice(-CHECKED);
    }),
  );
  const all = newest.flat();
  // RxDB's own bookkeeping is not sealed.
  const sealed = all.filter((raw) => "d" in raw || "text" in raw);
  const opened = await openAll(sealed, codec);
  const unreadable = opened.filter((one) => one.unreadable).length;
  return {
    newest: Math.max(0, ...all.map(({ _meta }) => _meta.lwt)),
    damaged: unreadable > sealed.length / 2,
  };
}
