import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import {
  COLUMN_MAX,
  COLUMN_MIN,
  defaultWidth,
  type ViewColumn,
} from "../../../shared/domain/list-view.ts";

/** The columns of a view as its owner arranges them. The name stays the first: it is frozen. */
export type Columns = readonly ViewColumn[];

export function withColumn(columns: Columns, column: ContactColumn): Columns {
  return columns.some((one) => one.column === column)
    ? columns
    : [...columns, { column, width: defaultWidth(column) }];
}

export function withoutColumn(
  columns: Columns,
  column: ContactColumn,
): Columns {
  return column === "name"
    ? columns
    : columns.filter((one) => one.column !== column);
}

/** To the place of another one; nothing goes before the name. */
export function moveColumn(
  columns: Columns,
  column: ContactColumn,
  to: number,
): Columns {
  const from = columns.findIndex((one) => one.column === column);
  const place = Math.max(1, Math.min(columns.length - 1, to));
  const moved = columns[from];
  if (!moved || from === 0 || from === place) return columns;
  return columns.toSpliced(from, 1).toSpliced(place, 0, moved);
}

export function resizeColumn(
  columns: Columns,
  column: ContactColumn,
  width: number,
): Columns {
  const fitting = Math.round(Math.max(COLUMN_MIN, Math.min(COLUMN_MAX, width)));
  return columns.map((one) =>
    one.column === column && one.width !== fitting
      ? { ...one, width: fitting }
      : one,
  );
}
