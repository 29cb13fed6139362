import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import type { Group } from "../../../shared/sync/protocol.ts";
import type { JournalMemory } from "./journal-state.ts";
import { nothingInPlaceOf, unreadableEntry } from "./unreadable-entry.ts";

/**
 * Entries with `d` above `after`, oldest first, whether acknowledged or not. `gapless`: from `after` + 1 on; numbers
 * that are no longer kept are stood in for, since a server counts a device's intentions and skips none.
 */
export function entriesAfter(
  memory: Pick<JournalMemory, "kept" | "pending">,
  after: number,
  limit: number,
  gapless: boolean,
): readonly JournalEntry[] {
  const found: JournalEntry[] = [];
  for (const held of [memory.kept, memory.pending])
    for (const [d, entry] of held) {
      if (found.length === limit) return found;
      if (d <= after) continue;
      const next = (found.at(-1)?.d ?? after) + 1;
      if (gapless)
        for (let gone = next; gone < d && found.length < limit; gone += 1)
          found.push(nothingInPlaceOf(unreadableEntry(gone, entry)));
      if (found.length < limit) found.push(bare(entry));
    }
  return found;
}

/** The group as it is to be sent: under its number a person may have put something else since it was read. */
export function presentGroup(
  { pending }: Pick<JournalMemory, "pending">,
  group: Group,
): Group {
  const entry = pending.get(group.d);
  if (!entry || (entry.m === group.m && !entry.empty)) return group;
  const { d, m, hlc, ops } = entry;
  return { d, m, hlc, ops };
}

function bare(entry: JournalEntry & { ackedAt?: number }): JournalEntry {
  const { ackedAt: _ackedAt, ...others } = entry;
  return others;
}
