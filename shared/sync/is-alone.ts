import type { SyncStatus } from "./status.ts";

/**
 * Nobody but this device has ever had the notebook: then nothing waits to be sent, everything is simply saved. From the
 * first connection on, all of it waits; a notebook that was disconnected still has what an office knows.
 */
export function isAlone({
  kind,
  lastSuccess,
}: Pick<SyncStatus, "kind" | "lastSuccess">): boolean {
  return kind === "not-connected" && lastSuccess === null;
}
