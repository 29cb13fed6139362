import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../shared/core/calendar.ts";
import { formatDay } from "./format.ts";
import { useSession } from "./session.ts";

/** A day as one types it (`1.7.2026`, `demain`, `+2w`); on leaving the field it stands there in full. */
export function TypedDayField(props: {
  label: string;
  value: string;
  /** What a text means; null = no day. */
  read(text: string, today: CalendarDay): CalendarDay | null;
  problem?: string | undefined;
  autoFocus?: boolean;
  /** Said below while there is no problem. */
  hint?: string;
  onChange(text: string): void;
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  const day = props.read(props.value.trim(), today);
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
      helperText={unread ? t("cardForm.noDay") : (props.problem ?? props.hint)}
      slotProps={{ htmlInput: { placeholder: t("cardForm.day") } }}
    />
  );
}
