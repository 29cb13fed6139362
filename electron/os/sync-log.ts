import { readFile } from "node:fs/promises";
import { SyncLog } from "../../shared/ipc/journal.ts";
import { replaceFile } from "./durable-file.ts";

/** What the sync engine remembers between two starts: instants and counts, nobody's data, so the file is plain JSON. */
export interface SyncLogFile {
  read(): Promise<SyncLog>;
  /** Rejects when the disk refuses; then the last one stands. */
  write(log: SyncLog): Promise<void>;
}

const EMPTY: SyncLog = {
  lastSuccess: null,
  runs: [],
  comparedAt: null,
  doubted: false,
};

/** @param doubted what is stored may not be what was written: the app did not end by itself the last time */
export function openSyncLog(file: string, doubted: boolean): SyncLogFile {
  let queue: Promise<unknown> = Promise.resolve();
  let inDoubt = doubted;
  return {
    async read() {
      await queue;
      const log = parsed(await readFile(file, "utf8").catch(() => ""));
      return { ...log, doubted: log.doubted || inDoubt };
    },
    write(log) {
      const turn = queue.then(async () => {
        await replaceFile(file, `${JSON.stringify(log)}\n`);
        // Whoever writes has read it: it is his to keep from now on.
        inDoubt = false;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}

function parsed(text: string): SyncLog {
  try {
    return SyncLog.parse(JSON.parse(text));
  } catch {
    return EMPTY;
  }
}
