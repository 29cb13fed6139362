import type { HistoryRow, Stamp } from "../../shared/sync/stored-document.ts";
import {
  collectionOf,
  DOCUMENT_COLUMNS,
  fromRow,
  numberOf,
  type DocumentRow,
} from "./document-row.ts";
import type { Sql } from "./sql.ts";
import { readDigest } from "./sql-digest.ts";
import { createSqlTenantWriter } from "./sql-tenant-writer.ts";
import type { SyncStorage } from "./sync-storage.ts";

interface HeadRow {
  readonly epoch: string;
  readonly seq: number | string;
  readonly gc_seq: number | string;
}

/** The port on SQL; the same statements on the embedded engine and on PostgreSQL. */
export function createSqlSyncStorage(sql: Sql): SyncStorage {
  return {
    async head(tenantId) {
      const [row] = await sql.query<HeadRow>(
        `SELECT epoch, seq, gc_seq FROM tenant_head WHERE tenant_id = $1`,
        [tenantId],
      );
      return headOf(row, tenantId);
    },

    async changedCollections(tenantId, buckets, cursors, upTo) {
      const rows = await sql.query<{ coll: number }>(
        `SELECT q.coll FROM unnest($2::smallint[], $3::bigint[]) AS q (coll, after)
         WHERE EXISTS (SELECT 1 FROM unnest($4::text[]) AS b (bucket)
           CROSS JOIN LATERAL (SELECT 1 FROM doc WHERE tenant_id = $1 AND coll = q.coll AND bucket = b.bucket
             AND seq > q.after AND seq <= $5 LIMIT 1) AS hit)`,
        [
          tenantId,
          [...cursors.keys()].map(numberOf),
          [...cursors.values()],
          [...buckets],
          upTo,
        ],
      );
      return new Set(rows.map((row) => collectionOf(row.coll)));
    },

    async feed(tenantId, { collection, buckets, after, upTo, limit }) {
      // One index range per bucket: `bucket = ANY(…) ORDER BY seq` could not use the index's order.
      const rows = await sql.query<DocumentRow>(
        `SELECT x.* FROM unnest($3::text[]) AS b (bucket) CROSS JOIN LATERAL (
           SELECT ${DOCUMENT_COLUMNS} FROM doc WHERE tenant_id = $1 AND coll = $2 AND bucket = b.bucket
           AND seq > $4 AND seq <= $5 ORDER BY seq LIMIT $6) AS x
         ORDER BY x.seq LIMIT $6`,
        [tenantId, numberOf(collection), [...buckets], after, upTo, limit],
      );
      return rows.map(fromRow);
    },

    async range(tenantId, { collection, buckets, from, until, limit }) {
      const rows = await sql.query<DocumentRow>(
        `SELECT ${DOCUMENT_COLUMNS} FROM doc WHERE tenant_id = $1 AND coll = $2 AND bucket = ANY($3::text[])
         AND NOT deleted AND id >= $4::uuid AND ($5::uuid IS NULL OR id < $5::uuid) ORDER BY id LIMIT $6`,
        [
          tenantId,
          numberOf(collection),
          [...buckets],
          from,
          until ?? null,
          limit,
        ],
      );
      return rows.map(fromRow);
    },

    async document(tenantId, key) {
      const [row] = await sql.query<DocumentRow>(
        `SELECT ${DOCUMENT_COLUMNS} FROM doc WHERE tenant_id = $1 AND coll = $2 AND id = $3`,
        [tenantId, numberOf(key.c), key.id],
      );
      return row ? fromRow(row) : null;
    },

    async history(tenantId, key, limit) {
      const rows = await sql.query<HistoryRecord>(
        `SELECT seq, path, was, now, outcome, stamp, at_ms FROM doc_history
         WHERE tenant_id = $1 AND coll = $2 AND id = $3 ORDER BY seq DESC, at_ms DESC, n DESC LIMIT $4`,
        [tenantId, numberOf(key.c), key.id, limit],
      );
      return rows.map((row) => ({
        seq: Number(row.seq),
        atMs: Number(row.at_ms),
        path: row.path,
        from: row.was,
        to: row.now,
        outcome: row.outcome,
        stamp: row.stamp,
      }));
    },

    digest: (tenantId, part) => readDigest(sql, tenantId, part),

    write(tenantId, reserve, work) {
      return sql.transaction(async (tx) => {
        const [row] = await tx.query<HeadRow>(
          `UPDATE tenant_head SET seq = seq + $2 WHERE tenant_id = $1 RETURNING epoch, seq, gc_seq`,
          [tenantId, reserve],
        );
        const { epoch, seq } = headOf(row, tenantId);
        const counter = { start: seq - reserve, reserved: reserve, used: 0 };
        const result = await work(
          createSqlTenantWriter(tx, tenantId, epoch, counter),
        );
        if (counter.used === 0 && reserve > 0) {
          await tx.query(
            `UPDATE tenant_head SET seq = $2 WHERE tenant_id = $1`,
            [tenantId, counter.start],
          );
        }
        return result;
      });
    },
  };
}

interface HistoryRecord {
  readonly seq: number | string;
  readonly path: string;
  readonly was: unknown;
  readonly now: unknown;
  readonly outcome: HistoryRow["outcome"];
  readonly stamp: Stamp;
  readonly at_ms: number | string;
}

function headOf(row: HeadRow | undefined, tenantId: string) {
  if (!row) throw new Error(`No tenant ${tenantId}`);
  return {
    epoch: row.epoch,
    seq: Number(row.seq),
    gcSeq: Number(row.gc_seq),
  };
}
