import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { useInstall } from "./use-install.ts";
import { useStateText } from "./use-state-text.ts";
import { useUpdates } from "./updates-context.ts";

/** Where the notebook does not open: a newer version may be the remedy. */
export function UpdateOffer() {
  const { t } = useTranslation();
  const { state, check } = useUpdates();
  const { busy, install } = useInstall();
  const text = useStateText();
  if (state.kind === "off") return null;
  const ready = state.kind === "ready";
  const working = state.kind !== "idle" && state.kind !== "failed" && !ready;
  const asked = state.kind !== "idle" || state.checkedAt !== null;
  return (
    <Box
      component="section"
      aria-label={t("updates.title")}
      sx={{ mt: 2.5, px: 3.5, display: "grid", gap: 1, justifyItems: "start" }}
    >
      <Typography variant="body2" color="textSecondary">
        {t("updates.mayHelp")}
      </Typography>
      <Typography role="status" variant="body2">
        {asked && text}
      </Typography>
      <Button
        variant={ready ? "contained" : "outlined"}
        {...(ready ? {} : { color: "inherit" })}
        loading={ready ? busy : working}
        onClick={ready ? install : check}
      >
        {t(ready ? "updates.restart" : "updates.check")}
      </Button>
    </Box>
  );
}
