import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import path from "node:path";
import type { OpenedLink } from "../../shared/ipc/app.ts";
import type { Link } from "./deep-link.ts";

/** Enough for the largest address book; more would be a mistake. */
export const LARGEST_FILE_BYTES = 50 * 1024 * 1024;

/** A megabyte crosses to the window in a few milliseconds. */
export const PIECE_BYTES = 1024 * 1024;

/** Of a window that was loaded again nobody hears that it will read no further. */
const OPEN_FILES_MAX = 100;

/** What the operating system asked for and the window has not fetched yet. */
export interface LinkInbox {
  add(links: readonly Link[]): void;
  /** Hands them out, oldest first, each once; `offerBackup` gives a backup the key that it is opened by. */
  take(
    offerBackup: (
      file: string,
    ) => Promise<{ key: string; name: string; bytes: number } | null>,
  ): Promise<OpenedLink[]>;
  /**
   * A piece of a file that was handed out, at most `PIECE_BYTES`; null when it cannot be read, or is no longer the file
   * that was handed out. The window knows a file by its key only, never by its path.
   */
  read(key: string, from: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

interface OpenFile {
  readonly path: string;
  readonly size: number;
  readonly changed: number;
}

/** `onWaiting` is told when something has come: a window that is open then fetches it, a later one asks by itself. */
export function createLinkInbox(onWaiting: () => void): LinkInbox {
  let waiting: Link[] = [];
  const files = new Map<string, OpenFile>();

  const unread = (
    name: string,
    reason: "unreadable" | "too-large",
  ): OpenedLink => ({ kind: "unread-file", name, reason });

  async function opening(file: string): Promise<OpenedLink> {
    const name = path.basename(file);
    const found: Stats | null = await stat(file).catch(() => null);
    // A pipe or a device under this name would never end.
    if (!found?.isFile()) return unread(name, "unreadable");
    if (found.size > LARGEST_FILE_BYTES) return unread(name, "too-large");
    const key = randomUUID();
    const [oldest] = files.keys();
    if (files.size >= OPEN_FILES_MAX && oldest !== undefined)
      files.delete(oldest);
    files.set(key, { path: file, size: found.size, changed: found.mtimeMs });
    return { kind: "file", key, name, bytes: found.size };
  }

  return {
    add: (links) => {
      if (links.length === 0) return;
      waiting.push(...links);
      onWaiting();
    },
    take: async (offerBackup) => {
      const taken = waiting;
      waiting = [];
      const opened: OpenedLink[] = [];
      for (const link of taken)
        if (link.kind === "file") opened.push(await opening(link.path));
        else if (link.kind === "backup") {
          const backup = await offerBackup(link.path);
          opened.push(
            backup
              ? { kind: "backup", ...backup }
              : unread(path.basename(link.path), "unreadable"),
          );
        } else opened.push(link);
      return opened;
    },
    read: async (key, from) => {
      const file = files.get(key);
      if (!file) return null;
      const piece = await pieceOf(file, from).catch(() => null);
      const ends = piece === null || from + piece.length >= file.size;
      if (ends) files.delete(key);
      return piece;
    },
  };
}

async function pieceOf(
  { path: file, size, changed }: OpenFile,
  from: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const handle = await open(file);
  try {
    const now = await handle.stat();
    if (now.size !== size || now.mtimeMs !== changed) return null;
    const piece = new Uint8Array(
      Math.min(PIECE_BYTES, Math.max(0, size - from)),
    );
    const { bytesRead } = await handle.read(piece, 0, piece.length, from);
    return bytesRead === piece.length ? piece : null;
  } finally {
    await handle.close();
  }
}
