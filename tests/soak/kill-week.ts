// SIGKILL at random moments to the app while a person types into the grid of the week: of what was typed at most the last
// half second may be gone, and never a row.
import { parseArgs } from "node:util";
import { killWeekRounds } from "../helpers/kill-week-rounds.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string" } },
});

await runSoak("kill-week", async (say) => {
  const report = await killWeekRounds(figure(values.rounds, 100), say);
  return { ok: report.faults.length === 0 && report.keys > 0, ...report };
});
