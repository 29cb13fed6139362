import type { i18n } from "i18next";
import type { FieldChange } from "./outbox-records.ts";
import { formatDay } from "../../ui/format.ts";
import { isCalendarDay } from "../../../shared/core/calendar.ts";

/** A field's path in the words of the card; the path itself where the screens have no word for it. */
export function fieldWord(words: i18n, path: string): string {
  const key = `field.${path.split("/")[0] ?? path}`;
  return words.exists(key) ? words.t(key as "field.name") : path;
}

/** A stored value as one reads it; no value is a dash. */
export function valueWord(words: i18n, value: FieldChange["before"]): string {
  if (value === null || value === undefined || value === "") return "–";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? "✓" : "–";
  if (typeof value === "string") {
    const key = `evaluation.${value}`;
    if (words.exists(key)) return words.t(key as "evaluation.neutral");
    return isCalendarDay(value) ? formatDay(value) : value;
  }
  return typeof value === "object"
    ? JSON.stringify(value)
    : String(value as number);
}
