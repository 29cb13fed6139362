import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/page.tsx";
import { SettingRow } from "../../ui/setting-row.tsx";

/** The way to backup and restore from Settings. */
export function BackupSection(props: { onOpen(): void }) {
  const { t } = useTranslation();
  return (
    <Section id="settings-backup" title={t("backup.title")}>
      <SettingRow
        label={t("backup.title")}
        hint={t("backup.settingsHint")}
        control={() => (
          <Button variant="outlined" size="small" onClick={props.onOpen}>
            {t("backup.open")}
          </Button>
        )}
      />
    </Section>
  );
}
