import { mkdir } from "node:fs/promises";
import { assert } from "../../../shared/core/assert.ts";
import type { Clock } from "../../../shared/core/clock.ts";
import { nextHlc, type Hlc } from "../../../shared/core/hlc.ts";
import { uuidV7, type RandomSource } from "../../../shared/core/ids.ts";
import type {
  AppendResult,
  Arranged,
  Arrangement,
  JournalEntry,
  JournalState,
  MergedField,
} from "../../../shared/ipc/contract.ts";
import type {
  Group,
  GroupResult,
  LeaseAnswer,
} from "../../../shared/sync/protocol.ts";
import { diskErrorCode } from "../durable-file.ts";
import { createGroupCommit } from "./group-commit.ts";
import { openJournalFile } from "./journal-file.ts";
import { readJournalFolder } from "./journal-folder.ts";
import { diskIo, type JournalIo } from "./journal-io.ts";
import type { DeviceIdentity, JournalRecord } from "./journal-record.ts";
import { compacted, KEPT_MS } from "./compact-journal.ts";
import { entriesAfter, presentGroup } from "./entries-after.ts";
import { asideAs, draftArrangement, heldLike } from "./arrange.ts";
import {
  counted,
  heldIn,
  remember,
  withRecords,
  type Counters,
  type JournalMemory,
} from "./journal-state.ts";
import {
  countLeft,
  formatNumber,
  nextNumber,
  NO_NUMBERS,
} from "./number-ranges.ts";
import { encodeRecord } from "./record-codec.ts";

/** A clock correction that moved less than this is not worth a record. */
const OFFSET_TOLERANCE_MS = 250;
/** The outbox's words for a document that goes back to a restored server. */
const AGAIN_LABEL = "outbox.again";
/** What fits into the time bits of a UUIDv7, the year 10889. */
const MAX_STAMP_MS = 2 ** 48 - 1;

/**
 * The durable record of unsent work. Whatever a method has answered is on disk; what was refused has left no trace and
 * used up no number. One process, one journal.
 */
export interface Journal {
  /** Waits for what is under way: a window that has just been loaded hears of it here or not at all. */
  read(): Promise<JournalState>;
  append(label: string, ops: Group["ops"]): Promise<AppendResult>;
  /**
   * A document sent back whole to a restored server, as it was at `hlc`; `needless` when an unsent entry above `since`
   * speaks of it already: behind that one, it would come too late or take a deletion back.
   */
  appendAgain(
    hlc: Hlc,
    ops: Group["ops"],
    since: number,
  ): Promise<AppendResult | { readonly status: "needless" }>;
  /**
   * Entries with `d` above `after`, oldest first, acknowledged ones too as long as they are kept. `gapless`: from
   * `after` + 1 on, with stand-ins for what is no longer kept.
   */
  entries(
    after: number,
    limit: number,
    gapless: boolean,
  ): Promise<readonly JournalEntry[]>;
  /**
   * The counters after it; unchanged ones when the disk refused (the server will call the entries `dup` then), and when
   * the answer was to another device id than the present one: entries have other numbers under each.
   */
  acknowledge(
    upto: number,
    results: readonly GroupResult[],
    deviceId: string,
  ): Promise<Pick<JournalState, "acked" | "lastD">>;
  /** What a person does with what waits, is held or was refused; never in part. */
  arrange(arrangement: Arrangement): Promise<Arranged>;
  /** Fields that a merge changed without asking anybody; gives those of the last 30 days. */
  noteMerged(items: readonly MergedField[]): Promise<readonly MergedField[]>;
  /**
   * These groups are about to be sent; from now on their entries cannot be set aside or moved. Gives what is to be sent
   * under their numbers, which is something else where a person was quicker.
   */
  transmitting(groups: readonly Group[]): Promise<Transmission>;
  /** Nothing of it has reached the server, for certain. */
  notTransmitted(transmission: Transmission): Promise<void>;
  /** The next number of a lease, never given twice; null when there is none, or the disk refused to remember it. */
  takeNumber(series: string): Promise<string | null>;
  numbersLeft(series: string): number;
  /**
   * How many are left after it. A lease that is known already changes nothing. `renewed`: it stands in for all earlier
   * ones, of which the server may know nothing any more.
   */
  addLease(lease: LeaseAnswer, renewed?: boolean): Promise<number>;
  /** Stamps of later entries are corrected by this much. */
  setClockOffset(offsetMs: number): Promise<void>;
  /** Company whose data is on this machine; null until the first connection ever. */
  tenantId(): string | null;
  /** From here on the server knows this device by this id; a new one makes it expect `d` = 1, and has no lease yet. */
  startDevice(device: DeviceIdentity): Promise<void>;
  close(): Promise<void>;
}

