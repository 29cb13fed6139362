import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { buildDemo } from "../../server/demo/build-demo.ts";
import { fillDemo } from "../../server/demo/fill-demo.ts";
import { DEFAULTS, openServer } from "../../server/open-server.ts";
import { addFirstTenant } from "../../server/auth/invitations.ts";
import { migrate } from "../../server/storage/migrate.ts";
import { createSqlIdentityStorage } from "../../server/storage/sql-identity-storage.ts";
import { openPostgres, POSTGRES_LIMITS } from "../../server/storage/pg-sql.ts";
import type { Sql } from "../../server/storage/sql.ts";
import { startCuttableLine } from "../helpers/cuttable-line.ts";
import {
  ENGINES,
  freshPostgresUrl,
  op,
  openEngine,
  withServer,
  type TestServer,
} from "../helpers/server.ts";

const group = (id: string) => ({
  d: 1,
  m: randomUUID(),
  hlc: `${Date.parse("2026-03-13T15:00:00Z")}.0`,
  ops: [op.company(id, "A")],
});

test("a column comes out of both engines as the same value", async () => {
  const [pglite, postgres] = await Promise.all(
    ENGINES.map(async (engine) => {
      const sql = await openEngine(engine);
      return sql.query(
        `SELECT 5::int8 AS n, 9007199254740993::int8 AS big, count(*) AS counted, 1.50::numeric AS money, 2::smallint AS s,
           '2026-03-13 10:00:00.123+02'::timestamptz AS at, '2026-03-13'::date AS day, true AS yes, NULL::text AS none,
           '{"a": [1, null, "é"]}'::jsonb AS doc, '"text"'::jsonb AS word, 'null'::jsonb AS nothing,
           '01890000-0000-7000-8000-000000000001'::uuid AS id, 1.5::float8 AS f`,
      );
    }),
  );
  expect(postgres).toEqual(pglite);
  expect(postgres?.[0]).toMatchObject({ n: 5, doc: { a: [1, null, "é"] } });
});

test("every connection and every transaction has its limits; a change of the tables has none", async () => {
  const sql = await openEngine("postgres");
  const limits = async (on: Pick<Sql, "query">) => {
    const [row] = await on.query(
      `SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement,
         current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('transaction_isolation') AS level`,
    );
    return row;
  };
  const hurried = {
    ...{ lock: "2s", statement: "5s", idle: "5s" },
    level: "read committed",
  };
  expect(await limits(sql)).toEqual(hurried);
  expect(await sql.transaction(limits)).toEqual(hurried);
  expect(await sql.transaction(limits, "patient")).toMatchObject({
    ...{ lock: "0", statement: "0", idle: "0" },
  });
});

