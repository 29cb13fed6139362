import type { CardsRead } from "./read-file.ts";

/** What 200,000 rows are, more or less. */
const LETTERS_MAX = 100_000_000;

/**
 * What the preview of a table has read, for the import, which need not tell it apart once more. As text: it weighs a
 * fraction of the objects.
 */
export interface KeptParts {
  keep(part: CardsRead): void;
  /** All of it, once; null when it is too much to be kept: then the file is read again. */
  take(): Iterable<CardsRead> | null;
}

export function createKeptParts(most = LETTERS_MAX): KeptParts {
  let texts: string[] | null = [];
  let letters = 0;
  return {
    keep({ cards, read }) {
      const contacts = cards.flatMap((card) => {
        if (card.kind !== "contact") return [];
        const { cells: _cells, ...rest } = card;
        return [rest];
      });
      const text = JSON.stringify({ cards: contacts, read });
      letters += text.length;
      if (letters > most) texts = null;
      texts?.push(text);
    },
    take() {
      const all = texts;
      texts = null;
      return all && partsIn(all);
    },
  };
}

function* partsIn(texts: string[]): Generator<CardsRead> {
  for (const [i, text] of texts.entries()) {
    texts[i] = "";
    yield JSON.parse(text) as CardsRead;
  }
}
