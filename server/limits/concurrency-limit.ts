export interface ConcurrencyLimit {
  /** The function that gives the place back, or null when all are taken. */
  enter(key: string): (() => void) | null;
}

/** At most `most` at the same time under one key. */
export function createConcurrencyLimit(most: number): ConcurrencyLimit {
  const inside = new Map<string, number>();
  return {
    enter(key) {
      const count = inside.get(key) ?? 0;
      if (count >= most) return null;
      inside.set(key, count + 1);
      let gone = false;
      return () => {
        if (gone) return;
        gone = true;
        const left = (inside.get(key) ?? 1) - 1;
        if (left > 0) inside.set(key, left);
        else inside.delete(key);
      };
    },
  };
}
