import type {
  JournalEntry,
  MergedField,
} from "../../../shared/ipc/contract.ts";
import { compareHlc, type Hlc } from "../../../shared/core/hlc.ts";
import { assertNever } from "../../../shared/core/assert.ts";
import {
  emptyEntry,
  isRefusable,
  nothingInPlaceOf,
  unreadableEntry,
} from "./unreadable-entry.ts";
import {
  EARLIER_DEVICE_D,
  putBack,
  resume,
  sendFirst,
  setAside,
} from "./aside-state.ts";
import type {
  AsideEntry,
  CarriedEntries,
  DeviceIdentity,
  JournalRecord,
  KeptEntry,
  RefusedEntry,
} from "./journal-record.ts";
import {
  NO_NUMBERS,
  withLease,
  withoutFree,
  withoutNext,
  withoutNumber,
  withoutUnused,
  type SeriesNumbers,
} from "./number-ranges.ts";

/**
 * The counters: what the next record depends on. Small and immutable, so that a group of records can be made on a copy
 * that is thrown away when the disk refuses them. A number is used up by a record on disk and by nothing else.
 */
export interface Counters {
  /** Highest `d` given on this device under its present device id; 0 = none yet. */
  readonly lastD: number;
  readonly acked: number;
  /** Highest `d` that has been on its way to a server. */
  readonly sent: number;
  readonly lastHlc: Hlc;
  readonly offsetMs: number;
  /** Null until the first connection ever. */
  readonly device: DeviceIdentity | null;
  readonly numbers: Readonly<Record<string, SeriesNumbers>>;
}

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

/** What `device` numbers anew; `transmitted` of the pending ones have been on their way. */
export interface Held {
  readonly kept: number;
  readonly pending: number;
  readonly transmitted: number;
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

/** The counters after one more record. `held` is needed only by `device`, which numbers what is held anew. */
export function counted(
  counters: Counters,
  record: JournalRecord,
  held: () => Held,
): Counters {
  switch (record.k) {
    case "entry":
      return withEntries(counters, [record.entry]);
    case "aside":
      return withEntries(counters, Object.values(record.slots));
    case "resumed":
      return withEntries(
        counters,
        record.of.map(({ entry }) => entry),
      );
    case "sent":
      return { ...counters, sent: record.upto };
    case "acknowledged":
      return {
        ...counters,
        acked: Math.max(counters.acked, record.upto),
        sent: Math.max(counters.sent, record.upto),
        // More than was read was given, if entries have become unreadable.
        lastD: Math.max(counters.lastD, record.upto),
      };
    case "lease":
      return withSeries(counters, record.lease.series, (numbers) =>
        withLease(
          record.renewed ? withoutUnused(numbers) : numbers,
          record.lease,
        ),
      );
    case "taken":
      return withSeries(counters, record.series, (numbers) =>
        withoutNumber(numbers, record.n),
      );
    case "clock":
      return { ...counters, offsetMs: record.offsetMs };
    case "lost":
      return withEverySeries(counters, (numbers) =>
        withoutNext(numbers, record.count),
      );
    case "device": {
      const { deviceId, tenantId } = record;
      const known = { ...counters, device: { deviceId, tenantId } };
      if (counters.device === null) return known;
      // A lease is one device id's own: the server would give its numbers to nobody else, and replace them.
      const numbered = withEverySeries(known, withoutFree);
      const { kept, pending, transmitted } = held();
      return {
        ...numbered,
        ...{ lastD: kept + pending, acked: kept, sent: kept + transmitted },
      };
    }
    case "header":
    case "carried":
    case "dismissed":
    case "put-back":
    case "first":
    case "merged":
      return counters;
    default:
      return assertNever(record);
  }
}

/** What is sent later than it was made carries the time that it had. */
function withEntries(
  counters: Counters,
  entries: readonly JournalEntry[],
): Counters {
  return entries.reduce(
    (now, { d, hlc, again }) => ({
      ...now,
      lastD: d,
      lastHlc: again || compareHlc(hlc, now.lastHlc) < 0 ? now.lastHlc : hlc,
    }),
    counters,
  );
}

function withEverySeries(
  counters: Counters,
  change: (numbers: SeriesNumbers) => SeriesNumbers,
): Counters {
  const series = Object.entries(counters.numbers);
  return {
    ...counters,
    numbers: Object.fromEntries(
      series.map(([name, numbers]) => [name, change(numbers)]),
    ),
  };
}

function withSeries(
  counters: Counters,
  series: string,
  change: (numbers: SeriesNumbers) => SeriesNumbers,
): Counters {
  const numbers = counters.numbers[series] ?? NO_NUMBERS;
  return {
    ...counters,
    numbers: { ...counters.numbers, [series]: change(numbers) },
  };
}

function settle(
  memory: JournalMemory,
  upto: number,
  refused: readonly RefusedEntry[],
  at: number | undefined,
): void {
  const refusals = new Map(refused.map((refusal) => [refusal.d, refusal]));
  // A restored server may refuse what it had taken.
  for (const { d, code, message } of refused) {
    const entry = memory.kept.get(d);
    if (!entry || !isRefusable(entry)) continue;
    memory.kept.set(d, { ...nothingInPlaceOf(entry), ackedAt: entry.ackedAt });
    memory.refused.set(d, { ...entry, refused: { code, message } });
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
    const { code, message } = refusal;
    memory.refused.set(d, { ...entry, refused: { code, message } });
  }
}

/** The first device id ever changes nothing: what was saved before the first connection is numbered from 1 already. */
function renumber(memory: JournalMemory): void {
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
