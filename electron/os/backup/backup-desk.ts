import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import path from "node:path";
import type { Input, Output } from "../../../shared/ipc/contract.ts";
import { diskErrorCode } from "../durable-file.ts";
import type { FileShelf } from "../file-shelf.ts";
import { openBackup, type BackupReader } from "./backup-reader.ts";
import { createBackupWriter, type BackupWriter } from "./backup-writer.ts";

/** Backups as the window asks for them: one that is written, one that is read; the window never learns a path. */
export interface BackupDesk {
  begin(asked: Input<"backup/begin">): Promise<Output<"backup/begin">>;
  add(part: Input<"backup/add">): Promise<Output<"backup/add">>;
  addFile(file: Input<"backup/add-file">): Promise<Output<"backup/add-file">>;
  finish(): Promise<Output<"backup/finish">>;
  cancel(): Promise<void>;
  choose(): Promise<Output<"backup/choose">>;
  /** A backup that the system asked the app to open, as if it had been chosen; null when it is no file. */
  offer(file: string): Promise<Output<"backup/choose">["file"]>;
  open(asked: Input<"backup/open">): Promise<Output<"backup/open">>;
  /** Null = no longer what was written. */
  read(entry: number): Promise<Buffer | null>;
  /** Whether an entry holds documents; else the bytes of an attachment. */
  isText(entry: number): boolean;
  close(): Promise<void>;
}

export function createBackupDesk(deps: {
  readonly app: string;
  readonly now: () => number;
  /** Where the file of this name is to be written; null when the person changed their mind. */
  readonly chooseFile: (name: string) => Promise<string | null>;
  readonly chooseBackup: () => Promise<string | null>;
  readonly shelf: () => Promise<Pick<FileShelf, "read">>;
  readonly cost?: { logN: number; r: number; p: number };
}): BackupDesk {
  let writing: { writer: BackupWriter; file: string; secret: string } | null =
    null;
  const chosen = new Map<string, string>();
  let reading: BackupReader | null = null;

  /** The disk's word for what went wrong; whatever was written is taken away. */
  async function attempt(step: (writer: BackupWriter) => Promise<unknown>) {
    if (!writing) return { status: "failed", reason: "io" } as const;
    const { writer } = writing;
    try {
      await step(writer);
      return { status: "written" } as const;
    } catch (error) {
      await cancel();
      const full = diskErrorCode(error) === "ENOSPC";
      return { status: "failed", reason: full ? "disk-full" : "io" } as const;
    }
  }

  async function cancel(): Promise<void> {
    const { writer } = writing ?? {};
    writing = null;
    await writer?.cancel();
  }

  async function close(): Promise<void> {
    const open = reading;
    reading = null;
    await open?.close();
  }

  /** What was written opens with the passphrase and is whole, to the last byte. */
  async function readsBack(file: string, secret: string): Promise<boolean> {
    const opened = await openBackup(file, secret);
    if (opened.kind !== "open") return false;
    const { reader } = opened;
    try {
      for (const entry of reader.manifest.entries)
        if (!(await reader.read(entry))) return false;
      return true;
    } finally {
      await reader.close();
    }
  }

  async function offer(file: string) {
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) return null;
    const key = randomUUID();
    chosen.clear();
    chosen.set(key, file);
    return { key, name: path.basename(file), bytes: found.size };
  }

  return {
    ...{ cancel, close },
    async begin({ name, passphrase }) {
      await cancel();
      const file = await deps.chooseFile(path.basename(name));
      if (file === null) return { status: "canceled" };
      try {
        const { app, now, cost } = deps;
        const writer = await createBackupWriter({
          ...{ file, passphrase, app, now },
          ...(cost ? { cost } : {}),
        });
        writing = { writer, file, secret: passphrase };
        return { status: "written" };
      } catch (error) {
        const full = diskErrorCode(error) === "ENOSPC";
        return { status: "failed", reason: full ? "disk-full" : "io" };
      }
    },
    add: ({ collection, documents, text }) =>
      attempt((writer) => writer.addDocuments(collection, documents, text)),
    addFile: ({ sha256 }) =>
      attempt(async (writer) => {
        const bytes = await (await deps.shelf()).read(sha256);
        if (bytes) await writer.addFile(sha256, bytes);
        else writer.noteMissing(sha256);
      }),
    async finish() {
      const now = writing;
      let bytes = 0;
      const result = await attempt(async (writer) => {
        const isWhole = (part: string) => readsBack(part, now?.secret ?? "");
        ({ bytes } = await writer.finish(isWhole));
      });
      writing = null;
      if (!now) return { status: "failed", reason: "io" };
      if (result.status === "failed") return result;
      return { status: "saved", name: path.basename(now.file), bytes };
    },
    offer,
    async choose() {
      const file = await deps.chooseBackup();
      return { file: file === null ? null : await offer(file) };
    },
    async open({ key, passphrase }) {
      await close();
      const file = chosen.get(key);
      if (file === undefined) return { kind: "unreadable" };
      const opened = await openBackup(file, passphrase);
      if (opened.kind !== "open") return opened;
      reading = opened.reader;
      return { kind: "open", manifest: reading.manifest };
    },
    isText: (entry) =>
      reading?.manifest.entries[entry]?.documents !== undefined,
    async read(entry) {
      const known = reading?.manifest.entries[entry];
      return reading && known ? reading.read(known) : null;
    },
  };
}
