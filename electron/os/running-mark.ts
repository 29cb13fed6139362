import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** So many starts in a row that came to nothing make the next one a careful one. */
const CAREFUL_AFTER = 2;

export interface RunningMark {
  /** The app did not end by itself the last time: it was killed, or the machine stopped. */
  readonly unclean: boolean;
  /** The last starts ended before anything was to be seen: this one does as little as it can. */
  readonly careful: boolean;
  /** Something is to be seen: this start has come to something. */
  shown(): void;
  /** The page broke down again and again: the next start is a careful one. */
  failed(): void;
  /** To be called last, when everything is on the disk. */
  clear(): void;
}

/**
 * A file that is there while the app runs; in it stands how many starts in a row, this one included, have shown nothing. A
 * disk that refuses it says nothing, and nothing is made of that.
 */
export function setRunningMark(file: string): RunningMark {
  const found = read(file);
  const write = (starts: number) =>
    attempt(() => writeFileSync(file, String(starts), { mode: 0o600 }));
  write((found ?? 0) + 1);
  return {
    unclean: found !== null,
    careful: (found ?? 0) >= CAREFUL_AFTER,
    // One that an erasure has taken along is not made again.
    shown: () => {
      if (existsSync(file)) write(0);
    },
    failed: () => write(CAREFUL_AFTER),
    clear: () => attempt(() => rmSync(file, { force: true })),
  };
}

/** Null = there is none. */
function read(file: string): number | null {
  try {
    return Number.parseInt(readFileSync(file, "utf8"), 10) || 0;
  } catch {
    return null;
  }
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // Nobody's work depends on it.
  }
}
