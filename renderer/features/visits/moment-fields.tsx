import Box from "@mui/material/Box";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readDuration } from "../../../shared/domain/typed-duration.ts";
import { readTime } from "../../../shared/domain/typed-moment.ts";
import { formatDay, formatWeekday } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { useMinutesText } from "../../ui/minutes-text.ts";
import {
  momentOf,
  shownTime,
  type VisitProblems,
  type TypedVisit,
} from "../../../shared/domain/typed-visit.ts";

type Field = "date" | "time" | "duration";

/**
 * When it was and how long it took, as one would say it: `hier 14h`, `1h30`. What was understood stands below while one
 * types; what could not be read is told only once the field is left or the sheet is to be saved. A field that is left
 * shows the plain value.
 */
export function MomentFields(props: {
  values: TypedVisit;
  /** `HH:MM` at which the sheet was opened. */
  opened: string;
  /** What stands in the duration field. */
  duration: string;
  problems: VisitProblems;
  /** The sheet was to be saved: everything that is wrong is told. */
  checked: boolean;
  onChange(changed: Partial<TypedVisit>): void;
}) {
  const { t } = useTranslation();
  const { language, today } = useSession();
  const minutesText = useMinutesText();
  const [typing, setTyping] = useState<Field | null>(null);
  const { values, onChange } = props;
  const moment = momentOf(values, { today, language });
  const minutes = readDuration(props.duration);
  const texts: Readonly<Record<Field, string>> = {
    date: values.date,
    time: shownTime(values, { today, language }, props.opened),
    duration: props.duration,
  };

  /** What the field means, where its text does not say it as plainly. */
  const understood: Readonly<Record<Field, string | null>> = {
    date:
      moment &&
      [formatWeekday(moment.date, language, today), moment.time]
        .filter(Boolean)
        .join(", "),
    time: /^\d\d:\d\d$/.test(texts.time) ? null : readTime(texts.time),
    duration:
      minutes === null || (/^\d+$/.test(texts.duration) && minutes < 60)
        ? null
        : minutesText(minutes),
  };

  function left(field: Field): void {
    setTyping(null);
    if (field === "date" && moment)
      onChange({
        date: formatDay(moment.date),
        ...(moment.time === null ? {} : { time: moment.time }),
      });
    const time = readTime(values.time ?? "");
    if (field === "time" && time !== null) onChange({ time });
    if (field === "duration" && values.duration !== null && minutes !== null)
      onChange({ duration: String(minutes) });
  }

  const line = (field: Field) => {
    const key = props.problems[field];
    const told = key && (props.checked || typing !== field);
    return (
      <TextField
        label={t(`visit.${field}`)}
        name={field}
        value={texts[field]}
        onChange={(event) => onChange({ [field]: event.target.value })}
        onFocus={() => setTyping(field)}
        onBlur={() => left(field)}
        error={Boolean(told)}
        helperText={
          told
            ? t(`visit.${key}`, { day: formatDay(today) })
            : understood[field]
        }
        placeholder={field === "time" ? "" : t(`visit.${field}Hint`)}
        autoComplete="off"
      />
    );
  };
  return (
    <Box
      sx={{
        display: "grid",
        gridTemplateColumns: "1.3fr 1fr 1fr",
        alignItems: "start",
        gap: 1.25,
      }}
    >
      {line("date")}
      {line("time")}
      {line("duration")}
    </Box>
  );
}
