import type { Note } from "../../../shared/entities/note.ts";
import type { Owner } from "../../ui/session.ts";

export type NoteSide = NonNullable<Note["winner"]>;

/** One of the two values, as the columns show it. */
export interface ConflictSide {
  readonly side: NoteSide;
  /** The merge left this one in the field. */
  readonly won: boolean;
  /** Typed by this notebook's person. */
  readonly own: boolean;
}

export interface ConflictSides {
  /** Two people of whom none is ours: the columns have their names. */
  readonly others: boolean;
  readonly mine: ConflictSide;
  readonly theirs: ConflictSide;
}

/** Whose value is whose; of two devices of one person this one's is "mine". Null: the note does not tell two sides. */
export function conflictSides(note: Note, owner: Owner): ConflictSides | null {
  const { winner, loser } = note;
  if (!winner || !loser) return null;
  const isOwn = (side: NoteSide) =>
    owner.userId !== undefined && side.userId === owner.userId;
  const isHere = (side: NoteSide) =>
    owner.deviceId !== undefined && side.deviceId === owner.deviceId;
  const won = { side: winner, won: true, own: isOwn(winner) };
  const lost = { side: loser, won: false, own: isOwn(loser) };
  if (won.own && lost.own) {
    return isHere(loser)
      ? { others: false, mine: lost, theirs: won }
      : { others: false, mine: won, theirs: lost };
  }
  if (lost.own) return { others: false, mine: lost, theirs: won };
  return { others: !won.own, mine: won, theirs: lost };
}

/** True when the later of the two is not the one that stands: then it was a rule that decided, not the clock. */
export function decidedByRule({ winner, loser }: Note): boolean {
  return (
    winner?.at !== undefined && loser?.at !== undefined && winner.at < loser.at
  );
}
