import { expect, test } from "vitest";
import { freshPostgresUrl } from "../helpers/server.ts";
import { twoServers } from "../helpers/two-servers.ts";

test("two servers behind a proxy are restarted in turn: no request fails, nothing is lost or doubled", async () => {
  const report = await twoServers({
    databaseUrl: await freshPostgresUrl(),
    devices: 3,
    restarts: 2,
  });
  expect(report).toMatchObject({
    ...{ exits: [0, 0, 0, 0], failed: [] },
    ...{ lost: [], doubled: [], differing: [] },
  });
  const all = JSON.stringify(report);
  expect(report.acknowledged, all).toBeGreaterThan(10);
  // Both have served.
  expect(Math.min(...report.answered), all).toBeGreaterThan(5);
}, 300_000);
