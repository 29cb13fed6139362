import type { Queries } from "./sql.ts";
import type { Lease, TenantWriter } from "./sync-storage.ts";

type Numbers = Pick<
  TenantWriter,
  "series" | "leasesAround" | "leaseOf" | "taken" | "takeNumbers" | "addLease"
>;

/** Business numbers of one tenant (NUM-1 … NUM-8), inside its transaction. */
export function sqlNumbers(tx: Queries, tenantId: string): Numbers {
  const setNext = (series: string, next: number) =>
    tx.query(
      `UPDATE number_series SET next = $3 WHERE tenant_id = $1 AND series = $2`,
      [tenantId, series, next],
    );
  return {
    async series(name) {
      const [row] = await tx.query<SeriesRow>(
        `SELECT series, prefix, digits, next, last FROM number_series WHERE tenant_id = $1 AND series = $2`,
        [tenantId, name],
      );
      return row
        ? { ...row, next: Number(row.next), last: Number(row.last) }
        : null;
    },
    async leasesAround(series, ns) {
      if (ns.length === 0) return [];
      const rows = await tx.query<LeaseRow>(
        `SELECT DISTINCT l.lo, l.hi, l.device_id FROM number_lease l JOIN unnest($3::bigint[]) AS q (n)
         ON q.n BETWEEN l.lo AND l.hi WHERE l.tenant_id = $1 AND l.series = $2`,
        [tenantId, series, [...ns]],
      );
      return rows.map(leaseOfRow);
    },
    async leaseOf(series, deviceId) {
      const [row] = await tx.query<LeaseRow>(
        `SELECT lo, hi, device_id FROM number_lease
         WHERE tenant_id = $1 AND series = $2 AND device_id = $3 ORDER BY lo DESC LIMIT 1`,
        [tenantId, series, deviceId],
      );
      return row ? leaseOfRow(row) : null;
    },
    async taken(series, nos, from, to) {
      const rows = await tx.query<TakenRow>(
        `SELECT no, n, doc_id FROM number_taken WHERE tenant_id = $1 AND series = $2 AND no = ANY($3::text[])
         UNION SELECT no, n, doc_id FROM number_taken WHERE tenant_id = $1 AND series = $2 AND n BETWEEN $4 AND $5`,
        [tenantId, series, [...nos], from, to],
      );
      return rows.map((row) => ({
        no: row.no,
        n: row.n === null ? null : Number(row.n),
        docId: row.doc_id,
      }));
    },
    async takeNumbers(series, next, numbers) {
      await setNext(series, next);
      if (numbers.length === 0) return;
      await tx.query(
        `INSERT INTO number_taken (tenant_id, series, no, n, doc_id)
         SELECT $1::uuid, $2::text, no, n, "docId" FROM jsonb_to_recordset($3::jsonb) AS x (no text, n bigint, "docId" uuid)`,
        [tenantId, series, JSON.stringify(numbers)],
      );
    },
    async addLease(series, lease, next, atMs) {
      await setNext(series, next);
      await tx.query(
        `INSERT INTO number_lease (tenant_id, series, lo, hi, device_id, made_ms) VALUES ($1, $2, $3, $4, $5, $6)`,
        [tenantId, series, lease.lo, lease.hi, lease.deviceId, atMs],
      );
    },
  };
}

interface SeriesRow {
  readonly series: string;
  readonly prefix: string;
  readonly digits: number;
  readonly next: number | string;
  readonly last: number | string;
}

interface LeaseRow {
  readonly lo: number | string;
  readonly hi: number | string;
  readonly device_id: string;
}

interface TakenRow {
  readonly no: string;
  readonly n: number | string | null;
  readonly doc_id: string;
}

function leaseOfRow(row: LeaseRow): Lease {
  return {
    lo: Number(row.lo),
    hi: Number(row.hi),
    deviceId: row.device_id,
  };
}