export interface Transmission {
  readonly groups: readonly Group[];
  readonly deviceId: string | null;
  /** What had been on its way before. */
  readonly before: number;
}

/**
 * A record made from the counters as they are when its turn comes, behind those `before` it in the same write; null =
 * nothing to remember.
 */
type Draft = (
  counters: Counters,
  before: readonly JournalRecord[],
) => JournalRecord | null;

export async function openJournal(deps: {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly io?: JournalIo;
  /** Bytes written ahead; 16 MB unless a test cannot wait for them. */
  readonly preallocation?: number;
  /** Hears which entries have been on their way, whenever that changes. */
  readonly onSent?: (upto: number) => void;
}): Promise<Journal> {
  const { clock, random, key } = deps;
  await mkdir(deps.folder, { recursive: true, mode: 0o700 });
  const read = await readJournalFolder(deps.folder, key);
  const found = await compacted(deps.folder, key, read, clock.now());
  const { memory, segment } = found;
  const file = await openJournalFile({
    ...found,
    io: deps.io ?? diskIo,
    path: found.file,
    preallocation: deps.preallocation,
  });
  let seq = found.nextSeq;
  return createJournal({
    memory,
    clock,
    random,
    tornBytes: found.dirtyUpTo - found.end + found.damagedBytes,
    onSent: deps.onSent,
    log: {
      async append(records) {
        const parts = records.map((record, i) =>
          encodeRecord(key, { segment, seq: seq + i }, seq, record),
        );
        await file.append(Buffer.concat(parts));
        seq += parts.length;
      },
      close: () => file.close(),
    },
  });
}

/** Where records go: on disk when `append` resolves, all of them or none. One call at a time. */
export interface JournalLog {
  append(records: readonly JournalRecord[]): Promise<void>;
  close(): Promise<void>;
}

