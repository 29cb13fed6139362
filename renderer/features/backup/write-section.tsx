import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { formatBytes, formatCount } from "../../ui/format.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import { Section } from "../../ui/page.tsx";
import { PassphraseField } from "../../ui/passphrase-field.tsx";
import { passphraseProblem } from "../../ui/passphrase-problem.ts";
import { useSession } from "../../ui/session.ts";
import { BACKUP_ENDING } from "../../../shared/ipc/backup.ts";
import type { BackupSession, BackupState } from "./backup-session.ts";

/** All of the notebook into a file: its passphrase twice, how far it is, and how it ended. */
export function WriteSection(props: {
  state: BackupState;
  session: BackupSession;
}) {
  const { t } = useTranslation();
  const { state, session } = props;
  return (
    <Section
      id="backup-write"
      title={t("backup.write")}
      hint={t("backup.writeHint")}
    >
      {state.step === "writing" ? (
        <JobProgress
          label={t("backup.writing")}
          part={state.done / state.of}
          text={
            state.canceling
              ? t("backup.stopping")
              : t("backup.part", {
                  n: formatCount(state.done),
                  of: formatCount(state.of),
                })
          }
          stopWord={t("cancel")}
          stopDisabled={state.canceling}
          onStop={session.cancel}
        />
      ) : (
        <>
          {state.step === "written" && <Outcome made={state.made} />}
          <WriteForm session={session} />
        </>
      )}
    </Section>
  );
}

function Outcome({
  made,
}: {
  made: Extract<BackupState, { step: "written" }>["made"];
}) {
  const { t, i18n } = useTranslation();
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button of the work that has ended is gone: who goes by keys, or listens, is where it says how.
    if (document.activeElement === document.body) told.current?.focus();
  }, []);
  if (made.status === "canceled") return null;
  return made.status === "saved" ? (
    <Alert
      ref={told}
      tabIndex={-1}
      severity="success"
      variant="outlined"
      sx={{ mb: 2 }}
    >
      <AlertTitle>{t("backup.written")}</AlertTitle>
      {t("backup.writtenText", {
        name: made.name,
        size: formatBytes(made.bytes, i18n.language),
        n: formatCount(made.documents),
      })}
    </Alert>
  ) : (
    <Alert
      ref={told}
      tabIndex={-1}
      severity="error"
      variant="outlined"
      sx={{ mb: 2 }}
    >
      {t(`backup.failed.${made.reason}`)}
    </Alert>
  );
}

function WriteForm({ session }: { session: BackupSession }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const [typed, setTyped] = useState("");
  const [repeated, setRepeated] = useState("");
  const [checked, setChecked] = useState(false);
  const problem = passphraseProblem(typed, repeated);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (problem !== null) {
      // Where it is mended.
      const wrong = problem === "too-short" ? first : second;
      wrong.current?.focus();
      wrong.current?.select();
      return;
    }
    session.write({
      name: `carnet-${today}.${BACKUP_ENDING}`,
      passphrase: typed,
    });
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={submit}
      sx={{ display: "grid", gap: 2, maxWidth: 420, pt: 0.5 }}
    >
      <PassphraseField
        field={first}
        label={t("backup.passphrase")}
        value={typed}
        hint={t("backup.passphraseHint")}
        problem={
          checked && problem === "too-short" ? t("vault.tooShort") : undefined
        }
        onChange={setTyped}
      />
      <PassphraseField
        field={second}
        label={t("vault.repeat")}
        value={repeated}
        problem={
          checked && problem === "differs" ? t("vault.differs") : undefined
        }
        onChange={setRepeated}
      />
      <Button type="submit" variant="contained" sx={{ justifySelf: "start" }}>
        {t("backup.save")}
      </Button>
    </Box>
  );
}
