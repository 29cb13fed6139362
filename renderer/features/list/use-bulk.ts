import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BulkEdit } from "../../../shared/domain/bulk-edit.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { formatCount } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { previewBulk, runBulk, type BulkPreview } from "./bulk-run.ts";

/** While one types, only the last state is worked out. */
const SETTLED_MS = 250;

/** The preview follows what is being described; running shows how far it is and can be stopped. */
export function useBulk(
  ids: readonly string[],
  edit: BulkEdit | null,
  onDone: () => void,
) {
  const { t } = useTranslation();
  const { store, list, undo } = useLocalStore();
  const notify = useNotify();
  const [preview, setPreview] = useState<BulkPreview | null>(null);
  const [counted, setCounted] = useState<number | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const stopped = useRef(false);
  const chosen = useRef(ids);
  const key = JSON.stringify(edit);

  useEffect(() => {
    setPreview(null);
    setCounted(null);
    const wanted = JSON.parse(key) as BulkEdit | null;
    if (wanted === null) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      const watch = {
        onProgress: setCounted,
        isCanceled: () => !current,
      };
      void previewBulk(store, chosen.current, wanted, watch).then((found) => {
        if (current) setPreview(found);
      });
    }, SETTLED_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [store, key]);

  async function run(): Promise<void> {
    if (edit === null) return;
    stopped.current = false;
    setProgress(0);
    const steps = undo.begin("action.bulkEdit");
    const { status, changed } = await runBulk(
      { store, list, save: steps.save },
      chosen.current,
      edit,
      { onProgress: setProgress, isCanceled: () => stopped.current },
    )
      // A store that cannot be read is told like a disk that does not answer.
      .catch(() => ({ status: "failed" as const, changed: 0 }));
    try {
      await steps.end();
    } finally {
      setProgress(null);
    }
    if (status === "failed") notify({ text: t("error.save.io") });
    if (changed > 0)
      notify({
        text:
          status === "canceled"
            ? t("bulk.stopped", { n: formatCount(changed) })
            : t("bulk.done", { count: changed }),
        undo: true,
      });
    else if (status === "done") notify({ text: t("bulk.nothing") });
    if (status !== "failed") onDone();
  }

  return {
    ...{ preview, counted, progress, run },
    stop() {
      stopped.current = true;
    },
  };
}
