/** Whose tasks the page shows; it stands in the address, so that Back works. */
export interface TasksSearch {
  readonly whose?: "team" | "all";
}

export function readTasksSearch(
  search: Readonly<Record<string, unknown>>,
): TasksSearch {
  const { whose } = search;
  return whose === "team" || whose === "all" ? { whose } : {};
}
