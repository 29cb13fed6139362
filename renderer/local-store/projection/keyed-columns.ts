import {
  CONTACT_COLUMNS,
  type ContactColumn,
} from "../../../shared/domain/contact-columns.ts";
import type { Value } from "../../../shared/domain/contact-filter.ts";
import { dayOfNumber } from "./columns/days.ts";
import {
  IS_COMPANY,
  isFewColumn,
  SET_END,
  type ContactTable,
  type TextColumn,
} from "./contact-table.ts";
import type { Figures, FigureColumn } from "./figures.ts";

/**
 * A column seen as numbers: rows with the same number have the same value, and 0 is empty. So a condition is asked once
 * for each value and not once for each of 100,000 contacts.
 */
export interface KeyedColumn {
  readonly keys: ArrayLike<number>;
  valueOf(key: number): Value;
  /** Higher numbers are higher values; else the texts decide. */
  readonly inOrder: boolean;
}

export type KeyedName = Exclude<ContactColumn, TextColumn>;

export function keyedColumn(
  table: ContactTable,
  figures: Figures,
  column: KeyedName,
): KeyedColumn {
  if (column === "type")
    return {
      keys: table.flags,
      inOrder: false,
      valueOf: (key) => ((key & IS_COMPANY) === 0 ? "person" : "company"),
    };
  if (column === "changed" || column === "created")
    return {
      keys: table[column],
      inOrder: true,
      valueOf: (key) => (key > 0 ? new Date(key).toISOString() : undefined),
    };
  if (isFewColumn(column)) {
    const { codes, values } = table.few[column];
    const isSet = CONTACT_COLUMNS[column] === "codes";
    return {
      keys: codes,
      inOrder: false,
      valueOf(key) {
        const text = values[key] ?? "";
        if (text === "") return undefined;
        return isSet ? text.split(SET_END) : text;
      },
    };
  }
  const keys = figures.column(column satisfies FigureColumn);
  const isDay = CONTACT_COLUMNS[column] === "day";
  return {
    keys,
    inOrder: true,
    valueOf: (key) => (key === 0 ? undefined : isDay ? dayOfNumber(key) : key),
  };
}
