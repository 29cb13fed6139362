import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { collectionNames } from "../../../shared/entities/registry.ts";
import { formatCount } from "../../ui/format.ts";
import { useCounts } from "./use-counts.ts";

/** How many records of each kind this device holds. */
export function DeviceCounts() {
  const { t } = useTranslation();
  const counts = useCounts();
  if (counts === null) return null;
  const shown = collectionNames.filter((name) => counts[name] > 0);
  if (shown.length === 0) {
    return (
      <Typography color="textSecondary">{t("syncPage.countsEmpty")}</Typography>
    );
  }
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: "grid",
        gridTemplateColumns: "repeat(auto-fill, minmax(150px, 1fr))",
        gap: 1.5,
      }}
    >
      {shown.map((name) => (
        <div key={name}>
          <Typography variant="caption" component="dt" color="textSecondary">
            {t(`collection.${name}`)}
          </Typography>
          <Box
            component="dd"
            sx={{ m: 0, fontWeight: 600, fontVariantNumeric: "tabular-nums" }}
          >
            {formatCount(counts[name])}
          </Box>
        </div>
      ))}
    </Box>
  );
}
