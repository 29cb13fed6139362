import type { CollectionName } from "../entities/registry.ts";
import type { Op } from "./protocol.ts";
import type { MergeOutcome, Stamp, StoredDocument } from "./stored-document.ts";

/** PRV-4, PRV-5: what was erased on a person's request leaves an empty place that nothing fills again. */
export const ERASED = {
  code: "erased",
  message: "It was erased on request.",
} as const;

/** A deletion for ever. */
export function isErasure(op: Op): boolean {
  return op.k === "del" && op.o === "erased";
}

export function isErased({
  deleted,
  stamps,
}: Pick<StoredDocument, "deleted" | "stamps">): boolean {
  return deleted && stamps[""]?.o === "erased";
}

/**
 * Beats whatever anybody has edited, seen or not, and is not told in the history, which goes, too. What is not there is
 * erased all the same: it may still come back to a restored server.
 */
export function erase(
  stored: StoredDocument | null,
  op: Op,
  stamp: Stamp,
): MergeOutcome {
  const nothing = { conflicts: [], history: [] };
  if (stored && isErased(stored))
    return {
      ok: true,
      outcome: "same",
      doc: stored,
      changed: false,
      ...nothing,
    };
  const doc: StoredDocument = {
    c: op.c as CollectionName,
    id: op.id,
    rev: (stored?.rev ?? 0) + 1,
    deleted: true,
    v: {},
    created: stored?.created ?? stamp,
    stamps: { "": stamp },
  };
  return { ok: true, outcome: "ok", doc, changed: true, ...nothing };
}
