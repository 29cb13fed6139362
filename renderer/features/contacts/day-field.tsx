import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import { parseDay } from "../../../shared/domain/parse-day.ts";
import { formatDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";

/** A day as one types it (`1.7.2026`, `demain`, `+2w`); on leaving the field it stands there in full. */
export function DayField(props: {
  label: string;
  value: string;
  problem?: string | undefined;
  autoFocus?: boolean;
  onChange(text: string): void;
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  const day = dayOf(props.value, today);
  const unread = props.value.trim() !== "" && day === null;
  return (
    <TextField
      label={props.label}
      value={props.value}
      autoFocus={props.autoFocus ?? false}
      autoComplete="off"
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={() => {
        if (day !== null) props.onChange(formatDay(day));
      }}
      error={unread || props.problem !== undefined}
      helperText={unread ? t("cardForm.noDay") : props.problem}
      slotProps={{ htmlInput: { placeholder: t("cardForm.day") } }}
    />
  );
}

/** The day that a text names; null = none, or it cannot be read. */
export function dayOf(text: string, today: CalendarDay): CalendarDay | null {
  return parseDay(text.trim(), today);
}
