import { isCalendarDay } from "../../shared/core/calendar.ts";
import { fold } from "../../shared/core/fold.ts";

/**
 * A figure as an ERP in Switzerland or next to it writes it: `7'800.00`, `7’800.00`, `7 800,00`, `7.800,00`, `-3'900.00`,
 * `3'900.00-`, `(3'900.00)`, `CHF 620.–`. Null = no figure. A single comma or point with three digits behind it is read
 * as a separator of thousands only when it cannot be anything else (`1.234.567`).
 */
export function readFigure(text: string): number | null {
  const bare = text
    .replace(/[A-Za-z]{2,4}\.?/g, "")
    .replace(/[\s\u00a0\u202f'’‘`´]/g, "")
    .replace(/[.,][-–—]$/, "");
  const negative = /^[-–−(]/.test(bare) || /[-–−]$/.test(bare);
  const digits = bare.replace(/[-–−+()]/g, "");
  if (!/^\d[\d.,]*$/.test(digits)) return null;
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  const mark = digits.charAt(last);
  const marks = digits.split(mark).length - 1;
  const mixed = /\./.test(digits) && /,/.test(digits);
  const isFraction = last >= 0 && (marks === 1 || mixed);
  const whole = isFraction ? digits.slice(0, last) : digits;
  const rest = isFraction ? digits.slice(last + 1) : "";
  if (/[.,]/.test(rest)) return null;
  const groups = whole.split(/[.,]/);
  if (groups.length > 1 && groups.slice(1).some((part) => part.length !== 3))
    return null;
  const value = Number(`${groups.join("")}.${rest || "0"}`);
  return Number.isFinite(value) ? (negative ? -value : value) : null;
}

/** `12.05.2025`, `12.5.25`, `12/05/2025`, `2025-05-12`, `20250512`, each with a time behind it or not. Null = no day. */
export function readDay(text: string): string | null {
  const [date = ""] = text.trim().split(/[ T]/);
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(date);
  const swiss = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})$/.exec(date);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [swiss?.[3], swiss?.[2], swiss?.[1]];
  if (!year || !month || !day) return null;
  const full = year.length === 2 ? `20${year}` : year;
  const found = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDay(found) ? found : null;
}

// A debit note charges, a corrected or reversed invoice gives back: whatever else the word says.
const DEBIT = /debit|lastschrift|belastung/;
const CREDIT =
  /cred|kred|avoir|gutschr|retour|return|\bres[oi]\b|refund|rembours|rimbors|ruck(gabe|nahme|sendung|verg|erstatt)|storn|annul|rechnungskorr|korrekturrechn|^(cr|cn|nc|g|gs)\b/;
const INVOICE =
  /^inv|invoice|^fac|facture|fakt|rechn|^fatt|gebuhr|gebuehr|frais|\bfee|charge|spese|^(fa|ft|re|rg|r|f)\b/;
/** `Note`, `Nota` alone: of credit, as an ERP shortens it. */
const NOTE = /^not[ae]\b/;

/** Invoice or credit note by the ERP's word for it, in the country's languages or English; null = neither. */
export function readType(text: string): "invoice" | "credit" | null {
  const word = fold(text)
    .replace(/[^a-z]+/g, " ")
    .trim();
  if (DEBIT.test(word)) return "invoice";
  if (CREDIT.test(word)) return "credit";
  if (INVOICE.test(word)) return "invoice";
  return NOTE.test(word) ? "credit" : null;
}
