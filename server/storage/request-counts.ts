import type { Sql } from "./sql.ts";

/** Who is counted. */
export interface Counted {
  readonly tenantId: string;
  readonly deviceId: string;
}

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Counts that hold over all processes of one database. */
export interface RequestCounts {
  /**
   * Takes one from the device's bucket of this kind, which holds `burst` and is filled again at `perSecond`, by the
   * database's clock.
   *
   * @returns null, or for how many milliseconds there is none
   */
  take(who: Counted, kind: string, rate: Rate): Promise<number | null>;
  /** Something that counts once it is complete; what is older than `sinceMs` is forgotten. */
  addDone(
    who: Counted,
    done: { readonly id: string; readonly atMs: number },
    sinceMs: number,
  ): Promise<void>;
  /** Unix ms, newest first. */
  doneSince(who: Counted, sinceMs: number, limit: number): Promise<number[]>;
}

/** Of the database, whose processes may be on machines with other clocks. */
const NOW = `(SELECT extract(epoch FROM clock_timestamp())::double precision * 1000)`;

export function createSqlRequestCounts(sql: Pick<Sql, "query">): RequestCounts {
  return {
    async take({ tenantId, deviceId }, kind, { perSecond, burst }) {
      const stepMs = 1_000 / perSecond;
      const key = [tenantId, deviceId, kind];
      // `full_ms`: when the bucket is full again. One statement, so that of two requests one is the first.
      const taken = await sql.query(
        `INSERT INTO request_rate AS r (tenant_id, device_id, kind, full_ms) VALUES ($1, $2, $3, ${NOW} + $4)
         ON CONFLICT (tenant_id, device_id, kind) DO UPDATE SET full_ms = greatest(r.full_ms, ${NOW}) + $4
           WHERE r.full_ms + $4 <= ${NOW} + $5
         RETURNING kind`,
        [...key, stepMs, burst * stepMs],
      );
      if (taken.length > 0) return null;
      const [bucket] = await sql.query<{ wait: number }>(
        `SELECT full_ms + $4 - $5 - ${NOW} AS wait FROM request_rate
         WHERE tenant_id = $1 AND device_id = $2 AND kind = $3`,
        [...key, stepMs, burst * stepMs],
      );
      return Math.max(0, bucket?.wait ?? 0);
    },
    async addDone({ tenantId, deviceId }, { id, atMs }, sinceMs) {
      await sql.query(
        `DELETE FROM request_done WHERE tenant_id = $1 AND device_id = $2 AND at_ms <= $3`,
        [tenantId, deviceId, sinceMs],
      );
      await sql.query(
        `INSERT INTO request_done (tenant_id, device_id, at_ms, id) VALUES ($1, $2, $3, $4)`,
        [tenantId, deviceId, atMs, id],
      );
    },
    async doneSince({ tenantId, deviceId }, sinceMs, limit) {
      const rows = await sql.query<{ at_ms: number | string }>(
        `SELECT at_ms FROM request_done WHERE tenant_id = $1 AND device_id = $2 AND at_ms > $3
         ORDER BY at_ms DESC LIMIT $4`,
        [tenantId, deviceId, sinceMs, limit],
      );
      return rows.map((row) => Number(row.at_ms));
    },
  };
}
