import { expect, test } from "vitest";
import { openPostgres } from "../../server/storage/pg-sql.ts";
import { fuzzRun } from "../helpers/fuzz-run.ts";
import { freshPostgresUrl } from "../helpers/server.ts";

test("3,000 requests, nearly right, wrong and raw, of one company: no server error, no byte of the other one", async () => {
  const sql = await openPostgres(await freshPostgresUrl());
  const seed = Date.now() % 1e6;
  const report = await fuzzRun({ sql, requests: 3_000, seed, devices: 8 });
  await sql.close();
  expect(report).toMatchObject({
    faults: [],
    leaks: 0,
    logLeaks: 0,
    otherUntouched: true,
  });
  // It went deep enough to mean something.
  expect(report.groups["ok"]).toBeGreaterThan(20);
  expect(report.statuses["200"]).toBeGreaterThan(500);
}, 120_000);
