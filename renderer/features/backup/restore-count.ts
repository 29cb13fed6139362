import { RESTORE_KINDS } from "../../../shared/sync/restore-document.ts";
import type { RestoreChoice, RestorePreview } from "./restore-backup.ts";

/** How many documents a choice may touch; with what is only filled in, perhaps fewer. */
export function countRestored(
  counts: RestorePreview["counts"],
  { kinds, changed, conflicts }: RestoreChoice,
): number {
  return RESTORE_KINDS.filter((kind) => kinds.has(kind)).reduce(
    (sum, kind) =>
      sum +
      counts[kind].new +
      (changed === "keep" ? 0 : counts[kind].changed) +
      (conflicts === "keep" ? 0 : counts[kind].conflict),
    0,
  );
}
