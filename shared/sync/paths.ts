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

function put(at: Row, [key, ...rest]: readonly string[], value: unknown): Row {
  if (key === undefined) return at;
  if (rest.length === 0) return putMember(at, key, value);
  const child = Object.hasOwn(at, key) ? at[key] : undefined;
  if (rest.length === 1 && (child === undefined || child === null)) {
    return value === null || value === undefined
      ? at
      : { ...at, [key]: putMember({}, rest[0] ?? "", value) };
  }
  if (typeof child !== "object" || child === null) return at;
  const changed = put(child as Row, rest, value);
  return putMember(at, key, Object.keys(changed).length === 0 ? null : changed);
}

function putMember(at: Row, key: string, value: unknown): Row {
  const { [key]: _old, ...others } = at;
  return value === null || value === undefined
    ? others
    : { ...at, [key]: value };
}
