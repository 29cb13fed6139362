import { ok, refuse, type Result } from "../core/result.ts";
import type { Interaction } from "../entities/interaction.ts";
import type { Change } from "./change.ts";
import { withValue } from "./with-value.ts";

/** INT-9: the one thing that is taken back of what is written once; pressed again, it counts again. */
export function toggleCanceled(before: Interaction): readonly Change[] {
  const after = withValue(
    before,
    "canceled",
    before.canceled === true ? null : true,
  );
  return [{ c: "interactions", id: before.id, before, after }];
}

/** INT-10: what counts is not deleted, only what was cancelled before. */
export function deleteInteraction(
  before: Interaction,
): Result<readonly Change[], { readonly kind: "not-canceled" }> {
  return before.canceled === true
    ? ok([{ c: "interactions", id: before.id, before, after: null }])
    : refuse({ kind: "not-canceled" });
}
