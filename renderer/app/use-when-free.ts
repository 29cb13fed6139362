import { useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNotify } from "../ui/notices.tsx";

const LOOK_EVERY_MS = 250;

/**
 * What would put another page behind a dialog waits until the dialog is closed: the work in it comes first, with the
 * page that it belongs to and with the focus.
 */
export function useWhenFree(): (run: () => void) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  const waiting = useRef<(() => void)[]>([]);
  const timer = useRef<ReturnType<typeof setInterval> | undefined>(undefined);
  useEffect(() => () => clearInterval(timer.current), []);
  return useCallback(
    (run) => {
      if (!isDialogInFront() && waiting.current.length === 0) {
        run();
        return;
      }
      waiting.current.push(run);
      if (waiting.current.length > 1) return;
      notify({ text: t("link.waits") });
      timer.current = setInterval(() => {
        if (isDialogInFront()) return;
        clearInterval(timer.current);
        for (const one of waiting.current.splice(0)) one();
      }, LOOK_EVERY_MS);
    },
    [notify, t],
  );
}

export function isDialogInFront(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}
