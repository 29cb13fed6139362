const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  œ: "oe",
  æ: "ae",
  ø: "o",
  đ: "d",
  ł: "l",
};

/** Most texts have nothing to fold but their case. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Text as the search sees it: no accents, no case, ß = ss. `Zürich` → `zurich`. Fold when indexing, not per query. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßœæøđł]/g, (letter) => LETTERS[letter] ?? letter);
}
