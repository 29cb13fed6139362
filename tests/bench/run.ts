// `npm run bench -- --json FILE [--quick]`: ours and the peers in one run, interleaved; medians, and ratios round by
// round. Absolute figures say something about this machine only.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { openBenchWindow } from "./bench-window.ts";
import type { BenchPage, EngineName } from "./page/main.ts";
import { rowsOf, type BenchFile, type BenchRow } from "./report.ts";

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    quick: { type: "boolean", default: false },
    sizes: { type: "string" },
    rounds: { type: "string" },
  },
});
const ROUNDS = Number(values.rounds ?? 3);
const SIZES = values.sizes
  ? values.sizes.split(",").map(Number)
  : values.quick
    ? [100_000]
    : [10_000, 30_000, 100_000];
const ENGINES: readonly EngineName[] = [
  "carnet",
  "raw-dexie",
  "raw-idb",
  "rxdb-plugin",
  "pouchdb",
];

const window = await openBenchWindow();
const rows: BenchRow[] = [];
try {
  for (const n of SIZES) rows.push(...(await pullApply(n)));
} finally {
  await window.close();
}
const [cpu] = cpus();
const file: BenchFile = {
  machine: `${cpus().length} x ${cpu?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`,
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    encoding: "utf8",
  }).trim(),
  rows,
};
for (const row of rows)
  process.stdout.write(
    `${row.id} n=${row.n} vs ${row.baseline?.name}: ${row.median} ${row.unit} against ${row.baseline?.median}, ratio ${row.ratio}\n`,
  );
if (values.json)
  writeFileSync(values.json, `${JSON.stringify(file, null, 2)}\n`);

async function pullApply(n: number): Promise<readonly BenchRow[]> {
  const times = new Map<string, number[]>(ENGINES.map((name) => [name, []]));
  let longest = 0;
  for (let round = 0; round < ROUNDS; round++)
    for (const engine of ENGINES) {
      const page = await window.fresh();
      const measured = await page.evaluate(
        ([name, count]) =>
          (globalThis as unknown as { bench: BenchPage }).bench.pullApply(
            name,
            count,
          ),
        [engine, n] as const,
      );
      times.get(engine)?.push(measured.ms);
      if (engine === "carnet") longest = Math.max(longest, measured.longest);
      process.stderr.write(
        `pull-apply n=${n} round ${round + 1}: ${engine} ${Math.round(measured.ms)} ms, longest task ${Math.round(measured.longest)} ms\n`,
      );
    }
  return rowsOf("pull-apply", n, "carnet", times);
}
