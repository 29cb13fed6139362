import type { BenchFile, BenchRow } from "./report.ts";

const WIDTH = 760;
const HEIGHT = 420;
const LEFT = 60;
const RIGHT = 240;
const TOP = 20;
const BOTTOM = 40;
const COLOURS = [
  ...["#1565c0", "#2e7d32", "#b26a00", "#ad1457", "#6a1b9a", "#00838f"],
  ...["#5d4037", "#37474f", "#c62828", "#827717", "#283593", "#558b2f"],
];

interface Line {
  readonly id: string;
  /** Contacts, and the figure against that of the fewest contacts. */
  readonly points: readonly (readonly [n: number, times: number])[];
}

/**
 * Figures that were taken at several sizes, as lines on two logarithmic axes; n log n dashed.
 *
 * @returns null: nothing was measured at two sizes
 */
export function toGrowth(files: readonly BenchFile[]): string | null {
  const lines = linesOf(files.flatMap(({ rows }) => rows));
  if (lines.length === 0) return null;
  const sizes = lines.flatMap(({ points }) => points.map(([n]) => n));
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  const reference: Line = {
    id: "n log n",
    points: [low, high].map((n) => [
      n,
      (n * Math.log(n)) / (low * Math.log(low)),
    ]),
  };
  const times = [...lines, reference].flatMap(({ points }) =>
    points.map(([, value]) => value),
  );
  const [least, most] = [Math.min(...times, 1), Math.max(...times)];
  const x = (n: number) => LEFT + share(n, low, high) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) =>
    HEIGHT - BOTTOM - share(value, least, most) * (HEIGHT - TOP - BOTTOM);
  const path = ({ points }: Line) =>
    points.map(([n, value]) => `${x(n).toFixed(1)},${y(value).toFixed(1)}`);
  const drawn = lines.map((line, i) => {
    const colour = COLOURS[i % COLOURS.length];
    const label = `<text x="${WIDTH - RIGHT + 12}" y="${TOP + 12 + i * 16}" fill="${colour}">${line.id} ×${round(line.points.at(-1)?.[1] ?? 1)}</text>`;
    return `<polyline points="${path(line).join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>${label}`;
  });
  const ticks = [...new Set(sizes)].map(
    (n) =>
      `<text x="${x(n)}" y="${HEIGHT - 20}" text-anchor="middle">${n}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/>`,
    `<line x1="${LEFT}" y1="${y(1)}" x2="${WIDTH - RIGHT}" y2="${y(1)}" stroke="#ccc"/><text x="${LEFT - 8}" y="${y(1) + 4}" text-anchor="end">1×</text>`,
    `<polyline points="${path(reference).join(" ")}" fill="none" stroke="#333" stroke-dasharray="6 4"/><text x="${LEFT - 8}" y="${y(most) + 4}" text-anchor="end">${round(most)}×</text>`,
    ...ticks,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

/**
 * Recall is no figure that grows, and a baseline of another size is none of ours; but what was measured beside the same
 * app with few contacts is told as so many times that, since sizes may have been taken on machines that were not as fast.
 */
function linesOf(rows: readonly BenchRow[]): readonly Line[] {
  const byId = new Map<string, Map<number, number>>();
  for (const { id, n, median, unit, baseline } of rows) {
    if (unit.startsWith("recall") || !(median > 0)) continue;
    const points = byId.get(id) ?? new Map<number, number>();
    const isBesideFew = baseline?.name === "self-100";
    if (!isBesideFew && points.has(n)) continue;
    points.set(n, isBesideFew ? median / baseline.median : median);
    byId.set(id, points);
  }
  return [...byId].flatMap(([id, points]) => {
    const sorted = [...points].sort(([a], [b]) => a - b);
    const first = sorted[0]?.[1] ?? 1;
    if (sorted.length < 2) return [];
    return [{ id, points: sorted.map(([n, value]) => [n, value / first]) }];
  });
}

function share(value: number, low: number, high: number): number {
  return high === low ? 0.5 : Math.log(value / low) / Math.log(high / low);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
