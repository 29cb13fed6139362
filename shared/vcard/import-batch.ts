import type { Change } from "../domain/change.ts";

/** One entry of the journal takes 50 operations, and has to go through the wire in one request. */
const CHANGES_MAX = 50;
const LETTERS_MAX = 200_000;

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
      const size = JSON.stringify(changes).length;
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
