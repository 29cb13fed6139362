/** Names come again and again: of 100,000 contacts some thousand words. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** How a word sounds in our three languages, roughly: its consonants, those that sound alike as one. */
export function soundOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size === MOST_KNOWN) known.clear();
  const sound = soundAnew(word);
  known.set(word, sound);
  return sound;
}

function soundAnew(word: string): string {
  const consonants = word
    .replace(/[^a-z0-9]/g, "")
    .replace(/sch|sh|ch/g, "x")
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/ck|qu?|c(?=[aoukrlt]|$)/g, "k")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/[vw]/g, "f")
    .replace(/[yj]/g, "i")
    .replace(/z/g, "s")
    .replace(/d/g, "t")
    .replace(/b/g, "p")
    .replace(/g/g, "k");
  const [first = ""] = consonants;
  const rest = consonants.slice(1).replace(/[aeiouh]/g, "");
  return (first + rest).replace(/(.)\1+/g, "$1").slice(0, 5);
}
