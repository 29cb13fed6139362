import { numberOf } from "../../server/storage/document-row.ts";
import { openPostgres, POSTGRES_LIMITS } from "../../server/storage/pg-sql.ts";
import type { Queries, Sql } from "../../server/storage/sql.ts";
import type { Group, Op } from "../../shared/sync/protocol.ts";
import type { LiveDevice } from "./live-device.ts";

export interface Audit {
  /** Intentions that the server had acknowledged and that are not in its ledger or left no trace in their document. */
  readonly lost: readonly string[];
  /** Effects that are there more than once, or that nobody asked for. */
  readonly doubled: readonly string[];
  readonly acknowledged: number;
}

/** Whoever counts at the end may take the time that a loaded machine needs: the server's five seconds are not for it. */
export function openForAudit(databaseUrl: string): Promise<Sql> {
  const limits = { ...POSTGRES_LIMITS, statementMs: 120_000 };
  return openPostgres(databaseUrl, () => {}, limits);
}

/**
 * Oracles O1 and O2 (sync.md 11.1), read from the tables: each acknowledged intention is once in the ledger and once
 * in the history of every document it names; no document has changed more often than its history says; there is one
 * conflict note for each intention that met one. Holds for intentions of which each has one operation, and no two
 * write the same value.
 */
export async function auditExactlyOnce(
  sql: Queries,
  devices: readonly LiveDevice[],
): Promise<Audit> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const tenantId = devices[0]?.tenantId;
  const ours = devices.map((device) => device.deviceId);
  const ledger = await sql.query<LedgerRow>(
    `SELECT device_id, d, mutation_id, outcome FROM mutation WHERE tenant_id = $1 AND device_id = ANY($2::uuid[])`,
    [tenantId, ours],
  );
  const history = await sql.query<Trace>(
    `SELECT device_id, d, path, count(*) AS times FROM doc_history
     WHERE tenant_id = $1 AND outcome IN ('set', 'lost') AND device_id = ANY($2::uuid[])
     GROUP BY device_id, d, path, coll, id`,
    [tenantId, ours],
  );
  const entries = new Map(ledger.map((row) => [nameOf(row), row]));
  const traces = new Map(
    history.map((row) => [`${nameOf(row)} ${row.path}`, Number(row.times)]),
  );
  for (const device of devices) {
    const groups = new Map(device.saved().map((group) => [group.d, group]));
    for (const group of device.saved().slice(0, device.acked())) {
      const where = `${device.name} ${group.d}`;
      const name = nameOf({ device_id: device.deviceId, d: group.d });
      const entry = entries.get(name);
      if (entry?.mutation_id !== group.m) lost.push(`${where}: ledger`);
      else if (entry.outcome.s === "rejected")
        lost.push(`${where}: ${JSON.stringify(entry.outcome)}`);
      for (const path of pathsOf(group)) {
        const times = traces.get(`${name} ${path}`) ?? 0;
        if (times === 0) lost.push(`${where}: ${path || "document"}`);
        if (times > 1) doubled.push(`${where}: ${path} ${times} times`);
      }
    }
    for (const row of ledger)
      if (row.device_id === device.deviceId && !groups.has(Number(row.d)))
        doubled.push(`${device.name} ${row.d}: never saved`);
  }
  doubled.push(...(await tooOftenChanged(sql, tenantId)));
  const notes = await countOf(
    sql,
    `SELECT count(*) AS n FROM doc WHERE tenant_id = $1 AND coll = $2 AND data->>'kind' = 'conflict'`,
    [tenantId, numberOf("notes")],
  );
  const met = ledger.filter((row) => row.outcome.s === "conflict").length;
  if (notes > met) doubled.push(`${notes} conflict notes for ${met} conflicts`);
  if (notes < met) lost.push(`${notes} conflict notes for ${met} conflicts`);
  const acknowledged = devices.reduce((sum, device) => sum + device.acked(), 0);
  return { lost, doubled, acknowledged };
}

interface LedgerRow {
  readonly device_id: string;
  readonly d: number | string;
  readonly mutation_id: string | null;
  readonly outcome: { readonly s: string };
}

interface Trace {
  readonly device_id: string;
  readonly d: number | string;
  readonly path: string;
  readonly times: number | string;
}

function nameOf(row: Pick<Trace, "device_id" | "d">): string {
  return `${row.device_id} ${row.d}`;
}

/** Where an intention must have left its trace. */
function pathsOf(group: Group): string[] {
  return group.ops.flatMap((op: Op) => {
    if (op.k === "set") return Object.keys(op.f);
    if (op.k === "ins" || op.k === "del") return [""];
    return op.e.map((element) => `${op.f}/${element}`);
  });
}

/** A revision is one intention's; a document that has more of them was changed without one. */
async function tooOftenChanged(
  sql: Queries,
  tenantId: string | undefined,
): Promise<string[]> {
  // Counted once: a planner that knows nothing of tables just filled would count again for each document.
  const rows = await sql.query<{ id: string; rev: number; made: number }>(
    `WITH made AS MATERIALIZED (
       SELECT coll, id, count(DISTINCT (device_id, d)) AS n FROM doc_history
       WHERE tenant_id = $1 AND outcome = 'set' GROUP BY coll, id)
     SELECT doc.id, doc.rev, coalesce(made.n, 0) AS made
     FROM doc LEFT JOIN made ON made.coll = doc.coll AND made.id = doc.id
     WHERE doc.tenant_id = $1 AND doc.coll = $2 AND doc.rev <> coalesce(made.n, 0)`,
    [tenantId, numberOf("contacts")],
  );
  return rows.map(({ id, rev, made }) => `${id}: revision ${rev} of ${made}`);
}

async function countOf(
  sql: Queries,
  query: string,
  params: readonly unknown[],
): Promise<number> {
  const [row] = await sql.query<{ n: number | string }>(query, params);
  return Number(row?.n ?? 0);
}
