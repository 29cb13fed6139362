import type { Block } from "./blocks.ts";
import { answerOf } from "./idb-transaction.ts";

/** Of the IndexedDB that is looked into. */
export type KeyRange = Pick<typeof IDBKeyRange, "bound" | "lowerBound">;

/** Whether anything lies between the first of these ids, which are in order, and the last. */
export async function liesAmong(
  keyRange: KeyRange,
  ids: readonly string[],
  store: IDBObjectStore,
  blockStore: IDBObjectStore | undefined,
): Promise<boolean> {
  const [first = "", last = first] = [ids.at(0), ids.at(-1)];
  const own = await answerOf(store.getKey(keyRange.bound(first, last)));
  if (own !== undefined) return true;
  const block = blockStore && (await blockFor(first, keyRange, blockStore));
  // By its reach: what was taken out of it has left no gap for another one.
  return block !== undefined && (block.ids[0] ?? "") <= last;
}

/** Those of these ids, which are in order, that lie in blocks. */
export async function packedOf(
  keyRange: KeyRange,
  ids: readonly string[],
  blockStore: IDBObjectStore,
): Promise<ReadonlySet<string>> {
  const packed = new Set<string>();
  let block: Block | undefined;
  for (const id of ids) {
    // Not block by block: the ids may be few, and as far apart as can be.
    if (!block || id > block.last)
      block = await blockFor(id, keyRange, blockStore);
    if (!block) break;
    if (block.ids.includes(id)) packed.add(id);
  }
  return packed;
}

/** The one that may hold an id. */
function blockFor(
  id: string,
  keyRange: KeyRange,
  blockStore: IDBObjectStore,
): Promise<Block | undefined> {
  // Behind every key of a block that ends before it.
  return answerOf(blockStore.get(keyRange.lowerBound([id])));
}
