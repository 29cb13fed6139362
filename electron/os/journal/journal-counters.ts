import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { assertNever } from "../../../shared/core/assert.ts";
import { compareHlc, type Hlc } from "../../../shared/core/hlc.ts";
import type { DeviceIdentity, JournalRecord } from "./journal-record.ts";
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

/** What `device` numbers anew; `transmitted` of the pending ones have been on their way. */
export interface Held {
  readonly kept: number;
  readonly pending: number;
  readonly transmitted: number;
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
    case "erased":
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
