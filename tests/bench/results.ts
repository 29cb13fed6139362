import { toGrowth } from "./growth.ts";
import type { BenchFile, BenchRow } from "./report.ts";

/** The table that is committed: one run, or several that measured different things. */
export function toMarkdown(files: readonly BenchFile[]): string {
  const cells = files
    .flatMap(({ rows }) => rows)
    .map(
      ({ id, n, unit, median, p95, baseline, ratio }) =>
        `| ${id} | ${n} | ${median} | ${p95} | ${unit} | ${baseline?.name ?? ""} | ${baseline?.median ?? ""} | ${baseline?.p95 ?? ""} | ${ratio ?? ""} |`,
    );
  const runs = files.map(
    ({ machine, commit, rows }) =>
      `- ${namesOf(rows)}: ${machine}; commit ${commit}`,
  );
  return [
    "# Results",
    "",
    "Made by `npm run bench -- --write`. Ratios are how many times better than the baseline we are, from one interleaved",
    "run; absolute figures say something about that machine only. What is called `…-chromium` ran in plain Chromium,",
    "everything else in Electron.",
    "",
    ...runs,
    "",
    "![Ratios by baseline](results.svg)",
    "",
    ...(toGrowth(files) === null ? [] : GROWTH),
    "| id | contacts | median | p95 | unit | baseline | its median | its p95 | ratio |",
    "| --- | ---: | ---: | ---: | --- | --- | ---: | ---: | ---: |",
    ...cells,
    "",
  ].join("\n");
}

const GROWTH = [
  "How our own figures grow with the number of contacts, each against its smallest; the dashed line is n log n.",
  "",
  "![Growth](growth.svg)",
  "",
];

function namesOf(rows: BenchFile["rows"]): string {
  const sizes = new Set(rows.map(({ n }) => n));
  const names = new Set(rows.map(({ id }) => id));
  return `${[...names].join(", ")} at ${[...sizes].join(", ")} contacts`;
}

const ROW = 18;
const LEFT = 300;
const WIDTH = 760;
/** The axis goes from a hundredth to ten thousand times. */
const [LOW, HIGH] = [-2, 4];

/** Bars on a logarithmic axis: to the right of 1 we win. */
export function toChart(files: readonly BenchFile[]): string {
  const bars = files.flatMap(({ rows }) => rows).filter(hasRatio);
  const height = bars.length * ROW + 60;
  const at = (ratio: number) => {
    const power = Math.min(HIGH, Math.max(LOW, Math.log10(ratio)));
    return LEFT + ((power - LOW) / (HIGH - LOW)) * (WIDTH - LEFT - 60);
  };
  const lines = Array.from({ length: HIGH - LOW + 1 }, (_, i) => {
    const x = at(10 ** (LOW + i));
    const label = String(10 ** (LOW + i));
    return `<line x1="${x}" y1="20" x2="${x}" y2="${height - 20}" stroke="${label === "1" ? "#333" : "#ccc"}"/><text x="${x}" y="14" text-anchor="middle">${label}×</text>`;
  });
  const drawn = bars.map(({ id, n, baseline, ratio }, i) => {
    const y = 28 + i * ROW;
    const [from, to] = [at(1), at(ratio)].toSorted((a, b) => a - b);
    const colour = ratio >= 1 ? "#2e7d32" : "#b26a00";
    return [
      `<text x="${LEFT - 8}" y="${y + 10}" text-anchor="end">${id} ${n} · ${baseline?.name ?? ""}</text>`,
      `<rect x="${from}" y="${y}" width="${Math.max(1, (to ?? 0) - (from ?? 0))}" height="12" fill="${colour}"/>`,
      `<text x="${(to ?? 0) + 4}" y="${y + 10}">${ratio}</text>`,
    ].join("");
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/>`,
    ...lines,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

function hasRatio(row: BenchRow): row is BenchRow & { ratio: number } {
  return row.ratio !== undefined && Number.isFinite(row.ratio);
}
