import type { CalendarDay } from "../../../shared/core/calendar.ts";
import {
  conditionTest,
  type Condition,
  type ContactFilter,
} from "../../../shared/domain/contact-filter.ts";
import { isTextColumn, type ContactTable } from "./contact-table.ts";
import type { Figures } from "./figures.ts";
import { keyedColumn } from "./keyed-columns.ts";

/** Whether a row meets a filter. */
export function rowTest(
  table: ContactTable,
  figures: Figures,
  filter: ContactFilter,
  today: CalendarDay,
): (row: number) => boolean {
  const tests = filter.all.map((part) =>
    "any" in part
      ? anyOf(part.any.map((one) => oneTest(table, figures, one, today)))
      : oneTest(table, figures, part, today),
  );
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

function anyOf(
  tests: readonly ((row: number) => boolean)[],
): (row: number) => boolean {
  return (row) => tests.some((test) => test(row));
}

function oneTest(
  table: ContactTable,
  figures: Figures,
  condition: Condition,
  today: CalendarDay,
): (row: number) => boolean {
  const { column } = condition;
  const test = conditionTest(condition, today);
  if (isTextColumn(column)) return (row) => test(table.text(row, column));
  const { keys, valueOf } = keyedColumn(table, figures, column);
  const verdicts = new Map<number, boolean>();
  return (row) => {
    const key = keys[row] ?? 0;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const verdict = test(valueOf(key));
    verdicts.set(key, verdict);
    return verdict;
  };
}
