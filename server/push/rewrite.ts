import { valueAt } from "../../shared/sync/paths.ts";
import type {
  Stamp,
  StoredDocument,
} from "../../shared/sync/stored-document.ts";
import { sameValue } from "../../shared/sync/to-ops.ts";
import type { GroupWork } from "./group-work.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * Writes it past the history, which would hold what is to go, and takes out of this group's part of it what was
 * written there before.
 *
 * @returns the members that have changed
 */
export function rewrite(
  work: GroupWork,
  doc: StoredDocument,
  after: Row,
): readonly string[] {
  const members = [...new Set([...Object.keys(doc.v), ...Object.keys(after)])];
  const heads = members.filter(
    (member) => !sameValue(valueAt(doc.v, member), valueAt(after, member)),
  );
  const held = work.deps.working.get(doc);
  if (heads.length === 0 || !held) return [];
  const rev = doc.rev + 1;
  const stamps = stampsAfter(doc, after, heads, { ...work.stamp(), r: rev });
  work.put({ ...held, doc: { ...doc, rev, v: after, stamps } }, doc);
  const kept = work.history.filter(
    ({ key, path }) =>
      key.c !== doc.c || key.id !== doc.id || !heads.includes(headOf(path)),
  );
  work.history.splice(0, work.history.length, ...kept);
  return heads;
}

/** Elements of sets and items of maps have stamps of their own: those that stay keep theirs. */
function stampsAfter(
  { v, stamps }: StoredDocument,
  after: Row,
  heads: readonly string[],
  stamp: Stamp,
): StoredDocument["stamps"] {
  const next = { ...stamps };
  for (const head of heads) {
    const before = v[head];
    if (typeof before !== "object" || before === null) {
      next[head] = stamp;
      continue;
    }
    const left = itemsOf(after[head]);
    for (const item of itemsOf(before).filter((one) => !left.includes(one)))
      for (const path of Object.keys(next))
        if (path.startsWith(`${head}/${item}`)) delete next[path];
  }
  return next;
}

function itemsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function headOf(path: string): string {
  return path.split("/")[0] ?? "";
}
