import type { WeekTotals } from "../../../shared/domain/week/week-totals.ts";
import { formatAmount } from "../../ui/format.ts";
import type { WeekWords } from "./week-words.ts";

/** `4 interactions · 3 contacts · 4 h 50 · coût CHF 91.00 · 1 prochaine étape` */
export function totalsLine(
  totals: WeekTotals,
  t: WeekWords["t"],
  minutesText: (minutes: number) => string,
): string {
  return [
    t("week.visits", { count: totals.interactions }),
    t("week.contacts", { count: totals.contacts }),
    minutesText(totals.minutes),
    totals.costMinor > 0 &&
      t("visit.cost", { amount: formatAmount(totals.costMinor) }),
    totals.followUps > 0 && t("week.followUps", { count: totals.followUps }),
  ]
    .filter(Boolean)
    .join(" · ");
}
