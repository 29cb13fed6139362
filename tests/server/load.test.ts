import { expect, test } from "vitest";
import { loadRun } from "../helpers/load-run.ts";
import { freshPostgresUrl } from "../helpers/server.ts";

test("100 streams on a server process of its own: pushes are answered, colleagues hear of them and pull", async () => {
  const report = await loadRun({
    databaseUrl: await freshPostgresUrl(),
    streams: 100,
    stepSeconds: 4,
    firstFactor: 16,
    mostFactor: 16,
  });
  expect(report.streams).toBe(100);
  const [step] = report.steps;
  expect(step).toMatchObject({ factor: 16, failed: {} });
  expect(step?.pushes).toBeGreaterThan(1);
  expect(step?.pulls).toBeGreaterThan(1);
  expect(step?.hintP99Ms).toBeGreaterThan(0);
}, 120_000);
