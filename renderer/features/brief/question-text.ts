import type { TFunction } from "i18next";
import type { Question } from "../../../shared/domain/brief/what-to-ask.ts";
import { stageText } from "../../../shared/domain/sales-cycle.ts";
import { formatShortDay } from "../../ui/format.ts";

/** A question as one would say it. */
export function questionText(
  question: Question,
  t: TFunction,
  { language, today }: { readonly language: string; readonly today: string },
): string {
  const on = (day: string) => formatShortDay(day, today);
  switch (question.kind) {
    case "promised":
    case "agreed":
    case "putOff":
    case "decision":
    case "lapsed":
    case "since":
      return t(`brief.ask.${question.kind}`, {
        what: question.what,
        day: on(question.day),
      });
    case "unfinished":
    case "mend":
    case "noNextStep":
      return t(`brief.ask.${question.kind}`, { day: on(question.day) });
    case "quote":
    case "stage":
      return t(`brief.ask.${question.kind}`, {
        what: question.what,
        stage: stageText(question.stage, language),
      });
    case "closing":
      return t("brief.ask.closing", { what: question.what });
    case "never":
      return t("brief.ask.never", {
        what: question.what,
        count: question.buyers,
      });
    case "first":
    case "whoDecides":
      return t(`brief.ask.${question.kind}`);
    case "missing":
      return t("brief.ask.missing", {
        fields: question.fields.map((one) => t(`field.${one}`)).join(", "),
      });
  }
}
