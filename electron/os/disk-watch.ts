import { statfs } from "node:fs/promises";

const LOOK_MS = 30_000;
/** Below this the person is told; what is written ahead for the journal still takes a good week of entries. */
export const LOW_BYTES = 200 * 1024 * 1024;

/** Free bytes where the profile lies; Infinity where the system does not say. */
export async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}

/** Tells when the disk becomes nearly full, and when it is so no longer. */
export function watchDisk(deps: {
  readonly free: () => Promise<number>;
  readonly onChange: (low: boolean) => void;
  readonly every?: number;
}): () => void {
  let low = false;
  const look = async () => {
    const now = (await deps.free()) < LOW_BYTES;
    if (now === low) return;
    low = now;
    deps.onChange(low);
  };
  void look();
  const timer = setInterval(() => void look(), deps.every ?? LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
