import PhonelinkEraseOutlined from "@mui/icons-material/PhonelinkEraseOutlined";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { VaultFrame } from "./vault-frame.tsx";

/** The server revoked this device: what happened, what is gone and what is not, and the one thing to do. */
export function Erased(props: {
  /** Entries that nobody else has. */
  unsent: number;
  onStartAfresh(): Promise<void>;
}) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const lost =
    props.unsent > 0
      ? t("erased.lost", { count: props.unsent })
      : t("erased.nothingLost");
  return (
    <VaultFrame
      icon={<PhonelinkEraseOutlined />}
      title={t("erased.title")}
      text={t("erased.text")}
    >
      <Typography
        variant="body2"
        sx={{ mb: 1.5, ...(props.unsent > 0 ? { fontWeight: 550 } : {}) }}
      >
        {t("erased.sent")} {lost}
      </Typography>
      <Typography variant="body2" sx={{ mb: 2.5 }}>
        {t("erased.next")}
      </Typography>
      <Button
        autoFocus
        fullWidth
        variant="contained"
        onClick={() => {
          setFailed(false);
          props.onStartAfresh().catch(() => setFailed(true));
        }}
      >
        {t("erased.again")}
      </Button>
      <Typography
        role="status"
        variant="body2"
        color="error"
        sx={failed ? { mt: 1.5 } : {}}
      >
        {failed && t("erased.failed")}
      </Typography>
    </VaultFrame>
  );
}
