import {
  readFilter,
  type ContactFilter,
} from "../../../shared/domain/contact-filter.ts";
import type { SortBy } from "../../../shared/domain/contact-order.ts";
import { readSort } from "../../../shared/domain/list-view.ts";

/**
 * What the address says of the list, so that Back works: the view, the text that is searched for, and where it departs
 * from the view. What is absent is the view's own.
 */
export interface ListAddress {
  /** A shipped view, or the id of one of the person's own. */
  readonly view?: string;
  readonly text?: string;
  readonly filter?: ContactFilter;
  readonly sort?: readonly SortBy[];
  readonly tree?: boolean;
}

/** What is unreadable in an address is not there. */
export function readListAddress(
  search: Readonly<Record<string, unknown>>,
): ListAddress {
  const { text, view, tree } = search;
  const filter =
    search["filter"] === undefined ? null : readFilter(search["filter"]);
  const sort = search["sort"] === undefined ? null : readSort(search["sort"]);
  return {
    ...(isWord(view) && view !== "all" ? { view } : {}),
    ...(isWord(text) ? { text } : {}),
    ...(filter ? { filter } : {}),
    ...(sort ? { sort } : {}),
    ...(typeof tree === "boolean" ? { tree } : {}),
  };
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= 200;
}
