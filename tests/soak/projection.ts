// Whether the projection equals the store after random histories of edits, deletions, late versions and own saves: every
// list, count, figure, search and neighbour, worked out afresh the slow way. Then whole devices, killed and started again
// at random, also while they store, whose stored projection is damaged or lost.
import { parseArgs } from "node:util";
import { runKilledHistory } from "../helpers/killed-history.ts";
import { runHistory } from "../helpers/projection-history.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: {
    /** Histories. */
    rounds: { type: "string" },
    /** Of the first history. */
    seed: { type: "string" },
  },
});
const rounds = figure(values.rounds, 10_000);
const first = figure(values.seed, 1);

await runSoak("projection", async (say) => {
  const starts = { loaded: 0, built: 0 };
  for (let round = 0; round < rounds; round++) {
    if (round % 1_000 === 0) say(`${round} histories`);
    runHistory(first + round);
    const { loaded, built } = await runKilledHistory(first + round);
    starts.loaded += loaded;
    starts.built += built;
  }
  return { ok: true, rounds, firstSeed: first, ...starts };
});
