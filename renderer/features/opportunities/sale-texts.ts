import type { CalendarDay } from "../../../shared/core/calendar.ts";
import { parseAmount } from "../../../shared/domain/parse-amount.ts";
import { parseDay } from "../../../shared/domain/parse-day.ts";

/** What a form of an opportunity says of its worth; what is empty is not said. */
export interface Estimate {
  readonly estimatedMinor?: number;
  readonly chances?: number;
  readonly closeOn?: CalendarDay;
}

type Read =
  | { readonly ok: true; readonly value: Estimate }
  | {
      readonly ok: false;
      readonly field: "value" | "chances" | "closeOn";
      readonly word:
        | "sale.refused.value-missing"
        | "sale.refused.chances-missing"
        | "cardForm.noDay";
    };

/** The chances in per cent as one types them (`60`, `60 %`, `62,5`); NaN = it cannot be read. */
export function chancesOf(text = ""): number {
  const typed = text.replace("%", "").trim().replace(",", ".");
  return typed === "" ? 0 : Number(typed);
}

/** Typed, or which of it cannot be read: that is told and stays in its field. */
export function estimateOf(
  texts: Readonly<Record<string, string>>,
  today: CalendarDay,
): Read {
  const text = (name: string) => (texts[name] ?? "").trim();
  const estimated = parseAmount(text("value"));
  if (estimated === null && text("value") !== "")
    return { ok: false, field: "value", word: "sale.refused.value-missing" };
  const chances = chancesOf(text("chances"));
  if (!(chances >= 0 && chances <= 100))
    return {
      ok: false,
      field: "chances",
      word: "sale.refused.chances-missing",
    };
  const closeOn = parseDay(text("closeOn"), today);
  if (closeOn === null && text("closeOn") !== "")
    return { ok: false, field: "closeOn", word: "cardForm.noDay" };
  return {
    ok: true,
    value: {
      ...(estimated === null ? {} : { estimatedMinor: estimated }),
      ...(chances > 0 ? { chances } : {}),
      ...(closeOn === null ? {} : { closeOn }),
    },
  };
}
