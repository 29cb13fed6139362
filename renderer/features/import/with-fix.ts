import type { TableRules } from "./messages.ts";

type Fixes = TableRules["fixes"];

/** What the file has in a column is read as `to`; as it stands there, it is mended no longer. */
export function withFix(
  fixes: Fixes,
  column: number,
  from: string,
  to: string,
): Fixes {
  const { [from]: _, ...others } = fixes[column] ?? {};
  const typed = to.trim();
  const own = typed === from ? others : { ...others, [from]: typed };
  return { ...fixes, [column]: own };
}
