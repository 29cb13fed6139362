import { openBlock, type Block, type Unpacked } from "./blocks.ts";
import {
  BY_WRITE_TIME,
  dexieTableOf,
  LIVING_AND_DELETED,
  openAll,
  together,
} from "./dexie-layout.ts";
import { byWriteTime } from "./read-changed.ts";
import type { Codec } from "./seal.ts";

/** Of each collection, at every start. */
const CHECKED = 4;

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

/** What lies in one block goes bad together: one document stands for all of it. */
async function openOneOfEach(
  blocks: readonly Block[],
  codec: Codec,
): Promise<readonly Unpacked[]> {
  const opened = blocks.map((block) => openBlock(block, codec));
  return (await Promise.all(opened)).flatMap((all) => all.slice(-1));
}
