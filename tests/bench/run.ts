// `npm run bench -- --json FILE [--quick]`: ours and the peers in one run, interleaved; medians, and ratios round by
// round. Absolute figures say something about this machine only. `--write` renews RESULTS.md beside this file.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { openBenchWindow } from "./bench-window.ts";
import { measureApp } from "./measure-app.ts";
import { measureSearch } from "./measure-search.ts";
import { measureStores } from "./measure-stores.ts";
import type { BenchFile, BenchRow } from "./report.ts";
import { toChart, toMarkdown } from "./results.ts";

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    quick: { type: "boolean", default: false },
    sizes: { type: "string" },
    rounds: { type: "string" },
    /** Only these: `app`, `search`, `stores`. */
    only: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));
const sizes = values.sizes
  ? values.sizes.split(",").map(Number)
  : values.quick
    ? [100_000]
    : [10_000, 30_000, 100_000, 300_000];
const wanted = (what: string) => values.only?.split(",").includes(what) ?? true;
const say = (line: string) => process.stderr.write(`${line}\n`);

const rows: BenchRow[] = [];
const loadBefore = loadavg()[0] ?? 0;
// Before hours in which somebody may go on.
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
  encoding: "utf8",
}).trim();
/** Whatever ends the run, what was measured until then is kept. */
function keep(measured: readonly BenchRow[]): void {
  rows.push(...measured);
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify(fileOf(), null, 2)}\n`);
}

function fileOf(): BenchFile {
  const [cpu] = cpus();
  const load = [loadBefore, loadavg()[0] ?? 0].map((one) => one.toFixed(1));
  const memory = Math.round(totalmem() / 2 ** 30);
  return {
    machine: `${cpus().length} x ${cpu?.model ?? "?"}, ${memory} GiB, ${process.platform}, load ${load.join(" to ")}`,
    commit,
    rows,
  };
}

if (wanted("stores") || wanted("search")) {
  const window = await openBenchWindow();
  try {
    for (const n of sizes) {
      if (wanted("stores")) keep(await measureStores(window, n, rounds, say));
      if (wanted("search")) keep(await measureSearch(window, n, say));
    }
  } finally {
    await window.close();
  }
}
if (wanted("app"))
  for (const n of sizes) keep(await measureApp(n, rounds, say));
process.stdout.write(toMarkdown(fileOf()));
if (values.write) {
  const beside = (name: string) => path.join(import.meta.dirname, name);
  writeFileSync(beside("RESULTS.md"), toMarkdown(fileOf()));
  writeFileSync(beside("results.svg"), toChart(fileOf()));
}
