import { useEffect, useMemo, useState } from "react";
import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { useSyncControls } from "./sync-context.ts";
import { usePendingEntries } from "./use-pending.ts";

/** Entries that are measured; of more, the rest is taken to be like them. */
const MEASURED = 100;

/** Bytes of the journal on the disk (null until known) and of what in it has not been sent. */
export function useJournalSize(): {
  readonly journal: number | null;
  readonly unsent: number;
} {
  const { journalBytes } = useSyncControls();
  const pending = usePendingEntries();
  const [journal, setJournal] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    journalBytes().then(
      (bytes) => {
        if (current) setJournal(bytes);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [journalBytes, pending.length]);
  const unsent = useMemo(() => bytesOf(pending), [pending]);
  return { journal, unsent };
}

export function bytesOf(entries: readonly JournalEntry[]): number {
  const measured = entries.slice(0, MEASURED);
  if (measured.length === 0) return 0;
  const bytes = measured.reduce(
    (sum, { ops }) => sum + JSON.stringify(ops).length,
    0,
  );
  return Math.round((bytes * entries.length) / measured.length);
}
