import { useTranslation } from "react-i18next";
import {
  activeEntry,
  closingDay,
} from "../../../shared/domain/opportunity-entries.ts";
import { stageOf, stageText } from "../../../shared/domain/sales-cycle.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import type { Codes } from "../../local-store/use-codes.ts";
import { formatAmount, formatShortDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { BriefList } from "./brief-list.tsx";
import type { ShownBrief } from "./read-brief.ts";

/** What may be sold: stage, value, when. */
export function BriefSales(props: { brief: ShownBrief; most: number }) {
  const { t } = useTranslation();
  return (
    <BriefList
      title={t("brief.sales")}
      none={t("brief.noSales")}
      all={props.brief.sales}
      inAll={props.brief.salesInAll}
      most={props.most}
      line={(one) => <SaleLine opportunity={one} codes={props.brief.codes} />}
    />
  );
}

function SaleLine(props: { opportunity: Opportunity; codes: Codes }) {
  const { t } = useTranslation();
  const { language, today } = useSession();
  const { opportunity, codes } = props;
  const entry = activeEntry(opportunity)?.entry;
  const cycle = codes.find("salesCycle", opportunity.cycle ?? "");
  const stage = entry && stageOf(cycle, entry.stage);
  const closing = closingDay(opportunity);
  return (
    <>
      <div className="row">
        <span>{opportunity.description}</span>
        <span className="figure">
          {entry?.estimatedMinor === undefined
            ? ""
            : `CHF ${formatAmount(entry.estimatedMinor)}`}
        </span>
      </div>
      <div className="row">
        <span className="quiet">
          {[
            entry === undefined
              ? t("sale.status.notStarted")
              : stage
                ? `${entry.stage} ${stageText(stage, language)}`
                : String(entry.stage),
            entry?.probability !== undefined && `${entry.probability} %`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {closing && (
          <span className={closing < today ? "late" : "quiet"}>
            {formatShortDay(closing, today)}
          </span>
        )}
      </div>
    </>
  );
}
