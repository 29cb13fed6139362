/** Members that may be searched: they are in clear. `_deleted` and the write time are RxDB's own. */
const IN_CLEAR = new Set([
  "id",
  "contactId",
  "atDesc",
  "_deleted",
  "_meta.lwt",
]);

export interface GuardedQuery {
  readonly selector: object;
  readonly sort: readonly object[];
  readonly skip: number;
  readonly limit?: number;
}

/**
 * Throws on every query that would be wrong or slow on sealed documents. Without this a selector on a sealed member
 * finds nothing, and says so without an error.
 */
export function guardQuery(query: GuardedQuery): void {
  guardSelector(query.selector);
  if (query.limit === undefined) refuse("a query without a limit");
  if (query.skip > 0) refuse("skip");
  for (const part of query.sort)
    for (const [member, direction] of Object.entries(part)) {
      if (!IN_CLEAR.has(member)) refuse(`sorting by ${member}`);
      if (direction === "desc") refuse("a descending sort");
    }
}

/** Counting needs no limit, but the same members. */
export function guardSelector(selector: object): void {
  for (const [member, condition] of Object.entries(selector)) {
    if (member === "$and" || member === "$or" || member === "$nor")
      for (const part of condition as object[]) guardSelector(part);
    else if (!IN_CLEAR.has(member)) refuse(`a selector on ${member}`);
  }
}

function refuse(what: string): never {
  throw new Error(`The local store does not answer ${what}.`);
}
