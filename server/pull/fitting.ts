import type { SavedDocument } from "../storage/sync-storage.ts";

/** Letters of documents in one answer, sync.md §10; a page of pictures would be ten times as long. */
export const MAX_LETTERS = 2_000_000;

export function lettersOf({ doc }: SavedDocument): number {
  return JSON.stringify(doc.v).length;
}

/** As many from the beginning as one answer may hold; one always goes. */
export function fitting(
  documents: readonly SavedDocument[],
): readonly SavedDocument[] {
  let letters = 0;
  const beyond = documents.findIndex((document) => {
    const full = letters >= MAX_LETTERS;
    letters += lettersOf(document);
    return full;
  });
  return beyond < 0 ? documents : documents.slice(0, beyond);
}
