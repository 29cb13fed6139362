import { createHash } from "node:crypto";
import {
  createUploadQueue,
  type UploadQueue,
  type UploadQueueDeps,
} from "../../shared/sync/upload-queue.ts";

/** The upload queue on this machine's clock and timers. */
export function openUploadQueue(
  deps: Pick<UploadQueueDeps, "shelf" | "send" | "textWaits" | "warn">,
): UploadQueue {
  return createUploadQueue({
    ...deps,
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    now: Date.now,
    random: Math.random,
    after(ms, fn) {
      const timer = setTimeout(fn, ms);
      return () => clearTimeout(timer);
    },
  });
}
