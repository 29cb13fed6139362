import KeyOutlined from "@mui/icons-material/KeyOutlined";
import { useTranslation } from "react-i18next";
import { RecoveryCode } from "./recovery-code.tsx";
import { VaultFrame } from "./vault-frame.tsx";

/** Right after the first passphrase: what opens the notebook when it is forgotten. */
export function FirstRecovery(props: {
  code: string;
  onKeep(typed: string): Promise<boolean>;
  onSave(code: string): Promise<{ readonly saved: boolean }>;
  onDone(): void;
}) {
  const { t } = useTranslation();
  return (
    <VaultFrame
      icon={<KeyOutlined />}
      title={t("lock.codeTitle")}
      text={t("lock.codeText")}
    >
      <RecoveryCode {...props} onLater={props.onDone} />
    </VaultFrame>
  );
}
