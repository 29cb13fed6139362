import LockOutlined from "@mui/icons-material/LockOutlined";
import Button from "@mui/material/Button";
import Box from "@mui/material/Box";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { VaultFailed } from "./vault-failed.tsx";
import { VaultFrame } from "./vault-frame.tsx";

/** Locked, and the system's keystore has the key: who is signed in to the computer opens it. */
export function Reopen(props: { onOpen(): Promise<void> }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  return (
    <VaultFrame
      icon={<LockOutlined />}
      title={t("lock.lockedTitle")}
      text={t("lock.keystoreText")}
    >
      {failed && (
        <Box sx={{ mb: 2 }}>
          <VaultFailed />
        </Box>
      )}
      <Button
        autoFocus
        fullWidth
        variant="contained"
        loading={busy}
        onClick={() => {
          setBusy(true);
          setFailed(false);
          props
            .onOpen()
            .catch(() => setFailed(true))
            .finally(() => setBusy(false));
        }}
      >
        {t("vault.open")}
      </Button>
    </VaultFrame>
  );
}
