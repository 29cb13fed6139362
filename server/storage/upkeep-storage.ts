import type { Sql } from "./sql.ts";

/** What keeps the database from growing for ever. */
export interface UpkeepStorage {
  /** Notes how far the company's feed has come today. Once a day; more often changes nothing. */
  markFeed(tenantId: string, nowMs: number): Promise<void>;
  /**
   * Deletes the tombstones of documents that were deleted before `beforeMs` by this database's account of time, at
   * most `limit`, and raises `gcSeq` with them: a device that has read less far than that is told to compare all. What was erased
   * stays known for ever: nothing may come back in its place.
   *
   * @returns how many; fewer than `limit` means that none are left
   */
  forgetDeletions(
    tenantId: string,
    beforeMs: number,
    limit: number,
  ): Promise<number>;
}

const DAY_MS = 86_400_000;

export function createSqlUpkeepStorage(sql: Sql): UpkeepStorage {
  return {
    async markFeed(tenantId, nowMs) {
      await sql.query(
        `INSERT INTO feed_mark (tenant_id, day, seq, at_ms)
         SELECT tenant_id, $2::int, seq, $3::bigint FROM tenant_head WHERE tenant_id = $1
         ON CONFLICT (tenant_id, day) DO NOTHING`,
        [tenantId, Math.floor(nowMs / DAY_MS), nowMs],
      );
    },

    forgetDeletions: (tenantId, beforeMs, limit) =>
      sql.transaction(async (tx) => {
        // The counter first, as every writer: nobody brings a document back while its tombstone goes.
        await tx.query(
          `UPDATE tenant_head SET gc_seq = gc_seq WHERE tenant_id = $1`,
          [tenantId],
        );
        const [mark] = await tx.query<{ seq: number | string; day: number }>(
          `SELECT seq, day FROM feed_mark WHERE tenant_id = $1 AND at_ms < $2 ORDER BY day DESC LIMIT 1`,
          [tenantId, beforeMs],
        );
        if (!mark) return 0;
        const gone = await tx.query<{ seq: number | string }>(
          `DELETE FROM doc WHERE tenant_id = $1 AND deleted AND seq IN (
             SELECT seq FROM doc WHERE tenant_id = $1 AND deleted AND seq <= $2
             AND fm->''->>'o' IS DISTINCT FROM 'erased' ORDER BY seq LIMIT $3)
           RETURNING seq`,
          [tenantId, mark.seq, limit],
        );
        if (gone.length > 0) {
          await tx.query(
            `UPDATE tenant_head SET gc_seq = greatest(gc_seq, $2) WHERE tenant_id = $1`,
            [tenantId, Math.max(...gone.map(({ seq }) => Number(seq)))],
          );
        }
        // Of those that are past the horizon only the last one tells anything.
        await tx.query(
          `DELETE FROM feed_mark WHERE tenant_id = $1 AND day < $2`,
          [tenantId, mark.day],
        );
        return gone.length;
      }),
  };
}
