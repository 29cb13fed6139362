// Two server processes on one PostgreSQL behind a proxy, as server/deploy sets them up, restarted in turn under devices
// that never stop working.
import { parseArgs } from "node:util";
import { nginxProxy } from "../helpers/nginx-proxy.ts";
import { createDatabase, startPostgres } from "../helpers/postgres.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";
import { twoServers } from "../helpers/two-servers.ts";

const { values } = parseArgs({
  options: {
    /** Restarts of one of the two. */
    rounds: { type: "string" },
    devices: { type: "string" },
    /** Through the real one, with `server/deploy/nginx.conf`: the path of its program. */
    nginx: { type: "string" },
  },
});

await runSoak("two-servers", async (say) => {
  const { nginx } = values;
  const postgres = await startPostgres();
  try {
    const report = await twoServers({
      databaseUrl: await createDatabase(postgres.url),
      devices: figure(values.devices, 6),
      restarts: figure(values.rounds, 10),
      say,
      ...(nginx ? { openProxy: nginxProxy(nginx) } : {}),
    });
    const ok =
      report.exits.every((code) => code === 0) &&
      [report.failed, report.lost, report.doubled, report.differing].every(
        ({ length }) => length === 0,
      );
    return { ok, ...report };
  } finally {
    await postgres.stop();
  }
});
