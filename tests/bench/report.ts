/** `npm run bench -- --json FILE`: the contract of design.md §5. */
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
  /** How many times better than the baseline we are; of medians unless the row's measurement says else. */
  readonly ratio?: number;
}

/** `q` in [0, 1]; the nearest measured value, none is invented. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(q * sorted.length) - 1] ?? sorted[0] ?? Number.NaN;
}

/**
 * One row a baseline from times of interleaved rounds, milliseconds. The ratio is the median of the rounds' own
 * ratios: what slowed a whole round down slowed both. A round that one of the two did not finish counts for neither.
 */
export function rowsOfRounds(
  id: string,
  n: number,
  own: readonly number[],
  peers: ReadonlyMap<string, readonly number[]>,
): readonly BenchRow[] {
  return [...peers].flatMap(([name, theirs]) => {
    const pairs = theirs.flatMap((ms, i) => {
      const ours = own[i] ?? Number.NaN;
      return Number.isFinite(ms) && Number.isFinite(ours) ? [{ ours, ms }] : [];
    });
    if (pairs.length === 0) return [];
    const row = rowOf(
      ...([id, n] as const),
      pairs.map(({ ours }) => ours),
      { name, values: pairs.map(({ ms }) => ms) },
    );
    const ratios = pairs.map(({ ours, ms }) => ms / ours);
    return [{ ...row, ratio: round(quantile(ratios, 0.5)) }];
  });
}

/** Milliseconds of single questions; the smaller the better. */
export function rowOf(
  id: string,
  n: number,
  own: readonly number[],
  baseline?: { readonly name: string; readonly values: readonly number[] },
  of: "median" | "p95" = "median",
): BenchRow {
  const q = of === "median" ? 0.5 : 0.95;
  const row = {
    ...{ id, n, unit: "ms" },
    median: round(quantile(own, 0.5)),
    p95: round(quantile(own, 0.95)),
  };
  if (!baseline) return row;
  const { name, values } = baseline;
  return {
    ...row,
    baseline: {
      name,
      median: round(quantile(values, 0.5)),
      p95: round(quantile(values, 0.95)),
    },
    ratio: round(quantile(values, q) / quantile(own, q)),
  };
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
