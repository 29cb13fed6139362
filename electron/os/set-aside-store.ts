import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";

/** Where Chromium keeps IndexedDB, in the profile. */
const STORE = "IndexedDB";
const ASIDE = "set-aside";

/**
 * Moves the readable copy out of Chromium's reach, under a dated name in `folder`; nothing is ever deleted there. Where
 * open files cannot be moved (Windows) they are copied. Rejects when the disk refuses both; nothing has changed then.
 *
 * @param at Unix ms
 * @returns where it is now; null when there was nothing
 */
export async function setAsideStore(
  profile: string,
  folder: string,
  at: number,
): Promise<string | null> {
  const from = path.join(profile, STORE);
  const there = await readdir(from).catch(() => []);
  if (there.length === 0) return null;
  const day = new Date(at).toISOString().replaceAll(/[:.]/g, "-");
  const to = path.join(folder, ASIDE, `${STORE}-${day}`);
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to).catch(() => copied(from, to));
  return to;
}

/** PRV-5: the readable copy and all that were ever set aside, for good. Where open files cannot go, Chromium clears them. */
export async function removeStores(
  profile: string,
  folder: string,
): Promise<void> {
  await rm(path.join(folder, ASIDE), { recursive: true, force: true });
  const going = path.join(folder, "going-store");
  await rm(going, { recursive: true, force: true });
  const moved = await rename(path.join(profile, STORE), going).then(
    () => true,
    () => false,
  );
  if (moved) await rm(going, { recursive: true, force: true });
}

async function copied(from: string, to: string): Promise<void> {
  // LOCK holds nothing, and cannot be read while it is one.
  const filter = (file: string) => path.basename(file) !== "LOCK";
  await cp(from, to, { recursive: true, filter });
}
