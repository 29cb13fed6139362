import { createHash } from "node:crypto";
import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { nothingAbout } from "../../../shared/sync/set-aside.ts";

/** The outbox's words for it. */
export const UNREADABLE_LABEL = "outbox.unreadable";

/**
 * Stands in for an entry that was saved and cannot be read any more. The server counts a device's intentions and waits
 * for a missing one for ever; this one it refuses, as what it names does not exist, and so the loss comes before the
 * person instead of holding up everything after it.
 *
 * The same at every start: a number that was sent once must keep its id.
 */
export function unreadableEntry(d: number, next: JournalEntry): JournalEntry {
  const m = idFrom(`${d} before ${next.m}`);
  return {
    d,
    m,
    hlc: next.hlc,
    at: next.at,
    label: UNREADABLE_LABEL,
    ops: [{ c: "notes", id: m, k: "del", rev: 0 }],
  };
}

/**
 * Stands in for an entry that was refused and need not come again, or that is too old to be kept: a restored server
 * that asks for its number gets something that it refuses, under the id that the entry had.
 */
export function nothingInPlaceOf(entry: JournalEntry): JournalEntry {
  const ops = [{ c: "notes", id: entry.m, k: "del" as const, rev: 0 }];
  return { ...entry, ops };
}

/** Whether a person has to hear that it was refused: nobody has been told before, and it is a person's. */
export function isRefusable(entry: JournalEntry | undefined): boolean {
  if (!entry || entry.again || entry.empty) return false;
  return entry.ops.some(({ id }) => id !== entry.m);
}

/** Stands in the place of an entry that a person has set aside, under the id that it had. */
export function emptyEntry(entry: JournalEntry): JournalEntry {
  const { d, m, hlc, at, label, ops } = entry;
  return { d, m, hlc, at, label, ops: nothingAbout(ops), empty: true };
}

/** A UUID of version 8, which is free for such use. */
function idFrom(text: string): string {
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  bytes[6] = 0x80 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
