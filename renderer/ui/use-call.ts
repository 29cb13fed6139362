import { useTranslation } from "react-i18next";
import { useCommands } from "./commands.ts";
import { useNotify } from "./notices.tsx";
import { useSession } from "./session.ts";

/** Another program comes to the front within this time, or none does. */
const LEAVING_MS = 1_500;

/** Calls a number with the system's program for it; back in the window, one is asked whether to log the call. */
export function useCall(): (link: string, contactId: string) => void {
  const { t } = useTranslation();
  const { openOutside, now } = useSession();
  const notify = useNotify();
  const { logCall, reached } = useCommands();
  return (link, contactId) => {
    const startedAt = now();
    const ask = () => {
      const minutes = minutesBetween(startedAt, now());
      reached(contactId, { kind: "call", startedAt, minutes });
      notify({
        text: t("call.ask"),
        action: {
          label: t("call.log"),
          run: () => logCall(contactId, startedAt, minutes),
        },
      });
    };
    void openOutside(link).then((opened) => {
      if (opened) whenBack(ask);
      else notify({ text: t("call.noProgram") });
    });
  };
}

/** Writes a mail with the system's program for it; back in the window, one is asked whether to log it (INT-14). */
export function useMail(): (link: string, contactId: string) => void {
  const { t } = useTranslation();
  const { openOutside, now } = useSession();
  const notify = useNotify();
  const { logVisit, reached } = useCommands();
  return (link, contactId) => {
    const startedAt = now();
    const ask = () => {
      const minutes = minutesBetween(startedAt, now());
      reached(contactId, { kind: "mail", startedAt, minutes });
      notify({
        text: t("mail.ask"),
        action: {
          label: t("call.log"),
          run: () => logVisit(contactId, { mail: true }),
        },
      });
    };
    void openOutside(link).then((opened) => {
      if (opened) whenBack(ask);
    });
  };
}

/** A call that was begun has taken a minute at least. */
export function minutesBetween(from: number, to: number): number {
  return Math.max(1, Math.round((to - from) / 60_000));
}

function whenBack(run: () => void): void {
  setTimeout(() => {
    if (document.hasFocus()) run();
    else window.addEventListener("focus", run, { once: true });
  }, LEAVING_MS);
}
