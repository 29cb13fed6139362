/** Texts of a small form of the card, by field. */
export type CardTexts = Readonly<Record<string, string>>;

/** What the person has typed into a form: the rest is as others have written it, also when the draft is found again. */
export function typedOf(
  texts: CardTexts,
  start: CardTexts,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).filter(([field, text]) => text !== start[field]),
  );
}

/**
 * The document that a form's values are compared with: as it was opened, so that only touched values are written, each
 * with the value that the person saw. An item that somebody has taken out since is written anew, as a whole.
 */
export function baseOf<D>(
  opened: D,
  current: D,
  has: (document: D) => boolean,
): D {
  return has(opened) && !has(current) ? current : opened;
}
