// `npm run bench -- --json FILE [--quick]`: ours and the peers in one run, interleaved; medians, and ratios round by
// round. Absolute figures say something about this machine only. `--write` renews RESULTS.md beside this file; with files
// that `--json` has written it measures nothing and puts those together.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { openBenchWindow, openChromium } from "./bench-window.ts";
import { measureApp } from "./measure-app.ts";
import { measureBox } from "./measure-box.ts";
import { measureCard } from "./measure-card.ts";
import { measureSearch } from "./measure-search.ts";
import { measureStart } from "./measure-start.ts";
import { measureStores } from "./measure-stores.ts";
import { measureWeek } from "./measure-week.ts";
import type { BenchFile, BenchRow } from "./report.ts";
import { toGrowth } from "./growth.ts";
import { toChart, toMarkdown } from "./results.ts";

const { values, positionals: written } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    quick: { type: "boolean", default: false },
    sizes: { type: "string" },
    rounds: { type: "string" },
    /** Only these: `app`, `box`, `card`, `search`, `start`, `stores`, `week`; `chromium`: searches and stores in plain Chromium (CARNET_CHROMIUM). */
    only: { type: "string" },
    /** Of those whose stores are filled; without it all. */
    peers: { type: "string" },
    /** A folder in which the app's filled notebooks stay for the next run; with `--rounds 0` they are filled only. */
    profiles: { type: "string" },
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

const measures = written.length === 0;
if (measures && (wanted("stores") || wanted("search"))) {
  const window = await openBenchWindow();
  try {
    for (const n of sizes) {
      if (wanted("stores"))
        keep(
          await measureStores(window, n, rounds, say, values.peers?.split(",")),
        );
      if (wanted("search")) keep(await measureSearch(window, n, say));
    }
  } finally {
    await window.close();
  }
}
const chromium = process.env["CARNET_CHROMIUM"];
if (measures && wanted("chromium") && chromium !== undefined) {
  const window = await openChromium(chromium);
  try {
    for (const n of sizes) {
      const measured = [
        ...(await measureStores(window, n, rounds, say)),
        ...(await measureSearch(window, n, say)),
      ];
      keep(measured.map((row) => ({ ...row, id: `${row.id}-chromium` })));
    }
  } finally {
    await window.close();
  }
} else if (measures && wanted("chromium"))
  say("no plain Chromium: CARNET_CHROMIUM names none");
if (measures && wanted("app"))
  for (const n of sizes)
    keep(await measureApp(n, rounds, say, values.profiles));
if (measures && wanted("box"))
  for (const n of sizes)
    keep(await measureBox(n, rounds, say, values.profiles));
// Beyond what a quick run has time for, unless it is asked for.
if (measures && (values.only ? wanted("card") : !values.quick))
  for (const n of sizes) keep(await measureCard(n, rounds, say));
if (measures && (values.only ? wanted("start") : !values.quick))
  for (const n of sizes) keep(await measureStart(n, rounds, say));
if (measures && (values.only ? wanted("week") : !values.quick))
  keep(await measureWeek(rounds, say));

const files = measures
  ? [fileOf()]
  : written.map((file) => JSON.parse(readFileSync(file, "utf8")) as BenchFile);
process.stdout.write(toMarkdown(files));
if (values.write) {
  const beside = (name: string) => path.join(import.meta.dirname, name);
  writeFileSync(beside("RESULTS.md"), toMarkdown(files));
  writeFileSync(beside("results.svg"), toChart(files));
  const growth = toGrowth(files);
  if (growth !== null) writeFileSync(beside("growth.svg"), growth);
}
