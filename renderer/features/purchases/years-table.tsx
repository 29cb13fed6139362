import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { useTranslation } from "react-i18next";
import type { PurchaseSummary } from "../../../shared/domain/purchase-summary.ts";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import { Amounts } from "./amounts.tsx";
import { figureTableStyle } from "../../ui/figure-table-style.ts";

/** Chart and table in one: a bar a year beside its amount; a year is a key that shows it alone. */
export function YearsTable(props: {
  years: PurchaseSummary["years"];
  chosen: string | null;
  onChoose(year: string | null): void;
}) {
  const { t } = useTranslation();
  const worth = (year: PurchaseSummary["years"][number]) =>
    Math.max(0, ...year.amounts.map(({ minor }) => minor));
  const most = Math.max(1, ...props.years.map(worth));
  return (
    <Box
      component="table"
      sx={{ ...figureTableStyle, "& td": { py: 0.25, px: 0.75 } }}
    >
      <Box component="caption" sx={visuallyHidden}>
        {t("purchases.byYear")}
      </Box>
      <Box component="thead" sx={visuallyHidden}>
        <tr>
          <th scope="col">{t("purchases.year")}</th>
          <th scope="col">{t("purchases.share")}</th>
          <th scope="col">{t("purchases.amount")}</th>
        </tr>
      </Box>
      <tbody>
        {props.years.map((year) => {
          const isChosen = props.chosen === year.year;
          const percent = Math.round((worth(year) / most) * 100);
          return (
            <tr key={year.year}>
              <Box component="th" scope="row" sx={{ width: 64 }}>
                <ButtonBase
                  aria-pressed={isChosen}
                  aria-label={t("purchases.onlyYear", { year: year.year })}
                  onClick={() => props.onChoose(isChosen ? null : year.year)}
                  sx={{
                    px: 0.75,
                    py: 0.25,
                    ml: -0.75,
                    borderRadius: 1,
                    fontWeight: 600,
                    fontSize: 13,
                    color: isChosen ? "primary.main" : "text.primary",
                    bgcolor: isChosen ? "soft.primary" : undefined,
                    "&:hover": { bgcolor: "surface.hover" },
                  }}
                >
                  {year.year}
                </ButtonBase>
              </Box>
              <Box component="td" sx={{ verticalAlign: "middle !important" }}>
                <Box
                  aria-hidden
                  sx={{
                    height: 10,
                    width: `${percent}%`,
                    minWidth: 2,
                    borderRadius: 0.5,
                    bgcolor: "primary.main",
                    opacity: props.chosen === null || isChosen ? 1 : 0.35,
                  }}
                />
                <Box component="span" sx={visuallyHidden}>
                  {percent} %
                </Box>
              </Box>
              <Box component="td" className="figure" sx={{ width: 110 }}>
                <Amounts amounts={year.amounts} />
              </Box>
            </tr>
          );
        })}
      </tbody>
    </Box>
  );
}
