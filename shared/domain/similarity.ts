import { fold } from "../core/fold.ts";

/** How alike two texts are, from 0 to 1, with more weight on how they begin (Jaro-Winkler), accents and case aside. */
export function similarity(a: string, b: string): number {
  const left = fold(a);
  const right = fold(b);
  if (left === "" || right === "") return 0;
  const jaro = jaroOf(left, right);
  let start = 0;
  while (start < 4 && start < left.length && left[start] === right[start])
    start += 1;
  return jaro + start * 0.1 * (1 - jaro);
}

/** The same for names, whose words may stand in another order: `Müller Jürg` is `Jürg Müller`. */
export function nameSimilarity(a: string, b: string): number {
  return Math.max(similarity(a, b), similarity(inOrder(a), inOrder(b)));
}

function inOrder(name: string): string {
  return fold(name).split(/\s+/).sort().join(" ");
}

function jaroOf(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  const inA = new Uint8Array(a.length);
  const inB = new Uint8Array(b.length);
  let matches = 0;
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (inB[j] === 1 || a[i] !== b[j]) continue;
      inA[i] = 1;
      inB[j] = 1;
      matches += 1;
      break;
    }
  }
  if (matches === 0) return 0;
  let swapped = 0;
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    if (inA[i] === 0) continue;
    while (inB[j] === 0) j += 1;
    if (a[i] !== b[j]) swapped += 1;
    j += 1;
  }
  return (
    (matches / a.length +
      matches / b.length +
      (matches - swapped / 2) / matches) /
    3
  );
}
