import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { useTranslation } from "react-i18next";
import type { LocalSettings } from "../../../shared/ipc/settings.ts";
import { SettingRow } from "../../ui/setting-row.tsx";

const themes = ["system", "light", "dark"] as const;

/** As the system, light or dark. */
export function ThemeRow(props: {
  value: LocalSettings["theme"];
  onChoose(theme: LocalSettings["theme"]): void;
}) {
  const { t } = useTranslation();
  return (
    <SettingRow
      label={t("settings.theme")}
      control={(ids) => (
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-labelledby={ids.label}
          value={props.value}
          onChange={(_, theme: LocalSettings["theme"] | null) => {
            if (theme) props.onChoose(theme);
          }}
        >
          {themes.map((theme) => (
            <ToggleButton key={theme} value={theme}>
              {t(`settings.theme.${theme}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
    />
  );
}
