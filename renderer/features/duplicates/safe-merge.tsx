import Button from "@mui/material/Button";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { proposedChoice } from "../../../shared/domain/merge/merge-fields.ts";
import { collisionsOf } from "../../../shared/domain/merge/merge-rows.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import { useNotify } from "../../ui/notices.tsx";
import { useMayMerge } from "./use-may-merge.ts";
import { useMerge } from "./use-merge.ts";
import type { ShownPair } from "./use-pairs.ts";

/** Merges the pairs of the safe lane one after the other, each one step of Undo; whoever needs a decision is left. */
export function SafeMerge({ pairs }: { pairs: readonly ShownPair[] }) {
  const { t } = useTranslation();
  const { store } = useLocalStore();
  const { merge } = useMerge();
  const may = useMayMerge();
  const notify = useNotify();
  const [done, setDone] = useState<number | null>(null);
  const stopping = useRef(false);
  if (!may) return null;

  async function all(): Promise<void> {
    stopping.current = false;
    let merged = 0;
    for (const [i, { a, b }] of pairs.entries()) {
      if (stopping.current) break;
      setDone(i);
      const found = await store.getMany("contacts", [a, b]);
      const [one, other] = [found.get(a), found.get(b)];
      // Merged with a third one meanwhile, as three of one contact are.
      if (!one || !other) continue;
      if ((one.mergedInto ?? other.mergedInto) !== undefined) continue;
      const [keep, gone] =
        Object.keys(one).length >= Object.keys(other).length
          ? [one, other]
          : [other, one];
      if (collisionsOf(keep, gone).length > 0) continue;
      const choice = proposedChoice(keep, [gone]);
      const wish = { keep, others: [gone], choice, resolutions: {} };
      if (await merge(wish, true)) merged += 1;
    }
    setDone(null);
    notify({ text: t("double.safeMerged", { count: merged }) });
  }

  if (done !== null)
    return (
      <JobProgress
        label={t("double.merging")}
        part={done / pairs.length}
        text={t("double.mergingOf", { done, of: pairs.length })}
        stopWord={t("double.stop")}
        onStop={() => {
          stopping.current = true;
        }}
      />
    );
  return (
    <Button variant="outlined" sx={{ mb: 1 }} onClick={() => void all()}>
      {t("double.mergeAll", { count: pairs.length })}
    </Button>
  );
}
