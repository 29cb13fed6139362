import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { entriesInOrder } from "../../../shared/domain/opportunity-entries.ts";
import type { Code } from "../../../shared/entities/code.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { formatAmount, formatDay, inFrancs } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { nameOfStage, percent } from "./stage-text.ts";
import { figureTableStyle } from "../../ui/figure-table-style.ts";

/** OPP-3: every move, the newest first, and how long the stage was open. */
export function HistoryTable(props: {
  opportunity: Opportunity;
  cycle: Code | null;
}) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { language } = useSession();
  const entries = entriesInOrder(props.opportunity).toReversed();
  if (entries.length === 0) return null;
  return (
    <Box component="table" sx={figureTableStyle} aria-label={t("sale.history")}>
      <thead>
        <tr>
          <th scope="col">{t("sale.changedOn")}</th>
          <th scope="col">{t("sale.stage")}</th>
          <th scope="col" className="figure">
            {inFrancs(t("sale.value"))}
          </th>
          <th scope="col" className="figure">
            {t("sale.chances")}
          </th>
          <th scope="col" className="figure">
            {t("sale.probability")}
          </th>
          <th scope="col" className="figure">
            {t("sale.daysOpen")}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, entry, daysOpen }) => (
          <tr key={id}>
            <td>{formatDay(entry.changedOn)}</td>
            <td>
              {t(`sale.action.${entry.action}`)}
              <Box component="span" sx={{ color: "text.secondary" }}>
                {" · "}
                {entry.closeCode === undefined
                  ? nameOfStage(props.cycle, entry.stage, language)
                  : codes.text("closeCode", entry.closeCode, language)}
              </Box>
            </td>
            <td className="figure">
              {formatAmount(entry.estimatedMinor ?? 0)}
            </td>
            <td className="figure">{percent(entry.chances)}</td>
            <td className="figure">{percent(entry.probability)}</td>
            <td className="figure">{daysOpen ?? ""}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
