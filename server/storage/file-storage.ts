import type { Sql } from "./sql.ts";

/** The bytes of an attachment, known by their SHA-256 (lower-case hexadecimal). */
export interface KeptFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly received: number;
  /** All bytes are there and are what the name says. */
  readonly stored: boolean;
  /** Unix ms; what is not whole by then is forgotten. Null when stored. */
  readonly untilMs: number | null;
}

/** Bytes in rows of at most `ROW_BYTES`, beside the documents, so that every process of the server has them. */
export interface FileStorage {
  find(
    tenantId: string,
    sha256: string,
    nowMs: number,
  ): Promise<KeptFile | null>;
  /** Uploads of a company that are not whole. */
  unfinished(tenantId: string, nowMs: number): Promise<number>;
  /** Begins an upload. One that was begun with another length begins anew; one that is whole stays. */
  create(
    tenantId: string,
    file: { readonly sha256: string; readonly bytes: number },
    nowMs: number,
    untilMs: number,
  ): Promise<KeptFile>;
  /** @returns null: it does not stand at `offset` any more, nothing was stored */
  append(
    tenantId: string,
    sha256: string,
    offset: number,
    bytes: Uint8Array,
    untilMs: number,
  ): Promise<KeptFile | null>;
  finish(tenantId: string, sha256: string): Promise<void>;
  remove(tenantId: string, sha256: string): Promise<void>;
  /** Rows in order; each begins where the one before ended. */
  rows(tenantId: string, sha256: string): Promise<readonly FileRow[]>;
  row(
    tenantId: string,
    sha256: string,
    from: number,
  ): Promise<Uint8Array | null>;
  /** Forgets uploads that ran out. */
  removeExpired(tenantId: string, nowMs: number): Promise<void>;
}

/** Bytes `from` (inclusive) to `to` (exclusive). */
export interface FileRow {
  readonly from: number;
  readonly to: number;
}

const ROW_BYTES = 1024 * 1024;

interface Row {
  readonly sha256: string;
  readonly bytes: number | string;
  readonly received: number | string;
  readonly stored: boolean;
  readonly until_ms: number | string | null;
}

const COLUMNS = "sha256, bytes, received, stored, until_ms";

export function createSqlFileStorage(sql: Sql): FileStorage {
  return {
    async find(tenantId, sha256, nowMs) {
      const [row] = await sql.query<Row>(
        `SELECT ${COLUMNS} FROM file_blob WHERE tenant_id = $1 AND sha256 = $2 AND (stored OR until_ms > $3)`,
        [tenantId, sha256, nowMs],
      );
      return row ? keptOf(row) : null;
    },
    async unfinished(tenantId, nowMs) {
      const [row] = await sql.query<{ n: number | string }>(
        `SELECT count(*) AS n FROM file_blob WHERE tenant_id = $1 AND NOT stored AND until_ms > $2`,
        [tenantId, nowMs],
      );
      return Number(row?.n ?? 0);
    },
    create: (tenantId, { sha256, bytes }, nowMs, untilMs) =>
      sql.transaction(async (tx) => {
        const fresh = await tx.query(
          `INSERT INTO file_blob (tenant_id, sha256, bytes, until_ms, made_ms) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (tenant_id, sha256) DO UPDATE SET bytes = $3, received = 0, until_ms = $4, made_ms = $5
             WHERE NOT file_blob.stored AND (file_blob.bytes <> $3 OR file_blob.until_ms <= $5)
           RETURNING sha256`,
          [tenantId, sha256, bytes, untilMs, nowMs],
        );
        if (fresh.length > 0)
          await tx.query(
            `DELETE FROM file_chunk WHERE tenant_id = $1 AND sha256 = $2`,
            [tenantId, sha256],
          );
        const [row] = await tx.query<Row>(
          `SELECT ${COLUMNS} FROM file_blob WHERE tenant_id = $1 AND sha256 = $2`,
          [tenantId, sha256],
        );
        if (!row) throw new Error("The upload has gone");
        return keptOf(row);
      }),
    append: (tenantId, sha256, offset, bytes, untilMs) =>
      sql.transaction(async (tx) => {
        // The row is locked by this: of two that stand at the same place one comes through.
        const [row] = await tx.query<Row>(
          `UPDATE file_blob SET received = received + $4, until_ms = $5
           WHERE tenant_id = $1 AND sha256 = $2 AND received = $3 AND NOT stored RETURNING ${COLUMNS}`,
          [tenantId, sha256, offset, bytes.length, untilMs],
        );
        if (!row) return null;
        for (let at = 0; at < bytes.length; at += ROW_BYTES) {
          const some = bytes.subarray(at, at + ROW_BYTES);
          await tx.query(
            `INSERT INTO file_chunk (tenant_id, sha256, starts, ends, bytes) VALUES ($1, $2, $3, $4, $5)`,
            [tenantId, sha256, offset + at, offset + at + some.length, some],
          );
        }
        return keptOf(row);
      }),
    async finish(tenantId, sha256) {
      await sql.query(
        `UPDATE file_blob SET stored = true, until_ms = NULL WHERE tenant_id = $1 AND sha256 = $2 AND received = bytes`,
        [tenantId, sha256],
      );
    },
    remove: (tenantId, sha256) =>
      sql.transaction(async (tx) => {
        await tx.query(
          `DELETE FROM file_blob WHERE tenant_id = $1 AND sha256 = $2`,
          [tenantId, sha256],
        );
        await tx.query(
          `DELETE FROM file_chunk WHERE tenant_id = $1 AND sha256 = $2`,
          [tenantId, sha256],
        );
      }),
    async rows(tenantId, sha256) {
      const rows = await sql.query<{
        starts: number | string;
        ends: number | string;
      }>(
        `SELECT starts, ends FROM file_chunk WHERE tenant_id = $1 AND sha256 = $2 ORDER BY starts`,
        [tenantId, sha256],
      );
      return rows.map(({ starts, ends }) => ({
        from: Number(starts),
        to: Number(ends),
      }));
    },
    async row(tenantId, sha256, from) {
      const [row] = await sql.query<{ bytes: Uint8Array }>(
        `SELECT bytes FROM file_chunk WHERE tenant_id = $1 AND sha256 = $2 AND starts = $3`,
        [tenantId, sha256, from],
      );
      return row?.bytes ?? null;
    },
    removeExpired: (tenantId, nowMs) =>
      sql.transaction(async (tx) => {
        const gone = await tx.query<{ sha256: string }>(
          `DELETE FROM file_blob WHERE tenant_id = $1 AND NOT stored AND until_ms <= $2 RETURNING sha256`,
          [tenantId, nowMs],
        );
        if (gone.length > 0)
          await tx.query(
            `DELETE FROM file_chunk WHERE tenant_id = $1 AND sha256 = ANY($2::text[])`,
            [tenantId, gone.map(({ sha256 }) => sha256)],
          );
      }),
  };
}

function keptOf(row: Row): KeptFile {
  return {
    sha256: row.sha256,
    bytes: Number(row.bytes),
    received: Number(row.received),
    stored: row.stored,
    untilMs: row.until_ms === null ? null : Number(row.until_ms),
  };
}
