import { fold } from "../core/fold.ts";

/**
 * Two contacts with the same key have the same name, however it is typed: `Müller & Söhne AG` → `muller sohne ag`. The
 * signs at the end of a word count (`C++`, `C#`), and a name without a letter or number is its own key (`★★★`).
 */
export function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size === MOST_KEYS) keys.clear();
  const key = keyAnew(name);
  keys.set(name, key);
  return key;
}

/** A file asks for the key of one name several times in a row, and for that of a company once for each of its people. */
const keys = new Map<string, string>();
const MOST_KEYS = 5_000;

function keyAnew(name: string): string {
  const folded = fold(name);
  const key = folded
    .replace(/[^\p{L}\p{N}]+/gu, (run, at: number) => {
      const signs = at > 0 ? (/^[+#]+/.exec(run)?.[0] ?? "") : "";
      const endsWord =
        signs.length < run.length || at + run.length === folded.length;
      return endsWord ? `${signs} ` : " ";
    })
    .trim();
  return key === "" ? folded.trim() : key;
}
