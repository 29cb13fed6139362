// Thousands of connected streams on one server process, and the arrivals of sync.md §12 for as many devices, doubled
// until something breaks.
import { parseArgs } from "node:util";
import { loadRun } from "../helpers/load-run.ts";
import { createDatabase, startPostgres } from "../helpers/postgres.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: {
    /** Steps, each with twice the arrivals of the one before. */
    rounds: { type: "string" },
    /** For all steps together. */
    minutes: { type: "string" },
    streams: { type: "string" },
  },
});
const steps = figure(values.rounds, 8);

await runSoak("load", async (say) => {
  const postgres = await startPostgres();
  try {
    const streams = figure(values.streams, 2_000);
    const report = await loadRun({
      databaseUrl: await createDatabase(postgres.url),
      streams,
      stepSeconds: (figure(values.minutes, 4) * 60) / steps,
      mostFactor: 2 ** (steps - 1),
      say,
    });
    // The rates on paper must be served; where it breaks beyond them is what the run is for.
    return { ok: report.held >= 1 && report.streams === streams, ...report };
  } finally {
    await postgres.stop();
  }
});
