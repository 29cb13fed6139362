// Whether memory stays flat while somebody works: a filled notebook is searched, scrolled, read, written and undone for
// half an hour; about every minute the app is left alone for a moment, and what all its processes take is noted.
import { parseArgs } from "node:util";
import { filledProfile, inProfiles, listed } from "../bench/measure-app.ts";
import { proportionalMegabytes } from "../bench/measure-memory.ts";
import { openCarnet } from "../helpers/carnet-app.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";
import { oneTurn } from "../helpers/use-app.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    contacts: { type: "string" },
    /** Where notebooks that have been filled stay, as the bench's do. */
    profiles: { type: "string" },
  },
});
const minutes = figure(values.minutes, 30);
const contacts = figure(values.contacts, 100_000);
const USE_MS = 45_000;
/** As long as the bench waits. */
const REST_MS = 20_000;
/** What the straight line through all figures may rise by. */
const MOST_MB = 25;

await runSoak("use", async (say) => {
  return inProfiles(values.profiles, async (folder) => {
    const { profile } = await filledProfile(folder, contacts, say);
    const carnet = await openCarnet({ profile });
    await listed(carnet);
    const megabytes: number[] = [];
    const end = performance.now() + minutes * 60_000;
    let turns = 0;
    do {
      const rest = performance.now() + USE_MS;
      do await oneTurn(carnet, turns++);
      while (performance.now() < rest);
      await carnet.page.waitForTimeout(REST_MS);
      megabytes.push(await proportionalMegabytes(carnet.app.process.pid ?? 0));
      say(`${turns} turns, ${megabytes.at(-1)} MB`);
    } while (performance.now() < end);
    await carnet.close();
    // The first figure is of an app that has not shown everything yet.
    const grown = rise(megabytes.slice(1));
    return {
      ok: grown <= MOST_MB,
      ...{ contacts, minutes, turns, first: megabytes[0] },
      ...{ last: megabytes.at(-1), grown, megabytes },
    };
  });
});

/** From the beginning to the end of the straight line that lies nearest to all figures. */
function rise(figures: readonly number[]): number {
  const n = figures.length;
  if (n < 2) return 0;
  const middle = (n - 1) / 2;
  const mean = figures.reduce((sum, one) => sum + one, 0) / n;
  let above = 0;
  let below = 0;
  for (const [i, one] of figures.entries()) {
    above += (i - middle) * (one - mean);
    below += (i - middle) ** 2;
  }
  return Math.round((above / below) * (n - 1));
}
