import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { RestoreSection } from "../features/backup/restore-section.tsx";
import { useBackup } from "../features/backup/use-backup.ts";
import { WriteSection } from "../features/backup/write-section.tsx";
import { onBackupOpened } from "../ui/opened-backup.ts";
import { Page } from "../ui/page.tsx";

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
    <Page title={t("backup.title")}>
      {!restores && <WriteSection state={state} session={session} />}
      <RestoreSection state={state} session={session} />
    </Page>
  );
}
