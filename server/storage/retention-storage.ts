import { numberOf } from "./document-row.ts";
import type { Sql } from "./sql.ts";

/** What is kept for a time only. Each call is one short transaction of one company; 0 = nothing is left to do. */
export interface RetentionStorage {
  /** Deletes the oldest rows of the history that were written before `beforeMs`. */
  trimHistory(
    tenantId: string,
    beforeMs: number,
    limit: number,
  ): Promise<number>;
  /**
   * Deletes the oldest entries of one device's ledger, written before `beforeMs`, but never its last `LEDGER_KEPT`.
   * Their numbers are noted: one that comes again is no repetition that could be answered (see `planOf`).
   */
  trimLedger(
    tenantId: string,
    beforeMs: number,
    limit: number,
  ): Promise<number>;
  /** Notes since when nobody speaks of the bytes of a file, or that somebody does again. */
  markFiles(tenantId: string, nowMs: number): Promise<void>;
  /** Deletes the bytes of files of which nobody has spoken since before `beforeMs`. */
  forgetFiles(
    tenantId: string,
    beforeMs: number,
    limit: number,
  ): Promise<number>;
}

/**
 * A laptop that lay in a drawer for a year begins with what it sent last, in case the answer was lost: a push is 200
 * groups at most.
 */
const LEDGER_KEPT = 1_000;

const FILES = numberOf("files");

/**
 * Whether a `files` document names the bytes of `b`. One that is deleted does, for as long as it is known: an edit may
 * bring its contact back, and what went along with it (OFF-7).
 */
const SPOKEN_OF = `EXISTS (SELECT 1 FROM doc WHERE doc.tenant_id = b.tenant_id AND doc.coll = ${FILES}
  AND doc.data->>'sha256' = b.sha256)`;

export function createSqlRetentionStorage(sql: Sql): RetentionStorage {
  return {
    async trimHistory(tenantId, beforeMs, limit) {
      const gone = await sql.query(
        `DELETE FROM doc_history WHERE tenant_id = $1 AND (coll, id, seq, device_id, d, n) IN (
           SELECT coll, id, seq, device_id, d, n FROM doc_history
           WHERE tenant_id = $1 AND at_ms < $2 ORDER BY at_ms LIMIT $3)
         RETURNING n`,
        [tenantId, beforeMs, limit],
      );
      return gone.length;
    },

    trimLedger: (tenantId, beforeMs, limit) =>
      sql.transaction(async (tx) => {
        // The counter first, as every writer: no push reads the ledger while a part of it goes.
        await tx.query(
          `UPDATE tenant_head SET gc_seq = gc_seq WHERE tenant_id = $1`,
          [tenantId],
        );
        const [device] = await tx.query<{ id: string; most: number | string }>(
          `SELECT v.device_id AS id, v.last_d - $3 AS most FROM device v CROSS JOIN LATERAL (
             SELECT d, at_ms FROM mutation m WHERE m.tenant_id = $1 AND m.device_id = v.device_id
             ORDER BY d LIMIT 1) AS oldest
           WHERE v.tenant_id = $1 AND oldest.at_ms < $2 AND oldest.d <= v.last_d - $3 LIMIT 1`,
          [tenantId, beforeMs, LEDGER_KEPT],
        );
        if (!device) return 0;
        const gone = await tx.query<{ d: number | string }>(
          `DELETE FROM mutation WHERE tenant_id = $1 AND device_id = $2 AND at_ms < $4 AND d IN (
             SELECT d FROM mutation WHERE tenant_id = $1 AND device_id = $2 AND d <= $3 ORDER BY d LIMIT $5)
           RETURNING d`,
          [tenantId, device.id, device.most, beforeMs, limit],
        );
        await tx.query(
          `UPDATE device SET forgotten_d = greatest(forgotten_d, $3) WHERE tenant_id = $1 AND device_id = $2`,
          [tenantId, device.id, Math.max(...gone.map(({ d }) => Number(d)))],
        );
        return gone.length;
      }),

    async markFiles(tenantId, nowMs) {
      await sql.query(
        `UPDATE file_blob AS b SET unreferenced_ms = $2
         WHERE tenant_id = $1 AND stored AND unreferenced_ms IS NULL AND NOT ${SPOKEN_OF}`,
        [tenantId, nowMs],
      );
      await sql.query(
        `UPDATE file_blob AS b SET unreferenced_ms = NULL
         WHERE tenant_id = $1 AND unreferenced_ms IS NOT NULL AND ${SPOKEN_OF}`,
        [tenantId],
      );
    },

    forgetFiles: (tenantId, beforeMs, limit) =>
      sql.transaction(async (tx) => {
        // The counter first: no document begins to speak of these bytes while they go.
        await tx.query(
          `UPDATE tenant_head SET gc_seq = gc_seq WHERE tenant_id = $1`,
          [tenantId],
        );
        const gone = await tx.query<{ sha256: string }>(
          `DELETE FROM file_blob AS b WHERE tenant_id = $1 AND stored AND NOT ${SPOKEN_OF} AND sha256 IN (
             SELECT sha256 FROM file_blob WHERE tenant_id = $1 AND unreferenced_ms < $2
             ORDER BY unreferenced_ms LIMIT $3)
           RETURNING sha256`,
          [tenantId, beforeMs, limit],
        );
        await tx.query(
          `DELETE FROM file_chunk WHERE tenant_id = $1 AND sha256 = ANY($2::text[])`,
          [tenantId, gone.map(({ sha256 }) => sha256)],
        );
        return gone.length;
      }),
  };
}
