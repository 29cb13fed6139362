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
/** A killed device spends most of its time waiting for its disk and for quiet. */
const AT_ONCE = 16;

const rounds = figure(values.rounds, 10_000);
const first = figure(values.seed, 1);

await runSoak("projection", async (say) => {
  const starts = { loaded: 0, built: 0 };
  for (let done = 0; done < rounds; done += AT_ONCE) {
    if (done % 1_000 === 0) say(`${done} histories`);
    const seeds = Array.from(
      { length: Math.min(AT_ONCE, rounds - done) },
      (_, i) => first + done + i,
    );
    for (const seed of seeds) await runHistory(seed);
    for (const { loaded, built } of await Promise.all(
      seeds.map((seed) => runKilledHistory(seed)),
    )) {
      starts.loaded += loaded;
      starts.built += built;
    }
  }
  return { ok: true, rounds, firstSeed: first, ...starts };
});
