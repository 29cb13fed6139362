import type { RxDocumentData } from "rxdb/plugins/core";

export type Row = Readonly<Record<string, unknown>>;

/**
 * What RxDB holds of one document. On disk only `id`, `contactId` and `atDesc` are in clear; the rest is sealed
 * (sealed-storage.ts). A deletion keeps its marks and nothing of the content.
 */
export interface StoredDocument {
  readonly id: string;
  /** Empty = the document belongs to no contact. Only in collections that index it. */
  readonly contactId?: string;
  /** See `AT_DESC_MAX`. Only in collections that index it. */
  readonly atDesc?: number;
  /** The entity's value: the server's version with this device's unsent operations on top. */
  readonly v: Row;
  /** Feed position, revision and epoch of the server's version inside `v`; null = the server never confirmed it. */
  readonly seq: number | null;
  readonly rev: number | null;
  readonly epoch: string | null;
  /** The newest journal entry of this device that went into `v`; 0 = none. Tells the list when RxDB caught up. */
  readonly applied: number;
}

/** A stored document with RxDB's own members (`_deleted`, `_rev`, `_meta`, `_attachments`). */
export type Stored = RxDocumentData<StoredDocument>;
