import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { sentFirst } from "../../../shared/sync/set-aside.ts";
import type { AsideEntry, JournalRecord } from "./journal-record.ts";
import type { JournalMemory } from "./journal-state.ts";
import { emptyEntry } from "./unreadable-entry.ts";

/*
 * What a person does with the outbox, as the fold of the journal. What a record names and the memory does not hold (it
 * can no longer be read) changes nothing.
 */

/**
 * Refused entries of an earlier device id keep out of the way of the new numbering up here; they are never sent under
 * these numbers, only shown and dealt with.
 */
export const EARLIER_DEVICE_D = 1_000_000_000;

type Aside = Extract<JournalRecord, { k: "aside" }>;

/** Out of the outbox, out of what is held, or out of what was refused. */
export function setAside(memory: JournalMemory, record: Aside): void {
  const { as, at, slots } = record;
  const chosen = new Set(record.ms);
  const keep = (entry: JournalEntry, from: AsideEntry["aside"]["from"]) => {
    const slot = from === "waiting" ? entry.m : slots[entry.m]?.m;
    const aside = { as, at, from, ...(slot === undefined ? {} : { slot }) };
    memory.aside.set(entry.m, { ...entry, aside });
  };
  for (const [d, entry] of memory.pending) {
    if (!chosen.has(entry.m) || entry.empty) continue;
    memory.pending.set(d, emptyEntry(entry));
    keep(entry, "waiting");
  }
  for (const entry of memory.aside.values())
    if (as === "discarded" && chosen.has(entry.m) && entry.aside.as === "held")
      keep(entry, "held");
  for (const [d, entry] of memory.refused) {
    if (!chosen.has(entry.m)) continue;
    memory.refused.delete(d);
    keep(entry, "refused");
  }
}

/** Discarded ones become what they were, unless that was on its way to the server. */
export function putBack(memory: JournalMemory, ms: readonly string[]): void {
  for (const m of ms) {
    const entry = memory.aside.get(m);
    if (entry?.aside.as !== "discarded") continue;
    const { aside, ...before } = entry;
    if (aside.from === "held") {
      memory.aside.set(m, { ...entry, aside: { ...aside, as: "held" } });
      continue;
    }
    memory.aside.delete(m);
    const d = freePlace(memory, before.d);
    memory.refused.set(d, { ...before, d });
  }
}

/** They have new entries now. */
export function resume(memory: JournalMemory, ms: readonly string[]): void {
  const chosen = new Set(ms);
  for (const m of chosen) memory.aside.delete(m);
  for (const [d, { m }] of memory.refused)
    if (chosen.has(m)) memory.refused.delete(d);
}

/** The numbers stay where they are, and those who go first get the lowest of them. */
export function sendFirst(memory: JournalMemory, ms: readonly string[]): void {
  const places = [...memory.pending.keys()].filter(
    (d) => d > memory.counters.sent,
  );
  const entries = places.flatMap((d) => memory.pending.get(d) ?? []);
  const ordered = sentFirst(entries, new Set(ms));
  places.forEach((d, i) => {
    const entry = ordered[i];
    if (entry) memory.pending.set(d, { ...entry, d });
  });
}

/** Numbers are given anew under another device id: a refused one of an earlier id keeps out of their way. */
export function freePlace({ refused }: JournalMemory, wanted: number): number {
  let d = refused.has(wanted) ? EARLIER_DEVICE_D : wanted;
  while (refused.has(d)) d += 1;
  return d;
}
