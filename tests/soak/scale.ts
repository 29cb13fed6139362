// The figures under server/SCALE.md, on both engines: what a document costs to push, pull, compare, keep and dump, and
// how long word of a push takes from one process to the other.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { callerOf, enroll } from "../../server/auth/devices.ts";
import { addTenant, invite } from "../../server/auth/invitations.ts";
import { writeDump } from "../../server/dump/write-dump.ts";
import { DEFAULTS, openServer } from "../../server/open-server.ts";
import { pullPage } from "../../server/pull/pull-page.ts";
import { acceptPush } from "../../server/push/accept-push.ts";
import { openPglite } from "../../server/storage/pglite-sql.ts";
import { openPostgres } from "../../server/storage/pg-sql.ts";
import type { Sql } from "../../server/storage/sql.ts";
import { createDatabase, startPostgres } from "../helpers/postgres.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: { documents: { type: "string" } },
});
const documents = figure(values.documents, 20_000);
const GROUPS = 200;
const clock = { now: () => Date.now() };

await runSoak("scale", async (say) => {
  const postgres = await startPostgres();
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-scale-"));
  try {
    const url = await createDatabase(postgres.url);
    const open = {
      pglite: () => openPglite(path.join(folder, "pglite")),
      postgres: () => openPostgres(url),
    };
    const figures: Record<string, unknown> = {};
    for (const engine of ["pglite", "postgres"] as const) {
      say(engine);
      const sql = await open[engine]();
      figures[engine] = await measure(sql, path.join(folder, "dump"));
      await sql.close();
    }
    return { ok: true, documents, ...figures, hintMs: await hints(url) };
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

async function measure(sql: Sql, file: string) {
  const { deps, caller } = await device(sql);
  let d = 0;
  const push = (make: () => Record<string, unknown>, count: number) =>
    acceptPush(
      deps,
      caller,
      Array.from({ length: count }, () => {
        const v = make();
        const ops = [{ c: "contacts", id: v["id"], k: "ins", v }];
        return { d: ++d, m: randomUUID(), hlc: `${Date.now()}.${d}`, ops };
      }),
    );
  const pushed = await timed(async () => {
    for (let n = 0; n < documents; n += GROUPS) await push(company, GROUPS);
  });
  const single = await timed(async () => {
    for (let n = 0; n < 300; n++) await push(company, 1);
  });
  let pulled = 0;
  const pull = await timed(async () => {
    let cursors: Record<string, number> = { contacts: 0 };
    for (let more = true; more;) {
      const request = { epoch: null, cursors, limit: 1_000 };
      const page = await pullPage(deps.storage, caller, request);
      pulled += JSON.parse(JSON.stringify(page)).docs.length as number;
      ({ cursors, more } = page);
    }
  });
  const digest = await timed(() =>
    deps.storage.digest(caller.tenantId, {
      ...{ collection: "contacts", buckets: ["all"], ranges: 256 },
    }),
  );
  const dump = await timed(() => writeDump(sql, file, Date.now()));
  const [size] = await sql.query<{ bytes: number | string }>(
    `SELECT sum(pg_total_relation_size(c.oid)) AS bytes FROM pg_class c
     WHERE c.relkind = 'r' AND c.relname IN ('doc', 'doc_history', 'mutation')`,
  );
  return {
    pushedPerSecond: Math.round((documents / pushed.ms) * 1_000),
    singlePushesPerSecond: Math.round((300 / single.ms) * 1_000),
    pulledPerSecond: Math.round((pulled / pull.ms) * 1_000),
    digestMicrosPerDocument: round((digest.ms / pulled) * 1_000),
    storedBytesPerDocument: Math.round(Number(size?.bytes ?? 0) / pulled),
    dumpMs: Math.round(dump.ms),
    dumpBytesPerDocument: Math.round(dump.result.bytes / pulled),
  };
}

/** From the end of a push at one process to the hint at another, the median of 40. */
async function hints(url: string): Promise<number> {
  const sqls = await Promise.all([1, 2].map(() => openPostgres(url)));
  const [here, there] = await Promise.all(sqls.map((sql) => device(sql)));
  if (!here || !there) throw new Error("There are two");
  here.deps.hints.open();
  there.deps.hints.open();
  const { tenantId } = here.caller;
  await new Promise((resolve) => setTimeout(resolve, 500));
  const times: number[] = [];
  for (let head = 1; head <= 40; head++) {
    const since = performance.now();
    await new Promise<void>((resolve) => {
      const stop = there.deps.hints.subscribe(
        tenantId,
        head - 1,
        () => {
          stop();
          resolve();
        },
        () => {},
      );
      here.deps.hints.publish(tenantId, head, ["contacts"]);
    });
    times.push(performance.now() - since);
  }
  for (const one of [here, there]) await one.deps.hints.close();
  await Promise.all(sqls.map((sql) => sql.close()));
  return Math.round(times.sort((a, b) => a - b)[20] ?? 0);
}

async function device(sql: Sql) {
  const deps = await openServer(sql, {
    ...DEFAULTS,
    clock,
    log: () => {},
    version: "scale",
  });
  const tenant = await addTenant(deps, "Scale");
  const person = { email: "a@carnet.example", name: "A", role: "admin" };
  const code = await invite(deps, tenant, { ...person, role: "admin" });
  const enrolled = await enroll(deps, { code, deviceName: "A" });
  return { deps, caller: await callerOf(deps, enrolled?.access ?? null) };
}

/** About 0.8 KB, as sync.md 1.2 took them. */
function company() {
  const id = randomUUID();
  const text = (n: number) => id.repeat(Math.ceil(n / 36)).slice(0, n);
  return {
    ...{ id, type: "company", name: `Entreprise ${text(20)} SA` },
    ...{ address: text(40), city: text(20), comment: text(600) },
    ...{ email: `info@${text(12)}.example`, phone: "+41 26 555 01 23" },
  };
}

async function timed<T>(work: () => Promise<T>) {
  const since = performance.now();
  const result = await work();
  return { result, ms: performance.now() - since };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
