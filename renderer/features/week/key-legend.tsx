import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/kbd.tsx";

const KEYS = [
  ["week.key.enter", "week.keyIs.enter"],
  ["week.key.newRow", "week.keyIs.newRow"],
  ["week.key.copy", "week.keyIs.copy"],
  ["week.key.duplicate", "week.keyIs.duplicate"],
  ["week.key.accept", "week.keyIs.accept"],
  ["week.key.undo", "week.keyIs.undo"],
] as const;

/** The keys that make the week short. */
export function KeyLegend() {
  const { t } = useTranslation();
  return (
    <Box
      sx={{
        display: "flex",
        flexWrap: "wrap",
        gap: "4px 16px",
        flex: "none",
        fontSize: 12,
        color: "text.secondary",
      }}
    >
      {KEYS.map(([key, what]) => (
        <Box
          component="span"
          key={key}
          sx={{ display: "inline-flex", gap: 0.75, alignItems: "center" }}
        >
          <Box component="span" sx={{ color: "text.primary" }}>
            <Kbd>{t(key)}</Kbd>
          </Box>
          {t(what)}
        </Box>
      ))}
    </Box>
  );
}
