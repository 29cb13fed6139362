import {
  BLOCKS,
  blocksIn,
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
import type { Stored } from "./stored-document.ts";

/** A record as it lies in IndexedDB: booleans are no keys there. */
export type RawDocument = Omit<SealedDocument, "_deleted"> & {
  readonly _deleted: "0" | "1";
};

/** As it was found, on its own or in a block. */
export type Found = RawDocument | Unpacked;

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

export async function openBlocks(
  blocks: readonly Block[],
  codec: Codec,
): Promise<readonly Unpacked[]> {
  const opened = blocks.map((block) => openBlock(block, codec));
  return (await Promise.all(opened)).flat();
}

/** Each once. */
export function together(
  inBlocks: readonly Unpacked[],
  raw: readonly RawDocument[],
): readonly Found[] {
  if (inBlocks.length === 0) return raw;
  const taken = new Set(raw.map(({ id }) => id));
  return [...inBlocks.filter(({ id }) => !taken.has(id)), ...raw];
}

/**
 * The one index of every collection (dexie-storage.ts): the living and the deleted, each in the order of their writing,
 * and within a time by id, as IndexedDB orders what has one key.
 */
export const BY_WRITE_TIME = "[_deleted+_meta.lwt]";
export const LIVING_AND_DELETED = ["0", "1"] as const;

export function livingOf(table: DexieTable) {
  return table.where(BY_WRITE_TIME).between(["0"], ["1"], false, false);
}

/** How many documents are stored that are not deleted; none is opened for it. */
export function countLiving(table: DexieTable): Promise<number> {
  // At one moment: one that is taken out of its block in between would be counted twice.
  return table.blocks.count(() => livingOf(table).count());
}

/** RxDB's own index over the members that an interaction is found by. */
export const BY_CONTACT_AND_INSTANT = "[_deleted+contactId+atDesc+id]";

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
