import { z } from "zod";
import { addDays, isCalendarDay, type CalendarDay } from "../core/calendar.ts";
import { fold } from "../core/fold.ts";
import {
  CONTACT_COLUMNS,
  contactColumns,
  type ColumnKind,
  type ContactColumn,
  type ContactValues,
} from "./contact-columns.ts";
import { phoneForms, phoneQuery } from "./phone-digits.ts";

const FilterOp = z.enum([
  "is",
  "isNot",
  "contains",
  "oneOf",
  "empty",
  "notEmpty",
  "before",
  "after",
  "lastDays",
  "notLastDays",
]);
export type FilterOp = z.infer<typeof FilterOp>;

const Condition = z.strictObject({
  column: z.enum(contactColumns as [ContactColumn, ...ContactColumn[]]),
  op: FilterOp,
  values: z.array(z.string().max(200)).max(200),
});

/**
 * One condition on one column (SRC-2). With several `values` any of them will do; figures are written as text. A day may be
 * `YYYY-MM-DD`, `today`, `today-30` or `today+7`. On figures `before` and `after` mean less and more. `lastDays` is
 * today and the days before it; `notLastDays` is everything else, what never happened included, and so is `isNot`.
 */
export type Condition = z.infer<typeof Condition>;

const ContactFilter = z.strictObject({
  all: z
    .array(
      z.union([
        Condition,
        z.strictObject({ any: z.array(Condition).min(1).max(50) }),
      ]),
    )
    .max(50),
});

/** What a saved view and an address hold: all of these, where an `any` group is met by one of its conditions. */
export type ContactFilter = z.infer<typeof ContactFilter>;

/** A filter out of a saved view or an address; null when this version does not understand it. */
export function readFilter(value: unknown): ContactFilter | null {
  const read = ContactFilter.safeParse(value);
  return read.success ? read.data : null;
}

/** Which operators a column's filter row offers. */
export const OPERATORS: Readonly<Record<ColumnKind, readonly FilterOp[]>> = {
  text: ["contains", "is", "isNot", "oneOf", "empty", "notEmpty"],
  phone: ["contains", "is", "isNot", "empty", "notEmpty"],
  code: ["is", "isNot", "oneOf", "empty", "notEmpty"],
  codes: ["is", "isNot", "oneOf", "empty", "notEmpty"],
  day: [
    "is",
    "before",
    "after",
    "lastDays",
    "notLastDays",
    "empty",
    "notEmpty",
  ],
  instant: ["is", "before", "after", "lastDays", "notLastDays"],
  number: ["is", "isNot", "before", "after", "empty", "notEmpty"],
  amount: ["is", "isNot", "before", "after", "empty", "notEmpty"],
};

export type Value = string | number | readonly string[] | undefined;

/** A test of one value, made once per query and called for each distinct value or each contact. */
export type ValueTest = (value: Value) => boolean;

/** Whether a contact meets a filter. */
export function filterTest(
  filter: ContactFilter,
  today: CalendarDay,
): (values: ContactValues) => boolean {
  const one = (condition: Condition) => {
    const test = conditionTest(condition, today);
    return (values: ContactValues) => test(values[condition.column]);
  };
  const tests = filter.all.map((part) => {
    if (!("any" in part)) return one(part);
    const any = part.any.map(one);
    return (values: ContactValues) => any.some((test) => test(values));
  });
  return (values) => tests.every((test) => test(values));
}

/** The test of a condition's column. A condition without values, which a filter row has at first, lets all pass. */
export function conditionTest(
  { column, op, values }: Condition,
  today: CalendarDay,
): ValueTest {
  if (op === "empty") return isEmpty;
  if (op === "notEmpty") return (value) => !isEmpty(value);
  if (values.length === 0) return () => true;
  switch (op) {
    case "isNot": {
      const is = conditionTest({ column, op: "is", values }, today);
      return (value) => !is(value);
    }
    case "notLastDays": {
      const last = conditionTest({ column, op: "lastDays", values }, today);
      return (value) => !last(value);
    }
    case "is":
    case "oneOf":
      return anyOf(values.map((value) => isTest(column, value, today)));
    case "contains":
      return anyOf(values.map((value) => containsTest(column, value)));
    case "lastDays": {
      const from = addDays(today, -(Number(values[0]) || 0));
      return (value) =>
        typeof value === "string" &&
        value.slice(0, 10) >= from &&
        value.slice(0, 10) <= today;
    }
    case "before":
    case "after":
      return anyOf(
        values.map((value) => sideTest(column, op === "after", value, today)),
      );
  }
}

function anyOf(tests: readonly ValueTest[]): ValueTest {
  const [first] = tests;
  if (tests.length === 1 && first) return first;
  return (value) => tests.some((test) => test(value));
}

function isEmpty(value: Value): boolean {
  if (typeof value === "object") return value.length === 0;
  return value === undefined || value === "" || value === 0;
}

function isTest(
  column: ContactColumn,
  wanted: string,
  today: CalendarDay,
): ValueTest {
  switch (CONTACT_COLUMNS[column]) {
    case "text": {
      const folded = fold(wanted.trim());
      return (value) => fold(textOf(value)) === folded;
    }
    case "phone": {
      const forms = phoneForms(wanted);
      if (forms === "") return (value) => textOf(value) === wanted;
      return (value) => phoneForms(textOf(value)) === forms;
    }
    case "code":
      return (value) => textOf(value) === wanted;
    case "codes":
      return (value) => typeof value === "object" && value.includes(wanted);
    case "day":
    case "instant": {
      const day = dayOf(wanted, today);
      return (value) => day !== null && textOf(value).slice(0, 10) === day;
    }
    case "number":
    case "amount":
      return (value) => Number(value ?? 0) === Number(wanted);
  }
}

function containsTest(column: ContactColumn, wanted: string): ValueTest {
  const folded = fold(wanted.trim());
  const digits =
    CONTACT_COLUMNS[column] === "phone" ? phoneQuery(wanted.trim()) : null;
  if (digits !== null)
    return (value) => phoneForms(textOf(value)).includes(digits);
  return (value) => {
    const texts = typeof value === "object" ? value : [textOf(value)];
    return texts.some((text) => fold(text).includes(folded));
  };
}

function sideTest(
  column: ContactColumn,
  above: boolean,
  wanted: string,
  today: CalendarDay,
): ValueTest {
  const kind = CONTACT_COLUMNS[column];
  if (kind === "number" || kind === "amount") {
    const figure = Number(wanted);
    return (value) =>
      above ? Number(value ?? 0) > figure : Number(value ?? 0) < figure;
  }
  const isTime = kind === "day" || kind === "instant";
  const side = isTime ? dayOf(wanted, today) : fold(wanted);
  return (value) => {
    const text = isTime ? textOf(value).slice(0, 10) : fold(textOf(value));
    if (side === null || text === "") return false;
    return above ? text > side : text < side;
  };
}

const RELATIVE = /^today(?:([+-])(\d{1,5}))?$/;

/** `today`, `today-30`, `today+7` or a day; null when it is none of them. */
function dayOf(text: string, today: CalendarDay): CalendarDay | null {
  const relative = RELATIVE.exec(text);
  if (!relative) return isCalendarDay(text) ? text : null;
  const [, sign, days = "0"] = relative;
  return addDays(today, sign === "-" ? -Number(days) : Number(days));
}

function textOf(value: Value): string {
  return typeof value === "string" ? value : "";
}
