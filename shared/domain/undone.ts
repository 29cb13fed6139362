import type { Change } from "./change.ts";

/** The same changes the other way round, last first: what Undo saves. */
export function undone(changes: readonly Change[]): readonly Change[] {
  return changes
    .map(
      ({ before, after, ...change }) =>
        ({ ...change, before: after, after: before }) as Change,
    )
    .toReversed();
}
