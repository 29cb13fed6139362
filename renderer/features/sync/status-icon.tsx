import CheckCircleOutlineRounded from "@mui/icons-material/CheckCircleOutlineRounded";
import CloudOffRounded from "@mui/icons-material/CloudOffRounded";
import CloudQueueRounded from "@mui/icons-material/CloudQueueRounded";
import CloudSyncOutlined from "@mui/icons-material/CloudSyncOutlined";
import ErrorOutlineRounded from "@mui/icons-material/ErrorOutlineRounded";
import LinkOffRounded from "@mui/icons-material/LinkOffRounded";
import LockOutlined from "@mui/icons-material/LockOutlined";
import PauseCircleOutlineRounded from "@mui/icons-material/PauseCircleOutlineRounded";
import type { SvgIconComponent } from "@mui/icons-material";
import type { SyncStatus } from "../../../shared/sync/status.ts";

const icons: Readonly<
  Record<SyncStatus["kind"], readonly [SvgIconComponent, string]>
> = {
  "not-connected": [LinkOffRounded, "text.secondary"],
  "never-synced": [CloudQueueRounded, "text.secondary"],
  current: [CheckCircleOutlineRounded, "success.main"],
  sending: [CloudSyncOutlined, "primary.main"],
  receiving: [CloudSyncOutlined, "primary.main"],
  // Being offline is no fault: no red.
  offline: [CloudOffRounded, "text.secondary"],
  "asked-to-wait": [CloudQueueRounded, "text.secondary"],
  attention: [ErrorOutlineRounded, "warning.main"],
  paused: [PauseCircleOutlineRounded, "text.secondary"],
  "signed-out": [LockOutlined, "warning.main"],
};

/** Beside the words, never instead of them. */
export function StatusIcon(props: { kind: SyncStatus["kind"]; size?: number }) {
  const [Icon, color] = icons[props.kind];
  return <Icon aria-hidden sx={{ fontSize: props.size ?? 16, color }} />;
}
