import { existsSync, rmSync, writeFileSync } from "node:fs";

export interface RunningMark {
  /** The app did not end by itself the last time: it was killed, or the machine stopped. */
  readonly unclean: boolean;
  /** To be called last, when everything is on the disk. */
  clear(): void;
}

/** A file that is there while the app runs. A disk that refuses it says nothing, and nothing is made of that. */
export function setRunningMark(file: string): RunningMark {
  const unclean = existsSync(file);
  attempt(() => writeFileSync(file, "", { mode: 0o600 }));
  return { unclean, clear: () => attempt(() => rmSync(file, { force: true })) };
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // Nobody's work depends on it.
  }
}
