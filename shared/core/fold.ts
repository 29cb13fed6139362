const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  œ: "oe",
  æ: "ae",
  ø: "o",
  đ: "d",
  ł: "l",
};

/** Text as the search sees it: no accents, no case, ß = ss. `Zürich` → `zurich`. Fold when indexing, not per query. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßœæøđł]/g, (letter) => LETTERS[letter] ?? letter);
}
