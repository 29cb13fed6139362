import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/core/calendar.ts";
import { parseNextStep } from "../../../shared/domain/parse-next-step.ts";
import { formatDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";

/** What the typed next step becomes, in words; null = nothing. */
export function useNextStepWords(): (text: string) => string | null {
  const { t } = useTranslation();
  const { language, today } = useSession();
  return (text) => {
    const step = parseNextStep(text, today, language);
    if (!step) return null;
    return t("visit.nextStepDue", {
      type: t(`task.type.${step.type ?? "task"}`),
      description: step.description ?? "…",
      day: formatDay(step.date ?? addDays(today, 7)),
    });
  };
}

export function NextStepHint({ text }: { text: string }) {
  return useNextStepWords()(text);
}
