// A worker of main.ts: runs ranges of seeds for its parent and tells what came of them.
import process from "node:process";
import { runSeed } from "./run-seed.ts";

export interface Range {
  readonly from: number;
  readonly count: number;
}

export interface RangeResult {
  readonly seeds: number;
  readonly writes: number;
  readonly conflicts: number;
  readonly files: number;
  readonly failed: readonly {
    readonly seed: number;
    readonly violation: string;
  }[];
}

process.on("message", (range: Range) => {
  void run(range).then((result) => process.send?.(result));
});

async function run({ from, count }: Range): Promise<RangeResult> {
  let writes = 0;
  let conflicts = 0;
  let files = 0;
  const failed: { seed: number; violation: string }[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const outcome = await runSeed(seed);
    writes += outcome.writes;
    conflicts += outcome.conflicts;
    files += outcome.files;
    const [violation] = outcome.violations;
    if (violation !== undefined) failed.push({ seed, violation });
  }
  return { seeds: count, writes, conflicts, files, failed };
}
