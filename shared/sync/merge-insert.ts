import { entityOf } from "../entities/registry.ts";
import { compareHlc, parseHlc } from "../core/hlc.ts";
import { mergeElement, mergeField, stampAt } from "./merge-field.ts";
import type { MergeOutcome, Progress, Stamp } from "./stored-document.ts";
import { valueAt } from "./paths.ts";
import type { Op } from "./protocol.ts";
import { sameValue } from "./to-ops.ts";
import { INTERACTION_REGISTERS, isWrittenOnce } from "./written-once.ts";

/**
 * An insert of an id that is already there: the same push twice, or a device that refills a restored server with
 * the document it holds. Each member is then merged as a `set` against the stamps: it wins only if it is later.
 *
 * A deleted document stays deleted, unless the device that deleted it takes that back (Undo), or somebody takes it out
 * of the trash (origin `restored`).
 *
 * A different interaction under the same id is a collision: visits are written once. Not so the author's own of one that
 * somebody else has given back, nor one that is given back twice: of that only the registers can be others.
 */
export function insertOver(
  progress: Progress,
  op: Extract<Op, { k: "ins" }>,
  stamp: Stamp,
): MergeOutcome | null {
  const { doc } = progress;
  const entity = entityOf(doc.c);
  const differing = Object.keys(op.v).filter(
    (key) => !sameValue(doc.v[key], op.v[key]),
  );
  if (takesBack(progress, op, stamp)) putBack(progress, stamp);
  const returning = op.h === undefined && doc.created.author === stamp.u;
  if (returning && doc.created.u !== stamp.u) {
    progress.doc = { ...progress.doc, created: { ...doc.created, u: stamp.u } };
    progress.changed = true;
  }
  if (progress.doc.deleted || differing.length === 0) return null;
  const once = isWrittenOnce(doc);
  if (once && !returning && op.h === undefined) {
    return {
      ok: false,
      code: "id_collision",
      message: "Another visit has this id.",
    };
  }
  for (const key of differing) {
    if (once && !INTERACTION_REGISTERS.has(key)) continue;
    const given = op.v[key];
    if (entity.sets.includes(key)) {
      for (const element of given as string[])
        mergeElement(progress, key, element, "add", stamp);
    } else if (entity.maps.includes(key)) {
      for (const [item, value] of Object.entries(given as object))
        later(progress, `${key}/${item}`, value, stamp);
    } else {
      later(progress, key, given, stamp);
    }
  }
  return null;
}

/**
 * Only one's own deletion can be undone like this, or any from the trash, and only afterwards: a restored server is sent documents back as they
 * were before. To the millisecond, since a clock ahead of the server's loses its finer order.
 */
function takesBack({ doc }: Progress, op: Op, stamp: Stamp): boolean {
  const deletion = doc.stamps[""];
  if (!doc.deleted || !deletion) return false;
  if (deletion.d !== stamp.d && op.o !== "restored") return false;
  const [deletedMs] = parseHlc(deletion.h) ?? [0];
  const [ms] = parseHlc(stamp.h) ?? [0];
  return ms >= deletedMs;
}

function putBack(progress: Progress, stamp: Stamp): void {
  const stamps = { ...progress.doc.stamps, "": stamp };
  progress.doc = { ...progress.doc, deleted: false, stamps };
  progress.changed = true;
  progress.history.push({
    path: "",
    from: "deleted",
    to: null,
    outcome: "set",
    stamp,
  });
}

/**
 * What has not been edited since the document was made gives way to anything later, without a question. Another
 * device's edit also gives way only to what is later, but then it is a conflict: a whole document does not say what it
 * had seen. What somebody took away stays away.
 */
function later(
  progress: Progress,
  path: string,
  value: unknown,
  stamp: Stamp,
): void {
  const { doc } = progress;
  const holder = stampAt(doc, path, stamp.d);
  if (compareHlc(stamp.h, holder.h) <= 0) return;
  const current = valueAt(doc.v, path);
  const edited = holder !== doc.created && holder.d !== stamp.d;
  if (edited && current === null) return;
  mergeField(progress, path, edited ? null : current, value, stamp);
}
