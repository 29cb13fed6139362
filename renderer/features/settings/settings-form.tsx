import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { parseDay } from "../../../shared/domain/parse-day.ts";
import { localDay } from "../../../shared/core/calendar.ts";
import { screenLanguages } from "../../i18n/start-words.ts";
import { formatDay } from "../../ui/format.ts";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { useSettings } from "./settings-context.ts";

const themes = ["system", "light", "dark"] as const;
/** Minutes; 0 = only by hand. */
const intervals = [1, 5, 10, 15, 30, 60, 0] as const;

/** Language, appearance, work date and rhythm of the sync. */
export function SettingsForm() {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  const every = settings.syncEveryMinutes;
  const offered = (intervals as readonly number[]).includes(every)
    ? intervals
    : [...intervals, every].sort((a, b) => (a || 99) - (b || 99));
  return (
    <>
      <Section id="settings-appearance" title={t("settings.appearance")}>
        <Box sx={{ display: "flex", gap: 3, flexWrap: "wrap" }}>
          <TextField
            select
            label={t("settings.language")}
            value={settings.language}
            onChange={(event) =>
              change({
                language: event.target.value as typeof settings.language,
              })
            }
            sx={{ maxWidth: 260 }}
          >
            {screenLanguages.map((language) => (
              <MenuItem key={language} value={language} lang={language}>
                {t(`settings.languageName.${language}`)}
              </MenuItem>
            ))}
          </TextField>
          <ToggleButtonGroup
            exclusive
            size="small"
            color="primary"
            aria-label={t("settings.appearance")}
            value={settings.theme}
            onChange={(_, theme: typeof settings.theme | null) => {
              if (theme) change({ theme });
            }}
          >
            {themes.map((theme) => (
              <ToggleButton
                key={theme}
                value={theme}
                sx={{ px: 2, textTransform: "none", color: "text.primary" }}
              >
                {t(`settings.theme.${theme}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </Box>
      </Section>
      <Section id="settings-entry" title={t("settings.entry")}>
        <WorkDateField key={settings.workDate} />
      </Section>
      <Section
        id="settings-sync"
        title={t("settings.sync")}
        hint={t("settings.everyHint")}
      >
        <TextField
          select
          label={t("settings.every")}
          value={every}
          onChange={(event) =>
            change({ syncEveryMinutes: Number(event.target.value) })
          }
          sx={{ maxWidth: 260 }}
        >
          {offered.map((minutes) => (
            <MenuItem key={minutes} value={minutes}>
              {minutes === 0
                ? t("settings.byHand")
                : t("settings.everyMinutes", { count: minutes })}
            </MenuItem>
          ))}
        </TextField>
      </Section>
    </>
  );
}

function WorkDateField() {
  const { t } = useTranslation();
  const { now } = useSession();
  const { settings, change } = useSettings();
  const [text, setText] = useState(
    settings.workDate === null ? "" : formatDay(settings.workDate),
  );
  const day = parseDay(text, localDay(new Date(now())));
  const bad = text.trim() !== "" && day === null;

  function commit(): void {
    if (text.trim() === "") change({ workDate: null });
    else if (day !== null) change({ workDate: day });
  }

  return (
    <Box>
      <TextField
        label={t("settings.workDate")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
        }}
        error={bad}
        helperText={bad ? t("settings.workDateBad") : undefined}
        sx={{ maxWidth: 260 }}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t("settings.workDateHint")}
      </Typography>
    </Box>
  );
}
