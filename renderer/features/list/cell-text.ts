import type { TFunction } from "i18next";
import {
  daysBetween,
  type CalendarDay,
} from "../../../shared/core/calendar.ts";
import {
  CONTACT_COLUMNS,
  type ContactColumn,
} from "../../../shared/domain/contact-columns.ts";
import type { CodeKind } from "../../../shared/entities/code.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { kindOf, type ContactKind } from "../../ui/kind-mark.tsx";
import { formatAmount, formatCount, formatDay } from "../../ui/format.ts";

/** The set-up list that a column's codes come from. */
export const CODE_LISTS: Partial<Readonly<Record<ContactColumn, CodeKind>>> = {
  relation: "businessRelation",
  industry: "industryGroup",
  mailing: "mailingGroup",
  salesperson: "salesperson",
  territory: "territory",
  cadence: "visitCadence",
  language: "language",
  country: "country",
};

/** How values are written in this language, on this day. */
export interface CellWords {
  readonly t: TFunction;
  readonly today: CalendarDay;
  kind(kind: ContactKind): string;
  code(kind: CodeKind, code: string): string;
}

/** Columns of figures stand to the right, so that they can be compared. */
export function isFigure(column: ContactColumn): boolean {
  const kind = CONTACT_COLUMNS[column];
  return kind === "number" || kind === "amount";
}

/** What a cell says; empty when there is nothing to say. */
export function cellText(
  row: ContactRow,
  column: ContactColumn,
  words: CellWords,
): string {
  if (column === "type") return words.kind(kindOf(row));
  if (column === "companyName" && row.type === "company") return "";
  if ((column === "nextTask" || column === "visitDue") && row[column])
    return dueText(row[column], words);
  const value = row[column];
  if (value === undefined || value === "") return "";
  return valueText(column, value, words);
}

/** One value of a column, as in a cell, a filter or an export. */
export function valueText(
  column: ContactColumn,
  value: string | number | readonly string[],
  words: CellWords,
): string {
  const list = CODE_LISTS[column];
  switch (CONTACT_COLUMNS[column]) {
    case "codes":
    case "code": {
      const codes = typeof value === "object" ? value : [String(value)];
      if (column === "type")
        return words.kind(codes[0] === "company" ? "company" : "person");
      return codes
        .map((code) => (list ? words.code(list, code) : code))
        .join(", ");
    }
    case "day":
    case "instant":
      return formatDay(String(value).slice(0, 10));
    case "number":
      return formatCount(Number(value));
    case "amount":
      return formatAmount(Number(value));
    default:
      return String(value);
  }
}

export type DueTone = "late" | "soon" | "later";

/** Over, within a week, or later: told by a colour beside the words. */
export function dueTone(day: CalendarDay, today: CalendarDay): DueTone {
  const days = daysBetween(today, day);
  return days < 0 ? "late" : days <= 7 ? "soon" : "later";
}

function dueText(day: CalendarDay, { t, today }: CellWords): string {
  const days = daysBetween(today, day);
  if (days < 0) return t("list.dueLate", { count: -days });
  return days === 0 ? t("list.dueToday") : t("list.dueIn", { count: days });
}
