import type {
  ContactColumn,
  ContactValues,
} from "../../../shared/domain/contact-columns.ts";
import type { Facet } from "../store.ts";

/** How often each value of a column occurs, the most frequent first. */
export function facetsOf(
  rows: readonly ContactValues[],
  column: ContactColumn,
): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const value of valuesOf(row[column]))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function valuesOf(value: ContactValues[ContactColumn]): readonly string[] {
  if (typeof value === "object") return value.length > 0 ? value : [""];
  return [value === undefined ? "" : String(value)];
}
