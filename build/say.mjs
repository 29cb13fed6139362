const started = Date.now();

/** Progress, with the seconds since the start. On stderr: stdout carries only what a command promises. */
export function say(text) {
  process.stderr.write(
    `[${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s] ${text}\n`,
  );
}

/** The end, with a text for a person instead of a stack. */
export class Stop extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
