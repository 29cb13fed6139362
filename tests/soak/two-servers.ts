// Two server processes on one PostgreSQL behind a proxy, as server/deploy sets them up, restarted in turn under devices
// that never stop working.
import { parseArgs } from "node:util";
import { createDatabase, startPostgres } from "../helpers/postgres.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";
import { twoServers } from "../helpers/two-servers.ts";

const { values } = parseArgs({
  options: {
    /** Restarts of one of the two. */
    rounds: { type: "string" },
    devices: { type: "string" },
  },
});

await runSoak("two-servers", async (say) => {
  const postgres = await startPostgres();
  try {
    const report = await twoServers({
      databaseUrl: await createDatabase(postgres.url),
      devices: figure(values.devices, 6),
      restarts: figure(values.rounds, 10),
      say,
    });
    const ok =
      report.failed === 0 &&
      report.exits.every((code) => code === 0) &&
      [report.lost, report.doubled, report.differing].every(
        ({ length }) => length === 0,
      );
    return { ok, ...report };
  } finally {
    await postgres.stop();
  }
});
