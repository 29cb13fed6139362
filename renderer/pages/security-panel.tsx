import { useTranslation } from "react-i18next";
import { ChoiceRow } from "../features/settings/choice-row.tsx";
import { useSettings } from "../features/settings/settings-context.ts";
import { useChangeSetting } from "../features/settings/use-change-setting.ts";
import { SecuritySection } from "../features/vault/security-section.tsx";
import { useCommands } from "../ui/commands.ts";

const MINUTES = [0, 1, 5, 15, 30, 60];

/** The vault's section among the settings. */
export function SecurityPanel() {
  const { t } = useTranslation();
  const { settings, vault } = useSettings();
  const change = useChangeSetting();
  const { lock } = useCommands();
  const present = settings.lockAfterMinutes;
  const offered = [...new Set([...MINUTES, present])].toSorted((a, b) => a - b);
  return (
    <SecuritySection
      vault={{ ...vault, lock }}
      autoLock={
        <ChoiceRow
          label={t("lock.after")}
          hint={t("lock.afterHint")}
          value={present}
          choices={offered.map((value) => ({
            value,
            text:
              value === 0
                ? t("lock.never")
                : t("lock.minutes", { count: value }),
          }))}
          onChoose={(lockAfterMinutes) => change({ lockAfterMinutes })}
        />
      }
    />
  );
}
