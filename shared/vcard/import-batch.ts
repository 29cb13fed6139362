import type { Change } from "../domain/change.ts";

/** One entry of the journal takes 50 operations, and has to go through the wire in one request. */
const CHANGES_MAX = 50;
const LETTERS_MAX = 200_000;
/** Of a member's name and its marks. */
const MEMBER = 20;

/** Gathers the changes of cards into groups that one save may take; those of a card stay together. */
export interface ImportBatch {
  /** The group that is full, when this card does not fit into it any more. */
  add(changes: readonly Change[]): readonly Change[] | null;
  /** What is gathered; the next group is empty. */
  take(): readonly Change[];
}

export function createImportBatch(): ImportBatch {
  let gathered: Change[] = [];
  let letters = 0;
  function take(): readonly Change[] {
    const full = gathered;
    gathered = [];
    letters = 0;
    return full;
  }
  return {
    take,
    add(changes) {
      const size = changes.reduce((sum, one) => sum + lettersOf(one), 0);
      const fits =
        gathered.length + changes.length <= CHANGES_MAX &&
        letters + size <= LETTERS_MAX;
      const full = fits || gathered.length === 0 ? null : take();
      gathered.push(...changes);
      letters += size;
      return full;
    },
  };
}

/** About what it takes on the wire; spelling each out would cost as much as making it. */
function lettersOf({ before, after }: Change): number {
  let letters = 0;
  for (const document of [before, after])
    for (const value of Object.values(document ?? {}))
      if (typeof value === "string") letters += value.length + MEMBER;
      else if (typeof value === "object")
        letters += JSON.stringify(value).length + MEMBER;
      else letters += MEMBER;
  return letters;
}
