// Broken cards, tables and workbooks through everything that reads a file: no crash, no hang, nothing half read, every
// refusal with its reason. The same seed breaks the same files in the same way.
import { parseArgs } from "node:util";
import { fuzzReaders } from "../helpers/fuzz-readers.ts";
import { figure, runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: {
    /** Thousands of files. */
    rounds: { type: "string" },
    minutes: { type: "string" },
    seed: { type: "string" },
  },
});
const minutes = figure(values.minutes, 60);
const seed = figure(values.seed, 1);

await runSoak("fuzz-readers", async (say) => ({
  ...fuzzReaders({
    inputs: figure(values.rounds, 1_000) * 1_000,
    ...{ seed, until: Date.now() + minutes * 60_000, say },
  }),
  seed,
}));
