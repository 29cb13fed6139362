import { spawn } from "node:child_process";

/**
 * Lets go of what it has inherited (Chromium's sockets are open to children), waits until the process of the number is
 * gone, two minutes at most, then becomes the program that follows it. dash closes no file above the ninth.
 */
const WAIT_AND_BECOME = `
for file in /proc/self/fd/*; do
  number=\${file##*/}
  if [ "$number" -gt 2 ]; then eval "exec $number>&-"; fi
done
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
    // electron-updater's installers need it, too.
    "/bin/bash",
    ["-c", WAIT_AND_BECOME, "successor", String(pid), program, ...args],
    { detached: true, stdio: "ignore", cwd: "/" },
  ).unref();
}

/** How this process was started, without the links and files it was started with: those are open already. */
export function switchesOf(argv: readonly string[]): readonly string[] {
  return argv.slice(1).filter((arg) => arg.startsWith("-"));
}
