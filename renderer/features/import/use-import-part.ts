import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../ui/notices.tsx";
import { useImport } from "./use-import.ts";

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
  const { state } = useImport();
  const before = useRef(state.step);
  const end = state.step === "result" ? state.end : null;
  const file = state.step === "choose" ? "" : state.preview.fileName;
  useEffect(() => {
    const wrote = before.current === "writing";
    before.current = state.step;
    if (wrote && end !== null && !here)
      notify({
        text: t("nav.importEnd", { end: t(`import.end.${end}`), file }),
      });
  }, [state.step, end, file, here, notify, t]);
  if (state.step !== "writing") return null;
  const { bytes } = state.preview;
  const percent = Math.min(99, Math.floor((state.done / bytes) * 100));
  return {
    shown: t("nav.importPart", { percent }),
    spoken: t("nav.importing", { percent }),
  };
}
