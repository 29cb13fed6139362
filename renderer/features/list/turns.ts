/** Of several moves that each have to read something first, the last one counts, whatever is read first. */
export interface Turns {
  /** Begins a move; what it gives back tells whether no other has begun since. */
  take(): () => boolean;
}

export function createTurns(): Turns {
  let last = 0;
  return {
    take() {
      const mine = ++last;
      return () => mine === last;
    },
  };
}
