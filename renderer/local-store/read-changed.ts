import {
  BY_WRITE_TIME,
  LIVING_AND_DELETED,
  openAll,
  openBlocks,
  together,
  type DexieTable,
  type Found,
  type RawDocument,
} from "./dexie-layout.ts";
import type { WriteTime } from "./feed-projection.ts";
import { blocksFor } from "./read-documents.ts";
import type { Codec } from "./seal.ts";
import type { Stored } from "./stored-document.ts";

/** Documents written after `after`, in the order of their writing, deleted ones included. */
export async function readChanged(
  table: DexieTable,
  codec: Codec,
  after: WriteTime,
  limit: number,
): Promise<readonly Stored[]> {
  const changed: Found[] = [];
  for (let last: WriteTime | undefined = after; last;) {
    const { found, end } = await changedAfter(table, codec, last, limit);
    changed.push(...found.slice(0, limit - changed.length));
    if (changed.length === limit) break;
    last = end;
  }
  return openAll(changed, codec);
}

/** @returns `end`: behind it there may be more */
async function changedAfter(
  table: DexieTable,
  codec: Codec,
  after: WriteTime,
  limit: number,
): Promise<{
  readonly found: readonly Found[];
  readonly end: WriteTime | undefined;
}> {
  const most = blocksFor(limit);
  const blocks = await table.blocks.writtenAfter(after, most);
  const both = await Promise.all(
    LIVING_AND_DELETED.map((deleted) =>
      writtenAfter(table, deleted, after, limit),
    ),
  );
  const raw = both.flat().toSorted(byWriteTime).slice(0, limit);
  const lastBlock = blocks.length === most ? blocks.at(-1) : undefined;
  const lastRaw = raw.length === limit ? raw.at(-1) : undefined;
  const [end] = [
    ...(lastBlock ? [{ lwt: lastBlock.lwt, id: lastBlock.last }] : []),
    ...(lastRaw ? [placeOf(lastRaw)] : []),
  ].toSorted(byTime);
  const found = together(await openBlocks(blocks, codec), raw)
    .filter((one) => byTime(after, placeOf(one)) < 0)
    .filter((one) => !end || byTime(placeOf(one), end) <= 0)
    .toSorted(byWriteTime);
  return { found, end };
}

function placeOf({ _meta, id }: Found): WriteTime {
  return { lwt: _meta.lwt, id };
}

/** The rest of those of one time, then later ones: within a time the index goes by id, which its keys do not say. */
async function writtenAfter(
  table: DexieTable,
  deleted: (typeof LIVING_AND_DELETED)[number],
  { lwt, id }: WriteTime,
  limit: number,
): Promise<readonly RawDocument[]> {
  const index = table.where(BY_WRITE_TIME);
  const time = [deleted, lwt];
  const ids = await index.between(time, time, true, true).primaryKeys();
  const left = ids.filter((one) => one > id);
  const rest: RawDocument[] = [];
  for (let i = 0; i < left.length && rest.length < limit; i += limit) {
    const found = await table.bulkGet(left.slice(i, i + limit));
    // One that has been written anew meanwhile is a later one: with its time what lies between would seem to be read.
    const same = found.filter(
      (one) => one?._meta.lwt === lwt && one._deleted === deleted,
    ) as readonly RawDocument[];
    rest.push(...same.slice(0, limit - rest.length));
  }
  const later = await index
    .between(time, [deleted, Infinity], false, false)
    .limit(limit - rest.length)
    .toArray();
  return [...rest, ...later];
}

export function byWriteTime(a: Found, b: Found): number {
  return byTime(placeOf(a), placeOf(b));
}

function byTime(a: WriteTime, b: WriteTime): number {
  if (a.lwt !== b.lwt) return a.lwt - b.lwt;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
