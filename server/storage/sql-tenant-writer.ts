import { quoteKey } from "../../shared/domain/quote.ts";
import type { Purchase } from "../../shared/entities/purchase.ts";
import type { GroupResult } from "../../shared/sync/protocol.ts";
import type { Stamp } from "../../shared/sync/stored-document.ts";
import {
  DOCUMENT_COLUMNS,
  fromRow,
  numberOf,
  toRow,
  type DocumentRow,
} from "./document-row.ts";
import type { Queries } from "./sql.ts";
import { QUOTE_KEY } from "./quote-key.ts";
import { sqlErasure } from "./sql-erasure.ts";
import { sqlNumbers } from "./sql-numbers.ts";
import type { LedgerEntry, TenantWriter } from "./sync-storage.ts";

/** Places in the feed: `start` is the counter before the transaction. */
export interface SeqCounter {
  readonly start: number;
  readonly reserved: number;
  used: number;
}

/** One tenant inside its transaction; the counter row is already locked. */
export function createSqlTenantWriter(
  tx: Queries,
  tenantId: string,
  epoch: string,
  counter: SeqCounter,
): TenantWriter {
  const read = async (where: string, params: readonly unknown[]) => {
    const rows = await tx.query<DocumentRow>(
      `SELECT ${DOCUMENT_COLUMNS} FROM doc WHERE tenant_id = $1 AND ${where}`,
      [tenantId, ...params],
    );
    return rows.map(fromRow);
  };
  const hangingOn = async (contactIds: readonly string[], where: string) =>
    contactIds.length === 0
      ? []
      : read(`${where} AND data->>'contactId' = ANY($2::text[])`, [
          [...contactIds],
        ]);
  return {
    epoch,
    startSeq: counter.start,
    ...sqlNumbers(tx, tenantId),

    async documents(keys) {
      if (keys.length === 0) return [];
      return read(
        `(coll, id) IN (SELECT * FROM unnest($2::smallint[], $3::uuid[]))`,
        [keys.map((key) => numberOf(key.c)), keys.map((key) => key.id)],
      );
    },
    collection: (name) =>
      read(`coll = $2 AND bucket = 'all'`, [numberOf(name)]),
    deletedCodes: () => read(`coll = 5 AND deleted`, []),
    async names(c, place, text, except) {
      const steps = place
        .split("/")
        .map((one) => (one === "*" ? "**{1}" : one));
      const rows = await tx.query(
        `SELECT 1 AS one FROM doc WHERE tenant_id = $1 AND coll = $2 AND NOT deleted
           AND jsonb_path_exists(data, $3::jsonpath, $4::jsonb) AND NOT id = ANY($5::uuid[]) LIMIT 1`,
        [
          tenantId,
          numberOf(c),
          `$.${steps.join(".")} ? (@ == $text)`,
          JSON.stringify({ text }),
          [...except],
        ],
      );
      return rows.length > 0;
    },
    marketing: () =>
      read(`coll = 6 AND data->>'key' = 'marketing' AND NOT deleted`, []),
    peopleOf: (companyIds) =>
      read(
        `coll = 1 AND data->>'companyId' = ANY($2::text[]) AND NOT deleted`,
        [[...companyIds]],
      ),
    deletedPeopleOf: (companyId) =>
      read(`coll = 1 AND data->>'companyId' = $2 AND deleted`, [companyId]),
    workOf: (contactId) =>
      read(
        `coll IN (3, 4) AND (data->>'contactId' = $2 OR data->>'companyId' = $2) AND NOT deleted`,
        [contactId],
      ),
    visitsOf: (contactId) =>
      read(
        `coll = 2 AND (data->>'contactId' = $2 OR data->>'companyId' = $2) AND NOT deleted`,
        [contactId],
      ),
    quotedAs: (quoteNo) =>
      read(
        `coll = 4 AND data ? 'quoteNo' AND ${QUOTE_KEY} = $2 AND NOT deleted`,
        [quoteKey(quoteNo)],
      ),
    attendedBy: (contactId) =>
      read(
        `coll IN (2, 3) AND data ? 'attendees' AND data->'attendees' ? $2 AND NOT deleted`,
        [contactId],
      ),

    accountsOf: (contactId) =>
      read(
        `coll = 8 AND (data->>'contactId' = $2 OR data->>'primaryContactId' = $2) AND NOT deleted`,
        [contactId],
      ),
    notesOf: (contactIds) => hangingOn(contactIds, `coll = 10 AND NOT deleted`),
    deletedNotesOf: (contactIds) =>
      hangingOn(contactIds, `coll = 10 AND deleted`),
    filesOf: (contactIds) => hangingOn(contactIds, `coll = 9`),
    ...sqlErasure(tx, tenantId, read),

    async archivedPurchases(which) {
      const by = "lines" in which ? which.lines : which.pairs;
      const match =
        "lines" in which
          ? `(p.document, p.line) IN (SELECT document, line FROM jsonb_to_recordset($2::jsonb) AS x (document text, line int))`
          : `(p.customer, p.item) IN (SELECT customer, item FROM jsonb_to_recordset($2::jsonb) AS x (customer text, item text))`;
      const rows = await tx.query<{ data: Purchase }>(
        `SELECT p.data FROM purchase_line p WHERE p.tenant_id = $1 AND ${match}`,
        [tenantId, JSON.stringify(by)],
      );
      return rows.map(({ data }) => data);
    },
    async archivePurchases(lines) {
      if (lines.length === 0) return;
      await tx.query(
        `INSERT INTO purchase_line (tenant_id, document, line, customer, item, data)
         SELECT $1::uuid, x.v->>'document', (x.v->>'line')::int, x.v->>'customer', x.v->>'item', x.v
         FROM jsonb_array_elements($2::jsonb) AS x (v)
         ON CONFLICT (tenant_id, document, line) DO UPDATE SET
           customer = excluded.customer, item = excluded.item, data = excluded.data`,
        [tenantId, JSON.stringify(lines)],
      );
    },
    async unarchivePurchases(lines) {
      if (lines.length === 0) return;
      await tx.query(
        `DELETE FROM purchase_line p WHERE p.tenant_id = $1 AND (p.document, p.line) IN (
           SELECT document, line FROM jsonb_to_recordset($2::jsonb) AS x (document text, line int))`,
        [tenantId, JSON.stringify(lines)],
      );
    },
    purchasesBefore: (day, limit) =>
      read(
        `coll = 7 AND NOT deleted AND data->>'type' <> 'total' AND data->>'date' < $2 ORDER BY id LIMIT $3`,
        [day, limit],
      ),

    async linkedContacts(nos) {
      if (nos.length === 0) return new Map();
      const rows = await tx.query<{ id: string; kind: string; no: string }>(
        `SELECT d.id, r.value->>'linkKind' AS kind, r.value->>'linkNo' AS no
         FROM doc d CROSS JOIN LATERAL jsonb_each(d.data->'relations') AS r
         WHERE d.tenant_id = $1 AND d.coll = 1 AND NOT d.deleted AND d.data ? 'relations'
           AND jsonb_path_query_array(d.data, '$.relations.*.linkNo') ?| $2::text[]
           AND r.value->>'linkNo' = ANY($2::text[])`,
        [tenantId, [...nos]],
      );
      return new Map(rows.map((row) => [`${row.kind}/${row.no}`, row.id]));
    },
    async customersAmong(nos) {
      if (nos.length === 0) return new Set();
      const rows = await tx.query<{ no: string }>(
        `SELECT DISTINCT data->>'customer' AS no FROM doc
         WHERE tenant_id = $1 AND coll = 7 AND NOT deleted AND data->>'customer' = ANY($2::text[])`,
        [tenantId, [...nos]],
      );
      return new Set(rows.map(({ no }) => no));
    },
    async changesSince(key, atMs) {
      const rows = await tx.query<{
        path: string;
        was: unknown;
        now: unknown;
        stamp: Stamp;
      }>(
        `SELECT path, was, now, stamp FROM doc_history
         WHERE tenant_id = $1 AND coll = $2 AND id = $3 AND at_ms >= $4 AND outcome = 'set' AND path <> ''`,
        [tenantId, numberOf(key.c), key.id, atMs],
      );
      return rows.map(({ path, was, now, stamp }) => ({
        ...{ path, from: was, to: now, stamp },
      }));
    },
    async userNames(userIds) {
      const rows = await tx.query<{ user_id: string; name: string }>(
        `SELECT user_id, name FROM app_user WHERE tenant_id = $1 AND user_id = ANY($2::uuid[])`,
        [tenantId, [...userIds]],
      );
      return new Map(rows.map((row) => [row.user_id, row.name]));
    },
    async lastD(deviceId) {
      const [row] = await tx.query<{ last_d: number | string }>(
        `SELECT last_d FROM device WHERE tenant_id = $1 AND device_id = $2`,
        [tenantId, deviceId],
      );
      return Number(row?.last_d ?? 0);
    },
    async forgottenD(deviceId) {
      const [row] = await tx.query<{ forgotten_d: number | string }>(
        `SELECT forgotten_d FROM device WHERE tenant_id = $1 AND device_id = $2`,
        [tenantId, deviceId],
      );
      return Number(row?.forgotten_d ?? 0);
    },
    async ledger(deviceId, ds) {
      if (ds.length === 0) return [];
      const rows = await tx.query<LedgerRow>(
        `SELECT d, mutation_id, outcome FROM mutation
         WHERE tenant_id = $1 AND device_id = $2 AND d = ANY($3::bigint[])`,
        [tenantId, deviceId, [...ds]],
      );
      return rows.map(toLedgerEntry);
    },
    async processedElsewhere(deviceId, mutationIds) {
      if (mutationIds.length === 0) return [];
      const rows = await tx.query<LedgerRow>(
        `SELECT m.d, m.mutation_id, m.outcome FROM mutation m
         JOIN device theirs ON theirs.tenant_id = $1 AND theirs.device_id = m.device_id
         JOIN device own ON own.tenant_id = $1 AND own.device_id = $2 AND own.user_id = theirs.user_id
         WHERE m.tenant_id = $1 AND m.device_id <> $2 AND m.mutation_id = ANY($3::uuid[])`,
        [tenantId, deviceId, [...mutationIds]],
      );
      return rows.map(toLedgerEntry);
    },

    async save(documents) {
      if (documents.length === 0) return [];
      if (documents.length !== counter.reserved) {
        await tx.query(`UPDATE tenant_head SET seq = $2 WHERE tenant_id = $1`, [
          tenantId,
          counter.start + documents.length,
        ]);
      }
      counter.used = documents.length;
      const saved = documents.map((document, index) => ({
        ...document,
        seq: counter.start + index + 1,
      }));
      await tx.query(
        `INSERT INTO doc (tenant_id, ${DOCUMENT_COLUMNS})
         SELECT $1::uuid, ${DOCUMENT_COLUMNS} FROM jsonb_to_recordset($2::jsonb) AS x (
           coll smallint, id uuid, seq bigint, rev int, deleted boolean, bucket text, data jsonb,
           created jsonb, fm jsonb, modified_ms bigint, modified_by uuid)
         ON CONFLICT (tenant_id, coll, id) DO UPDATE SET seq = excluded.seq, rev = excluded.rev,
           deleted = excluded.deleted, bucket = excluded.bucket, data = excluded.data,
           created = excluded.created, fm = excluded.fm,
           modified_ms = excluded.modified_ms, modified_by = excluded.modified_by`,
        [
          tenantId,
          JSON.stringify(
            saved.map((document) => toRow(document, document.seq)),
          ),
        ],
      );
      return saved;
    },

    async appendHistory(deviceId, rows, seqOf, atMs) {
      if (rows.length === 0) return;
      const records = rows.map((row, n) => ({
        coll: numberOf(row.key.c),
        id: row.key.id,
        seq: seqOf(row.key),
        d: row.d,
        n,
        path: row.path,
        was: row.from ?? null,
        now: row.to ?? null,
        outcome: row.outcome,
        stamp: row.stamp,
      }));
      await tx.query(
        `INSERT INTO doc_history (tenant_id, device_id, coll, id, seq, d, n, path, was, now, outcome, stamp, at_ms)
         SELECT $1::uuid, $2::uuid, coll, id, seq, d, n, path, was, now, outcome, stamp, $4::bigint
         FROM jsonb_to_recordset($3::jsonb) AS x (coll smallint, id uuid, seq bigint, d bigint, n int, path text,
           was jsonb, now jsonb, outcome text, stamp jsonb)`,
        [tenantId, deviceId, JSON.stringify(records), atMs],
      );
    },

    async appendLedger(deviceId, rows, lastD, atMs) {
      if (rows.length === 0) return;
      const records = rows.map((row) => ({
        d: row.d,
        mutation_id: row.mutationId,
        outcome: row.outcome,
      }));
      await tx.query(
        `INSERT INTO mutation (tenant_id, device_id, d, mutation_id, outcome, at_ms)
         SELECT $1::uuid, $2::uuid, d, mutation_id, outcome, $4::bigint
         FROM jsonb_to_recordset($3::jsonb) AS x (d bigint, mutation_id uuid, outcome jsonb)`,
        [tenantId, deviceId, JSON.stringify(records), atMs],
      );
      await tx.query(
        `UPDATE device SET last_d = $3 WHERE tenant_id = $1 AND device_id = $2`,
        [tenantId, deviceId, lastD],
      );
    },
  };
}

interface LedgerRow {
  readonly d: number | string;
  readonly mutation_id: string | null;
  readonly outcome: GroupResult;
}

function toLedgerEntry(row: LedgerRow): LedgerEntry {
  return {
    d: Number(row.d),
    mutationId: row.mutation_id,
    outcome: row.outcome,
  };
}
