import { useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../ui/notices.tsx";
import type { ImportState } from "./import-state.ts";
import { useImportSession } from "./use-import.ts";

export interface ImportPart {
  /** Short, for the eye, and whole, for the ear. */
  readonly shown: string;
  readonly spoken: string;
}

/**
 * How far an import is that writes while one works elsewhere, and a word when it has ended.
 *
 * @param here the import's own page is on the screen, which says it all
 */
export function useImportPart(here: boolean): ImportPart | null {
  const { t } = useTranslation();
  const notify = useNotify();
  const { subscribe, state } = useImportSession();
  // Each by itself, so that what stands beside it is drawn a hundred times in an import and not a thousand.
  const step = useSyncExternalStore(subscribe, () => state().step);
  const end = useSyncExternalStore(subscribe, () => endOf(state()));
  const file = useSyncExternalStore(subscribe, () => fileOf(state()));
  const percent = useSyncExternalStore(subscribe, () => percentOf(state()));
  const before = useRef(step);
  useEffect(() => {
    const wrote = before.current === "writing";
    before.current = step;
    if (wrote && end !== null && !here)
      notify({
        text: t("nav.importEnd", { end: t(`import.end.${end}`), file }),
      });
  }, [step, end, file, here, notify, t]);
  if (percent === null) return null;
  return {
    shown: t("nav.importPart", { percent }),
    spoken: t("nav.importing", { percent }),
  };
}

function endOf(state: ImportState) {
  return state.step === "result" ? state.end : null;
}

function fileOf(state: ImportState): string {
  return state.step === "choose" ? "" : state.preview.fileName;
}

function percentOf(state: ImportState): number | null {
  if (state.step !== "writing") return null;
  const part = state.done / state.preview.bytes;
  return Math.min(99, Math.floor(part * 100));
}
