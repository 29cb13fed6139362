import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/core/calendar.ts";
import { parseNextStep } from "../../../shared/domain/parse-next-step.ts";
import { formatDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";

/** What the typed next step will become. */
export function NextStepHint({ text }: { text: string }) {
  const { t } = useTranslation();
  const { language, today } = useSession();
  const step = parseNextStep(text, today, language);
  if (!step) return null;
  return t("visit.nextStepDue", {
    type: t(`task.type.${step.type ?? "task"}`),
    description: step.description ?? "…",
    day: formatDay(step.date ?? addDays(today, 7)),
  });
}
