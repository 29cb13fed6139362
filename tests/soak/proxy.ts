// Twenty engines on a line where two requests of three are delayed, cut, held, doubled, slowed or lost: once the line
// is good again everything has arrived, once, and all hold the same within a minute.
import { parseArgs } from "node:util";
import { proxyStorm } from "../helpers/proxy-storm.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string" },
    minutes: { type: "string" },
    devices: { type: "string" },
  },
});
const WITHIN_S = 60;

await runSoak("proxy", async (say) => {
  const report = await proxyStorm({
    devices: figure(values.devices, 20),
    minutes: figure(values.minutes, 10),
    say,
  });
  const { lost, doubled, differing, equalSeconds } = report;
  const ok =
    lost.length + doubled.length + differing.length === 0 &&
    equalSeconds <= WITHIN_S;
  return { ok, ...report };
});
