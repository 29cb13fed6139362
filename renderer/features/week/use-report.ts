import { useTranslation } from "react-i18next";
import { isoWeek, weekName } from "../../../shared/domain/week/iso-week.ts";
import { weekTotals } from "../../../shared/domain/week/week-totals.ts";
import { useMinutesText } from "../../ui/minutes-text.ts";
import { useSession } from "../../ui/session.ts";
import { entryOf } from "./line-texts.ts";
import { totalsLine } from "./totals-line.ts";
import { rangeText } from "./range-text.ts";
import type { WeekModel } from "./week-model.ts";
import { reportDays, type WeekReport } from "./week-report.tsx";
import type { WeekWords } from "./week-words.ts";

/** Makes the report of what is recorded now. `file`: its name, without an ending. */
export function useReport(
  model: WeekModel,
  words: WeekWords,
): () => WeekReport & { readonly file: string } {
  const { t } = useTranslation();
  const { language, today, owner } = useSession();
  const minutesText = useMinutesText();
  return () => {
    const week = isoWeek(model.monday);
    const lines = model.lines();
    const logged = lines.filter((line) => line.kind === "logged");
    const totals = weekTotals(
      logged.flatMap((line) => entryOf(line, words) ?? []),
      model.monday,
      today,
    );
    const left = lines.filter(
      (line) => line.kind === "typed" && line.state.kind !== "blank",
    ).length;
    return {
      file: `${t("week.file")}-${weekName(week)}`,
      title: [
        t("week.title", { n: week.week }),
        rangeText(week, language),
        owner.name,
      ]
        .filter(Boolean)
        .join(" · "),
      totals: totalsLine(totals, t, minutesText),
      left: left > 0 ? t("week.notInReport", { count: left }) : "",
      days: reportDays(lines, totals, words),
    };
  };
}