/** The journal on any log; `memory` is the fold of what the log holds already. */
export function createJournal(deps: {
  readonly memory: JournalMemory;
  readonly log: JournalLog;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly tornBytes: number;
  readonly onSent?: ((upto: number) => void) | undefined;
}): Journal {
  const { memory, log, clock, random, tornBytes } = deps;
  /** In use at once; on disk only when it has moved noticeably. */
  let offsetMs = memory.counters.offsetMs;
  /** What is on its way although the disk would not remember it. */
  let sentUnnoted = 0;

  const commits = createGroupCommit<Draft, JournalRecord | null>(
    async (group) => {
      let { counters } = memory;
      const records: JournalRecord[] = [];
      const kept = group.map((draft) => {
        const record = draft(counters, records);
        if (record === null) return null;
        counters = counted(counters, record, () => heldAfter(records));
        records.push(record);
        return record;
      });
      if (records.length === 0) return kept;
      await log.append(records);
      for (const record of records) remember(memory, record);
      return kept;
    },
  );

  async function keep<R extends JournalRecord>(
    draft: (counters: Counters, before: readonly JournalRecord[]) => R | null,
  ): Promise<R | null> {
    return (await commits.submit(draft)) as R | null;
  }

  /** For what may be lost without harm: the disk's refusal counts as nothing kept. */
  function tryToKeep<R extends JournalRecord>(
    draft: (counters: Counters) => R | null,
  ): Promise<R | null> {
    return keep(draft).catch(() => null);
  }

  /** What is held once `records`, not yet on disk, are remembered too. */
  function heldAfter(records: readonly JournalRecord[]) {
    return heldIn(after(records));
  }

  function after(records: readonly JournalRecord[]): JournalMemory {
    return records.length === 0 ? memory : withRecords(memory, records);
  }

  function mergedNow(): MergedField[] {
    const since = clock.now() - KEPT_MS;
    return [...memory.merged.values()].filter(({ at }) => at >= since);
  }

  function stateNow(): JournalState {
    const { pending, refused, counters } = memory;
    const { lastD, acked, sent } = counters;
    return {
      pending: [...pending.values()],
      refused: [...refused.values()],
      held: [...asideAs(memory, "held")],
      discarded: [...asideAs(memory, "discarded")],
      merged: mergedNow(),
      ...{ lastD, acked, sent, tornBytes },
    };
  }

  /** One step; another one may follow, where what was discarded together goes back to several places. */
  async function arrangeOnce(
    arrangement: Arrangement,
  ): Promise<Arranged["status"] | readonly string[]> {
    let transmitted = false;
    const record = await keep((counters, added) => {
      const now = after(added);
      const sent = Math.max(counters.sent, sentUnnoted);
      const drafted = draftArrangement(now, arrangement, {
        ...{ at: clock.now(), sent },
        renumbered: (entry, n) => ({
          ...entry,
          d: counters.lastD + 1 + n,
          m: uuidV7(stampNow(), random),
        }),
        retyped: ({ label, ops }) => newEntry(counters, label, ops),
      });
      // Which numbers are free is then not on disk, and the next start would find others.
      transmitted =
        drafted === "transmitted" ||
        (drafted?.k === "first" && sent > counters.sent);
      return transmitted || drafted === "transmitted" ? null : drafted;
    });
    if (transmitted) return "transmitted";
    if (record === null) return "done";
    switch (record.k) {
      case "resumed":
        return record.of.map(({ entry }) => entry.m);
      case "aside":
      case "put-back":
      case "first":
        return record.ms;
      default:
        return "done";
    }
  }

  /** Null: there was no need. */
  async function appended(
    entryOf: (
      counters: Counters,
      before: readonly JournalRecord[],
    ) => JournalEntry | null,
  ): Promise<AppendResult | null> {
    try {
      const record = await keep((counters, before) => {
        const anyAside =
          memory.aside.size > 0 || before.some(({ k }) => k === "aside");
        const held = anyAside ? asideAs(after(before), "held") : [];
        const entry = entryOf(counters, before);
        return (
          entry && {
            k: "entry" as const,
            entry: heldLike(held, entry, clock.now()),
          }
        );
      });
      return record && { status: "saved", entry: record.entry };
    } catch (error) {
      const full = ["ENOSPC", "EDQUOT"].includes(diskErrorCode(error));
      return { status: "failed", reason: full ? "disk-full" : "io" };
    }
  }

  function stampNow(): number {
    const corrected = Math.round(clock.now() + offsetMs);
    return Math.min(Math.max(corrected, 0), MAX_STAMP_MS);
  }

  function newEntry(
    { lastD, lastHlc }: Counters,
    label: string,
    ops: Group["ops"],
  ): JournalEntry {
    const at = clock.now();
    const stamp = stampNow();
    return {
      d: lastD + 1,
      m: uuidV7(stamp, random),
      hlc: nextHlc(lastHlc, stamp),
      ops,
      at,
      label,
    };
  }

  /** Whether an unsent entry above `since`, or one on its way to the disk, has an operation on one of these documents. */
  function isSpokenOf(
    ops: Group["ops"],
    since: number,
    before: readonly JournalRecord[],
  ): boolean {
    const { lastD } = memory.counters;
    const unsent = Array.from({ length: Math.max(0, lastD - since) }, (_, i) =>
      memory.pending.get(since + 1 + i),
    );
    const coming = before.map((r) => (r.k === "entry" ? r.entry : undefined));
    // What is held or was discarded is not sent: nothing goes before it.
    const sending = [...unsent, ...coming].filter(
      (entry) => entry && !entry.empty && !entry.aside,
    );
    return sending.some((entry) =>
      entry?.ops.some(({ c, id }) =>
        ops.some((op) => op.c === c && op.id === id),
      ),
    );
  }

  return {
    read: async () => {
      await commits.drained();
      return stateNow();
    },

    append: async (label, ops) => {
      const result = await appended((c) => newEntry(c, label, ops));
      assert(result !== null, "an entry is always kept or refused");
      return result;
    },

    appendAgain: async (hlc, ops, since) => {
      const result = await appended((counters, before) =>
        isSpokenOf(ops, since, before)
          ? null
          : { ...newEntry(counters, AGAIN_LABEL, ops), hlc, again: true },
      );
      return result ?? { status: "needless" };
    },

    entries: async (after, limit, gapless) => {
      await commits.drained();
      return entriesAfter(memory, after, limit, gapless);
    },

    acknowledge: async (upto, results, deviceId) => {
      const refused = results
        .filter(({ s }) => s === "rejected")
        .map(({ d, code, message }) => ({
          d,
          code: code ?? "rejected",
          message: message ?? "",
        }));
      await tryToKeep(({ acked, lastD, device }) => {
        if (device?.deviceId !== deviceId) return null;
        const known = Math.min(upto, lastD);
        if (known <= acked) return null;
        return { k: "acknowledged", upto: known, refused, at: clock.now() };
      });
      const { acked, lastD } = memory.counters;
      return { acked, lastD };
    },

    arrange: async (arrangement) => {
      const moved: JournalEntry[] = [];
      const wanted = new Set(arrangement.do === "resend" ? [] : arrangement.ms);
      const all = () => [
        ...[...memory.pending.values()].filter(({ empty }) => !empty),
        ...memory.aside.values(),
        ...memory.refused.values(),
      ];
      try {
        for (;;) {
          const done = await arrangeOnce(arrangement);
          if (typeof done === "string")
            return {
              status: moved.length > 0 ? "done" : done,
              ...{ moved, state: stateNow() },
            };
          moved.push(...all().filter(({ m }) => done.includes(m)));
          for (const m of done) wanted.delete(m);
          const again = arrangement.do === "resume" && wanted.size > 0;
          if (!again) return { status: "done", moved, state: stateNow() };
          arrangement = { do: "resume", ms: [...wanted] };
        }
      } catch {
        return { status: "failed", moved, state: stateNow() };
      }
    },

    noteMerged: async (items) => {
      await tryToKeep(() => ({ k: "merged" as const, items }));
      return mergedNow();
    },

    transmitting: async (groups) => {
      const { sent: before, device } = memory.counters;
      const highest = Math.max(0, ...groups.map(({ d }) => d));
      const upto = Math.min(highest, memory.counters.lastD);
      const noted = await tryToKeep(({ sent }) =>
        upto > sent ? { k: "sent" as const, upto } : null,
      );
      if (noted === null && upto > before) sentUnnoted = upto;
      deps.onSent?.(Math.max(memory.counters.sent, sentUnnoted));
      return {
        ...{ before, deviceId: device?.deviceId ?? null },
        groups: groups.map((group) => presentGroup(memory, group)),
      };
    },

    notTransmitted: async ({ before, deviceId }) => {
      await tryToKeep(({ sent, acked, device }) =>
        device?.deviceId === (deviceId ?? undefined) && sent > before
          ? { k: "sent", upto: Math.max(before, acked) }
          : null,
      );
      sentUnnoted = 0;
      deps.onSent?.(memory.counters.sent);
    },

    takeNumber: async (series) => {
      const taken = await tryToKeep(({ numbers }) => {
        const next = nextNumber(numbers[series] ?? NO_NUMBERS);
        if (next === null) return null;
        const no = formatNumber(next.format, next.n);
        return { k: "taken" as const, series, n: next.n, no };
      });
      return taken?.no ?? null;
    },

    numbersLeft: (series) =>
      countLeft(memory.counters.numbers[series] ?? NO_NUMBERS),

    addLease: async (lease, renewed = false) => {
      await tryToKeep(({ numbers }) => {
        if (renewed) return { k: "lease", lease, renewed };
        const known = numbers[lease.series]?.known ?? [];
        const again = known.some(
          ({ lo, hi }) => lo <= lease.lo && lease.hi <= hi,
        );
        return again ? null : { k: "lease", lease };
      });
      return countLeft(memory.counters.numbers[lease.series] ?? NO_NUMBERS);
    },

    setClockOffset: async (measured) => {
      offsetMs = measured;
      await tryToKeep((counters) =>
        Math.abs(measured - counters.offsetMs) < OFFSET_TOLERANCE_MS
          ? null
          : { k: "clock", offsetMs: measured },
      );
    },

    tenantId: () => memory.counters.device?.tenantId ?? null,

    startDevice: async ({ deviceId, tenantId }) => {
      await keep((counters) =>
        counters.device?.deviceId === deviceId
          ? null
          : { k: "device" as const, deviceId, tenantId },
      );
    },

    close: async () => {
      await commits.drained();
      await log.close();
    },
  };
}
