// Whether the projection equals the store after random histories of edits, deletions, late versions and own saves, stored
// and loaded again at random: every list, count, figure, search and neighbour, worked out afresh the slow way.
import { parseArgs } from "node:util";
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
  for (let round = 0; round < rounds; round++) {
    if (round % 1_000 === 0) say(`${round} histories`);
    runHistory(first + round);
  }
  return { ok: true, rounds, firstSeed: first };
});
