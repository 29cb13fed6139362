// SIGKILL at random moments while a person enters companies: nothing that was called saved may be missing.
import { parseArgs } from "node:util";
import { killRounds } from "../helpers/kill-rounds.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string" }, minutes: { type: "string" } },
});

await runSoak("kill-app", async () => {
  const report = await killRounds(figure(values.rounds, 20));
  const ok = report.missing.length === 0 && report.acknowledged > 0;
  return { ok, ...report };
});
