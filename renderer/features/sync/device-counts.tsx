import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { collectionNames } from "../../../shared/entities/registry.ts";
import { formatBytes, formatCount } from "../../ui/format.ts";
import { useCounts } from "./use-counts.ts";
import { useJournalSize } from "./use-journal-size.ts";
import { useStorageEstimate } from "./use-storage-estimate.ts";

function Size(props: { name: string; value: string }) {
  return (
    <div>
      <Typography variant="caption" component="dt" color="textSecondary">
        {props.name}
      </Typography>
      <Box
        component="dd"
        sx={{ m: 0, fontWeight: 600, fontVariantNumeric: "tabular-nums" }}
      >
        {props.value}
      </Box>
    </div>
  );
}

/** How many records of each kind this device holds, and what they take on its disk. */
export function DeviceCounts() {
  const { t, i18n } = useTranslation();
  const counts = useCounts();
  const storage = useStorageEstimate(counts);
  const { journal, unsent } = useJournalSize();
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
        <Size
          key={name}
          name={t(`collection.${name}`)}
          value={formatCount(counts[name])}
        />
      ))}
      {storage && (
        <Size
          name={t("syncPage.storage")}
          value={t("syncPage.storageOf", {
            used: formatBytes(storage.used, i18n.language),
            free: formatBytes(storage.free, i18n.language),
          })}
        />
      )}
      {journal !== null && (
        <Size
          name={t("syncPage.journal")}
          value={formatBytes(journal, i18n.language)}
        />
      )}
      <Size
        name={t("syncPage.unsentSize")}
        value={formatBytes(unsent, i18n.language)}
      />
    </Box>
  );
}
