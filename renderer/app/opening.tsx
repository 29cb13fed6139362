import ReportProblemOutlined from "@mui/icons-material/ReportProblemOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import CircularProgress from "@mui/material/CircularProgress";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { DamagedStore } from "../features/vault/damaged-store.tsx";
import { Erased } from "../features/vault/erased.tsx";
import { FirstPassphrase } from "../features/vault/first-passphrase.tsx";
import { NewerVersion } from "../features/vault/newer-version.tsx";
import { Unlock } from "../features/vault/unlock.tsx";
import { VaultFrame } from "../features/vault/vault-frame.tsx";
import { VaultUnavailable } from "../features/vault/vault-unavailable.tsx";
import { Delayed } from "../ui/delayed.tsx";
import { Details } from "../ui/details.tsx";
import type { OpeningControls } from "./use-opening.ts";

/** Everything that can stand between the person and the notebook, in plain words. */
export function Opening(props: {
  controls: OpeningControls;
  /** Where the profile is: told when it cannot be opened. */
  folder: string;
}) {
  const { stage, unlock, again } = props.controls;
  switch (stage.kind) {
    case "open":
      return null;
    case "opening":
      return <Waiting />;
    case "locked":
      return stage.first ? (
        <FirstPassphrase onChoose={unlock} />
      ) : (
        <Unlock wrong={stage.wrong} onUnlock={unlock} />
      );
    case "no-key":
      return <VaultUnavailable reason={stage.reason} onAgain={again} />;
    case "erased":
      return (
        <Erased
          unsent={stage.unsent}
          onStartAfresh={props.controls.startAfresh}
        />
      );
    case "newer-version":
      return (
        <NewerVersion
          unsent={stage.unsent}
          onExport={props.controls.exportUnsent}
          onAgain={again}
        />
      );
    case "damaged-store":
      return (
        <DamagedStore
          unsent={stage.unsent}
          details={stage.details}
          onRebuild={props.controls.rebuildStore}
          onAgain={again}
        />
      );
    case "failed":
      return (
        <Recovery
          details={stage.details}
          folder={props.folder}
          onAgain={again}
        />
      );
  }
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Box
      component="main"
      sx={{ height: "100%", display: "grid", placeItems: "center", p: 4 }}
    >
      <Delayed>
        <Box
          role="status"
          sx={{ display: "flex", alignItems: "center", gap: 1.5 }}
        >
          <CircularProgress size={20} aria-hidden />
          <Typography>{t("boot.opening")}</Typography>
        </Box>
      </Delayed>
    </Box>
  );
}

/** Never an empty first run in the place of somebody's data: what is safe, what to do, and the details to send. */
function Recovery(props: { details: string; folder: string; onAgain(): void }) {
  const { t } = useTranslation();
  const folder = t("recovery.folder", { folder: props.folder });
  return (
    <VaultFrame
      icon={<ReportProblemOutlined />}
      title={t("recovery.title")}
      text={t("recovery.text")}
    >
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}>
        <Button autoFocus variant="contained" onClick={props.onAgain}>
          {t("error.again")}
        </Button>
        <Button
          variant="outlined"
          color="inherit"
          onClick={() =>
            void navigator.clipboard.writeText(`${props.details}\n${folder}`)
          }
        >
          {t("error.copy")}
        </Button>
      </Box>
      <Box sx={{ mt: 1.5 }}>
        <Details text={`${props.details}\n${folder}`} />
      </Box>
    </VaultFrame>
  );
}
