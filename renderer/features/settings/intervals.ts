/** Minutes between two runs that may be chosen; 0 = only by hand. */
const INTERVALS = [1, 2, 5, 10, 15, 30, 60] as const;

/** What is offered, only by hand last; a present value that is none of the usual ones has its place among them. */
export function offeredIntervals(present: number): readonly number[] {
  const minutes = new Set<number>(INTERVALS);
  if (present > 0) minutes.add(present);
  return [...[...minutes].sort((a, b) => a - b), 0];
}
