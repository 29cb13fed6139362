// SIGKILL at random moments while a person enters companies: nothing that was called saved may be missing.
import { parseArgs } from "node:util";
import { killRounds } from "../helpers/kill-rounds.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "20" },
    minutes: { type: "string" },
  },
});
const started = performance.now();
const report = await killRounds(Number(values.rounds));
const ok = report.missing.length === 0 && report.acknowledged > 0;
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(
  `${JSON.stringify({ ok, soak: "kill-app", ...report, seconds })}\n`,
);
process.exitCode = ok ? 0 : 1;