test("a transaction in which a failed statement was passed over stores nothing and says so", async () => {
  const sql = await openEngine("postgres");
  const broken = sql.transaction(async (tx) => {
    await tx.query(`SELECT 1 / 0`).catch(() => {});
    return "stored";
  });
  await expect(broken).rejects.toThrow("passed over");
  expect(await sql.query(`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
});

const clock = { now: () => Date.parse("2026-03-13T16:00:00Z") };

async function onOneDatabase(
  work: (sqls: readonly Sql[]) => Promise<void>,
): Promise<void> {
  const url = await freshPostgresUrl();
  const sqls = await Promise.all([1, 2, 3, 4].map(() => openPostgres(url)));
  try {
    await work(sqls);
  } finally {
    await Promise.all(sqls.map((sql) => sql.close()));
  }
}

test("servers that find one database without a company make one", () =>
  onOneDatabase(async (sqls) => {
    await Promise.all(sqls.map(migrate));
    const identities = sqls.map(createSqlIdentityStorage);
    await Promise.all(
      identities.map((each) =>
        addFirstTenant({ identities: each, clock, newId: randomUUID }),
      ),
    );
    const tenants = await Promise.all(identities.map((each) => each.tenants()));
    expect(tenants.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  }));

test("servers that open one empty database at once fill the demo once", () =>
  onOneDatabase(async (sqls) => {
    const options = { ...DEFAULTS, clock, log: () => {}, version: "test" };
    const servers = await Promise.all(
      sqls.map((sql) => openServer(sql, options)),
    );
    const [tenant] = (await servers[0]?.identities.tenants()) ?? [];
    if (!tenant) throw new Error("There is one company");
    await Promise.all(servers.map((deps) => fillDemo(deps, tenant)));
    const head = await servers[0]?.storage.head(tenant.tenantId);
    expect(head?.seq).toBe(buildDemo().length);
  }));

/** The server of a test on a database of its own, with limits that a test can wait for. */
async function withLimits(
  limits: Partial<typeof POSTGRES_LIMITS>,
  work: (server: TestServer, sql: Sql) => Promise<void>,
  through: (url: string) => string = (url) => url,
): Promise<void> {
  const url = through(await freshPostgresUrl());
  const sql = await openPostgres(url, () => {}, {
    ...POSTGRES_LIMITS,
    ...limits,
  });
  try {
    await withServer(sql, (server) => work(server, sql));
  } finally {
    await sql.close();
  }
}

async function isBusy(answer: Promise<{ status: number; headers: Headers }>) {
  const { status, headers } = await answer;
  expect([status, headers.get("retry-after")]).toEqual([429, "1"]);
}

test("a lock held for too long is 429 busy with Retry-After, nothing is applied, and the same push is taken later", () =>
  withLimits({ lockMs: 100 }, async (server, sql) => {
    const cro = await server.device("Chantal");
    const id = randomUUID();
    const push = group(id);
    await sql.transaction(async (tx) => {
      await tx.query(`UPDATE tenant_head SET seq = seq WHERE tenant_id = $1`, [
        cro.tenantId,
      ]);
      await isBusy(cro.raw([push]));
      await isBusy(cro.post("/v1/leases", { series: "contacts", count: 10 }));
      expect((await cro.all("contacts")).size).toBe(0);
    });
    expect((await cro.raw([push])).body.results).toEqual([{ d: 1, s: "ok" }]);
    expect((await cro.all("contacts")).size).toBe(1);
  }));

test("a statement that takes too long is 429 busy", () =>
  withLimits({ statementMs: 100 }, async (server) => {
    const cro = await server.device("Chantal");
    server.deps.storage.head = async () => {
      await server.sql.query(`SELECT pg_sleep(5)`);
      throw new Error("not stopped");
    };
    const pull = { proto: 1, schema: 1, epoch: null, cursors: {} };
    await isBusy(cro.post("/v1/sync/pull", pull));
  }));

test("a writer that stops in the middle loses its transaction, not the company its counter", () =>
  withLimits({ idleMs: 100 }, async (server) => {
    const cro = await server.device("Chantal");
    const push = group(randomUUID());
    const { storage } = server.deps;
    const write = storage.write.bind(storage);
    storage.write = (tenantId, reserve, work) =>
      write(tenantId, reserve, async (tenant) => {
        const result = await work(tenant);
        await new Promise((resolve) => setTimeout(resolve, 400));
        return result;
      });
    await isBusy(cro.raw([push]));
    storage.write = write;
    expect((await cro.all("contacts")).size).toBe(0);
    expect((await cro.raw([push])).body.results).toEqual([{ d: 1, s: "ok" }]);
  }));

test("when every connection is at work, who waits too long is 429 busy", () =>
  withLimits({ connections: 1, connectMs: 200 }, async (server, sql) => {
    const cro = await server.device("Chantal");
    await sql.transaction(() => isBusy(cro.raw([group(randomUUID())])));
    await cro.push([op.company(randomUUID(), "B")]);
  }));

test("a database that goes away is 503 unavailable with Retry-After; back again, what was sent is stored once", async () => {
  const line = await startCuttableLine();
  try {
    await withLimits(
      { connectMs: 500 },
      async (server) => {
        const cro = await server.device("Chantal");
        const push = group(randomUUID());
        line.cut();
        for (const answer of [
          await cro.raw([push]),
          await cro.post("/v1/sync/pull", {}),
        ]) {
          expect(answer).toMatchObject({
            status: 503,
            body: { error: { code: "unavailable" } },
          });
          expect(answer.headers.get("retry-after")).toBe("5");
        }
        expect((await fetch(`${server.url}/healthz`)).status).toBe(503);
        line.mend();
        const { body } = await cro.raw([push]);
        expect(body.results).toEqual([{ d: 1, s: "ok" }]);

        // The line breaks under the COMMIT: nobody knows whether it was stored, and asking again settles it.
        const second = { ...group(randomUUID()), d: 2 };
        line.cutAt("COMMIT");
        expect((await cro.raw([second])).status).toBe(503);
        line.mend();
        const again = await cro.raw([second]);
        expect(again.body.results).toMatchObject([
          { d: 2, s: expect.stringMatching(/^(ok|dup)$/) as string },
        ]);
        expect((await cro.all("contacts")).size).toBe(2);
      },
      line.through,
    );
  } finally {
    await line.close();
  }
});

test("connections ended by the operator while nobody uses them are replaced without a word to anybody", () =>
  withLimits({}, async (server, sql) => {
    const cro = await server.device("Chantal");
    await Promise.all([1, 2, 3].map(() => sql.query(`SELECT pg_sleep(0.1)`)));
    const ended = await sql.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    expect(ended.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await cro.push([op.company(randomUUID(), "A")]);
  }));
