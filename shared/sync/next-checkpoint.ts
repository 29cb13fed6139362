import type { Checkpoint } from "./ports.ts";
import type { PullAnswer } from "./protocol.ts";

/**
 * Where reading goes on after a page. A first reading brings nothing that was deleted before it began, and one that has
 * come to its end knows of every deletion; in between nothing more is known than before. So the server can tell a first
 * reading, whose cursors are far back, from one that has been away for longer than deletions are remembered.
 */
export function nextCheckpoint(
  before: Checkpoint,
  {
    epoch,
    cursors,
    head,
    more,
  }: Pick<PullAnswer, "epoch" | "cursors" | "head" | "more">,
): Checkpoint {
  const begins = Object.keys(before.cursors).length === 0;
  const known = begins || !more ? head : before.deletionsUpTo;
  return {
    ...{ epoch, cursors },
    ...(known === undefined ? {} : { deletionsUpTo: known }),
  };
}

/** The part of a request that says so. */
export function deletionsKnown({ deletionsUpTo }: Checkpoint) {
  return deletionsUpTo === undefined ? {} : { deletionsUpTo };
}
