import {
  BLOCKS,
  keyOf,
  sealBlock,
  type Block,
  type Unpacked,
} from "./blocks.ts";
import type { Codec } from "./seal.ts";
import { allOrNothing, answerOf } from "./idb-transaction.ts";

/** RxDB's table of documents, and what lies beside it. */
interface Internals {
  readonly dexieTable: {
    readonly name: string;
    readonly db: {
      backendDB(): IDBDatabase;
    };
  };
}

/** A block and what is in it. */
export interface OpenedBlock {
  readonly block: Block;
  readonly all: readonly Unpacked[];
}

/** The disk has given back all of it. */
export function isSound({ all }: OpenedBlock): boolean {
  return all.every(({ text }) => text !== null);
}

/**
 * Gives those of these documents that lie in one of the blocks a record of their own, as RxDB would have written it, so
 * that RxDB can write over it. In one transaction: each document lies in one place, whatever happens. It need not be on
 * the disk before what is written next, which says the same and more.
 */
export async function moveOut(
  instance: { readonly internals: unknown },
  ids: readonly string[],
  blocks: readonly OpenedBlock[],
  codec: Codec,
): Promise<void> {
  const { dexieTable: table } = (await instance.internals) as Internals;
  const wanted = new Set(ids);
  const parted = await Promise.all(
    blocks.map((one) => part(one, wanted, codec)),
  );
  const transaction = table.db
    .backendDB()
    .transaction([table.name, BLOCKS], "readwrite", { durability: "relaxed" });
  const documents = transaction.objectStore(table.name);
  const store = transaction.objectStore(BLOCKS);
  await allOrNothing(transaction, async () => {
    // A block without one of its documents has another key: what was read of an older one is written nowhere.
    const there = await Promise.all(
      parted.map(({ block }) => answerOf(store.getKey([...keyOf(block)]))),
    );
    if (there.includes(undefined))
      throw new Error("A block has changed since it was read.");
    for (const { block, out, rest } of parted) {
      for (const record of out) documents.put(record);
      store.delete([...keyOf(block)]);
      if (rest) store.put(rest);
    }
  });
}

/** What goes out, as it will lie on the disk, and the block without it. */
async function part(
  { block, all }: OpenedBlock,
  wanted: ReadonlySet<string>,
  codec: Codec,
) {
  const goes = ({ id, text }: Unpacked) => text === null || wanted.has(id);
  const out = await Promise.all(
    all.filter(goes).map(async ({ text, ...clear }) => ({
      ...clear,
      // Of a garbled block nothing can stay behind, and nothing can be read.
      d: text === null ? "" : await codec.close(text, clear.id),
    })),
  );
  const left = all.flatMap(({ id, text }) =>
    text === null || wanted.has(id) ? [] : [{ id, text }],
  );
  const rest: Block | null =
    left.length === 0
      ? null
      : { ...(await sealBlock(block.last, left, codec)), lwt: block.lwt };
  return { block, out, rest };
}
