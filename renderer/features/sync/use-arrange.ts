import { useTranslation } from "react-i18next";
import type { Arrangement } from "../../../shared/ipc/journal.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";
import { outboxLines } from "./outbox-lines.ts";

type What = Exclude<Arrangement["do"], "resend">;

/**
 * Holds, sends first, discards and sends again, and says what became of it, with Undo where there is something to undo.
 * Gives whether it was done.
 */
export function useArrange(): (
  what: What,
  ms: readonly string[],
) => Promise<boolean> {
  const { t } = useTranslation();
  const { arrange } = useLocalStore();
  const notify = useNotify();

  return async function run(what, ms): Promise<boolean> {
    const answer = await arrange({ do: what, ms: [...ms] });
    if (answer.status === "transmitted") {
      notify({ text: t("outbox.onItsWay") });
      return false;
    }
    if (answer.status === "failed") {
      notify({ text: t("error.save.io") });
      return false;
    }
    if (answer.moved.length === 0) return false;
    const count = outboxLines(answer.moved).length;
    const moved = answer.moved.map(({ m }) => m);
    const undo = {
      label: t("undo"),
      run: () => void arrange({ do: "resume", ms: moved }),
    };
    switch (what) {
      case "hold":
        notify({ text: t("outbox.held", { count }), action: undo });
        break;
      case "discard":
        notify({ text: t("outbox.discarded", { count }), action: undo });
        break;
      case "send-first":
        notify({ text: t("outbox.goesFirst", { count }) });
        break;
      case "resume":
        notify({ text: t("outbox.resumed", { count }) });
    }
    return true;
  };
}
