import type { Arrangement, JournalEntry } from "../../../shared/ipc/journal.ts";
import { compareHlc } from "../../../shared/core/hlc.ts";
import { neededFirst, takenAlong } from "../../../shared/sync/set-aside.ts";
import type { AsideEntry, JournalRecord } from "./journal-record.ts";
import type { JournalMemory } from "./journal-state.ts";
import { emptyEntry } from "./unreadable-entry.ts";

/** What a person asks for, as one record; null = there is nothing of it (any more). */
export type ArrangementDraft = JournalRecord | "transmitted" | null;

interface Makers {
  readonly at: number;
  /** Entries up to here have been on their way. */
  readonly sent: number;
  /** An entry with the next number and an id of its own; the n-th of one record. */
  readonly renumbered: (entry: JournalEntry, n: number) => JournalEntry;
  /** The same with the present time, for what was typed anew. */
  readonly retyped: (entry: JournalEntry) => JournalEntry;
}

export function draftArrangement(
  memory: JournalMemory,
  arrangement: Arrangement,
  make: Makers,
): ArrangementDraft {
  const { sent } = make;
  const waiting = [...memory.pending.values()].filter(({ empty }) => !empty);
  const free = waiting.filter(({ d }) => d > sent);
  if (arrangement.do === "resend") {
    const { m, ops } = arrangement;
    const entry = refusedOf(memory, new Set([m]))[0];
    if (!entry) return null;
    return {
      k: "resumed",
      of: [{ m, entry: make.retyped({ ...entry, ops }) }],
    };
  }
  const chosen = new Set(arrangement.ms);
  if (
    arrangement.do !== "resume" &&
    waiting.some(({ d, m }) => d <= sent && chosen.has(m))
  )
    return "transmitted";
  switch (arrangement.do) {
    case "hold": {
      const ms = [...takenAlong(free, chosen)];
      if (ms.length === 0) return null;
      return { k: "aside", ms, as: "held", at: make.at, slots: {} };
    }
    case "send-first": {
      const ms = [...neededFirst(free, chosen)];
      return ms.length === 0 ? null : { k: "first", ms };
    }
    case "discard":
      return discarded(memory, free, chosen, make);
    case "resume":
      return putBack(memory, chosen) ?? resumed(memory, chosen, make);
  }
}

function discarded(
  memory: JournalMemory,
  free: readonly JournalEntry[],
  chosen: ReadonlySet<string>,
  make: Makers,
): JournalRecord | null {
  const held = asideAs(memory, "held");
  const along = takenAlong([...free, ...held], chosen);
  const refused = refusedOf(memory, chosen);
  const ms = [...along, ...refused.map(({ m }) => m)];
  if (ms.length === 0) return null;
  const slots = held
    .filter(({ m }) => along.has(m))
    .map((entry, n) => [entry.m, emptyEntry(make.renumbered(entry, n))]);
  return {
    ...{ k: "aside", ms, as: "discarded", at: make.at },
    slots: Object.fromEntries(slots) as Record<string, JournalEntry>,
  };
}

/** What was discarded from among the held and the refused goes back there. */
function putBack(
  memory: JournalMemory,
  chosen: ReadonlySet<string>,
): JournalRecord | null {
  const ms = asideAs(memory, "discarded")
    .filter(({ m, aside }) => chosen.has(m) && aside.from !== "waiting")
    .map(({ m }) => m);
  return ms.length === 0 ? null : { k: "put-back", ms };
}

function resumed(
  memory: JournalMemory,
  chosen: ReadonlySet<string>,
  make: Makers,
): JournalRecord | null {
  const held = asideAs(memory, "held");
  const gone = asideAs(memory, "discarded");
  const going = [held, gone].flatMap((list) => {
    const needed = neededFirst(list, chosen);
    return list.filter(({ m }) => needed.has(m));
  });
  const before = [...going, ...refusedOf(memory, chosen)];
  if (before.length === 0) return null;
  const stays = held.filter((entry) => !going.includes(entry));
  const of = before
    .toSorted((a, b) => compareHlc(a.hlc, b.hlc))
    .map((entry, n) => {
      const { aside: _aside, refused: _refused, ...own } = entry;
      const renewed = make.renumbered(own, n);
      const earlier = stays.filter(({ hlc }) => compareHlc(hlc, own.hlc) < 0);
      return { m: entry.m, entry: heldLike(earlier, renewed, make.at) };
    });
  return { k: "resumed", of };
}

/** What belongs to something held is held with it: new work on it, and what is put back. */
export function heldLike(
  held: readonly JournalEntry[],
  entry: JournalEntry,
  at: number,
): JournalEntry {
  if (held.length === 0) return entry;
  const along = takenAlong([...held, entry], new Set(held.map(({ m }) => m)));
  return along.has(entry.m)
    ? { ...entry, aside: { as: "held", at, from: "waiting", slot: entry.m } }
    : entry;
}

/** In the order in which they were made. */
export function asideAs(
  { aside }: Pick<JournalMemory, "aside">,
  as: AsideEntry["aside"]["as"],
): readonly AsideEntry[] {
  return [...aside.values()]
    .filter((entry) => entry.aside.as === as)
    .toSorted((a, b) => compareHlc(a.hlc, b.hlc));
}

function refusedOf(
  { refused }: JournalMemory,
  chosen: ReadonlySet<string>,
): readonly JournalEntry[] {
  return [...refused.values()].filter(({ m }) => chosen.has(m));
}
