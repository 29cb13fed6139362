import type { JournalEntry, MergedField } from "../../../shared/ipc/journal.ts";
import { assertNever } from "../../../shared/core/assert.ts";
import { putBack, resume, sendFirst, setAside } from "./aside-state.ts";
import { counted, type Counters, type Held } from "./journal-counters.ts";
import { forgetErased } from "./forget-erased.ts";
import { renumber, settle } from "./journal-places.ts";
import type {
  AsideEntry,
  CarriedEntries,
  JournalRecord,
  KeptEntry,
} from "./journal-record.ts";
import { emptyEntry, unreadableEntry } from "./unreadable-entry.ts";

/** Nobody reads further back. */
const MERGED_KEPT = 1000;

/** All that is remembered. The lists are changed in place: they can be long, and only records on disk reach them. */
export interface JournalMemory {
  counters: Counters;
  /** By `d`, oldest first. */
  readonly pending: Map<number, JournalEntry>;
  /** Acknowledged, by `d`, oldest first, up to the last one acknowledged. */
  readonly kept: Map<number, KeptEntry>;
  readonly refused: Map<number, JournalEntry>;
  /** Held or discarded, by mutation id. */
  readonly aside: Map<string, AsideEntry>;
  /** By document, path and version, oldest first. */
  readonly merged: Map<string, MergedField>;
}

/** The memory as a record holds it (see `JournalRecord`, header). */
export interface JournalBase {
  readonly counters: Counters;
  readonly pending: readonly JournalEntry[];
  readonly refused: readonly JournalEntry[];
}

export function emptyMemory(base: JournalBase | null = null): JournalMemory {
  return {
    counters: {
      lastD: 0,
      acked: 0,
      sent: 0,
      lastHlc: "0.0",
      offsetMs: 0,
      device: null,
      numbers: {},
      ...base?.counters,
    },
    pending: new Map(base?.pending.map((entry) => [entry.d, entry])),
    kept: new Map(),
    refused: new Map(base?.refused.map((entry) => [entry.d, entry])),
    aside: new Map(),
    merged: new Map(),
  };
}

/** Takes one more record into account. */
export function remember(memory: JournalMemory, record: JournalRecord): void {
  switch (record.k) {
    case "header":
      return;
    case "entry":
      number(memory, [record.entry]);
      break;
    case "acknowledged":
      settle(memory, record.upto, record.refused, record.at);
      break;
    case "carried":
      carry(memory, record);
      break;
    case "dismissed":
      memory.refused.delete(record.d);
      break;
    case "device":
      renumber(memory);
      break;
    case "aside":
      number(memory, Object.values(record.slots));
      setAside(memory, record);
      break;
    case "put-back":
      putBack(memory, record.ms);
      break;
    case "resumed":
      resume(
        memory,
        record.of.map(({ m }) => m),
      );
      number(
        memory,
        record.of.map(({ entry }) => entry),
      );
      break;
    case "first":
      sendFirst(memory, record.ms);
      break;
    case "merged":
      noteMerged(memory, record.items);
      break;
    case "erased":
      forgetErased(memory, record);
      break;
    case "sent":
    case "lease":
    case "taken":
    case "clock":
    case "lost":
      break;
    default:
      assertNever(record);
  }
  memory.counters = counted(memory.counters, record, () => heldIn(memory));
}

/** The same with more records, of which `memory` hears nothing. */
export function withRecords(
  memory: JournalMemory,
  records: readonly JournalRecord[],
): JournalMemory {
  const copy: JournalMemory = {
    counters: memory.counters,
    pending: new Map(memory.pending),
    kept: new Map(memory.kept),
    refused: new Map(memory.refused),
    aside: new Map(memory.aside),
    merged: new Map(memory.merged),
  };
  for (const record of records) remember(copy, record);
  return copy;
}

export function heldIn({ kept, pending, counters }: JournalMemory): Held {
  const { sent } = counters;
  const transmitted = [...pending.keys()].filter((d) => d <= sent).length;
  return { kept: kept.size, pending: pending.size, transmitted };
}

/** New entries take their places. One that is held from the start leaves an empty one there. */
function number(memory: JournalMemory, entries: readonly JournalEntry[]): void {
  let last = memory.counters.lastD;
  for (const entry of entries) {
    for (let d = last + 1; d < entry.d; d += 1)
      memory.pending.set(d, unreadableEntry(d, entry));
    const { aside } = entry;
    memory.pending.set(entry.d, aside ? emptyEntry(entry) : entry);
    if (aside) memory.aside.set(entry.m, { ...entry, aside });
    last = entry.d;
  }
}

function carry(memory: JournalMemory, carried: CarriedEntries): void {
  for (const entry of carried.pending ?? []) memory.pending.set(entry.d, entry);
  for (const entry of carried.kept ?? []) memory.kept.set(entry.d, entry);
  for (const entry of carried.refused ?? []) memory.refused.set(entry.d, entry);
  for (const entry of carried.aside ?? []) memory.aside.set(entry.m, entry);
  noteMerged(memory, carried.merged ?? []);
}

function noteMerged(
  { merged }: JournalMemory,
  items: readonly MergedField[],
): void {
  for (const item of items)
    merged.set(`${item.c}/${item.id}/${item.path}/${item.seq}`, item);
  for (const key of merged.keys()) {
    if (merged.size <= MERGED_KEPT) break;
    merged.delete(key);
  }
}
