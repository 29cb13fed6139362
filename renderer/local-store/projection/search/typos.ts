/** From how many letters on how many typing errors are forgiven (ux 5(i): one from four letters on). */
const FORGIVEN: readonly (readonly [letters: number, errors: number])[] = [
  [9, 3],
  [6, 2],
  [4, 1],
];

/** 0 = this term is meant as it is: it is short, or has digits, as numbers and codes have. */
export function errorsForgiven(term: string): number {
  if (DIGIT.test(term)) return 0;
  return FORGIVEN.find(([letters]) => term.length >= letters)?.[1] ?? 0;
}

const DIGIT = /[0-9]/;

export const TRIGRAMS = 32_768;
const SHORTEST = 3;

/** Calls `visit` with a number for each three letters in a row, the first two with the beginning included. */
export function eachTrigram(word: string, visit: (key: number) => void): void {
  let a = 0;
  let b = word.charCodeAt(0);
  for (let i = 1; i < word.length; i++) {
    const c = word.charCodeAt(i);
    visit((Math.imul(Math.imul(a, 31) + b, 31) + c) & (TRIGRAMS - 1));
    a = b;
    b = c;
  }
}

/** Words that typing errors are looked for in. */
export function mayBeMistyped(word: string): boolean {
  return word.length >= SHORTEST && !DIGIT.test(word);
}

/** How many of a term's trigrams a word must share at least, to be looked at more closely. */
export function trigramsNeeded(term: string, errors: number): number {
  const count = term.length - 1;
  return Math.max(1, Math.min(count - errors * 3, Math.ceil(count * 0.34)));
}

export const TOO_FAR = 99;
let row0 = new Uint8Array(64);
let row1 = new Uint8Array(64);
let row2 = new Uint8Array(64);

/**
 * How many typing errors (a letter wrong, missing, too much, or two swapped) lie between a term and the beginning of a
 * word that is nearest to it; `TOO_FAR` when there are more than `most`.
 */
export function typingErrors(term: string, word: string, most: number): number {
  const n = term.length;
  const m = Math.min(word.length, n + most);
  if (m < n - most) return TOO_FAR;
  let before2 = row0;
  let before = row1;
  let now = row2;
  for (let j = 0; j <= m; j++) before[j] = j;
  for (let i = 1; i <= n; i++) {
    now[0] = i;
    let least = i;
    const a = term.charCodeAt(i - 1);
    for (let j = 1; j <= m; j++) {
      const b = word.charCodeAt(j - 1);
      let errors = (before[j - 1] ?? 0) + (a === b ? 0 : 1);
      const missing = (before[j] ?? 0) + 1;
      const surplus = (now[j - 1] ?? 0) + 1;
      if (missing < errors) errors = missing;
      if (surplus < errors) errors = surplus;
      if (
        i > 1 &&
        j > 1 &&
        a === word.charCodeAt(j - 2) &&
        term.charCodeAt(i - 2) === b
      ) {
        const swapped = (before2[j - 2] ?? 0) + 1;
        if (swapped < errors) errors = swapped;
      }
      now[j] = errors;
      if (errors < least) least = errors;
    }
    if (least > most) return TOO_FAR;
    [before2, before, now] = [before, now, before2];
  }
  let best = TOO_FAR;
  for (let j = Math.max(0, n - most); j <= m; j++)
    best = Math.min(best, before[j] ?? TOO_FAR);
  [row0, row1, row2] = [before2, before, now];
  return best <= most ? best : TOO_FAR;
}

/** A term of up to so many letters fits the bits of a number. */
const LONGEST = 31;

/**
 * The same as `typingErrors` for many plain words, each letter of a word in a few steps on the bits of a number, one for
 * each letter of the term (Myers; with swapped letters as by Hyyrö). Null = only `typingErrors` can tell.
 */
export function typingErrorsIn(
  term: string,
  most: number,
): ((bytes: Uint8Array, from: number, to: number) => number) | null {
  const n = term.length;
  if (n > LONGEST || !PLAIN.test(term)) return null;
  // Of each letter: where it stands in the term.
  const places = new Int32Array(128);
  for (let i = 0; i < n; i++)
    places[term.charCodeAt(i)] = (places[term.charCodeAt(i)] ?? 0) | (1 << i);
  const end = 1 << (n - 1);
  return (bytes, from, to) => {
    const m = Math.min(to - from, n + most);
    if (m < n - most) return TOO_FAR;
    let more = -1;
    let less = 0;
    let zeros = 0;
    let before = 0;
    let errors = n;
    let best = n <= most ? n : TOO_FAR;
    for (let j = 1; j <= m; j++) {
      const at = places[bytes[from + j - 1] ?? 0] ?? 0;
      const swapped = ((~zeros & at) << 1) & before;
      zeros = swapped | ((((at & more) + more) | 0) ^ more) | at | less;
      const up = less | ~(zeros | more);
      const down = zeros & more;
      if ((up & end) !== 0) errors += 1;
      else if ((down & end) !== 0) errors -= 1;
      if (errors < best && j >= n - most) best = errors;
      const shifted = (up << 1) | 1;
      more = (down << 1) | ~(zeros | shifted);
      less = zeros & shifted;
      before = at;
    }
    return best <= most ? best : TOO_FAR;
  };
}

const PLAIN = /^[a-z]+$/;

const shared = new Set<number>();

/** The same for one pair of words, without an index: what an index must find, and nothing else. */
export function isTypoOf(term: string, word: string): number {
  const most = errorsForgiven(term);
  if (most === 0 || !mayBeMistyped(word)) return TOO_FAR;
  shared.clear();
  eachTrigram(word, (key) => shared.add(key));
  let count = 0;
  eachTrigram(term, (key) => {
    if (shared.has(key)) count += 1;
  });
  if (count < trigramsNeeded(term, most)) return TOO_FAR;
  return typingErrors(term, word, most);
}
