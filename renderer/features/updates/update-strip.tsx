import SystemUpdateAltRounded from "@mui/icons-material/SystemUpdateAltRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInstall } from "./use-install.ts";
import { useUpdates } from "./updates-context.ts";
import { WhatsNewDialog } from "./whats-new-dialog.tsx";

/** Above the page while a newer version is ready, and once after it was installed; put away until the next start. */
export function UpdateStrip() {
  const { t } = useTranslation();
  const { state } = useUpdates();
  const { busy, install } = useInstall();
  const [putAway, setPutAway] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const replaced = state.kind === "idle" ? state.replaced : null;
  const ready = state.kind === "ready" ? state : null;
  const version = ready?.version ?? replaced;
  if (version === null || putAway === version) return null;
  return (
    <Box
      component="section"
      role="status"
      aria-label={t("updates.title")}
      sx={{
        flex: "none",
        display: "flex",
        alignItems: "center",
        flexWrap: "wrap",
        gap: 1,
        px: 2,
        py: 0.5,
        bgcolor: "surface.sunken",
        borderBottom: 1,
        borderColor: "divider",
        "& > svg": { fontSize: 18, color: "primary.main" },
      }}
    >
      <SystemUpdateAltRounded aria-hidden />
      <Box sx={{ flex: "1 1 200px" }}>
        {t(ready ? "updates.readyText" : "updates.replacedText", { version })}
      </Box>
      {ready && (
        <Button size="small" color="inherit" onClick={() => setReading(true)}>
          {t("updates.whatsNew")}
        </Button>
      )}
      {ready && (
        <Button
          size="small"
          variant="contained"
          loading={busy}
          onClick={install}
        >
          {t("updates.restart")}
        </Button>
      )}
      <Button size="small" color="inherit" onClick={() => setPutAway(version)}>
        {t(ready ? "updates.later" : "updates.seen")}
      </Button>
      {ready && isReading && (
        <WhatsNewDialog
          version={ready.version}
          notes={ready.notes}
          busy={busy}
          onInstall={install}
          onClose={() => setReading(false)}
        />
      )}
    </Box>
  );
}
