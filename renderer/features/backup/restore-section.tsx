import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { formatBytes } from "../../ui/format.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import { Section } from "../../ui/page.tsx";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import type { BackupSession, BackupState } from "./backup-session.ts";
import { RestorePreviewView } from "./restore-preview.tsx";
import { RestoreResult } from "./restore-result.tsx";

/** A file, its passphrase, what it would change, and what it has changed. */
export function RestoreSection(props: {
  state: BackupState;
  session: BackupSession;
}) {
  const { t } = useTranslation();
  return (
    <Section
      id="backup-restore"
      title={t("backup.restore")}
      hint={t("backup.restoreHint")}
    >
      <Step {...props} />
    </Section>
  );
}

function Step(props: { state: BackupState; session: BackupSession }) {
  const { t } = useTranslation();
  const { state, session } = props;
  switch (state.step) {
    case "chosen":
      return (
        <Passphrase key={state.file.key} state={state} session={session} />
      );
    case "reading":
    case "restoring": {
      const { done, of, canceling } = state;
      const restores = state.step === "restoring";
      return (
        <JobProgress
          label={t(restores ? "backup.restoring" : "backup.reading")}
          part={done / of}
          text={
            canceling
              ? t("backup.stopping")
              : t(restores ? "backup.restoring" : "backup.reading")
          }
          hint={restores ? t("backup.restoringHint") : undefined}
          stopWord={t(restores ? "backup.stop" : "cancel")}
          stopDisabled={canceling}
          onStop={session.cancel}
        />
      );
    }
    case "preview":
      return <RestorePreviewView state={state} session={session} />;
    case "restored":
      return <RestoreResult state={state} onDone={session.leave} />;
    default:
      return (
        <Button
          variant="outlined"
          disabled={state.step === "writing"}
          onClick={session.choose}
        >
          {t("backup.choose")}
        </Button>
      );
  }
}

function Passphrase(props: {
  state: Extract<BackupState, { step: "chosen" }>;
  session: BackupSession;
}) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState("");
  const { file, problem, opening } = props.state;
  const isWrong = problem === "wrong-passphrase";

  function submit(event: FormEvent): void {
    event.preventDefault();
    props.session.open(typed);
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={submit}
      sx={{ display: "grid", gap: 2, maxWidth: 520 }}
    >
      <Typography sx={{ overflowWrap: "anywhere" }}>
        {file.name} · {formatBytes(file.bytes, i18n.language)}
      </Typography>
      {problem !== null && !isWrong && (
        <Alert severity="error" variant="outlined">
          {t(`backup.problem.${problem}`)}
        </Alert>
      )}
      <PassphraseField
        autoFocus
        label={t("backup.passphrase")}
        value={typed}
        problem={isWrong ? t("backup.problem.wrong-passphrase") : undefined}
        onChange={setTyped}
      />
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
        <Button
          type="submit"
          variant="contained"
          disabled={typed.length < 8}
          loading={opening}
        >
          {t("backup.openFile")}
        </Button>
        <Button
          variant="outlined"
          color="inherit"
          disabled={opening}
          onClick={props.session.choose}
        >
          {t("backup.other")}
        </Button>
        <Button
          color="inherit"
          disabled={opening}
          onClick={props.session.leave}
        >
          {t("cancel")}
        </Button>
      </Box>
    </Box>
  );
}
