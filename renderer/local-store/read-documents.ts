import { MOST_IN_BLOCK, type Unpacked } from "./blocks.ts";
import {
  livingOf,
  openAll,
  openBlocks,
  together,
  type DexieTable,
  type Found,
} from "./dexie-layout.ts";
import type { StoredMarks } from "./document-table.ts";
import type { Codec } from "./seal.ts";
import type { Stored } from "./stored-document.ts";

const OPENED_AT_ONCE = 500;

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
export function blocksFor(documents: number): number {
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
  const found = await openBlocks(await table.blocks.holding(wanted), codec);
  return new Map(
    found.filter(({ id }) => wanted.has(id)).map((one) => [one.id, one]),
  );
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
