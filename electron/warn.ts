import type { LogFile } from "./os/log-file.ts";

/** For whoever started the app from a terminal, and for the log once there is one. Never holds personal data. */
export function createWarn() {
  let log: LogFile | null = null;
  return {
    warn(line: string): void {
      process.stderr.write(`carnet: ${line}\n`);
      log?.note(line);
    },
    writeTo(file: LogFile): void {
      log = file;
    },
  };
}
