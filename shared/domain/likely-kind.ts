import { companyWords, plainWords } from "./duplicates/name-words.ts";
import { TRADE } from "./sentence/sentence-names.ts";

/**
 * What a name that nobody has yet is probably the name of: a legal form, a trade or a single word speak for a company, two
 * or three names for a person. A proposal: whoever types it chooses.
 */
export function likelyKind(name: string): "company" | "person" {
  const words = name.trim().split(/\s+/);
  const isNames =
    words.length >= 2 &&
    words.length <= 3 &&
    words.every((word) => /^\p{Lu}[\p{L}'’.-]+$/u.test(word));
  const isTrade =
    companyWords(name).mark !== "" ||
    plainWords(name).some((word) => TRADE.test(word));
  return isNames && !isTrade ? "person" : "company";
}
