import { z } from "zod";
import { isCalendarDay } from "../core/calendar.ts";

/** Building blocks of entity files. Every text is bounded and free of what PostgreSQL's jsonb refuses. */

const UUID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/;

/** Any RFC 9562 UUID, in lower case from here on; ours are version 7. */
export const Id = z.string().toLowerCase().regex(UUID, "uuid");

/** NUL and lone surrogates make jsonb throw: refused here, so that one pasted character cannot block a push. */
export function isStorableText(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

export function text(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine(isStorableText, "unstorable_character");
}

/** Upper case, trimmed, as business codes are (`ONSITE`, `FRS`). */
export function code(max: number) {
  return text(max).regex(/^\S(.*\S)?$/u, "not_trimmed");
}

export const Day = z.string().refine(isCalendarDay, "day");
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time");
/** UTC instant, ISO 8601. */
export const Instant = z.iso.datetime();
/** LOC-1: letters are refused; kept as typed otherwise. */
export const Phone = text(30).regex(/^[^\p{L}]*$/u, "letters");
export const Email = text(254).regex(
  /^[^\s@;]+@[^\s@;]+(\s*;\s*[^\s@;]+@[^\s@;]+)*$/,
  "email",
);
/** Whole Rappen (or the currency's minor unit); negative for credit notes. */
export const MinorAmount = z.int().min(-1e13).max(1e13);
export const Minutes = z.int().min(0).max(5_256_000);
export const LongText = text(16_000);
