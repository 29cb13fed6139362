import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { isErasure } from "../../../shared/sync/erased.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";
import { ErasureStrip } from "./erasure-strip.tsx";

/** The unsent entries that ask for an erasure, oldest first. */
export function useAskedErasures(): readonly JournalEntry[] {
  const { pending } = useLocalStore();
  const entries = useSyncExternalStore(
    pending.subscribe,
    pending.pendingEntries,
  );
  return entries.filter(({ ops }) => ops.some(isErasure));
}

/** On a card: that its erasure is asked for and waits for the server; until it is sent, it can be withdrawn. */
export function PendingErasure({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const { arrange } = useLocalStore();
  const notify = useNotify();
  const entry = useAskedErasures().find(({ ops }) =>
    ops.some((op) => isErasure(op) && op.id === contactId),
  );
  if (!entry) return null;

  async function withdraw(m: string): Promise<void> {
    const { status } = await arrange({ do: "discard", ms: [m] });
    notify({
      text: t(
        status === "done"
          ? "erase.withdrawn"
          : status === "transmitted"
            ? "erase.underWay"
            : "error.save.io",
      ),
    });
  }
  return (
    <ErasureStrip
      waits
      text={t("erase.pending")}
      action={{
        word: t("erase.withdraw"),
        run: () => void withdraw(entry.m),
      }}
    />
  );
}
