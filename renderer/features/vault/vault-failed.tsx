import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";

/** The disk or the main process refused; nothing has changed. */
export function VaultFailed() {
  const { t } = useTranslation();
  return (
    <Alert
      severity="error"
      sx={{ bgcolor: "soft.error", color: "text.primary" }}
    >
      {t("vault.failed")}
    </Alert>
  );
}
