/** The only source of chance in a run. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** 0 … n − 1. */
  int(n: number): number;
  chance(p: number): boolean;
  pick<T>(list: readonly T[]): T;
  bytes(length: number): Uint8Array;
}

/** Mulberry32: small, fast, and the same on every machine. */
export function createRandom(seed: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) | 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  const int = (n: number) => Math.floor(next() * n);
  return {
    next,
    int,
    chance: (p) => p > 0 && next() < p,
    pick: (list) => {
      const picked = list[int(list.length)];
      if (picked === undefined) throw new Error("Nothing to pick from");
      return picked;
    },
    bytes: (length) => Uint8Array.from({ length }, () => int(256)),
  };
}
