import type { Codec } from "./seal.ts";
import { openDocument, type SealedDocument } from "./sealed-document.ts";
import type { Stored } from "./stored-document.ts";

/** A record as it lies in IndexedDB: booleans are no keys there. */
type RawDocument = Omit<SealedDocument, "_deleted"> & {
  readonly _deleted: "0" | "1";
};

/** The part of Dexie's table that is used below. */
export interface DexieTable {
  where(index: string): {
    above(key: string): {
      limit(count: number): { toArray(): Promise<readonly RawDocument[]> };
    };
  };
  orderBy(index: string): {
    reverse(): {
      limit(count: number): { keys(): Promise<readonly unknown[]> };
    };
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
  return Promise.all(
    found.map(async (raw) => {
      const sealed = { ...raw, _deleted: raw._deleted === "1" };
      const document = await openDocument(sealed as SealedDocument, codec);
      return document as Stored;
    }),
  );
}

/** The highest `_meta.lwt` of all collections; 0 = nothing is stored. */
export async function highestWriteTime(
  instances: readonly { readonly internals: unknown }[],
): Promise<number> {
  const newest = await Promise.all(
    instances.map(async (instance) => {
      const table = await dexieTableOf(instance);
      const keys = await table.orderBy("_meta.lwt").reverse().limit(1).keys();
      return typeof keys[0] === "number" ? keys[0] : 0;
    }),
  );
  return Math.max(0, ...newest);
}
