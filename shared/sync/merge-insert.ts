import { entityOf } from "../entities/registry.ts";
import { compareHlc } from "../core/hlc.ts";
import { mergeElement, mergeField, stampAt } from "./merge-field.ts";
import type { MergeOutcome, Progress, Stamp } from "./stored-document.ts";
import { valueAt } from "./paths.ts";
import type { Op } from "./protocol.ts";
import { sameValue } from "./to-ops.ts";

/**
 * An insert of an id that is already there: the same push twice, or a device that refills a restored server with
 * the document it holds. Each member is then merged as a `set` against the stamps: it wins only if it is later.
 *
 * A different interaction under the same id is a collision: visits are written once.
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
  if (doc.deleted || differing.length === 0) return null;
  if (doc.c === "interactions" && doc.v["postponed"] !== true) {
    return {
      ok: false,
      code: "id_collision",
      message: "Another visit has this id.",
    };
  }
  for (const key of differing) {
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

/** What has not been edited since the document was made gives way only to a later edit, and is not a conflict. */
function later(
  progress: Progress,
  path: string,
  value: unknown,
  stamp: Stamp,
): void {
  const holder = stampAt(progress.doc, path);
  if (compareHlc(stamp.h, holder.h) > 0)
    mergeField(progress, path, valueAt(progress.doc.v, path), value, stamp);
}
