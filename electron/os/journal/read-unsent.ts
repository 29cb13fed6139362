import { readFile } from "node:fs/promises";
import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { asideAs } from "./arrange.ts";
import { segmentFile, segmentsOf } from "./journal-folder.ts";
import { emptyMemory, remember } from "./journal-state.ts";
import { readRecords } from "./read-records.ts";

/**
 * What of a journal can be understood as unsent or refused, whatever version wrote it: for a copy that a person takes
 * out, never to go on from. Changes nothing. What cannot be read is left out.
 */
export async function readUnsent(
  folder: string,
  key: Uint8Array,
): Promise<readonly JournalEntry[]> {
  const segments = await segmentsOf(folder).catch(() => []);
  for (const segment of segments.toReversed()) {
    const bytes = await readFile(segmentFile(folder, segment));
    let memory = emptyMemory();
    let read = 0;
    await readRecords(key, segment, bytes, { at: 0, seq: 1 }, (record) => {
      read += 1;
      if (record.k === "header") memory = emptyMemory(record.base);
      else attempt(() => remember(memory, record));
    });
    if (read > 0)
      return [
        ...[...memory.pending.values()].filter(({ empty }) => !empty),
        ...asideAs(memory, "held"),
        ...memory.refused.values(),
      ];
  }
  return [];
}

/** Records of kinds that only a later version knows. */
function attempt(take: () => void): void {
  try {
    take();
  } catch {
    // Passed over.
  }
}
