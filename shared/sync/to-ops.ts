import type { Change } from "../domain/change.ts";
import { entityOf, type CollectionName } from "../entities/registry.ts";
import type { Origin } from "../core/origin.ts";
import type { Op } from "./protocol.ts";

type Json = Extract<Op, { k: "ins" }>["v"][string];
type Row = Readonly<Record<string, unknown>>;

/** Deep equality of JSON values; absent and null are the same thing on this wire. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (
    typeof a !== "object" ||
    typeof b !== "object" ||
    a === null ||
    b === null
  )
    return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameValue((a as Row)[key], (b as Row)[key]));
}

/**
 * The operations that turn `before` into `after`: `ins`, `del`, or a `set` of exactly the members that differ, with
 * their base values, plus `add`/`rem` for sets. A member that did not change is never mentioned, so an old client
 * cannot erase what it does not know. `rev` is the revision a deletion has seen.
 */
export function toOps(change: Change, rev: number): Op[] {
  const origin: { o?: Origin } =
    change.origin && change.origin !== "typed" ? { o: change.origin } : {};
  const target = { c: change.c, id: change.id, ...origin };
  if (change.after === null)
    return change.before === null ? [] : [{ ...target, k: "del", rev }];
  if (change.before === null)
    return [{ ...target, k: "ins", v: withoutAbsent(change.after) }];
  return editOps(change.c, target, change.before as Row, change.after as Row);
}

function editOps(
  c: CollectionName,
  target: { c: string; id: string; o?: Origin },
  before: Row,
  after: Row,
): Op[] {
  const entity = entityOf(c);
  const f: Record<string, [Json, Json]> = {};
  const ops: Op[] = [];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = before[key];
    const now = after[key];
    if (key === "id" || sameValue(old, now)) continue;
    if (entity.sets.includes(key))
      ops.push(...setOps(target, key, list(old), list(now)));
    else if (entity.maps.includes(key))
      Object.assign(f, mapEdits(key, row(old), row(now)));
    else f[key] = pair(old, now);
  }
  if (Object.keys(f).length > 0) ops.unshift({ ...target, k: "set", f });
  return ops;
}

function setOps(
  target: { c: string; id: string },
  f: string,
  old: readonly string[],
  now: readonly string[],
): Op[] {
  const added = now.filter((e) => !old.includes(e));
  const removed = old.filter((e) => !now.includes(e));
  return [
    ...(added.length > 0
      ? [{ ...target, k: "add" as const, f, e: added }]
      : []),
    ...(removed.length > 0
      ? [{ ...target, k: "rem" as const, f, e: removed }]
      : []),
  ];
}

/** Items are written whole when they come or go, member by member when they change. */
function mapEdits(
  map: string,
  old: Row,
  now: Row,
): Record<string, [Json, Json]> {
  const edits: Record<string, [Json, Json]> = {};
  for (const item of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const a = old[item];
    const b = now[item];
    if (sameValue(a, b)) continue;
    if (a === undefined || a === null || b === undefined || b === null)
      edits[`${map}/${item}`] = pair(a, b);
    else
      for (const member of new Set([...Object.keys(a), ...Object.keys(b)])) {
        const x = (a as Row)[member];
        const y = (b as Row)[member];
        if (!sameValue(x, y)) edits[`${map}/${item}/${member}`] = pair(x, y);
      }
  }
  return edits;
}

function pair(old: unknown, now: unknown): [Json, Json] {
  return [(old ?? null) as Json, (now ?? null) as Json];
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}

function row(value: unknown): Row {
  return typeof value === "object" && value !== null ? (value as Row) : {};
}

function withoutAbsent(value: object): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(value).filter(([, v]) => v !== undefined && v !== null),
  ) as Record<string, Json>;
}
