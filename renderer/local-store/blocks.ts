import type { CollectionName } from "../../shared/entities/registry.ts";
import { FIRST_REVISION, type NewDocument } from "./new-document.ts";
import type { Codec } from "./seal.ts";

/**
 * A first sync in its own layout: documents that a server sends many at a time lie some together in one sealed record,
 * at a fraction of the price of a record each. A document lies in one place only: before it is written for the first time
 * it is taken out of its block (move-out.ts), and never comes back into one. So a block holds what is living, in its
 * first version, and nothing that was erased since.
 *
 * Blocks of a collection do not overlap: the one that may hold an id is the first that reaches so far.
 */
export interface Block {
  /** The highest id that was packed into it. Its key is `last` and `count`, so that counting opens none. */
  readonly last: string;
  readonly count: number;
  /** RxDB's write time of all of them. */
  readonly lwt: number;
  /** In order. */
  readonly ids: readonly string[];
  /** The hidden parts of the documents, sealed together. */
  readonly d: Uint8Array<ArrayBuffer>;
}

/** Of each collection in which there are blocks, beside RxDB's tables. */
export const BLOCKS = "blocks";
const BY_ID = "[last+count]";
const BY_WRITE = "[lwt+last]";
export const BLOCKS_LAYOUT = `${BY_ID}, ${BY_WRITE}`;

/** What is found by a contact or an instant needs an index of documents, which blocks do not have. */
const PACKED: readonly CollectionName[] = ["contacts"];

/** Whether a collection has blocks. */
export function isPacked(c: string): boolean {
  return PACKED.some((one) => one === c);
}

/** Most documents in one; a card that is opened pays for all of them. */
export const MOST_IN_BLOCK = 32;
/** Characters of their texts: Chromium keeps values of more than 64 KiB in a file of their own. */
const MOST_TEXT = 40_000;

/** A block on its way to the disk. */
export type PackedBlock = Omit<Block, "lwt">;

/** Living documents, each once, sealed in blocks. */
export function pack(
  documents: readonly NewDocument[],
  codec: Codec,
): Promise<readonly PackedBlock[]> {
  const entries = documents
    .map(({ clear: { id }, text }) => ({ id, text }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return Promise.all(
    portionsOf(entries).map((some) =>
      sealBlock(some.at(-1)?.id ?? "", some, codec),
    ),
  );
}

interface Entry {
  readonly id: string;
  /** JSON, without line breaks. */
  readonly text: string;
}

function portionsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const portions: Entry[][] = [];
  let length = Infinity;
  for (const entry of entries) {
    const open = portions.at(-1);
    length += entry.text.length;
    if (open && open.length < MOST_IN_BLOCK && length <= MOST_TEXT)
      open.push(entry);
    else {
      portions.push([entry]);
      length = entry.text.length;
    }
  }
  return portions;
}

/** @param last see `Block`: the place in their order does not change when one is taken out */
export async function sealBlock(
  last: string,
  entries: readonly Entry[],
  codec: Codec,
): Promise<PackedBlock> {
  const ids = entries.map(({ id }) => id);
  const text = entries.map((entry) => entry.text).join("\n");
  const d = await codec.closeBytes(text, ids.join());
  return { last, count: ids.length, ids, d };
}

/** A document as it comes out of a block, with the members that RxDB gives one. */
export interface Unpacked {
  readonly id: string;
  readonly _deleted: "0";
  readonly _rev: string;
  readonly _meta: { readonly lwt: number };
  readonly _attachments: Readonly<Record<string, never>>;
  /** Its hidden part; null = the disk has not given back what was written. */
  readonly text: string | null;
}

/** Every document of a block. */
export async function openBlock(
  { ids, d, lwt }: Block,
  codec: Codec,
): Promise<readonly Unpacked[]> {
  const texts = await openTexts(ids, d, codec);
  return ids.map((id, i) => ({
    ...{ id, _deleted: "0", _rev: FIRST_REVISION, _meta: { lwt } },
    ...{ _attachments: {}, text: texts?.[i] ?? null },
  }));
}

async function openTexts(
  ids: readonly string[],
  d: Uint8Array<ArrayBuffer>,
  codec: Codec,
): Promise<readonly string[] | null> {
  try {
    return (await codec.openBytes(d, ids.join())).split("\n");
  } catch {
    codec.onUnreadable?.();
    return null;
  }
}

/** The blocks of one collection, as they are read. */
export interface Blocks {
  /** Those that hold one of the ids. */
  holding(ids: ReadonlySet<string>): Promise<readonly Block[]>;
  /** In id order, the first of them the one that may hold `from`. */
  from(from: string, limit: number): Promise<readonly Block[]>;
  /** In the order of their writing, within a time by id: those that may hold anything behind a place. */
  writtenAfter(
    place: { readonly lwt: number; readonly id: string },
    limit: number,
  ): Promise<readonly Block[]>;
  /** Those that were written last. */
  newest(limit: number): Promise<readonly Block[]>;
  /** How many documents they hold, and how many others there are at the same moment. */
  count(others: () => Promise<number>): Promise<number>;
}

/** Where there are none. */
export const NO_BLOCKS: Blocks = {
  holding: async () => [],
  from: async () => [],
  writtenAfter: async () => [],
  newest: async () => [],
  count: (others) => others(),
};

/** The part of Dexie's table that is used here. */
export interface BlockTable {
  where(index: string): {
    above(key: readonly unknown[]): Found;
    aboveOrEqual(key: readonly unknown[]): Found;
  };
  orderBy(index: string): { reverse(): Pick<Found, "limit"> };
  toCollection(): { primaryKeys(): Promise<readonly Key[]> };
  readonly db: {
    readonly tables: readonly unknown[];
    transaction<T>(
      mode: "r",
      tables: readonly unknown[],
      read: () => Promise<T>,
    ): Promise<T>;
  };
}

interface Found {
  first(): Promise<Block | undefined>;
  limit(count: number): { toArray(): Promise<readonly Block[]> };
}

type Key = readonly [last: string, count: number];

export function keyOf({ last, count }: PackedBlock): Key {
  return [last, count];
}

export function blocksIn(table: BlockTable): Blocks {
  return {
    async holding(ids) {
      const found: Block[] = [];
      let reached = "";
      for (const id of [...ids].toSorted()) {
        if (id <= reached) continue;
        const block = await table.where(BY_ID).aboveOrEqual([id]).first();
        if (!block) break;
        reached = block.last;
        if (block.ids.some((one) => ids.has(one))) found.push(block);
      }
      return found;
    },
    from: (from, limit) =>
      table.where(BY_ID).aboveOrEqual([from]).limit(limit).toArray(),
    writtenAfter: ({ lwt, id }, limit) =>
      table.where(BY_WRITE).above([lwt, id]).limit(limit).toArray(),
    newest: (limit) => table.orderBy(BY_WRITE).reverse().limit(limit).toArray(),
    async count(others) {
      const { db } = table;
      // Nothing is awaited inside: Dexie would take what others await meanwhile for a part of its transaction.
      const [keys, beside] = await db.transaction("r", db.tables, () =>
        Promise.all([table.toCollection().primaryKeys(), others()]),
      );
      return keys.reduce((sum, [, count]) => sum + count, beside);
    },
  };
}
