import type { JournalEntry } from "../../../shared/ipc/contract.ts";
import type { Hlc } from "../../../shared/core/hlc.ts";
import { assertNever } from "../../../shared/core/assert.ts";
import { unreadableEntry } from "./unreadable-entry.ts";
import type {
  DeviceIdentity,
  JournalRecord,
  RefusedEntry,
} from "./journal-record.ts";
import {
  NO_NUMBERS,
  withLease,
  withoutFree,
  withoutNext,
  withoutNumber,
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
      settle(memory, record.upto, record.refused);
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
  memory.counters = counted(memory.counters, record, () => memory.pending.size);
}

/** The counters after one more record. `unsent` is needed only by `device`, which numbers the unsent entries anew. */
export function counted(
  counters: Counters,
  record: JournalRecord,
  unsent: () => number,
): Counters {
  switch (record.k) {
    case "entry":
      return {
        ...counters,
        lastD: record.entry.d,
        lastHlc: record.entry.hlc,
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
        withLease(numbers, record.lease),
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
      return { ...numbered, lastD: unsent(), acked: 0 };
    }
    case "header":
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
): void {
  for (const { d, code, message } of refused) {
    const entry = memory.pending.get(d);
    if (entry && d <= upto)
      memory.refused.set(d, { ...entry, refused: { code, message } });
  }
  for (const d of memory.pending.keys()) {
    if (d > upto) break;
    memory.pending.delete(d);
  }
}

/** The first device id ever changes nothing: what was saved before the first connection is numbered from 1 already. */
function renumber(memory: JournalMemory): void {
  if (memory.counters.device === null) return;
  const pending = [...memory.pending.values()];
  const refused = [...memory.refused.values()];
  memory.pending.clear();
  memory.refused.clear();
  pending.forEach((entry, i) =>
    memory.pending.set(i + 1, { ...entry, d: i + 1 }),
  );
  let free = EARLIER_DEVICE_D;
  for (const entry of refused) {
    const d = entry.d >= EARLIER_DEVICE_D ? entry.d : free;
    free = Math.max(free, d + 1);
    memory.refused.set(d, { ...entry, d });
  }
}
