import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { whatToAsk } from "../../../shared/domain/brief/what-to-ask.ts";
import {
  activeEntry,
  closingDay,
} from "../../../shared/domain/opportunity-entries.ts";
import { stagesOf } from "../../../shared/domain/sales-cycle.ts";
import { useSession } from "../../ui/session.ts";
import { BriefHead } from "./brief-head.tsx";
import type { BriefLimits } from "./brief-limits.ts";
import { BriefPeople } from "./brief-people.tsx";
import { BriefPurchases } from "./brief-purchases.tsx";
import { BriefSales } from "./brief-sales.tsx";
import { BriefTasks } from "./brief-tasks.tsx";
import { BriefVisits } from "./brief-visits.tsx";
import { paperStyle } from "./paper-style.ts";
import { questionText } from "./question-text.ts";
import type { ShownBrief } from "./read-brief.ts";

/** As many as an empty page would take. */
const LINES = Array.from({ length: 30 }, (_, line) => line);

/** Everything to know before a visit, on one page of A4. */
export function BriefPage(props: { brief: ShownBrief; limits: BriefLimits }) {
  const { t } = useTranslation();
  const { today, language } = useSession();
  const { brief, limits } = props;
  const { codes } = brief;
  const questions = whatToAsk({
    ...brief,
    people: brief.peopleInAll,
    sales: brief.sales.map((one) => {
      const cycle = codes.find("salesCycle", one.cycle ?? "");
      const stage = activeEntry(one)?.entry.stage ?? 0;
      return {
        description: one.description,
        closingOn: closingDay(one),
        quoteNo: one.quoteNo,
        next: stagesOf(cycle).find((other) => other.stage > stage) ?? null,
      };
    }),
    today,
  }).slice(0, limits.questions);
  return (
    <Box data-brief sx={paperStyle}>
      <BriefHead brief={brief} />
      <section className="ask">
        <h2>{t("brief.ask")}</h2>
        <ul>
          {questions.map((question, i) => (
            <li key={i}>
              <span className="box" aria-hidden />
              <span>{questionText(question, t, { language, today })}</span>
            </li>
          ))}
        </ul>
      </section>
      <Box
        sx={{ display: "grid", gridTemplateColumns: "1.15fr 1fr", gap: "6mm" }}
      >
        <div>
          <BriefVisits brief={brief} most={limits} />
          <BriefPeople brief={brief} most={limits.people} />
        </div>
        <div>
          <BriefTasks brief={brief} most={limits.tasks} />
          <BriefSales brief={brief} most={limits.sales} />
          <BriefPurchases bought={brief.bought} most={limits.products} />
        </div>
      </Box>
      <section className="notes">
        <h2>{t("brief.notes")}</h2>
        {LINES.map((line) => (
          <div key={line} />
        ))}
      </section>
    </Box>
  );
}
