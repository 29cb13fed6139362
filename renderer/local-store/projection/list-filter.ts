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
): RowTest {
  const tests = filter.all.map((part) =>
    "any" in part
      ? part.any
          .map((one) => oneTest(table, figures, one, today))
          .reduce(either, () => false)
      : oneTest(table, figures, part, today),
  );
  return tests.reduce(both, () => true);
}

export type RowTest = (row: number) => boolean;

// Not a loop over the tests: over 100,000 rows its iterators would be tens of megabytes of rubbish.
export function both(one: RowTest, other: RowTest): RowTest {
  return (row) => one(row) && other(row);
}

function either(one: RowTest, other: RowTest): RowTest {
  return (row) => one(row) || other(row);
}

/** As `rows.filter`, which would gather a list of numbers first; nor is there an iterator's object for each row. */
export function chosen(rows: Uint32Array, passes: RowTest): Uint32Array {
  const kept = new Uint32Array(rows.length);
  let count = 0;
  rows.forEach((row) => {
    if (passes(row)) kept[count++] = row;
  });
  return kept.slice(0, count);
}

/** Codes and days are small numbers, instants and sums are not; an array is asked at a fraction of a map's price. */
const MOST_DENSE = 65_536;

function oneTest(
  table: ContactTable,
  figures: Figures,
  condition: Condition,
  today: CalendarDay,
): RowTest {
  const { column, op } = condition;
  const test = conditionTest(condition, today);
  if (isTextColumn(column)) {
    if (op === "empty") return (row) => !table.hasText(row, column);
    if (op === "notEmpty") return (row) => table.hasText(row, column);
    return (row) => test(table.text(row, column));
  }
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
