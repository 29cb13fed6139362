import type { SavedDocument } from "../../../server/storage/sync-storage.ts";
import { isLongText } from "../../../shared/entities/is-long-text.ts";
import { entityOf } from "../../../shared/entities/registry.ts";
import type { Note } from "../../../shared/entities/note.ts";
import type { World } from "../world.ts";
import { isLaterOwn, type ValueWrite } from "./operations.ts";

interface LineWrite {
  readonly write: ValueWrite;
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/**
 * O1 for long texts, which two may change in different lines: each line that somebody wrote is there, or was taken out
 * by somebody who had seen it, or stands in a conflict; and what was taken out comes back by nobody's doing.
 */
export function checkLines(
  world: World,
  { doc }: SavedDocument,
  values: readonly ValueWrite[],
  notes: readonly Note[],
): void {
  for (const [path, writes] of byPath(doc.c, values)) {
    const now = linesOf(doc.v[path]);
    const asked = notes.filter(({ field }) => field === path);
    const name = `${doc.c}/${doc.id} ${path}`;
    for (const one of writes) {
      for (const line of added(one))
        if (!now.has(line) && !isKept(world, writes, asked, one, line))
          world.violate(
            "O1",
            `${name}: "${line}" of ${one.write.by.device} vanished`,
          );
      if (world.facts.restored || world.facts.copies.size > 0) continue;
      for (const line of removed(one))
        if (
          now.has(line) &&
          asked.length === 0 &&
          !isBack(world, writes, one, line)
        )
          world.violate(
            "O1",
            `${name}: "${line}" came back after ${one.write.by.device} took it out`,
          );
    }
  }
}

function isKept(
  world: World,
  writes: readonly LineWrite[],
  notes: readonly Note[],
  one: LineWrite,
  line: string,
): boolean {
  return (
    writes.some(
      (other) =>
        !other.after.has(line) &&
        (other.before.has(line) ||
          isLaterOwn(world, other.write.by, one.write.by)),
    ) ||
    notes.some(({ winner, loser }) =>
      [winner, loser].some((side) => linesOf(side?.value).has(line)),
    )
  );
}

/** Somebody wrote it anew, or its own device saved a form that still had it. */
function isBack(
  world: World,
  writes: readonly LineWrite[],
  one: LineWrite,
  line: string,
): boolean {
  return writes.some(
    (other) =>
      other !== one &&
      other.after.has(line) &&
      (!other.before.has(line) ||
        isLaterOwn(world, other.write.by, one.write.by)),
  );
}

const added = ({ before, after }: LineWrite) =>
  [...after].filter((line) => !before.has(line));
const removed = ({ before, after }: LineWrite) =>
  [...before].filter((line) => !after.has(line));

function byPath(
  c: SavedDocument["doc"]["c"],
  values: readonly ValueWrite[],
): ReadonlyMap<string, readonly LineWrite[]> {
  const found = new Map<string, LineWrite[]>();
  for (const write of values) {
    if (!isLongText(entityOf(c), write.path)) continue;
    const list = found.get(write.path) ?? [];
    list.push({
      write,
      before: linesOf(write.base),
      after: linesOf(write.value),
    });
    found.set(write.path, list);
  }
  return found;
}

function linesOf(text: unknown): ReadonlySet<string> {
  return new Set(typeof text === "string" ? text.split("\n") : []);
}
