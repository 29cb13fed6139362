type Row = Record<string, unknown>;

/** Value at `member` or `map/ITEM` or `map/ITEM/member`; null when absent at any step. */
export function valueAt(document: Readonly<Row>, path: string): unknown {
  let at: unknown = document;
  for (const key of path.split("/")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key))
      return null;
    at = (at as Row)[key];
  }
  return at ?? null;
}

/**
 * A copy with `value` at `path`; null removes the member, and an empty map with it. A member of an item that is
 * not there cannot be set: the copy is then equal to the original (its item was removed by somebody else).
 */
export function withValueAt<T extends object>(
  document: T,
  path: string,
  value: unknown,
): T {
  return put(
    document as unknown as Row,
    path.split("/"),
    value,
  ) as unknown as T;
}

function put(
  document: Row,
  [member = "", item, inner]: readonly string[],
  value: unknown,
): Row {
  if (item === undefined) return putMember(document, member, value);
  const items = rowAt(document, member) ?? {};
  if (inner === undefined) {
    return putMember(
      document,
      member,
      unlessEmpty(putMember(items, item, value)),
    );
  }
  const there = rowAt(items, item);
  if (!there) return document;
  return {
    ...document,
    [member]: { ...items, [item]: putMember(there, inner, value) },
  };
}

function rowAt(row: Row, key: string): Row | null {
  const found = Object.hasOwn(row, key) ? row[key] : null;
  return typeof found === "object" && found !== null ? (found as Row) : null;
}

function unlessEmpty(row: Row): Row | null {
  return Object.keys(row).length === 0 ? null : row;
}

function putMember(at: Row, key: string, value: unknown): Row {
  const { [key]: _old, ...others } = at;
  return value === null || value === undefined
    ? others
    : { ...at, [key]: value };
}
