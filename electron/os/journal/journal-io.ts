import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";

/** What the journal asks of an open file. Tests bring one whose disk is full or fails. */
export type JournalHandle = Pick<FileHandle, "write" | "datasync" | "close">;

export interface JournalIo {
  /** For reading and writing; the file must exist. */
  openFile(path: string): Promise<JournalHandle>;
}

export const diskIo: JournalIo = { openFile: (path) => open(path, "r+") };
