import type { Journal } from "./journal.ts";
import { presentGroup } from "./entries-after.ts";
import type { JournalKeeper } from "./journal-keeper.ts";

/** Which entries have been on their way to the server: nobody may set those aside or move them any more. */
export function journalSending(
  { memory, tryToKeep }: JournalKeeper,
  onSent?: (upto: number) => void,
): Pick<Journal, "transmitting" | "notTransmitted"> & { sent(): number } {
  /** What is on its way although the disk would not remember it. */
  let sentUnnoted = 0;
  const sent = () => Math.max(memory.counters.sent, sentUnnoted);
  return {
    /** The highest `d` that may have reached the server. */
    sent,
    transmitting: async (groups) => {
      const { sent: before, device } = memory.counters;
      const highest = Math.max(0, ...groups.map(({ d }) => d));
      const upto = Math.min(highest, memory.counters.lastD);
      const noted = await tryToKeep(({ sent }) =>
        upto > sent ? { k: "sent" as const, upto } : null,
      );
      if (noted === null && upto > before) sentUnnoted = upto;
      onSent?.(sent());
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
      onSent?.(memory.counters.sent);
    },
  };
}
