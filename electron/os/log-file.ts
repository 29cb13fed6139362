import { appendFileSync, renameSync, statSync, readFileSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import path from "node:path";
import { mkdirSync } from "node:fs";

const FILES = 5;
const MAX_BYTES = 2 * 1024 * 1024;

/** What the main process notes for whoever has to find out what went wrong; five files of two megabytes, the oldest goes. */
export interface LogFile {
  note(line: string): void;
  /** The last lines, oldest first. */
  tail(lines: number): readonly string[];
  readonly folder: string;
}

export function openLogFile(deps: {
  readonly folder: string;
  readonly now: () => number;
  readonly maxBytes?: number;
}): LogFile {
  const { folder } = deps;
  const fileOf = (n: number) =>
    path.join(folder, n === 0 ? "carnet.log" : `carnet.${n}.log`);

  function rotate(): void {
    for (let n = FILES - 2; n >= 0; n--)
      attempt(() => renameSync(fileOf(n), fileOf(n + 1)));
  }

  return {
    folder,
    note(line) {
      const text = `${new Date(deps.now()).toISOString()} ${withoutPeople(line)}\n`;
      // A disk that refuses must not make things worse.
      attempt(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const size = statSync(fileOf(0), { throwIfNoEntry: false })?.size ?? 0;
        if (size + text.length > (deps.maxBytes ?? MAX_BYTES)) rotate();
        appendFileSync(fileOf(0), text, { mode: 0o600 });
      });
    },
    tail(lines) {
      const all = [1, 0].flatMap((n) => {
        try {
          return readFileSync(fileOf(n), "utf8").trimEnd().split("\n");
        } catch {
          return [];
        }
      });
      return all.slice(-lines);
    },
  };
}

/** Folders below a person's own, addresses and long figures say who somebody is, and nothing about what went wrong. */
export function withoutPeople(
  line: string,
  home = homedir(),
  user = userInfo().username,
): string {
  const named = user.length > 2 && user !== "root" ? [user] : [];
  return [home, ...named]
    .reduce((text, word) => text.replaceAll(word, "~"), line)
    .replaceAll(/[^\s@<>"']+@[^\s@<>"']+/g, "<address>")
    .replaceAll(/\+?\d[\d\s()/.-]{7,}\d/g, "<figures>")
    .replaceAll(/\s*\n\s*/g, " | ");
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // Nothing to be done about it here.
  }
}
