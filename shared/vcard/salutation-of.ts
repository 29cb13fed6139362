import { fold } from "../core/fold.ts";

const MEN = new Set("m mr monsieur herr herrn signor sig".split(" "));
const WOMEN = new Set(
  "mme madame mlle frau signora sigra mrs ms miss".split(" "),
);

/** The starter's salutation for a title before a name, in our four languages; a doctor may be either, and so may two. */
export function salutationOf(title: string): "M" | "F" | null {
  const words = fold(title)
    .replaceAll(".", "")
    .split(/[^a-z]+/);
  const isMan = words.some((word) => MEN.has(word));
  const isWoman = words.some((word) => WOMEN.has(word));
  if (isMan === isWoman) return null;
  return isMan ? "M" : "F";
}
