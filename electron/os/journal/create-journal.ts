import { assert } from "../../../shared/core/assert.ts";
import type { Clock } from "../../../shared/core/clock.ts";
import { nextHlc } from "../../../shared/core/hlc.ts";
import { uuidV7, type RandomSource } from "../../../shared/core/ids.ts";
import type {
  AppendResult,
  JournalEntry,
  JournalState,
  MergedField,
} from "../../../shared/ipc/journal.ts";
import type { Group } from "../../../shared/sync/protocol.ts";
import { diskErrorCode } from "../durable-file.ts";
import { asideAs, heldLike } from "./arrange.ts";
import { KEPT_MS } from "./compact-journal.ts";
import { entriesAfter } from "./entries-after.ts";
import type { Journal } from "./journal.ts";
import { journalArranging } from "./journal-arranging.ts";
import { createJournalKeeper, type JournalLog } from "./journal-keeper.ts";
import { journalNumbers } from "./journal-numbers.ts";
import type { JournalRecord } from "./journal-record.ts";
import { journalSending } from "./journal-sending.ts";
import type { Counters } from "./journal-counters.ts";
import { remembersErased } from "./forget-erased.ts";
import type { JournalMemory } from "./journal-state.ts";
import { isRefusable } from "./unreadable-entry.ts";

/** A clock correction that moved less than this is not worth a record. */
const OFFSET_TOLERANCE_MS = 250;
/** The outbox's words for a document that goes back to a restored server. */
const AGAIN_LABEL = "outbox.again";
/** What fits into the time bits of a UUIDv7, the year 10889. */
const MAX_STAMP_MS = 2 ** 48 - 1;

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
  const keeper = createJournalKeeper(memory, log);
  const { keep, tryToKeep, after } = keeper;
  /** In use at once; on disk only when it has moved noticeably. */
  let offsetMs = memory.counters.offsetMs;

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

  const { sent, ...sending } = journalSending(keeper, deps.onSent);
  return {
    ...journalNumbers(keeper),
    ...sending,
    ...journalArranging(keeper, {
      ...{ clock, random, stampNow, stateNow, sent, newEntry },
    }),

    read: async () => {
      await keeper.drained();
      return stateNow();
    },

    append: async (label, ops) => {
      const result = await appended((c) => newEntry(c, label, ops));
      assert(result !== null, "an entry is always kept or refused");
      return result;
    },

    appendAgain: async (hlc, ops, since) => {
      const result = await appended((counters, before) =>
        isSpokenOf(memory, ops, since, before)
          ? null
          : { ...newEntry(counters, AGAIN_LABEL, ops), hlc, again: true },
      );
      return result ?? { status: "needless" };
    },

    entries: async (after, limit, gapless) => {
      await keeper.drained();
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
        const late = refused.some(({ d }) => isRefusable(memory.kept.get(d)));
        if (known <= acked && !late) return null;
        return { k: "acknowledged", upto: known, refused, at: clock.now() };
      });
      const { acked, lastD } = memory.counters;
      return { acked, lastD };
    },

    noteMerged: async (items) => {
      await tryToKeep(() => ({ k: "merged" as const, items }));
      return mergedNow();
    },

    forgetErased: async (keys, contacts) => {
      const record = { k: "erased" as const, keys, contacts };
      await keep((_counters, before) =>
        remembersErased(after(before), record) ? record : null,
      );
      return stateNow();
    },

    remembered: async () => {
      await keeper.drained();
      const { kept, pending, refused, aside, merged } = memory;
      return [kept, pending, refused, aside, merged].flatMap((list) => [
        ...list.values(),
      ]);
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
      await keeper.drained();
      await log.close();
    },
  };
}

/** Whether an unsent entry above `since`, or one on its way to the disk, has an operation on one of these documents. */
function isSpokenOf(
  memory: JournalMemory,
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
