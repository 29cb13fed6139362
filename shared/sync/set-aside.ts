import { isErasure } from "./erased.ts";
import { valueAt, withValueAt } from "./paths.ts";
import type { Group, Op } from "./protocol.ts";
import { keyOf } from "./survey.ts";
import { sameValue } from "./to-ops.ts";

type Row = Readonly<Record<string, unknown>>;

/** One intention that waits, as far as its order among others matters. */
export type Waiting = Pick<Group, "m" | "ops">;

/**
 * What has to go where `chosen` (mutation ids) goes, when that is set aside: every later intention that touches one of
 * the same records, or names a document that one of them creates (order per record, parents before children).
 *
 * @param entries in their order
 */
export function takenAlong(
  entries: readonly Waiting[],
  chosen: ReadonlySet<string>,
): ReadonlySet<string> {
  const along = new Set<string>();
  const records = new Set<string>();
  const created = new Set<string>();
  for (const { m, ops } of entries) {
    const goes =
      chosen.has(m) ||
      ops.some((op) => records.has(keyOf(op))) ||
      (created.size > 0 && namesOf(ops).some((id) => created.has(id)));
    if (!goes) continue;
    along.add(m);
    for (const op of ops) records.add(keyOf(op));
    for (const id of createdBy(ops)) created.add(id);
  }
  return along;
}

/**
 * What `chosen` needs before it when it is sent earlier than the rest: every earlier intention that touches one of the
 * same records, or creates a document that one of them names.
 */
export function neededFirst(
  entries: readonly Waiting[],
  chosen: ReadonlySet<string>,
): ReadonlySet<string> {
  const needed = new Set<string>();
  const records = new Set<string>();
  const names = new Set<string>();
  for (const { m, ops } of entries.toReversed()) {
    const goes =
      chosen.has(m) ||
      ops.some((op) => records.has(keyOf(op))) ||
      createdBy(ops).some((id) => names.has(id));
    if (!goes) continue;
    needed.add(m);
    for (const op of ops) records.add(keyOf(op));
    for (const id of namesOf(ops)) names.add(id);
  }
  return needed;
}

/** The same intentions with those of `first` at the head; the order within both parts stays. */
export function sentFirst<E extends Waiting>(
  entries: readonly E[],
  first: ReadonlySet<string>,
): readonly E[] {
  return [
    ...entries.filter(({ m }) => first.has(m)),
    ...entries.filter(({ m }) => !first.has(m)),
  ];
}

/**
 * What is sent under the number of an intention that was set aside: it changes nothing, and the answer brings the
 * documents that it was about as the server has them.
 */
export function nothingAbout(ops: readonly Op[]): Op[] {
  const touched = new Map(ops.map((op) => [keyOf(op), op]));
  return [...touched.values()].map(({ c, id }) => ({
    ...{ c, id, k: "set", f: {}, o: "inherited" },
  }));
}

/**
 * A document without operations that it shows: the reverse of `rebase`. A value that is no longer what they wrote stays.
 * What they deleted does not come back (null): an operation does not hold it, the server's next answer does.
 */
export function takenBack(shown: Row | null, ops: readonly Op[]): Row | null {
  return ops.toReversed().reduce<Row | null>(stepBack, shown);
}

function stepBack(shown: Row | null, op: Op): Row | null {
  if (isErasure(op)) return shown;
  if (shown === null || op.k === "del" || op.k === "ins") return null;
  if (op.k === "set")
    return Object.entries(op.f)
      .toReversed()
      .reduce(
        (doc, [path, [base, now]]) =>
          sameValue(valueAt(doc, path), now)
            ? withValueAt(doc, path, base)
            : doc,
        shown,
      );
  const old = listAt(shown, op.f);
  const now =
    op.k === "add"
      ? old.filter((e) => !op.e.includes(e))
      : [...old, ...op.e.filter((e) => !old.includes(e))];
  return withValueAt(shown, op.f, now.length > 0 ? now : null);
}

function listAt(shown: Row, path: string): readonly string[] {
  const value = shown[path];
  return Array.isArray(value) ? (value as string[]) : [];
}

function createdBy(ops: readonly Op[]): readonly string[] {
  return ops.flatMap(({ k, id }) => (k === "ins" ? [id] : []));
}

/** Every text among the values: which of them are ids only those who created a document can tell. */
function namesOf(ops: readonly Op[]): readonly string[] {
  return ops.flatMap((op) => {
    if (op.k === "ins") return textsIn(op.v);
    if (op.k === "set") return textsIn(Object.values(op.f).map(([, v]) => v));
    return op.k === "add" ? op.e : [];
  });
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
