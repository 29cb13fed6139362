import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { PipelineTotals } from "../../../shared/domain/pipeline.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { formatCount, formatFrancs } from "../../ui/format.ts";
import { SNUG } from "../../ui/narrow.ts";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { nameOfStage } from "./stage-text.ts";
import { TotalsTable } from "./totals-table.tsx";

/** What is in the pipeline: by stage, by the month in which it is expected, and why the closed ones ended. */
export function PipelineTotalsView({ totals }: { totals: PipelineTotals }) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { language } = useSession();
  const { open, byStage, byMonth, byReason } = totals;
  const cycles = new Set(byStage.map(({ cycle }) => cycle));
  const month = new Intl.DateTimeFormat(language, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return (
    <Box
      sx={{
        display: "grid",
        gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
        gap: 2.5,
        alignItems: "start",
        [SNUG]: { gridTemplateColumns: "minmax(0, 1fr)" },
      }}
    >
      <Section id="sales-stages" title={t("sale.byStage")}>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          {t("sale.openTotal", {
            count: open.count,
            n: formatCount(open.count),
            value: formatFrancs(open.estimatedMinor),
            current: formatFrancs(open.currentMinor),
          })}
        </Typography>
        <TotalsTable
          label={t("sale.byStage")}
          first={t("sale.stage")}
          rows={byStage.map((row) => {
            const cycle = codes.find("salesCycle", row.cycle);
            const name =
              row.stage === 0
                ? t("sale.status.notStarted")
                : nameOfStage(cycle, row.stage, language);
            return {
              ...row,
              key: `${row.cycle}/${row.stage}`,
              name: cycles.size > 1 ? `${row.cycle} · ${name}` : name,
            };
          })}
        />
      </Section>
      <Section id="sales-months" title={t("sale.byMonth")}>
        <TotalsTable
          label={t("sale.byMonth")}
          first={t("sale.month")}
          rows={byMonth.map((row) => ({
            ...row,
            key: row.month,
            name:
              row.month === ""
                ? t("sale.noMonth")
                : month.format(new Date(`${row.month}-01T00:00:00Z`)),
          }))}
        />
      </Section>
      {byReason.length > 0 && (
        <Section id="sales-reasons" title={t("sale.byReason")}>
          <TotalsTable
            plain
            label={t("sale.byReason")}
            first={t("sale.reason")}
            rows={byReason.map((row) => ({
              ...row,
              key: `${row.outcome}/${row.code}`,
              name: `${t(`sale.status.${row.outcome}`)} · ${codes.text("closeCode", row.code, language)}`,
            }))}
          />
        </Section>
      )}
    </Box>
  );
}
