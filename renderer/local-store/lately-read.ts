import { openBlock, type Blocks } from "./blocks.ts";
import type { OpenedBlock } from "./move-out.ts";
import type { Codec } from "./seal.ts";

const MOST_BLOCKS = 4;
const MOST_ALONE = 1_000;

/**
 * What was learnt of the last documents that somebody has read: most are read again, and then written. It saves reading
 * and opening their blocks each time.
 */
export interface LatelyRead {
  /** The blocks that hold one of these documents. */
  holding(ids: readonly string[]): Promise<readonly OpenedBlock[]>;
  /** These lie by themselves, and never come back into a block. */
  noteAlone(ids: readonly string[]): void;
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
      if (one.all.some(({ text }) => text === null)) continue;
      opened.delete(one.block.last);
      opened.set(one.block.last, one);
    }
    dropFirst(opened, MOST_BLOCKS);
  }
  return {
    async holding(ids) {
      const left = new Set(ids.filter((id) => !alone.has(id)));
      const known = [...opened.values()].filter(({ block }) =>
        block.ids.some((id) => left.has(id)),
      );
      for (const { block } of known)
        for (const id of block.ids) left.delete(id);
      if (left.size === 0) return known;
      const since = changes;
      const found = await (await blocks()).holding(left);
      const read = await Promise.all(
        found.map(async (block) => ({
          block,
          all: await openBlock(block, codec),
        })),
      );
      // What was read while something was taken out may be older than that.
      if (changes === since) remember(read);
      return [...known, ...read];
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
