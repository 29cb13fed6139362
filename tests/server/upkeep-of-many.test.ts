import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createSqlRetentionStorage } from "../../server/storage/retention-storage.ts";
import { createSqlUpkeepStorage } from "../../server/storage/upkeep-storage.ts";
import { repeat } from "../../server/upkeep/repeat.ts";
import { archive } from "../../server/upkeep/start-upkeep.ts";
import { keepUp } from "../../server/upkeep/upkeep.ts";
import { ENGINES, withServer, type TestServer } from "../helpers/server.ts";

const DAY_MS = 86_400_000;

/** Three companies with old lines; the second one's are damaged. */
async function three(server: TestServer) {
  const admin = await server.device("Root", "admin");
  const [bad, good] = [await server.stranger(), await server.stranger()];
  const line = {
    ...{ document: "F1", line: 10, type: "invoice", customer: "C1" },
    ...{ item: "1000", description: "Cuve", date: "2026-01-05" },
    ...{ quantity: 1, amount: 100, currency: "CHF" },
  };
  await admin.post("/v1/admin/purchases", JSON.stringify(line));
  for (const { tenantId } of [bad, good]) {
    await server.sql.query(
      `UPDATE tenant_head SET seq = seq + 10 WHERE tenant_id = $1`,
      [tenantId],
    );
    const damage = tenantId === bad.tenantId ? "customer" : "";
    await server.sql.query(
      `INSERT INTO doc SELECT (jsonb_populate_record(d, jsonb_build_object('tenant_id', $2::text, 'data', d.data - $3::text))).*
       FROM doc d WHERE d.tenant_id = $1 AND d.coll = 7`,
      [admin.tenantId, tenantId, damage],
    );
  }
  const ids = [admin, bad, good].map(({ tenantId }) => tenantId);
  const said: string[] = [];
  const tenants = ids.map((tenantId) => ({ ...server.tenant, tenantId }));
  server.clock.nowMs += 1_000 * DAY_MS;
  const deps = {
    ...server.deps,
    identities: { ...server.deps.identities, tenants: async () => tenants },
    log: (event: string) => said.push(event),
  };
  const archived = async () =>
    Promise.all(
      ids.map(async (id) => {
        const rows = await server.sql.query(
          `SELECT 1 AS one FROM purchase_line WHERE tenant_id = $1`,
          [id],
        );
        return rows.length;
      }),
    );
  return { deps, ids, said, archived };
}

describe.each(ENGINES)("upkeep of many companies on %s", (engine) => {
  test("what is wrong with one company is said and is no harm to those behind it", () =>
    withServer(engine, async (server) => {
      const { deps, ids, said, archived } = await three(server);
      await archive(deps);
      expect(await archived()).toEqual([1, 0, 1]);
      expect(said).toEqual([
        "purchases archived",
        "archive failed",
        "purchases archived",
      ]);
      const kept: string[] = [];
      const { sql } = server;
      const upkeep = {
        ...createSqlUpkeepStorage(sql),
        ...createSqlRetentionStorage(sql),
      };
      const horizons = { tombstones: 1, history: 1, ledger: 1, files: 1 };
      await keepUp({ ...deps, upkeep }, (id) => {
        if (id === ids[1]) throw new Error("a bad setting");
        kept.push(id);
        return horizons;
      });
      expect(kept).toEqual([ids[0], ids[2]]);
      expect(said.at(-1)).toBe("upkeep failed");
    }));

  test("a server that ends waits for no more than the step that upkeep is at", () =>
    withServer(engine, async (server) => {
      const { deps, archived } = await three(server);
      const stop = new AbortController();
      const write: typeof deps.storage.write = async (...args) => {
        stop.abort();
        return deps.storage.write(...args);
      };
      await archive(
        { ...deps, storage: { ...deps.storage, write } },
        stop.signal,
      );
      expect(await archived()).toEqual([1, 0, 0]);
    }));
});

test("work that is repeated hears of the stop", async () => {
  const heard = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  const work = repeat(
    async (stop) => {
      begun.resolve();
      await new Promise((done) => stop.addEventListener("abort", done));
      heard.resolve(randomUUID());
    },
    { everyMs: DAY_MS },
    () => {},
  );
  await begun.promise;
  await work.stop();
  await heard.promise;
});
