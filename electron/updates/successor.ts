import { spawn } from "node:child_process";

/** Waits until the process of the number is gone, two minutes at most, then becomes the program that follows it. */
const WAIT_AND_BECOME = `
pid=$1; shift
left=600
while kill -0 "$pid" 2>/dev/null && [ "$left" -gt 0 ]; do sleep 0.2; left=$((left - 1)); done
exec "$@"`;

/**
 * Starts a program once this process has ended. Electron's own relaunch asks the system for the file of the running
 * program, and that one is gone once a package manager has replaced it.
 */
export function startAfterEnd(order: {
  readonly pid: number;
  readonly program: string;
  readonly args: readonly string[];
}): void {
  const { pid, program, args } = order;
  spawn(
    "/bin/sh",
    ["-c", WAIT_AND_BECOME, "carnet-successor", String(pid), program, ...args],
    { detached: true, stdio: "ignore", cwd: "/" },
  ).unref();
}

/** How this process was started, without the links and files it was started with: those are open already. */
export function switchesOf(argv: readonly string[]): readonly string[] {
  return argv.slice(1).filter((arg) => arg.startsWith("-"));
}
