import { grown } from "../columns/numbers.ts";
import type { Packed } from "../columns/pack.ts";
import { buildSegment, mergeSegments } from "./build-segment.ts";
import { createNumberIndex, type NumberIndex } from "./number-index.ts";
import {
  BEGINNING,
  EXACT,
  mistyped,
  scoreOf,
  type Searched,
  type SearchQuestion,
  type Weights,
} from "./question.ts";
import {
  eachPosting,
  eachTypo,
  lengthOf,
  packSegment,
  unpackSegment,
  wordsFrom,
  type Segment,
} from "./segment.ts";

/** How a question is to be asked. */
export interface Asked {
  readonly question: SearchQuestion;
  readonly weights: Weights;
  readonly phoneWeight: number;
  readonly withTypos: boolean;
}

/**
 * Documents by their words and phone numbers. What has changed lately lies beside the index and is looked through word
 * by word; from some hundreds on it becomes an index of its own, and two of about one size become one.
 */
export interface WordIndex {
  /** Null = there is nothing to find. */
  set(row: number, searched: Searched | null): void;
  /** Calls `visit` once with each row that answers, in no order, as `scoreOf` would. */
  search(asked: Asked, visit: (row: number, score: number) => void): void;
  /** Rows that have one of these words, perhaps several times. */
  having(word: string, visit: (row: number) => void): void;
  pack(): Packed;
}

/** So many are looked through in some milliseconds, typing errors included. */
const MOST_BESIDE = 256;

/** An index that does not change any more; of a row that has changed since it says what is out of date. */
interface Level {
  readonly segment: Segment;
  readonly numbers: NumberIndex;
  readonly documents: number;
}

export function createWordIndex(withTypos: boolean, from?: Packed): WordIndex {
  const part = (name: string) => from?.[name] as Packed | undefined;
  const stored = (from?.["rows"] as number | undefined) ?? 0;
  /** The largest first. */
  const levels: Level[] =
    stored === 0
      ? []
      : [
          {
            segment: unpackSegment(part("segment")),
            numbers: createNumberIndex(part("numbers")),
            documents: stored,
          },
        ];
  /** By row: the level that has its words, from 1 on; 0 = none. */
  let homes = new Uint8Array(stored).fill(1);
  let changed = new Map<number, Searched | null>();

  function isElsewhere(level: number): (row: number) => boolean {
    return (row) => homes[row] !== level;
  }
  /** What lies beside becomes a level, with the last levels in it that are not much larger, or with all. */
  function fold(all: boolean): void {
    const added = [...changed].flatMap(([row, searched]) =>
      searched ? [[row, searched] as const] : [],
    );
    added.sort(([a], [b]) => a - b);
    changed = new Map();
    let newest: Level = {
      segment: buildSegment(
        added.map(([row, { words }]) => [row, words] as const),
      ),
      numbers: createNumberIndex().merged(
        () => false,
        added.map(([row, searched]) => [row, searched.numbers] as const),
      ),
      documents: added.length,
    };
    for (
      let older = levels.at(-1);
      older && (all || older.documents <= newest.documents * 2);
      older = levels.at(-1)
    ) {
      const isStale = isElsewhere(levels.length);
      newest = {
        segment: mergeSegments(older.segment, newest.segment, isStale),
        numbers: older.numbers.merged(isStale, newest.numbers.entries()),
        documents: older.documents + newest.documents,
      };
      levels.pop();
    }
    levels.push(newest);
    const home = levels.length;
    for (let row = 0; row < homes.length; row++)
      if ((homes[row] ?? 0) > home) homes[row] = home;
    for (const [row] of added) homes[row] = home;
  }

  return {
    set(row, searched) {
      homes = grown(homes, row + 1);
      homes[row] = 0;
      if (searched === null) changed.delete(row);
      else changed.set(row, searched);
      if (changed.size >= MOST_BESIDE) fold(false);
    },
    search(asked, visit) {
      prepare(homes.length);
      for (const [i, level] of levels.entries())
        searchLevel(level, homes, i + 1, asked, visit);
      const { question, weights, phoneWeight, withTypos: typos } = asked;
      for (const [row, searched] of changed) {
        if (!searched) continue;
        const score = scoreOf(
          ...([question, searched, weights, phoneWeight, typos] as const),
        );
        if (score > 0) visit(row, score);
      }
    },
    having(word, visit) {
      const length = encoder.encode(word).length;
      for (const [i, { segment }] of levels.entries()) {
        const [first, end] = wordsFrom(segment, word);
        // An exact one comes first.
        if (first < end && lengthOf(segment, first) === length)
          eachPosting(segment, first, (row) => {
            if (homes[row] === i + 1) visit(row);
          });
      }
      for (const [row, searched] of changed)
        if (searched?.words.includes(` ${word} `)) visit(row);
    },
    pack() {
      if (changed.size > 0 || levels.length !== 1) fold(true);
      const [only] = levels;
      if (!only) throw new Error("Everything has been folded into one level.");
      return {
        segment: packSegment(only.segment, withTypos),
        numbers: only.numbers.pack(),
        rows: homes.length,
      };
    },
  };
}

