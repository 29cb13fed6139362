// Three weeks on the road: visits with photos made without a line, then the line is cut twice while they are sent. What is on
// the server at the end is exactly what was made, the text before the photos.
import { parseArgs } from "node:util";
import { offlineVisits } from "../helpers/offline-visits.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string" } },
});

await runSoak("offline-visits", async (say) => {
  const visits = figure(values.rounds, 40);
  const photos = Math.max(1, Math.round((visits * 12) / 40));
  const report = await offlineVisits({ visits, photos }, say);
  const { sent, atSecondCut } = report;
  const ok =
    sent.visits === visits &&
    sent.photos === photos &&
    sent.whole === photos &&
    report.cuts === 2 &&
    atSecondCut.visits === visits &&
    atSecondCut.whole < photos;
  return { ok, ...report };
});
