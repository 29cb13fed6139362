import type { Clock } from "../../../shared/core/clock.ts";
import { uuidV7, type RandomSource } from "../../../shared/core/ids.ts";
import type {
  Arranged,
  Arrangement,
  JournalEntry,
  JournalState,
} from "../../../shared/ipc/journal.ts";
import type { Group } from "../../../shared/sync/protocol.ts";
import type { Journal } from "./journal.ts";
import { draftArrangement } from "./arrange.ts";
import type { JournalKeeper } from "./journal-keeper.ts";
import type { Counters } from "./journal-counters.ts";

/** What a person does with what waits, is held or was refused. */
export function journalArranging(
  { memory, keep, after }: JournalKeeper,
  deps: {
    readonly clock: Clock;
    readonly random: RandomSource;
    readonly stampNow: () => number;
    readonly stateNow: () => JournalState;
    /** The highest `d` that may have reached the server. */
    readonly sent: () => number;
    readonly newEntry: (
      counters: Counters,
      label: string,
      ops: Group["ops"],
    ) => JournalEntry;
  },
): Pick<Journal, "arrange"> {
  const { clock, random, stampNow, stateNow, newEntry } = deps;

  /** One step; another one may follow, where what was discarded together goes back to several places. */
  async function arrangeOnce(
    arrangement: Arrangement,
  ): Promise<Arranged["status"] | readonly string[]> {
    let transmitted = false;
    const record = await keep((counters, added) => {
      const now = after(added);
      const sent = Math.max(counters.sent, deps.sent());
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

  return {
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
  };
}
