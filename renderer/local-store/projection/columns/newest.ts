import type { Packed } from "./pack.ts";
import { createRepeated } from "./repeated.ts";

/**
 * Which version of each document is shown: RxDB's newest by its write time, and over it an own save until RxDB's
 * version contains that. An older version never replaces a newer one, whichever arrives first.
 */
export interface Newest {
  /** Whether a stored version is to be shown. */
  stored(row: number, lwt: number, applied: number): boolean;
  /** The own save that is shown is this one, and the only one since what is stored. */
  shows(row: number, d: number): boolean;
  /** An own save is shown at once. */
  own(row: number, d: number): void;
  /** Something is shown that RxDB does not have. */
  readonly ahead: boolean;
  /** The newest write time of all. */
  readonly latest: number;
  pack(rows: number): Packed;
}

const NEVER = -1;

export function createNewest(from?: Packed): Newest {
  const lwts = createRepeated(NEVER, from?.["lwts"] as Packed | undefined);
  let latest = (from?.["latest"] as number | undefined) ?? 0;
  const own = new Map<number, number>();
  /** Rows with several own saves. */
  const several = new Set<number>();
  return {
    stored(row, lwt, applied) {
      if (lwt <= lwts.at(row)) return false;
      lwts.set(row, lwt);
      latest = Math.max(latest, lwt);
      if ((own.get(row) ?? 0) > applied) return false;
      own.delete(row);
      several.delete(row);
      return true;
    },
    shows: (row, d) => own.get(row) === d && !several.has(row),
    own(row, d) {
      if (own.has(row)) several.add(row);
      own.set(row, d);
    },
    get ahead() {
      return own.size > 0;
    },
    get latest() {
      return latest;
    },
    pack: (rows) => ({ lwts: lwts.pack(rows), latest }),
  };
}
