import type { CalendarDay } from "../../../shared/core/calendar.ts";
import type { OpportunityEdit } from "../../../shared/domain/edit-opportunity.ts";
import { parseAmount } from "../../../shared/domain/parse-amount.ts";
import { parseDay } from "../../../shared/domain/parse-day.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import type { FormTexts } from "../../local-store/use-kept-form.ts";
import { formatAmount } from "../../ui/format.ts";

/** What a form of an opportunity says of its worth; what is empty is not said. */
export interface Estimate {
  readonly estimatedMinor?: number;
  readonly chances?: number;
  readonly closeOn?: CalendarDay;
}

/** Typed, or which of it cannot be read: that is told and stays in its field. */
type Read<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly field: "value" | "chances" | "closeOn" | "quoteTotal";
      readonly word:
        | "sale.refused.value-missing"
        | "sale.refused.chances-missing"
        | "sale.noTotal"
        | "cardForm.noDay";
    };

/** A quote as far as something was typed of it; null = taken out. */
export type TypedQuote = Pick<OpportunityEdit, "quoteNo" | "quoteMinor">;

/** The chances in per cent as one types them (`60`, `60 %`, `62,5`); NaN = it cannot be read. */
export function chancesOf(text = ""): number {
  const typed = text.replace("%", "").trim().replace(",", ".");
  return typed === "" ? 0 : Number(typed);
}

export function estimateOf(
  texts: FormTexts,
  today: CalendarDay,
): Read<Estimate> {
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

/** What the lines of a quote begin with. */
export function quoteTexts({
  quoteNo = "",
  quoteMinor,
}: Pick<Opportunity, "quoteNo" | "quoteMinor">): FormTexts {
  return {
    quoteNo,
    quoteTotal: quoteMinor === undefined ? "" : formatAmount(quoteMinor),
  };
}

export function quoteOf({ quoteNo, quoteTotal }: FormTexts): Read<TypedQuote> {
  const total = (quoteTotal ?? "").trim();
  const quoteMinor = parseAmount(total);
  if (quoteMinor === null && total !== "")
    return { ok: false, field: "quoteTotal", word: "sale.noTotal" };
  return {
    ok: true,
    value: {
      ...(quoteNo === undefined ? {} : { quoteNo: quoteNo.trim() || null }),
      ...(quoteTotal === undefined ? {} : { quoteMinor }),
    },
  };
}

/** What was typed and nothing else: what somebody else has changed since the form was opened stays. */
export function editOf(
  { description, priority, salesperson, comment }: FormTexts,
  quote: TypedQuote,
): OpportunityEdit {
  return {
    ...quote,
    ...(description === undefined ? {} : { description }),
    ...(priority === undefined
      ? {}
      : { priority: priority as NonNullable<Opportunity["priority"]> }),
    ...(salesperson ? { salesperson } : {}),
    ...(comment === undefined ? {} : { comment: comment || null }),
  };
}
