import type { JournalEntry } from "../../../shared/ipc/contract.ts";
import type { Hlc } from "../../../shared/core/hlc.ts";
import { assertNever } from "../../../shared/core/assert.ts";
import { nothingInPlaceOf, unreadableEntry } from "./unreadable-entry.ts";
import type {
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
  readonly lastHlc: Hlc;
  readonly offsetMs: number;
  /** Null until the first connection ever. */
  readonly device: DeviceIdentity | null;
  readonly numbers: Readonly<Record<string, SeriesNumbers>>;
}

/** All that is remembered. The lists are changed in place: they can be long, and only records on disk reach them. */
export interface JournalMemory {
  counters: Counters;
  /** By `d`, oldest first. */
  readonly pending: Map<number, JournalEntry>;
  /** Acknowledged, by `d`, oldest first, up to the last one acknowledged. */
  readonly kept: Map<number, KeptEntry>;
  readonly refused: Map<number, JournalEntry>;
}

/** The memory as a record holds it (see `JournalRecord`, header). */
export interface JournalBase {
  readonly counters: Counters;
  readonly pending: readonly JournalEntry[];
  readonly refused: readonly JournalEntry[];
}

/**
 * Refused entries of an earlier device id keep out of the way of the new numbering up here; they are never sent, only
 * shown and dismissed.
 */
const EARLIER_DEVICE_D = 1_000_000_000;

export function emptyMemory(base: JournalBase | null = null): JournalMemory {
  return {
    counters: base?.counters ?? {
      lastD: 0,
      acked: 0,
      lastHlc: "0.0",
      offsetMs: 0,
      device: null,
      numbers: {},
    },
    pending: new Map(base?.pending.map((entry) => [entry.d, entry])),
    kept: new Map(),
    refused: new Map(base?.refused.map((entry) => [entry.d, entry])),
  };
}

/** Takes one more record into account. */
export function remember(memory: JournalMemory, record: JournalRecord): void {
  switch (record.k) {
    case "header":
      return;
    case "entry":
      for (let d = memory.counters.lastD + 1; d < record.entry.d; d += 1)
        memory.pending.set(d, unreadableEntry(d, record.entry));
      memory.pending.set(record.entry.d, record.entry);
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
    case "lease":
    case "taken":
    case "clock":
    case "lost":
      break;
    default:
      assertNever(record);
  }
  memory.counters = counted(memory.counters, record, () => ({
    kept: memory.kept.size,
    pending: memory.pending.size,
  }));
}

function carry(memory: JournalMemory, carried: CarriedEntries): void {
  for (const entry of carried.pending ?? []) memory.pending.set(entry.d, entry);
  for (const entry of carried.kept ?? []) memory.kept.set(entry.d, entry);
  for (const entry of carried.refused ?? []) memory.refused.set(entry.d, entry);
}

/** The counters after one more record. `held` is needed only by `device`, which numbers what is held anew. */
export function counted(
  counters: Counters,
  record: JournalRecord,
  held: () => { readonly kept: number; readonly pending: number },
): Counters {
  switch (record.k) {
    case "entry":
      return {
        ...counters,
        lastD: record.entry.d,
        // What is sent again carries the time that it had.
        lastHlc: record.entry.again ? counters.lastHlc : record.entry.hlc,
      };
    case "acknowledged":
      return {
        ...counters,
        acked: Math.max(counters.acked, record.upto),
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
      const { kept, pending } = held();
      return { ...numbered, lastD: kept + pending, acked: kept };
    }
    case "header":
    case "carried":
    case "dismissed":
      return counters;
    default:
      return assertNever(record);
  }
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
  for (const [d, entry] of memory.pending) {
    if (d > upto) break;
    memory.pending.delete(d);
    const ackedAt = at ?? entry.at;
    const refusal = refusals.get(d);
    // What was refused is sent by a person or never: should a restored server ask for its number, nothing is said.
    const again = refusal ? nothingInPlaceOf(entry) : entry;
    memory.kept.set(d, { ...again, ackedAt });
    if (!refusal || entry.again) continue;
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
