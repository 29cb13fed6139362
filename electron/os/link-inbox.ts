import type { Stats } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { OpenedLink } from "../../shared/ipc/contract.ts";
import type { Link } from "./deep-link.ts";

/** Enough for the largest address book; more would be a mistake, and memory is taken for all of it. */
export const LARGEST_FILE_BYTES = 50 * 1024 * 1024;

/** What the operating system asked for and the window has not fetched yet. */
export interface LinkInbox {
  add(links: readonly Link[]): void;
  /** Hands them out, oldest first, each once. Files are read now, so that nothing waits in memory for a passphrase. */
  take(): Promise<OpenedLink[]>;
}

/** `onWaiting` is told when something has come: a window that is open then fetches it, a later one asks by itself. */
export function createLinkInbox(onWaiting: () => void): LinkInbox {
  let waiting: Link[] = [];
  return {
    add: (links) => {
      if (links.length === 0) return;
      waiting.push(...links);
      onWaiting();
    },
    take: async () => {
      const taken = waiting;
      waiting = [];
      const opened: OpenedLink[] = [];
      // One after the other: several large files at once would be in memory together twice.
      for (const link of taken)
        opened.push(link.kind === "file" ? await opening(link.path) : link);
      return opened;
    },
  };
}

async function opening(file: string): Promise<OpenedLink> {
  const name = path.basename(file);
  const unread = (reason: "unreadable" | "too-large"): OpenedLink => ({
    kind: "unread-file",
    name,
    reason,
  });
  try {
    const found: Stats = await stat(file);
    // A pipe or a device under this name would never end.
    if (!found.isFile()) return unread("unreadable");
    if (found.size > LARGEST_FILE_BYTES) return unread("too-large");
    return { kind: "file", name, bytes: new Uint8Array(await readFile(file)) };
  } catch {
    return unread("unreadable");
  }
}
