import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import {
  collectionNames,
  type CollectionName,
} from "../../../shared/entities/registry.ts";
import { useLive } from "../../local-store/use-live.ts";
import { formatCount } from "../../ui/format.ts";

/** How many records of each kind this device holds. */
export function DeviceCounts() {
  const { t } = useTranslation();
  const live = useLive({
    key: "counts",
    collections: collectionNames,
    read: (store) => store.counts(),
  });
  if (live.status !== "ready") return null;
  const shown = collectionNames.filter(
    (name: CollectionName) => live.value[name] > 0,
  );
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
            {formatCount(live.value[name])}
          </Box>
        </div>
      ))}
    </Box>
  );
}
