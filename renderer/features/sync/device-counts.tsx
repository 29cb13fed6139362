import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { collectionNames } from "../../../shared/entities/registry.ts";
import { formatBytes, formatCount } from "../../ui/format.ts";
import { useCounts } from "./use-counts.ts";
import { useStorageEstimate } from "./use-storage-estimate.ts";

/** How many records of each kind this device holds. */
export function DeviceCounts() {
  const { t } = useTranslation();
  const counts = useCounts();
  const storage = useStorageEstimate(counts);
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
      {storage && (
        <div>
          <Typography variant="caption" component="dt" color="textSecondary">
            {t("syncPage.storage")}
          </Typography>
          <Box
            component="dd"
            sx={{ m: 0, fontWeight: 600, fontVariantNumeric: "tabular-nums" }}
          >
            {t("syncPage.storageOf", {
              used: formatBytes(storage.used),
              free: formatBytes(storage.free),
            })}
          </Box>
        </div>
      )}
    </Box>
  );
}
