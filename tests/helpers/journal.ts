import type { Bridge } from "../../shared/ipc/contract.ts";
import type {
  JournalEntry,
  JournalState,
  MergedField,
} from "../../shared/ipc/journal.ts";
import type { GroupResult, Op } from "../../shared/sync/protocol.ts";

/** As whom the server knows the test journal's device. */
export const TEST_DEVICE = "test-device";

/** Main's journal, in memory: what the store asks of it over IPC and nothing else. */
export interface TestJournal {
  readonly bridge: Pick<Bridge, "invoke">;
  state(): JournalState;
  /** The next appends fail with this reason, until it is null again. */
  failWith(reason: "disk-full" | "io" | null): void;
  /** The next appends wait for the returned function. */
  hold(): () => void;
}

export function createTestJournal(): TestJournal {
  let entries: readonly JournalEntry[] = [];
  let kept: readonly JournalEntry[] = [];
  let refused: readonly JournalEntry[] = [];
  let lastD = 0;
  let acked = 0;
  let failure: "disk-full" | "io" | null = null;
  let held: Promise<void> = Promise.resolve();

  async function append(input: { label: string; ops: Op[]; again?: true }) {
    await held;
    if (failure) return { status: "failed", reason: failure };
    const d = ++lastD;
    const m = `00000000-0000-7000-8000-${String(d).padStart(12, "0")}`;
    const entry = { d, m, hlc: `${d}.0`, at: d, ...structuredClone(input) };
    entries = [...entries, entry];
    return { status: "saved", entry };
  }
  function acknowledge(input: {
    deviceId: string;
    upto: number;
    refused: GroupResult[];
  }) {
    if (input.deviceId !== TEST_DEVICE) return { acked, lastD };
    const codes = new Map(input.refused.map((result) => [result.d, result]));
    refused = [
      ...refused,
      ...entries.flatMap((entry) => {
        const { code = "", message = "" } = codes.get(entry.d) ?? {};
        return code ? [{ ...entry, refused: { code, message } }] : [];
      }),
    ];
    acked = Math.max(acked, input.upto);
    kept = [...kept, ...entries.filter(({ d }) => d <= acked)];
    entries = entries.filter(({ d }) => d > acked);
    return { acked, lastD };
  }
  const bridge = {
    async invoke(name: string, input: never) {
      if (name === "journal/append") return append(input);
      if (name === "journal/append-again")
        return append({
          ...{ label: "again", again: true },
          ops: (input as { ops: Op[] }).ops,
        });
      if (name === "journal/entries") {
        const { after, limit } = input as { after: number; limit: number };
        const all = [...kept, ...entries];
        return { entries: all.filter(({ d }) => d > after).slice(0, limit) };
      }
      if (name === "journal/acknowledge") return acknowledge(input);
      if (name === "journal/note-merged")
        return { merged: (input as { items: MergedField[] }).items };
      throw new Error(`The test journal does not know ${name}.`);
    },
  };
  return {
    bridge: bridge as Pick<Bridge, "invoke">,
    state: () => ({
      pending: [...entries],
      refused: [...refused],
      ...{ held: [], discarded: [], merged: [], lastD, acked, sent: acked },
      tornBytes: 0,
    }),
    failWith(reason) {
      failure = reason;
    },
    hold() {
      const gate = Promise.withResolvers<void>();
      held = gate.promise;
      return () => gate.resolve();
    },
  };
}
