/** What the page of opportunities shows; it stands in the address, so that Back works. */
export interface SalesSearch {
  readonly view?: "board";
  readonly which?: "closed" | "all";
  readonly whose?: "all";
  readonly cycle?: string;
}

export function readSalesSearch(
  search: Readonly<Record<string, unknown>>,
): SalesSearch {
  const { view, which, whose, cycle } = search;
  return {
    ...(view === "board" ? { view } : {}),
    ...(which === "closed" || which === "all" ? { which } : {}),
    ...(whose === "all" ? { whose } : {}),
    ...(typeof cycle === "string" && cycle.length <= 20 ? { cycle } : {}),
  };
}
