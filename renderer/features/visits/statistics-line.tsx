import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { ContactStatistics } from "../../../shared/domain/statistics.ts";
import { formatAmount, formatCount, formatDay } from "../../ui/format.ts";

/** The figures of the card (STA-1): how often, how long, how dear, when last. */
export function StatisticsLine(props: { statistics: ContactStatistics }) {
  const { t } = useTranslation();
  const { statistics } = props;
  if (statistics.interactions === 0) return null;
  const { lastInteraction, lastAttempted } = statistics;
  const figures: readonly (readonly [string, string])[] = [
    [
      t("statistics.interactions", { count: statistics.interactions }),
      formatCount(statistics.interactions),
    ],
    [
      t("statistics.minutes", { count: statistics.minutes }),
      formatCount(statistics.minutes),
    ],
    [t("statistics.cost"), formatAmount(statistics.costMinor)],
    ...(lastInteraction
      ? [[t("statistics.last"), formatDay(lastInteraction)] as const]
      : lastAttempted
        ? [[t("statistics.lastAttempt"), formatDay(lastAttempted)] as const]
        : []),
  ];
  return (
    <Box
      component="dl"
      sx={{
        display: "flex",
        flexWrap: "wrap",
        columnGap: 1.5,
        rowGap: 0.75,
        m: 0,
        mt: 1,
        px: 1.25,
        py: 1,
        borderRadius: 1,
        bgcolor: "surface.sunken",
      }}
    >
      {figures.map(([label, figure]) => (
        <Box
          key={label}
          sx={{ display: "flex", flexDirection: "column-reverse" }}
        >
          <Box
            component="dt"
            sx={{ fontSize: 12, color: "text.secondary", lineHeight: 1.3 }}
          >
            {label}
          </Box>
          <Box
            component="dd"
            sx={{ m: 0, fontWeight: 600, fontVariantNumeric: "tabular-nums" }}
          >
            {figure}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
