import ReportProblemOutlined from "@mui/icons-material/ReportProblemOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import CircularProgress from "@mui/material/CircularProgress";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { CarefulStart } from "../features/vault/careful-start.tsx";
import { DamagedStore } from "../features/vault/damaged-store.tsx";
import { Erased } from "../features/vault/erased.tsx";
import { FirstPassphrase } from "../features/vault/first-passphrase.tsx";
import { FirstRecovery } from "../features/vault/first-recovery.tsx";
import { NewerVersion } from "../features/vault/newer-version.tsx";
import { Recover } from "../features/vault/recover.tsx";
import { Reopen } from "../features/vault/reopen.tsx";
import { Unlock } from "../features/vault/unlock.tsx";
import { UpdateOffer } from "../features/updates/update-offer.tsx";
import { BelowCard, VaultFrame } from "../features/vault/vault-frame.tsx";
import { VaultUnavailable } from "../features/vault/vault-unavailable.tsx";
import { WipedStore } from "../features/vault/wiped-store.tsx";
import { Delayed } from "../ui/delayed.tsx";
import { CopyDiagnostics } from "../ui/copy-diagnostics.tsx";
import { Details } from "../ui/details.tsx";
import type { OpeningControls, Stage } from "./use-opening.ts";

interface OpeningProps {
  controls: OpeningControls;
  /** Where the profile is: told when it cannot be opened. */
  folder: string;
  diagnostics(): Promise<string>;
}

/** Screens that another version may be the remedy for. */
const RESCUE: ReadonlySet<Stage["kind"]> = new Set<Stage["kind"]>([
  ...(["careful", "failed", "newer-version"] as const),
  ...(["wiped-store", "damaged-store"] as const),
]);

/** Everything that can stand between the person and the notebook, in plain words. */
export function Opening(props: OpeningProps) {
  const isRescue = RESCUE.has(props.controls.stage.kind);
  return (
    <BelowCard value={isRescue && <UpdateOffer />}>
      <Screen {...props} />
    </BelowCard>
  );
}

function Screen(props: OpeningProps) {
  const { controls } = props;
  const { stage, unlock, again } = controls;
  switch (stage.kind) {
    case "open":
      return null;
    case "opening":
      return <Waiting />;
    case "locked":
      if (stage.first) return <FirstPassphrase onChoose={unlock} />;
      if (stage.by === "keystore")
        return <Reopen onOpen={() => unlock(null)} />;
      return (
        <Unlock
          wrong={stage.wrong}
          onUnlock={unlock}
          onForgotten={stage.recovery ? controls.askForCode : undefined}
        />
      );
    case "recovery-code":
      return (
        <FirstRecovery
          code={stage.code}
          onKeep={controls.keepCode}
          onSave={controls.saveCode}
          onDone={controls.leaveCode}
        />
      );
    case "recover":
      return (
        <Recover
          wrong={stage.wrong}
          onRecover={controls.recover}
          onBack={again}
        />
      );
    case "no-key":
      return (
        <VaultUnavailable
          reason={stage.reason}
          onRecover={stage.recovery ? controls.askForCode : undefined}
          onAgain={again}
        />
      );
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
    case "careful":
      return (
        <CarefulStart
          onStart={controls.start}
          onDiagnostics={props.diagnostics}
        />
      );
    case "wiped-store":
      return <WipedStore {...stage} onBringBack={controls.bringBack} />;
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
          diagnostics={props.diagnostics}
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
function Recovery(props: {
  details: string;
  folder: string;
  diagnostics(): Promise<string>;
  onAgain(): void;
}) {
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
        <CopyDiagnostics onDiagnostics={props.diagnostics} />
      </Box>
      <Box sx={{ mt: 1.5 }}>
        <Details text={`${props.details}\n${folder}`} />
      </Box>
    </VaultFrame>
  );
}
