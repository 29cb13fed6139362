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
  const [first] = tests;
  if (tests.length === 1 && first) return first;
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

function anyOf(
  tests: readonly ((row: number) => boolean)[],
): (row: number) => boolean {
  return (row) => {
    for (const test of tests) if (test(row)) return true;
    return false;
  };
}

/** Codes and days are small numbers, instants and sums are not; an array is asked at a fraction of a map's price. */
const MOST_DENSE = 65_536;

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
  const verdicts: boolean[] = [];
  const seldom = new Map<number, boolean>();
  function verdictOf(key: number): boolean {
    const known = key < MOST_DENSE ? verdicts[key] : seldom.get(key);
    if (known !== undefined) return known;
    const verdict = test(valueOf(key));
    if (key < MOST_DENSE) verdicts[key] = verdict;
    else seldom.set(key, verdict);
    return verdict;
  }
  return (row) => verdictOf(keys[row] ?? 0);
}
