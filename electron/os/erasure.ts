import { existsSync } from "node:fs";
import { open, readdir, rm, stat } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { replaceFile, syncFolder } from "./durable-file.ts";

/** There from before the first byte is destroyed until the last is gone. */
const MARK = "erasing";
/** Hold nobody's data: what this device looks like and where its window stood. */
const KEPT = new Set(["settings.json", "window.json"]);
/** Whoever has these can read the rest: they go first. */
const KEYS = ["vault.json", "vault.copy.json", "device.sealed"];

/** True when an erasure was begun and not finished: then nothing in `folder` may be opened. */
export function isErasing(folder: string): boolean {
  return existsSync(path.join(folder, MARK));
}

/**
 * Destroys everything sealed in `folder`: first the wrapped data key, without which the rest cannot be read by anybody,
 * then the rest. May be called again after a crash at any moment. The mark stays until `finishErasure`, for the store in
 * Chromium's folders is another's to clear.
 */
export async function eraseSealed(folder: string): Promise<void> {
  const mark = path.join(folder, MARK);
  // A full disk must not save what is to go.
  await replaceFile(mark, "").catch(() => undefined);
  for (const name of KEYS) await shred(path.join(folder, name));
  for (const name of await readdir(folder))
    if (!KEPT.has(name) && name !== MARK)
      await rm(path.join(folder, name), { recursive: true, force: true });
  await syncFolder(folder);
}

export async function finishErasure(folder: string): Promise<void> {
  await rm(path.join(folder, MARK), { force: true });
  await syncFolder(folder);
}

/** Overwritten before it is removed: of little use on a modern disk, and free. */
async function shred(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 0) {
    const handle = await open(file, "r+");
    try {
      await handle.write(randomBytes(size), 0, size, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
  await rm(file, { force: true });
}
