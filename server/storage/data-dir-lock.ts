import {
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

export interface DataDirLock {
  release(): void;
}

/** Somebody alive works in this folder. */
export class DataDirBusyError extends Error {
  readonly pid: number;
  constructor(dir: string, pid: number) {
    super(
      `${dir} is in use by another process (pid ${pid}). Stop it first, or choose another --data folder.`,
    );
    this.pid = pid;
  }
}

/**
 * One process per data folder. The embedded database does not protect itself: two processes on one folder both
 * write without an error, and afterwards the folder cannot be opened any more.
 *
 * The file names its holder by pid and start time, so a lock left by a killed process is taken over, also when its
 * pid was given to another program meanwhile.
 */
export function lockDataDir(dir: string): DataDirLock {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, "lock");
  const mine = identityOf(process.pid);
  if (!createExclusively(file, mine)) takeOver(dir, file, mine);
  return {
    release: () => {
      if (readOrNull(file) === mine) unlinkSync(file);
    },
  };
}

/** Two starters may both find the same dead holder: only the one that makes the takeover file may replace it. */
function takeOver(dir: string, file: string, mine: string): void {
  const takeover = join(dir, "lock.takeover");
  if (!createExclusively(takeover, mine)) {
    if (Date.now() - statSync(takeover).mtimeMs < 10_000)
      throw new DataDirBusyError(dir, pidOf(readOrNull(takeover)));
    unlinkSync(takeover);
    return takeOver(dir, file, mine);
  }
  try {
    const holder = readOrNull(file);
    if (holder !== null && isAlive(holder))
      throw new DataDirBusyError(dir, pidOf(holder));
    if (holder !== null) unlinkSync(file);
    if (!createExclusively(file, mine))
      throw new DataDirBusyError(dir, pidOf(readOrNull(file)));
  } finally {
    unlinkSync(takeover);
  }
}

/** The file appears with its content or not at all: nobody ever reads half a lock and takes it for a dead one. */
function createExclusively(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}.${Date.now()}`;
  writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function isAlive(holder: string): boolean {
  const pid = pidOf(holder);
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return identityOf(pid) === holder;
}

/** `pid bootId startTicks`; on systems without /proc only the pid. */
function identityOf(pid: number): string {
  const boot = readOrNull("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
  const stat = readOrNull(`/proc/${pid}/stat`) ?? "";
  // The command name, in parentheses, may contain blanks: count the fields after it.
  const started = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  return `${pid} ${boot} ${started}`;
}

function pidOf(holder: string | null): number {
  return Number(holder?.split(" ")[0] ?? 0);
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
