import type { SavedDocument } from "../../../server/storage/sync-storage.ts";
import type { Note } from "../../../shared/entities/note.ts";
import { isLongText } from "../../../shared/entities/is-long-text.ts";
import { entityOf } from "../../../shared/entities/registry.ts";
import { valueAt } from "../../../shared/sync/paths.ts";
import { sameValue } from "../../../shared/sync/to-ops.ts";
import type { KeptHistory } from "../memory/memory-database.ts";
import { tenantTables, type World } from "../world.ts";
import {
  isLaterOwn,
  operationsByDocument,
  valuesOf,
  type Operation,
  type ValueWrite,
} from "./operations.ts";
import { checkElements } from "./elements.ts";
import { checkLines } from "./lines.ts";

/**
 * O1: no saved value is lost. Each is there, or was written over by somebody who had seen it (or by its own device),
 * or stands in a conflict that a person can see.
 */
export function checkNothingLost(world: World): void {
  const { docs, history } = tenantTables(world);
  const notes = conflictNotes(docs.values());
  for (const [key, operations] of operationsByDocument(world)) {
    // Everybody had agreed that it goes.
    if (world.facts.forgotten.has(key)) continue;
    const saved = docs.get(key);
    if (!saved) {
      world.violate("O1", `${key} was saved and is not there`);
      continue;
    }
    const place = {
      ...{ saved, operations, values: operations.flatMap(valuesOf) },
      notes: notes.get(saved.doc.id) ?? [],
      history: history.filter(
        (row) => row.key.id === saved.doc.id && row.key.c === saved.doc.c,
      ),
    };
    checkDeletions(world, place);
    if (saved.doc.deleted) continue;
    const { c } = saved.doc;
    for (const write of place.values)
      if (!isLongText(entityOf(c), write.path) && !isKept(world, place, write))
        world.violate(
          "O1",
          `${key} ${write.path} = ${JSON.stringify(write.value)} of ${write.by.device} vanished`,
        );
    checkElements(world, saved, operations);
    checkLines(world, saved, place.values, place.notes);
  }
}

interface Place {
  readonly saved: SavedDocument;
  readonly operations: readonly Operation[];
  readonly values: readonly ValueWrite[];
  readonly notes: readonly Note[];
  readonly history: readonly KeptHistory[];
}

function isKept(world: World, place: Place, write: ValueWrite): boolean {
  const { path, value } = write;
  // Two who write the same value have no quarrel: what became of one is what became of the other.
  const equal = place.values.filter(
    (other) => other.path === path && sameValue(other.value, value),
  );
  return (
    sameValue(valueAt(place.saved.doc.v, path), value) ||
    equal.some((one) =>
      place.values.some((other) => supersedes(world, other, one)),
    ) ||
    place.notes.some((note) => holds(note, path, value)) ||
    // INH-5: it was the company's value, and the company has another one now.
    place.history.some(
      (row) =>
        row.stamp.o === "inherited" &&
        row.path === path &&
        sameValue(row.from, value),
    ) ||
    (world.facts.restored && gaveWay(world, place, write))
  );
}

/** As INH-5, where the restored server has lost the history of it: it has what the company's change has made of it. */
function gaveWay(world: World, { saved }: Place, write: ValueWrite): boolean {
  const { v } = saved.doc;
  return [...world.facts.written.values()].some(({ entry }) =>
    entry.ops.some((op) => {
      if (op.k !== "set" || op.id !== v["companyId"]) return false;
      const [base, now] = op.f[write.path] ?? [];
      return sameValue(base, write.value) && sameValue(now, v[write.path]);
    }),
  );
}

function supersedes(
  world: World,
  other: ValueWrite,
  write: ValueWrite,
): boolean {
  if (other === write) return false;
  const inside = within(write.path, other.path);
  if (!inside && !within(other.path, write.path)) return false;
  if (isLaterOwn(world, other.by, write.by)) return true;
  if (!inside) return false;
  const seen =
    other.path === write.path
      ? other.base
      : valueAt({ at: other.base }, `at/${write.path.split("/")[2]}`);
  return sameValue(seen ?? null, write.value ?? null);
}

/** `a` is `b`, or lies in it. */
function within(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`);
}

function holds(note: Note, path: string, value: unknown): boolean {
  const { field = "" } = note;
  return [note.winner?.value, note.loser?.value].some((held) => {
    if (field === path) return sameValue(held, value);
    if (!within(path, field) || field === "") return false;
    return sameValue(valueAt({ held }, `held/${path.split("/")[2]}`), value);
  });
}

/**
 * A deletion wins only over what it had seen; one that did not win stands in a conflict (OFF-7). A restored server may
 * refuse it the second time, for work that is open now (DEL) or because another has brought the visit back: no word is
 * lost by that.
 */
function checkDeletions(world: World, place: Place): void {
  const { doc } = place.saved;
  const name = `${doc.c}/${doc.id}`;
  const deletions = place.operations.filter(
    ({ op, refused }) => op.k === "del" && !refused,
  );
  if (!doc.deleted) {
    const asked = place.notes.some(({ field }) => field === undefined);
    // Two have deleted it, and the first of them has taken that back.
    const undone = place.operations.some(
      ({ by, op }) =>
        op.k === "ins" && deletions.some((d) => isLaterOwn(world, by, d.by)),
    );
    for (const { by } of deletions)
      if (
        !asked &&
        !undone &&
        !place.operations.some((o) => isLaterOwn(world, o.by, by))
      )
        world.violate("O1", `${name}: the deletion of ${by.device} vanished`);
    return;
  }
  // Revisions are counted anew from the backup on.
  if (world.facts.restored) return;
  const stamp = doc.stamps[""];
  const seen = Math.max(
    0,
    ...deletions.map(({ sender, op }) =>
      op.k === "del" && sender === stamp?.d ? op.rev : 0,
    ),
  );
  for (const { r = 0, d, o } of [doc.created, ...Object.values(doc.stamps)])
    if (r > seen && d !== stamp?.d && o !== "inherited")
      world.violate(
        "O1",
        `${name}: a deletion that had seen ${seen} won over ${r}`,
      );
  const last = place.operations.findLast(
    ({ sender, op }) => sender === stamp?.d && op.k !== "del",
  );
  const later =
    last && deletions.some(({ by }) => isLaterOwn(world, by, last.by));
  if (last && !later && deletions.some(({ sender }) => sender === stamp?.d))
    world.violate(
      "O1",
      `${name}: what ${last.by.device} wrote after deleting it vanished`,
    );
}

function conflictNotes(
  documents: Iterable<SavedDocument>,
): ReadonlyMap<string, readonly Note[]> {
  const found = new Map<string, Note[]>();
  for (const { doc } of documents) {
    if (doc.c !== "notes" || doc.v["kind"] !== "conflict") continue;
    const note = doc.v as unknown as Note;
    const list = found.get(note.docId ?? "") ?? [];
    list.push(note);
    found.set(note.docId ?? "", list);
  }
  return found;
}