// By row, for one search after the other: how many terms were found, how well the last one and all of them.
let matched = new Uint8Array();
let last = new Uint16Array();
let scores = new Uint16Array();
let touched = new Uint32Array();

/** More than there are terms: has been visited. */
const BY_NUMBER = 255;

function prepare(rows: number): void {
  if (matched.length >= rows) return;
  matched = grown(matched, rows);
  last = new Uint16Array(matched.length);
  scores = new Uint16Array(matched.length);
  touched = new Uint32Array(matched.length);
}

function searchLevel(
  { segment, numbers }: Level,
  homes: Uint8Array,
  level: number,
  { question, weights, phoneWeight, withTypos: typos }: Asked,
  visit: (row: number, score: number) => void,
): void {
  const { terms, digits, number } = question;
  let count = 0;
  let turn = 0;
  let quality = 0;
  const add = (row: number, score: number): void => {
    const before = matched[row] ?? 0;
    if (before === turn) {
      if (turn === 0) {
        if (homes[row] !== level) return;
        touched[count++] = row;
      }
      matched[row] = turn + 1;
      last[row] = score;
      scores[row] = (turn === 0 ? 0 : (scores[row] ?? 0)) + score;
    } else if (before === turn + 1 && score > (last[row] ?? 0)) {
      scores[row] = (scores[row] ?? 0) + score - (last[row] ?? 0);
      last[row] = score;
    }
  };
  const addPosting = (row: number, field: number): void =>
    add(row, quality * (weights[field] ?? 0));
  for (const [i, term] of terms.entries()) {
    turn = i;
    // Nothing has the terms before this one.
    if (turn > 0 && count === 0) break;
    const [first, end] = wordsFrom(segment, term);
    const length = encoder.encode(term).length;
    for (let word = first; word < end; word++) {
      quality = lengthOf(segment, word) === length ? EXACT : BEGINNING;
      eachPosting(segment, word, addPosting);
    }
    if (typos)
      eachTypo(segment, term, (word, errors) => {
        if (word >= first && word < end) return;
        quality = mistyped(errors);
        eachPosting(segment, word, addPosting);
      });
    const part = digits[i] ?? null;
    if (part !== null)
      numbers.find(part, (row) => add(row, BEGINNING * phoneWeight));
  }
  const byNumber = BEGINNING * phoneWeight;
  if (number !== null)
    numbers.find(number, (row) => {
      if (homes[row] !== level || matched[row] === BY_NUMBER) return;
      const score = matched[row] === terms.length ? (scores[row] ?? 0) : 0;
      if (matched[row] === 0) touched[count++] = row;
      matched[row] = BY_NUMBER;
      visit(row, Math.max(score, byNumber));
    });
  for (let i = 0; i < count; i++) {
    const row = touched[i] ?? 0;
    const found = matched[row] === terms.length;
    matched[row] = 0;
    if (found) visit(row, scores[row] ?? 0);
  }
}

const encoder = new TextEncoder();
