import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { ERASED } from "../../../shared/sync/erased.ts";
import { EARLIER_DEVICE_D } from "./aside-state.ts";
import { withoutText } from "./forget-erased.ts";
import type { RefusedEntry } from "./journal-record.ts";
import type { JournalMemory } from "./journal-state.ts";
import { isRefusable, nothingInPlaceOf } from "./unreadable-entry.ts";

/**
 * The server has processed everything up to `upto`; what it refused is kept for the person.
 *
 * @param at Unix ms; absent in what an earlier version wrote
 */
export function settle(
  memory: JournalMemory,
  upto: number,
  refused: readonly RefusedEntry[],
  at: number | undefined,
): void {
  const refusals = new Map(refused.map((refusal) => [refusal.d, refusal]));
  // A restored server may refuse what it had taken.
  for (const refusal of refused) {
    const { d } = refusal;
    const entry = memory.kept.get(d);
    if (!entry || !isRefusable(entry)) continue;
    memory.kept.set(d, { ...nothingInPlaceOf(entry), ackedAt: entry.ackedAt });
    memory.refused.set(d, refusedEntry(entry, refusal));
  }
  for (const [d, entry] of memory.pending) {
    if (d > upto) break;
    memory.pending.delete(d);
    const ackedAt = at ?? entry.at;
    const refusal = refusals.get(d);
    // What was refused is sent by a person or never: should a restored server ask for its number, nothing is said.
    const again = refusal ? nothingInPlaceOf(entry) : entry;
    memory.kept.set(d, { ...again, ackedAt });
    if (!refusal || entry.again || entry.empty) continue;
    memory.refused.set(d, refusedEntry(entry, refusal));
  }
}

/** PRV-5: what was written about somebody who is erased is no way back to them. */
function refusedEntry(
  entry: JournalEntry,
  { code, message }: RefusedEntry,
): JournalEntry {
  return code === ERASED.code
    ? withoutText(entry)
    : { ...entry, refused: { code, message } };
}

/** The first device id ever changes nothing: what was saved before the first connection is numbered from 1 already. */
export function renumber(memory: JournalMemory): void {
  if (memory.counters.device === null) return;
  const kept = [...memory.kept.values()];
  const pending = [...memory.pending.values()];
  const refused = [...memory.refused.values()];
  memory.kept.clear();
  memory.pending.clear();
  memory.refused.clear();
  // What is kept goes first, so that it can be sent again under the new id too: a repeated mutation id is harmless.
  let d = 0;
  for (const entry of kept) memory.kept.set(++d, { ...entry, d });
  for (const entry of pending) memory.pending.set(++d, { ...entry, d });
  let free = EARLIER_DEVICE_D;
  for (const entry of refused) {
    const place = entry.d >= EARLIER_DEVICE_D ? entry.d : free;
    free = Math.max(free, place + 1);
    memory.refused.set(place, { ...entry, d: place });
  }
}
