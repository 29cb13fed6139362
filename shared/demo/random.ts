/** Repeatable chance: the demo company is the same on every machine. */
export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** True with probability `p`. */
  yes(p: number): boolean;
}

/** Mulberry32: small, and good enough for names and visits. */
export function createChance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number) =>
    from + Math.floor(next() * (to - from + 1));
  return {
    int,
    pick: <T>(from: readonly T[]) => from[int(0, from.length - 1)] as T,
    yes: (p) => next() < p,
  };
}
