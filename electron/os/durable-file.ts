import { open, rename, rm } from "node:fs/promises";
import path from "node:path";

/**
 * Puts `content` in place of `file` so that a crash or a power cut at any moment leaves the old one or the new one, whole.
 * Rejects with the disk's error; the old file is then untouched.
 */
export async function replaceFile(
  file: string,
  content: string | Uint8Array,
): Promise<void> {
  const fresh = `${file}.${process.pid}.new`;
  try {
    const handle = await open(fresh, "w", 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Makes names in `folder` durable. Windows has no such call and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The code of an error of the file system, `ENOSPC`, or an empty text for anything else. */
export function diskErrorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
