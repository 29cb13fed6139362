import { app } from "electron";
import { arch, release, totalmem } from "node:os";
import path from "node:path";
import type { Unlocked } from "./ipc/handlers.ts";
import { freeBytes } from "./os/disk-watch.ts";
import { folderBytes } from "./os/folder-bytes.ts";
import type { LogFile } from "./os/log-file.ts";
import type { RunningMark } from "./os/running-mark.ts";

const LOG_LINES = 200;
const FOLDERS = ["journal", "files", "drafts", "snapshots", "set-aside"];

/** Versions, sizes, counts and the end of the log, for whoever is asked for help: no name, no text, no address. */
export async function diagnostics(deps: {
  readonly folder: string;
  readonly log: LogFile | null;
  readonly running: RunningMark;
  readonly present: Unlocked | null;
}): Promise<string> {
  const { folder, running, present } = deps;
  const sizes = await Promise.all(
    FOLDERS.map(async (name) => {
      const bytes = await folderBytes(path.join(folder, name));
      return `${name} ${megabytes(bytes)}`;
    }),
  );
  const journal = await present?.journal.read().catch(() => null);
  const connected = present?.link.connection() ? "yes" : "no";
  const lines = [
    `Carnet ${app.getVersion()}, sealed: ${__SEALED__}`,
    `Electron ${process.versions.electron ?? ""}, Chromium ${process.versions.chrome ?? ""}`,
    `${process.platform} ${release()} ${arch()}, ${megabytes(totalmem())} of memory`,
    `free: ${megabytes(await freeBytes(folder))}; ${sizes.join(", ")}`,
    `last end: ${running.unclean ? "unclean" : "clean"}, careful start: ${running.careful}`,
    journal
      ? `unsent ${journal.pending.length}, held ${journal.held.length}, refused ${journal.refused.length}, d ${journal.lastD}, acknowledged ${journal.acked}, torn ${journal.tornBytes}`
      : "the notebook is closed",
    present ? `connected: ${connected}` : "",
    "",
    ...(deps.log?.tail(LOG_LINES) ?? []),
  ];
  return `${lines.join("\n")}\n`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
