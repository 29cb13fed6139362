import { rm } from "node:fs/promises";
import { replaceFile } from "../durable-file.ts";
import {
  readSegment,
  segmentFile,
  segmentsOf,
  type ReadSegment,
} from "./journal-folder.ts";
import {
  JOURNAL_VERSION,
  type CarriedEntries,
  type JournalRecord,
} from "./journal-record.ts";
import type { JournalMemory } from "./journal-state.ts";
import { encodeRecord } from "./record-codec.ts";

const DAY_MS = 86_400_000;
/** Acknowledged entries are kept this long, so that they can refill a server restored from a backup (sync.md 4.1). */
export const KEPT_MS = 30 * DAY_MS;
/** A new segment is not worth writing for less. */
const OVERDUE_MS = 7 * DAY_MS;
const ENTRIES_PER_RECORD = 100;

/**
 * The journal without what is kept for too long: a new segment that begins with what is left. The old one is removed
 * once the new one has been read back; if anything fails, the old one is used as it is.
 *
 * @param now Unix ms
 * @param anyway also when it is not worth it; the old one is then left for the caller to remove
 */
export async function compacted(
  folder: string,
  key: Uint8Array,
  read: ReadSegment,
  now: number,
  anyway = false,
): Promise<ReadSegment> {
  await removeOlder(folder, read.segment).catch(() => undefined);
  const [oldest] = read.memory.kept.values();
  const overdue = oldest && oldest.ackedAt <= now - KEPT_MS - OVERDUE_MS;
  // A journal of an earlier version must not get records that its own readers would not know.
  if (!anyway && !overdue && read.version === JOURNAL_VERSION) return read;
  const segment = read.segment + 1;
  const file = segmentFile(folder, segment);
  try {
    const records = recordsOf(read.memory, now - KEPT_MS);
    const bytes = records.map((record, i) =>
      encodeRecord(key, { segment, seq: i + 1 }, 1, record),
    );
    await replaceFile(file, Buffer.concat(bytes));
    const fresh = await readSegment(folder, segment, key);
    if (fresh === null || !isWhole(read.memory, fresh.memory))
      throw new Error("the new segment is not what was written");
    if (!anyway) await removeOlder(folder, segment).catch(() => undefined);
    return fresh;
  } catch {
    await rm(file, { force: true });
    return read;
  }
}

function recordsOf(memory: JournalMemory, since: number): JournalRecord[] {
  const { counters } = memory;
  const base = { counters, pending: [], refused: [] };
  // From the first young one on: the numbers of what is kept have no gaps.
  const kept = [...memory.kept.values()];
  const first = kept.findIndex(({ ackedAt }) => ackedAt >= since);
  return [
    { k: "header", version: JOURNAL_VERSION, base },
    ...parts("kept", first < 0 ? [] : kept.slice(first)),
    ...parts("pending", [...memory.pending.values()]),
    ...parts("refused", [...memory.refused.values()]),
    ...parts(
      "aside",
      [...memory.aside.values()].filter(
        ({ aside }) => aside.as === "held" || aside.at >= since,
      ),
    ),
    ...parts(
      "merged",
      [...memory.merged.values()].filter(({ at }) => at >= since),
    ),
  ];
}

function parts<K extends keyof CarriedEntries>(
  name: K,
  entries: NonNullable<CarriedEntries[K]>,
): JournalRecord[] {
  const records: JournalRecord[] = [];
  for (let i = 0; i < entries.length; i += ENTRIES_PER_RECORD)
    records.push({
      k: "carried",
      [name]: entries.slice(i, i + ENTRIES_PER_RECORD),
    });
  return records;
}

function isWhole(old: JournalMemory, fresh: JournalMemory): boolean {
  return (
    fresh.pending.size === old.pending.size &&
    fresh.refused.size === old.refused.size &&
    heldCount(fresh) === heldCount(old) &&
    JSON.stringify(fresh.counters) === JSON.stringify(old.counters)
  );
}

function heldCount({ aside }: JournalMemory): number {
  return [...aside.values()].filter((entry) => entry.aside.as === "held")
    .length;
}

/** What a crash between writing a segment and removing its predecessor has left. */
export async function removeOlder(
  folder: string,
  present: number,
): Promise<void> {
  for (const segment of await segmentsOf(folder))
    if (segment < present) await rm(segmentFile(folder, segment));
}
