import KeyOffOutlined from "@mui/icons-material/KeyOffOutlined";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { VaultState } from "../../../shared/ipc/vault.ts";
import { VaultFrame } from "./vault-frame.tsx";

type Reason = Extract<VaultState, { kind: "unavailable" }>["reason"];

/** The key cannot be had: what is safe, what to do, and no way to make things worse. */
export function VaultUnavailable(props: {
  reason: Reason;
  /** Where there is a recovery code: it opens without the keystore. */
  onRecover?: (() => void) | undefined;
  onAgain(): void;
}) {
  const { t } = useTranslation();
  const what = props.reason === "damaged" ? "damaged" : "missing";
  return (
    <VaultFrame
      icon={<KeyOffOutlined />}
      title={t(`vault.${what}Title`)}
      text={t(`vault.${what}Text`)}
    >
      <Button autoFocus fullWidth variant="contained" onClick={props.onAgain}>
        {t("error.again")}
      </Button>
      {props.onRecover && (
        <Button
          fullWidth
          color="inherit"
          sx={{ mt: 1 }}
          onClick={props.onRecover}
        >
          {t("lock.useCode")}
        </Button>
      )}
    </VaultFrame>
  );
}
