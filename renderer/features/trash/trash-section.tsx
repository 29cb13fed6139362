import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { TRASH_DAYS } from "../../local-store/undo-log.ts";
import { useCommands } from "../../ui/commands.ts";
import { Section } from "../../ui/page.tsx";
import { SettingRow } from "../../ui/setting-row.tsx";

/** The way to the trash from Settings. */
export function TrashSection() {
  const { t } = useTranslation();
  const { openTrash } = useCommands();
  return (
    <Section id="settings-trash" title={t("trash.title")}>
      <SettingRow
        label={t("trash.section")}
        hint={t("trash.emptyText", { count: TRASH_DAYS })}
        control={() => (
          <Button variant="outlined" size="small" onClick={openTrash}>
            {t("trash.open")}
          </Button>
        )}
      />
    </Section>
  );
}
