import TodayRounded from "@mui/icons-material/TodayRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { localDay } from "../../../shared/core/calendar.ts";
import { parseDay } from "../../../shared/domain/parse-day.ts";
import { formatDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { SettingRow } from "../../ui/setting-row.tsx";

/** Which day "today" is for entry; empty = the computer's. What cannot be read stays in the field, and nothing changes. */
export function WorkDateRow(props: {
  value: string | null;
  onChoose(day: string | null): void;
}) {
  const { t } = useTranslation();
  const { now } = useSession();
  const { value } = props;
  const stored = value === null ? "" : formatDay(value);
  const [text, setText] = useState(stored);
  const [bad, setBad] = useState(false);
  const machineDay = localDay(new Date(now()));

  function commit(): void {
    const empty = text.trim() === "";
    const day = parseDay(text, machineDay);
    setBad(!empty && day === null);
    if (!empty && day === null) return;
    setText(day === null ? "" : formatDay(day));
    if (day !== value) props.onChoose(day);
  }

  return (
    <SettingRow
      labels
      label={t("settings.workDate")}
      hint={t("settings.workDateHint")}
      control={(ids) => (
        <Box
          sx={{
            display: "flex",
            flexDirection: "column",
            alignItems: "flex-end",
            gap: 0.5,
          }}
        >
          <TextField
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setBad(false);
            }}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === "Enter") commit();
              if (event.key === "Escape") {
                setText(stored);
                setBad(false);
              }
            }}
            error={bad}
            helperText={
              bad
                ? t("settings.workDateBad")
                : value === null
                  ? t("settings.workDateNone", { day: formatDay(machineDay) })
                  : t("settings.workDateSet", { day: formatDay(value) })
            }
            placeholder={formatDay(machineDay)}
            slotProps={{
              htmlInput: { id: ids.control },
              formHelperText: { role: "status" },
            }}
            sx={{ width: 230 }}
          />
          {value !== null && (
            <Button
              size="small"
              startIcon={<TodayRounded />}
              onClick={() => {
                setText("");
                setBad(false);
                props.onChoose(null);
              }}
              sx={{ alignSelf: "flex-start" }}
            >
              {t("settings.useToday")}
            </Button>
          )}
        </Box>
      )}
    />
  );
}
