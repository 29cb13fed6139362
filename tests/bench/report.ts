/** `npm run bench -- --json FILE`: the contract of design.md §5. Rates are documents a second unless `unit` says else. */
export interface BenchFile {
  readonly machine: string;
  readonly commit: string;
  readonly rows: readonly BenchRow[];
}

export interface BenchRow {
  readonly id: string;
  /** Contacts. */
  readonly n: number;
  readonly unit: string;
  readonly median: number;
  readonly p95: number;
  readonly baseline?: {
    readonly name: string;
    readonly median: number;
    readonly p95: number;
  };
  /** How many times better than the baseline we are. */
  readonly ratio?: number;
}

/** `q` in [0, 1]; the nearest measured value, none is invented. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(q * sorted.length) - 1] ?? sorted[0] ?? Number.NaN;
}

/**
 * One row a baseline from times of interleaved rounds, milliseconds. The ratio is the median of the rounds' own
 * ratios: what slowed a whole round down slowed both.
 */
export function rowsOf(
  id: string,
  n: number,
  ours: string,
  times: ReadonlyMap<string, readonly number[]>,
): readonly BenchRow[] {
  const own = times.get(ours) ?? [];
  return [...times]
    .filter(([name]) => name !== ours)
    .map(([name, theirs]) => ({
      id,
      n,
      unit: "ms",
      median: round(quantile(own, 0.5)),
      p95: round(quantile(own, 0.95)),
      baseline: {
        name,
        median: round(quantile(theirs, 0.5)),
        p95: round(quantile(theirs, 0.95)),
      },
      ratio: round(
        quantile(
          theirs.map((ms, i) => ms / (own[i] ?? Number.NaN)),
          0.5,
        ),
      ),
    }));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
