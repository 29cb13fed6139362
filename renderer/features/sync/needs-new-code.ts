import type { SyncStatus } from "../../../shared/sync/status.ts";

/** What only a new enrolment of this device can mend. */
const LOST = new Set([
  "unauthenticated",
  "revoked",
  "device_forked",
  "device_mismatch",
]);

/** The server will not take anything from this device until it is connected again. */
export function needsNewCode({
  kind,
  problem,
}: Pick<SyncStatus, "kind" | "problem">): boolean {
  if (kind === "signed-out") return true;
  return kind === "attention" && problem !== null && LOST.has(problem.code);
}
