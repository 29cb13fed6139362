import { openBlock, type Blocks } from "./blocks.ts";
import { isSound, type OpenedBlock } from "./move-out.ts";
import type { Codec } from "./seal.ts";

const MOST_BLOCKS = 4;
const MOST_ALONE = 1_000;

/**
 * What was learnt of the documents that were read last: many are written next (a card is read before it is changed), and
 * their blocks need not be read and opened again. Only for taking documents out of their blocks: whoever reads, reads
 * what is on the disk.
 */
export interface LatelyRead {
  /** The blocks that hold one of these documents, as they are on the disk. */
  read(ids: readonly string[]): Promise<readonly OpenedBlock[]>;
  /** As `read`, or as they were when they were last read. */
  recall(ids: readonly string[]): Promise<readonly OpenedBlock[]>;
  /** These lie by themselves, and do not come back into a block as long as nothing is inserted. */
  noteAlone(ids: readonly string[]): void;
  /** Something was inserted: what the disk had lost may have come again, in a block. */
  forget(): void;
  /** Whoever takes documents out of blocks does it so. */
  changing<T>(change: () => Promise<T>): Promise<T>;
}

export function createLatelyRead(
  blocks: () => Promise<Blocks>,
  codec: Codec,
): LatelyRead {
  const opened = new Map<string, OpenedBlock>();
  const alone = new Set<string>();
  let changes = 0;

  function forgetBlocks(): void {
    changes++;
    opened.clear();
  }
  function remember(found: readonly OpenedBlock[]): void {
    for (const one of found.slice(-MOST_BLOCKS)) {
      // One that cannot be read is read anew each time: it is told of, and mended.
      if (!isSound(one)) continue;
      opened.delete(one.block.last);
      opened.set(one.block.last, one);
    }
    dropFirst(opened, MOST_BLOCKS);
  }
  async function read(ids: readonly string[]) {
    if (ids.length === 0) return [];
    const since = changes;
    const found = await Promise.all(
      (await (await blocks()).holding(new Set(ids))).map(async (block) => ({
        block,
        all: await openBlock(block, codec),
      })),
    );
    // What was read while something was taken out may be older than that.
    if (changes === since) remember(found);
    return found;
  }
  return {
    read,
    async recall(ids) {
      const left = new Set(ids.filter((id) => !alone.has(id)));
      const known = [...opened.values()].filter(({ block }) =>
        block.ids.some((id) => left.has(id)),
      );
      for (const { block } of known)
        for (const id of block.ids) left.delete(id);
      return [...known, ...(await read([...left]))];
    },
    forget() {
      forgetBlocks();
      alone.clear();
    },
    noteAlone(ids) {
      for (const id of ids.slice(-MOST_ALONE)) alone.add(id);
      dropFirst(alone, MOST_ALONE);
    },
    async changing(change) {
      forgetBlocks();
      try {
        return await change();
      } finally {
        forgetBlocks();
      }
    },
  };
}

function dropFirst(
  kept: {
    readonly size: number;
    keys(): Iterable<string>;
    delete(key: string): boolean;
  },
  most: number,
): void {
  for (const key of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(key);
  }
}
