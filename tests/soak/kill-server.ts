// SIGKILL to the server in the middle of pushes, on both engines, and on PostgreSQL the end of its connections in the
// middle of a transaction: nothing acknowledged may be missing, nothing may be there twice.
import { parseArgs } from "node:util";
import { killServerRounds } from "../helpers/kill-server-rounds.ts";
import { createDatabase, startPostgres } from "../helpers/postgres.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string" },
    minutes: { type: "string" },
    devices: { type: "string" },
    engine: { type: "string", default: "both" },
  },
});

await runSoak("kill-server", async (progress) => {
  const how = {
    rounds: figure(values.rounds, 200),
    devices: figure(values.devices, 6),
    ...(values.minutes ? { minutes: figure(values.minutes, 1) } : {}),
    progress,
  };
  const reports = [];
  if (values.engine !== "postgres") reports.push(await killServerRounds(how));
  if (values.engine !== "pglite") {
    const postgres = await startPostgres();
    try {
      const databaseUrl = await createDatabase(postgres.url);
      reports.push(await killServerRounds({ ...how, databaseUrl }));
    } finally {
      await postgres.stop();
    }
  }
  const ok = reports.every(
    ({ lost, doubled, differing, midPush }) =>
      lost.length + doubled.length + differing.length === 0 && midPush > 0,
  );
  return { ok, reports };
});
