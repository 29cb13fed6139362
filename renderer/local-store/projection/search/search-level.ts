import { grown } from "../columns/numbers.ts";
import type { NumberIndex } from "./number-index.ts";
import {
  BEGINNING,
  EXACT,
  mistyped,
  type SearchQuestion,
  type Weights,
} from "./question.ts";
import { eachTypo, lengthOf, wordsFrom, type Segment } from "./segment.ts";

/** How a question is to be asked. */
export interface Asked {
  readonly question: SearchQuestion;
  readonly weights: Weights;
  readonly phoneWeight: number;
  readonly withTypos: boolean;
}

/** An index that does not change any more; of a row that has changed since it says what is out of date. */
export interface Level {
  readonly segment: Segment;
  readonly numbers: NumberIndex;
  readonly documents: number;
}

/**
 * By row, for one search after the other, all in one number, so that a posting costs one access: how many terms were
 * found, how well the last one, and how well all of them.
 */
let states = new Uint32Array();
const TURN = 24;
const LAST = 14;
const SUM = (1 << LAST) - 1;
const MOST_LAST = (1 << (TURN - LAST)) - 1;
/** More than there are terms: has been visited. */
const BY_NUMBER = 255;

/** The rows that have been found; of very many it is not noted, all are looked at then. */
let touched = new Uint32Array();
let most = 0;
let count = 0;
const ONE_IN = 16;

export function prepareSearch(rows: number): void {
  if (states.length >= rows) return;
  states = grown(states, rows);
  touched = new Uint32Array(Math.ceil(states.length / ONE_IN));
}

/** Calls `visit` once with each row that answers and has its words in this level. */
export function searchLevel(
  { segment, numbers }: Level,
  homes: Uint8Array,
  level: number,
  { question, weights, phoneWeight, withTypos }: Asked,
  visit: (row: number, score: number) => void,
): void {
  const { terms, digits, number } = question;
  count = 0;
  most = homes.length / ONE_IN;
  for (const [turn, term] of terms.entries()) {
    // Nothing has the terms before this one.
    if (turn > 0 && count === 0) break;
    const [first, end] = wordsFrom(segment, term);
    const length = encoder.encode(term).length;
    // An exact one comes first, and alone.
    const exact = first < end && lengthOf(segment, first) === length ? 1 : 0;
    const addAll = (from: number, to: number, quality: number): void =>
      addWords(segment, from, to, quality, weights, turn, homes, level);
    addAll(first, first + exact, EXACT);
    addAll(first + exact, end, BEGINNING);
    if (withTypos)
      eachTypo(segment, term, (word, errors) => {
        if (word < first || word >= end)
          addAll(word, word + 1, mistyped(errors));
      });
    const part = digits[turn] ?? null;
    if (part !== null)
      numbers.find(part, (row) => {
        if (turn > 0 || homes[row] === level)
          add(row, BEGINNING * phoneWeight, turn);
      });
  }
  const byNumber = BEGINNING * phoneWeight;
  if (number !== null)
    numbers.find(number, (row) => {
      if (homes[row] !== level) return;
      const state = states[row] ?? 0;
      if (state >>> TURN === BY_NUMBER) return;
      if (state === 0) touch(row);
      const isWords = state >>> TURN === terms.length;
      const score = Math.max(isWords ? state & SUM : 0, byNumber);
      states[row] = (BY_NUMBER << TURN) | score;
    });
  const isFound = (state: number): boolean =>
    state >>> TURN === terms.length || state >>> TURN === BY_NUMBER;
  if (count <= most)
    for (let i = 0; i < count; i++) {
      const row = touched[i] ?? 0;
      const state = states[row] ?? 0;
      states[row] = 0;
      if (isFound(state)) visit(row, state & SUM);
    }
  else
    for (let row = 0; row < homes.length; row++) {
      const state = states[row] ?? 0;
      if (state === 0) continue;
      states[row] = 0;
      if (isFound(state)) visit(row, state & SUM);
    }
}

function touch(row: number): void {
  if (count < most) touched[count] = row;
  count += 1;
}

/** A row has the term of this turn; the best find of a term counts. */
function add(row: number, score: number, turn: number): void {
  const state = states[row] ?? 0;
  const before = state >>> TURN;
  if (before === turn) {
    if (state === 0) touch(row);
    states[row] =
      ((turn + 1) << TURN) | (score << LAST) | ((state & SUM) + score);
  } else if (before === turn + 1) {
    const last = (state >>> LAST) & MOST_LAST;
    if (score > last)
      states[row] =
        (before << TURN) | (score << LAST) | ((state & SUM) + score - last);
  }
}

/** The words `[first, end)`: the innermost loop of every search, no call for each posting. */
function addWords(
  { postings, postingStarts }: Segment,
  first: number,
  end: number,
  quality: number,
  weights: Weights,
  turn: number,
  homes: Uint8Array,
  level: number,
): void {
  let at = postingStarts[first] ?? 0;
  for (let word = first; word < end; word++) {
    const wordEnd = postingStarts[word + 1] ?? 0;
    let posting = 0;
    while (at < wordEnd) {
      let byte = postings[at++] ?? 0;
      let step = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = postings[at++] ?? 0;
        step |= (byte & 127) << shift;
      }
      posting += step;
      const row = posting >>> 4;
      if (turn === 0 && homes[row] !== level) continue;
      add(row, quality * (weights[posting & 15] ?? 0), turn);
    }
  }
}

const encoder = new TextEncoder();
