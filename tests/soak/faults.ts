// A lost or cut file of the profile, a kill, a full disk, another keyring, a clock that is a year off, an older version on a
// newer profile: the app starts, says what has happened, and nothing that was saved or half typed is missing.
import { parseArgs } from "node:util";
import { faultRounds } from "../helpers/fault-rounds.ts";
import { FAULTS, type Fault } from "../helpers/fault-kinds.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string" },
    only: { type: "string" },
  },
});
const wanted = values.only?.split(",");
const only = FAULTS.filter((kind: Fault) => wanted?.includes(kind) ?? true);

await runSoak("faults", async (say) => {
  const report = await faultRounds({
    ...{ rounds: figure(values.rounds, 20), only, say },
  });
  const { missing, draftsLost, failures, acknowledged } = report;
  const ok =
    missing.length + draftsLost.length + failures.length === 0 &&
    acknowledged > 0;
  return { ok, ...report };
});
