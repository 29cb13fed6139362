import type { CollectionName } from "../../shared/entities/registry.ts";
import { sameValue } from "../../shared/sync/to-ops.ts";
import type { TableWrite } from "./document-table.ts";
import type { Row, Stored } from "./stored-document.ts";
import { indexedValues } from "./to-rx-schema.ts";

export interface Marks {
  readonly seq: number | null;
  readonly rev: number | null;
  readonly epoch: string | null;
  readonly applied: number;
}

export const UNCONFIRMED: Marks = {
  seq: null,
  rev: null,
  epoch: null,
  applied: 0,
};

/**
 * The write that brings one document to `shown` (null = deleted), or null when it is there already: repeating a
 * replay or a pull costs no write.
 */
export function nextVersion(
  c: CollectionName,
  id: string,
  previous: Stored | undefined,
  shown: Row | null,
  marks: Marks,
): TableWrite | null {
  // The content of what was deleted does not stay behind on the disk.
  const v = shown ?? {};
  const deleted = shown === null;
  if (previous && isSame(previous, v, deleted, marks)) return null;
  const document = { id, ...indexedValues(c, v), v, ...marks };
  return { previous, deleted, document };
}

function isSame(
  previous: Stored,
  v: Row,
  deleted: boolean,
  marks: Marks,
): boolean {
  return (
    previous._deleted === deleted &&
    previous.seq === marks.seq &&
    previous.rev === marks.rev &&
    previous.epoch === marks.epoch &&
    previous.applied >= marks.applied &&
    sameValue(previous.v, v)
  );
}

/** What a stored document shows: null when it is not there or deleted. */
export function shownOf(stored: Stored | undefined): Row | null {
  return stored && !stored._deleted ? stored.v : null;
}

export function marksOf(stored: Stored | undefined): Marks {
  if (!stored) return UNCONFIRMED;
  const { seq, rev, epoch, applied } = stored;
  return { seq, rev, epoch, applied };
}
