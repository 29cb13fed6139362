import RestorePageOutlined from "@mui/icons-material/RestorePageOutlined";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../../ui/format.ts";
import { useNow } from "../../ui/use-now.ts";
import { VaultFrame } from "./vault-frame.tsx";

/** Never an empty first run in the place of somebody's data: the copy is gone, and this is where it comes back from. */
export function WipedStore(props: {
  /** Entries that the server does not have. */
  unsent: number;
  snapshotAt: number | null;
  isConnected: boolean;
  onBringBack(): Promise<void>;
}) {
  const { t } = useTranslation();
  const { snapshotAt, isConnected } = props;
  const now = useNow(60_000);
  return (
    <VaultFrame
      icon={<RestorePageOutlined />}
      title={t("rescue.wipedTitle")}
      text={t("rescue.wipedText")}
    >
      <Typography variant="body2" sx={{ mb: 1.5, fontWeight: 550 }}>
        {props.unsent > 0
          ? t("recovery.safe", { count: props.unsent })
          : t("recovery.safeNone")}
      </Typography>
      <Typography variant="body2" sx={{ mb: 2.5 }}>
        {snapshotAt === null
          ? t(isConnected ? "rescue.fromServer" : "rescue.fromJournal")
          : t("rescue.fromSnapshot", {
              at: formatMoment(snapshotAt, now),
            })}
      </Typography>
      <Button
        autoFocus
        fullWidth
        variant="contained"
        onClick={() => void props.onBringBack()}
      >
        {t("rescue.bringBack")}
      </Button>
    </VaultFrame>
  );
}
