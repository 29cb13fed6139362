import ArrowBackRounded from "@mui/icons-material/ArrowBackRounded";
import Button from "@mui/material/Button";
import { createLink } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { RestoreSection } from "../features/backup/restore-section.tsx";
import { useBackup } from "../features/backup/use-backup.ts";
import { WriteSection } from "../features/backup/write-section.tsx";
import { onBackupOpened } from "../ui/opened-backup.ts";
import { Page } from "../ui/page.tsx";

const BackButton = createLink(Button);

/** All of the notebook into one file, and back. */
export function BackupPage() {
  const { t } = useTranslation();
  const { state, session } = useBackup();
  useEffect(() => onBackupOpened(session.take), [session]);
  const restores =
    state.step === "preview" ||
    state.step === "restoring" ||
    state.step === "restored";
  return (
    <Page
      title={t("backup.title")}
      actions={
        <BackButton
          to="/settings"
          color="inherit"
          startIcon={<ArrowBackRounded />}
        >
          {t("nav.settings")}
        </BackButton>
      }
    >
      {!restores && <WriteSection state={state} session={session} />}
      <RestoreSection state={state} session={session} />
    </Page>
  );
}
