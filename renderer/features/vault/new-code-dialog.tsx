import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { RecoveryCode } from "./recovery-code.tsx";
import type { VaultAccess } from "./security-section.tsx";

/** A new recovery code in the place of the former one. */
export function NewCodeDialog(props: {
  code: string;
  vault: Pick<VaultAccess, "keepRecoveryCode" | "saveRecoveryCode">;
  onClose(done: boolean): void;
}) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <Dialog
      open
      onClose={() => props.onClose(false)}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="xs"
    >
      <DialogTitle id={titleId}>{t("lock.codeTitle")}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>
          {t("lock.codeText")}
        </DialogContentText>
        <RecoveryCode
          code={props.code}
          onKeep={props.vault.keepRecoveryCode}
          onSave={props.vault.saveRecoveryCode}
          onDone={() => props.onClose(true)}
          onLater={() => props.onClose(false)}
        />
      </DialogContent>
    </Dialog>
  );
}
