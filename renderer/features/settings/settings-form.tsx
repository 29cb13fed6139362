import Switch from "@mui/material/Switch";
import { useTranslation } from "react-i18next";
import {
  MAP_SERVICES,
  type MapService,
} from "../../../shared/domain/map-link.ts";
import { screenLanguages } from "../../i18n/start-words.ts";
import { Section } from "../../ui/page.tsx";
import { SettingRow } from "../../ui/setting-row.tsx";
import { ChoiceRow } from "./choice-row.tsx";
import { offeredIntervals } from "./intervals.ts";
import { useSettings } from "./settings-context.ts";
import { SystemKeyRow } from "./system-key-row.tsx";
import { ThemeRow } from "./theme-row.tsx";
import { useChangeSetting } from "./use-change-setting.ts";
import { WorkDateRow } from "./work-date-row.tsx";

/** Language, appearance, work date and rhythm of the sync; each counts at once. */
export function SettingsForm() {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const change = useChangeSetting();
  return (
    <>
      <Section id="settings-appearance" title={t("settings.appearance")}>
        <ChoiceRow<typeof settings.language>
          label={t("settings.language")}
          value={settings.language}
          choices={screenLanguages.map((language) => ({
            value: language,
            text: t(`settings.languageName.${language}`),
            lang: language,
          }))}
          onChoose={(language) => change({ language })}
        />
        <ThemeRow
          value={settings.theme}
          onChoose={(theme) => change({ theme })}
        />
        <SettingRow
          labels
          label={t("settings.contrast")}
          hint={t("settings.contrastHint")}
          control={(ids) => (
            <Switch
              checked={settings.highContrast === true}
              onChange={(_, highContrast) => change({ highContrast })}
              slotProps={{
                input: { id: ids.control, "aria-describedby": ids.hint },
              }}
            />
          )}
        />
      </Section>
      <Section id="settings-entry" title={t("settings.entry")}>
        <WorkDateRow
          value={settings.workDate}
          onChoose={(workDate) => change({ workDate })}
        />
        <SystemKeyRow
          settings={settings}
          onChoose={(systemKey) => change({ systemKey })}
        />
      </Section>
      <Section id="settings-maps" title={t("settings.maps")}>
        <ChoiceRow<MapService>
          label={t("settings.mapsIn")}
          hint={t("settings.mapsHint")}
          value={settings.maps ?? "openstreetmap"}
          choices={MAP_SERVICES.map((value) => ({
            value,
            text: t(`settings.maps.${value}`),
          }))}
          onChoose={(maps) => change({ maps })}
        />
      </Section>
      <Section id="settings-notifications" title={t("settings.notifications")}>
        <SettingRow
          labels
          label={t("settings.taskReminders")}
          hint={t("settings.taskRemindersHint")}
          control={(ids) => (
            <Switch
              checked={settings.taskReminders !== false}
              onChange={(_, on) => change({ taskReminders: on })}
              slotProps={{
                input: { id: ids.control, "aria-describedby": ids.hint },
              }}
            />
          )}
        />
      </Section>
      <Section id="settings-tray" title={t("settings.window")}>
        <SettingRow
          labels
          label={t("settings.tray")}
          hint={t("settings.trayHint")}
          control={(ids) => (
            <Switch
              checked={settings.tray === true}
              onChange={(_, tray) => change({ tray })}
              slotProps={{
                input: { id: ids.control, "aria-describedby": ids.hint },
              }}
            />
          )}
        />
      </Section>
      <Section id="settings-help" title={t("settings.help")}>
        <SettingRow
          labels
          label={t("first.show")}
          control={(ids) => (
            <Switch
              checked={settings.hideFirstSteps !== true}
              onChange={(_, on) => change({ hideFirstSteps: !on })}
              slotProps={{ input: { id: ids.control } }}
            />
          )}
        />
      </Section>
      <Section id="settings-sync" title={t("settings.sync")}>
        <ChoiceRow
          label={t("settings.every")}
          hint={t("settings.everyHint")}
          value={settings.syncEveryMinutes}
          choices={offeredIntervals(settings.syncEveryMinutes).map((value) => ({
            value,
            text:
              value === 0
                ? t("settings.byHand")
                : t("settings.everyMinutes", { count: value }),
          }))}
          onChoose={(syncEveryMinutes) => change({ syncEveryMinutes })}
        />
      </Section>
    </>
  );
}
