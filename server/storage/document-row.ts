import {
  collectionNames,
  entityOf,
  type CollectionName,
} from "../../shared/entities/registry.ts";
import type { Stamp } from "../../shared/sync/stored-document.ts";
import type { SavedDocument, UnsavedDocument } from "./sync-storage.ts";

export const DOCUMENT_COLUMNS =
  "coll, id, seq, rev, deleted, bucket, data, created, fm, modified_ms, modified_by";

export interface DocumentRow {
  readonly coll: number;
  readonly id: string;
  readonly seq: number | string;
  readonly rev: number;
  readonly deleted: boolean;
  readonly bucket: string;
  readonly data: Record<string, unknown>;
  readonly created: Stamp;
  readonly fm: Record<string, Stamp>;
  readonly modified_ms: number | string;
  readonly modified_by: string;
}

const collectionByNumber = new Map<number, CollectionName>(
  collectionNames.map((name) => [entityOf(name).number, name]),
);

/** The number a collection has in the database, for ever. */
export function numberOf(collection: CollectionName): number {
  return entityOf(collection).number;
}

export function collectionOf(number: number): CollectionName {
  const name = collectionByNumber.get(number);
  if (name === undefined)
    throw new Error(`No collection has the number ${number}`);
  return name;
}

export function fromRow(row: DocumentRow): SavedDocument {
  return {
    doc: {
      c: collectionOf(row.coll),
      id: row.id,
      rev: row.rev,
      deleted: row.deleted,
      v: row.data,
      created: row.created,
      stamps: row.fm,
    },
    seq: Number(row.seq),
    bucket: row.bucket,
    modifiedMs: Number(row.modified_ms),
    modifiedBy: row.modified_by,
  };
}

/** For `jsonb_to_recordset`: one parameter however many documents. */
export function toRow(unsaved: UnsavedDocument, seq: number): DocumentRow {
  const { doc } = unsaved;
  return {
    coll: numberOf(doc.c),
    id: doc.id,
    seq,
    rev: doc.rev,
    deleted: doc.deleted,
    bucket: unsaved.bucket,
    data: doc.v,
    created: doc.created,
    fm: doc.stamps,
    modified_ms: unsaved.modifiedMs,
    modified_by: unsaved.modifiedBy,
  };
}
