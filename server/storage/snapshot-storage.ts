import type { SnapshotInfo, SnapshotPart } from "../../shared/sync/snapshot.ts";
import type { Sql } from "./sql.ts";

/** A whole snapshot as it is kept. */
export interface KeptSnapshot extends SnapshotInfo {
  readonly bucket: string;
  readonly schema: number;
  readonly epoch: string;
  readonly madeMs: number;
}

/**
 * Snapshot files, in the database, so that whichever process is asked can serve them. What they hold is in the documents
 * too: they are in no dump, and losing one costs nothing.
 */
export interface SnapshotStorage {
  /** Documents of a bucket that are not deleted; counts no further than `most`. */
  count(tenantId: string, bucket: string, most: number): Promise<number>;
  newest(
    tenantId: string,
    bucket: string,
    of: { readonly schema: number; readonly epoch: string },
  ): Promise<KeptSnapshot | null>;
  find(tenantId: string, id: string): Promise<KeptSnapshot | null>;
  /** Until `finish` nobody is offered it. */
  begin(tenantId: string, draft: SnapshotDraft): Promise<void>;
  addPart(
    tenantId: string,
    id: string,
    part: { readonly n: number; readonly bytes: Uint8Array },
  ): Promise<void>;
  finish(
    tenantId: string,
    id: string,
    whole: Pick<SnapshotInfo, "docs" | "bytes" | "sha256" | "parts">,
  ): Promise<void>;
  part(tenantId: string, id: string, n: number): Promise<Uint8Array | null>;
  /** Keeps the newest `keep` of a bucket, and of unfinished ones those begun after `draftsSinceMs`. */
  prune(
    tenantId: string,
    bucket: string,
    keep: number,
    draftsSinceMs: number,
  ): Promise<void>;
}

export interface SnapshotDraft {
  readonly id: string;
  readonly bucket: string;
  readonly schema: number;
  readonly epoch: string;
  readonly seq: number;
  readonly madeMs: number;
}

const COLUMNS =
  "snapshot_id, bucket, schema, epoch, seq, docs, bytes, sha256, parts, made_ms";

interface Row {
  readonly snapshot_id: string;
  readonly bucket: string;
  readonly schema: number;
  readonly epoch: string;
  readonly seq: number | string;
  readonly docs: number;
  readonly bytes: number | string;
  readonly sha256: string;
  readonly parts: SnapshotPart[];
  readonly made_ms: number | string;
}

export function createSqlSnapshotStorage(sql: Sql): SnapshotStorage {
  return {
    async count(tenantId, bucket, most) {
      const [row] = await sql.query<{ n: number | string }>(
        `SELECT count(*) AS n FROM (SELECT 1 FROM doc WHERE tenant_id = $1 AND bucket = $2 AND NOT deleted LIMIT $3) AS alive`,
        [tenantId, bucket, most],
      );
      return Number(row?.n ?? 0);
    },
    async newest(tenantId, bucket, { schema, epoch }) {
      const [row] = await sql.query<Row>(
        `SELECT ${COLUMNS} FROM snapshot WHERE tenant_id = $1 AND bucket = $2 AND schema = $3 AND epoch = $4 AND docs IS NOT NULL
         ORDER BY made_ms DESC, seq DESC LIMIT 1`,
        [tenantId, bucket, schema, epoch],
      );
      return row ? keptOf(row) : null;
    },
    async find(tenantId, id) {
      const [row] = await sql.query<Row>(
        `SELECT ${COLUMNS} FROM snapshot WHERE tenant_id = $1 AND snapshot_id = $2 AND docs IS NOT NULL`,
        [tenantId, id],
      );
      return row ? keptOf(row) : null;
    },
    async begin(tenantId, { id, bucket, schema, epoch, seq, madeMs }) {
      await sql.query(
        `INSERT INTO snapshot (tenant_id, snapshot_id, bucket, schema, epoch, seq, made_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [tenantId, id, bucket, schema, epoch, seq, madeMs],
      );
    },
    async addPart(tenantId, id, { n, bytes }) {
      await sql.query(
        // None of one that an erasure has taken away meanwhile.
        `INSERT INTO snapshot_part (tenant_id, snapshot_id, n, bytes)
         SELECT tenant_id, snapshot_id, $3::int, $4::bytea FROM snapshot WHERE tenant_id = $1 AND snapshot_id = $2`,
        [tenantId, id, n, bytes],
      );
    },
    async finish(tenantId, id, { docs, bytes, sha256, parts }) {
      await sql.query(
        `UPDATE snapshot SET docs = $3, bytes = $4, sha256 = $5, parts = $6::jsonb
         WHERE tenant_id = $1 AND snapshot_id = $2`,
        [tenantId, id, docs, bytes, sha256, JSON.stringify(parts)],
      );
    },
    async part(tenantId, id, n) {
      const [row] = await sql.query<{ bytes: Uint8Array }>(
        `SELECT bytes FROM snapshot_part WHERE tenant_id = $1 AND snapshot_id = $2 AND n = $3`,
        [tenantId, id, n],
      );
      return row?.bytes ?? null;
    },
    async prune(tenantId, bucket, keep, draftsSinceMs) {
      await sql.query(
        `DELETE FROM snapshot WHERE tenant_id = $1 AND bucket = $2 AND (
           (docs IS NULL AND made_ms < $4) OR
           (docs IS NOT NULL AND snapshot_id NOT IN (
             SELECT snapshot_id FROM snapshot WHERE tenant_id = $1 AND bucket = $2 AND docs IS NOT NULL
             ORDER BY made_ms DESC, seq DESC LIMIT $3)))`,
        [tenantId, bucket, keep, draftsSinceMs],
      );
      await sql.query(
        `DELETE FROM snapshot_part WHERE tenant_id = $1 AND snapshot_id NOT IN (
           SELECT snapshot_id FROM snapshot WHERE tenant_id = $1)`,
        [tenantId],
      );
    },
  };
}

function keptOf(row: Row): KeptSnapshot {
  return {
    id: row.snapshot_id,
    bucket: row.bucket,
    schema: row.schema,
    epoch: row.epoch,
    seq: Number(row.seq),
    docs: row.docs,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    parts: row.parts,
    madeMs: Number(row.made_ms),
  };
}
