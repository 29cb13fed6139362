import type { ContactRow } from "../store.ts";

/** People under their company, wherever that is among the rows; both in the order in which they came. */
export function asTree(rows: readonly ContactRow[]): readonly ContactRow[] {
  const companies = new Set(
    rows.filter(({ type }) => type === "company").map(({ id }) => id),
  );
  const people = new Map<string, ContactRow[]>();
  const top = rows.filter((row) => {
    if (row.type === "company" || !companies.has(row.companyId)) return true;
    const others = people.get(row.companyId) ?? [];
    people.set(row.companyId, others);
    others.push({ ...row, indented: true });
    return false;
  });
  return top.flatMap((row) =>
    row.type === "company" ? [row, ...(people.get(row.id) ?? [])] : [row],
  );
}
