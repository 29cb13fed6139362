// SIGKILL at random moments to the app, while a person enters companies (`--during save`, never connected) or in the
// middle of its exchanges with a server (`--during sync`): nothing that was called saved may be missing or there twice.
import { parseArgs } from "node:util";
import { killRounds } from "../helpers/kill-rounds.ts";
import { killSyncRounds } from "../helpers/kill-sync-rounds.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string" },
    during: { type: "string", default: "save" },
  },
});
const rounds = figure(values.rounds, 20);

await runSoak("kill-app", async (say) => {
  if (values.during === "sync") {
    const report = await killSyncRounds(rounds, say);
    const ok =
      report.missing.length + report.doubled.length === 0 &&
      report.acknowledged > 0 &&
      report.midPush > 0 &&
      report.inWindow === report.onServer;
    return { ok, during: "sync", ...report };
  }
  const report = await killRounds(rounds);
  const ok = report.missing.length === 0 && report.acknowledged > 0;
  return { ok, during: "save", ...report };
});
