import { dexieTableOf } from "./dexie-layout.ts";
import { createLatelyRead } from "./lately-read.ts";
import { isSound, moveOut, type OpenedBlock } from "./move-out.ts";
import type { Codec } from "./seal.ts";
import { readUnpacked, type ReadDocument } from "./sealed-document.ts";

/** Documents some of which lie in blocks. */
export interface PackedDocuments {
  /** As they are now, wherever they lie. */
  find(ids: readonly string[], deleted: boolean): Promise<ReadDocument[]>;
  /** Takes those that lie in a block out of it; nothing else may be written meanwhile. */
  moveOut(ids: readonly string[]): Promise<void>;
  /**
   * As `moveOut`, ahead of a write.
   *
   * @param tell hears what of them is there, deleted ones too, before anything is moved
   */
  makeReady(
    ids: readonly string[],
    tell: (found: readonly ReadDocument[]) => void,
  ): Promise<void>;
  /** See `LatelyRead`. */
  forget(): void;
}

/** @param findAlone those that lie by themselves */
export function createPackedDocuments(
  instance: { readonly internals: unknown },
  codec: Codec,
  findAlone: PackedDocuments["find"],
): PackedDocuments {
  const lately = createLatelyRead(
    async () => (await dexieTableOf(instance)).blocks,
    codec,
  );

  async function findAmong(
    blocks: readonly OpenedBlock[],
    ids: readonly string[],
    deleted: boolean,
  ): Promise<ReadDocument[]> {
    const packed = packedIn(blocks, ids);
    const inBlocks = new Set(packed.map(({ id }) => id));
    const others = ids.filter((id) => !inBlocks.has(id));
    const alone = await findAlone(others, deleted);
    lately.noteAlone(alone.map(({ id }) => id));
    return [...packed.map(readUnpacked), ...alone];
  }
  async function out(ids: readonly string[], blocks: readonly OpenedBlock[]) {
    if (blocks.length === 0) return;
    await lately.changing(() => moveOut(instance, ids, blocks, codec));
    lately.noteAlone(packedIn(blocks, ids).map(({ id }) => id));
  }
  return {
    // First the blocks: what is taken out of its block meanwhile is found by itself.
    find: async (ids, deleted) =>
      findAmong(await lately.read(ids), ids, deleted),
    async makeReady(ids, tell) {
      const blocks = await lately.recall(ids);
      tell(await findAmong(blocks, ids, true));
      // One that cannot be read is left to the write: what is wrong with it may pass.
      await out(ids, blocks.filter(isSound));
    },
    moveOut: async (ids) => out(ids, await lately.recall(ids)),
    forget: lately.forget,
  };
}

function packedIn(blocks: readonly OpenedBlock[], ids: readonly string[]) {
  const wanted = new Set(ids);
  return blocks.flatMap(({ all }) => all.filter(({ id }) => wanted.has(id)));
}
