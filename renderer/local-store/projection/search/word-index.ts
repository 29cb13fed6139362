import type { Packed } from "../columns/pack.ts";
import { buildSegment, mergeSegments } from "./build-segment.ts";
import { createNumberIndex } from "./number-index.ts";
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
 * by word; from some thousands on it is folded in.
 */
export interface WordIndex {
  /** Null = there is nothing to find. */
  set(row: number, searched: Searched | null): void;
  /** Calls `visit` once with each row that answers, in no order, as `scoreOf` would. */
  search(asked: Asked, visit: (row: number, score: number) => void): void;
  /** Rows that have one of these words, perhaps several times. */
  having(word: string, visit: (row: number) => void): void;
  readonly unfolded: number;
  fold(): void;
  pack(): Packed;
}

const FEWEST_TO_FOLD = 2_000;
const MOST_UNFOLDED = 20_000;

export function createWordIndex(withTypos: boolean, from?: Packed): WordIndex {
  const part = (name: string) => from?.[name] as Packed | undefined;
  let segment = unpackSegment(part("segment"));
  let numbers = createNumberIndex(part("numbers"));
  /** Rows up to here are in the index. */
  let rows = (from?.["rows"] as number | undefined) ?? 0;
  let changed = new Map<number, Searched | null>();
  /** By row: 1 = what the index says of it is out of date. */
  let stale = new Uint8Array(rows);
  let matched = new Uint8Array(rows);
  let last = new Uint16Array(rows);
  let scores = new Uint16Array(rows);
  let touched = new Uint32Array(rows);

  function fold(): void {
    if (changed.size === 0) return;
    const added = [...changed].flatMap(([row, searched]) =>
      searched ? [[row, searched] as const] : [],
    );
    added.sort(([a], [b]) => a - b);
    const isStale = (row: number) => stale[row] === 1;
    const newer = buildSegment(
      added.map(([row, { words }]) => [row, words] as const),
    );
    segment = mergeSegments(segment, newer, isStale);
    numbers = numbers.merged(
      isStale,
      added.map(([row, searched]) => [row, searched.numbers] as const),
    );
    rows = Math.max(rows, (added.at(-1)?.[0] ?? -1) + 1);
    changed = new Map();
    stale = new Uint8Array(rows);
    matched = new Uint8Array(rows);
    last = new Uint16Array(rows);
    scores = new Uint16Array(rows);
    touched = new Uint32Array(rows);
  }

  function searchIndex(
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
        if (turn === 0) touched[count++] = row;
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
    const byNumber = new Set<number>();
    if (number !== null) numbers.find(number, (row) => byNumber.add(row));
    for (const row of byNumber) {
      const score = matched[row] === terms.length ? (scores[row] ?? 0) : 0;
      if (stale[row] === 0)
        visit(row, Math.max(score, BEGINNING * phoneWeight));
    }
    for (let i = 0; i < count; i++) {
      const row = touched[i] ?? 0;
      const found = matched[row] === terms.length;
      matched[row] = 0;
      if (found && stale[row] === 0 && !byNumber.has(row))
        visit(row, scores[row] ?? 0);
    }
  }

  return {
    set(row, searched) {
      if (searched === null && row >= rows) changed.delete(row);
      else changed.set(row, searched);
      if (row < rows) stale[row] = 1;
      const most = Math.max(FEWEST_TO_FOLD, rows / 4);
      if (changed.size > Math.min(most, MOST_UNFOLDED)) fold();
    },
    search(asked, visit) {
      searchIndex(asked, visit);
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
      const [first, end] = wordsFrom(segment, word);
      const length = encoder.encode(word).length;
      // An exact one comes first.
      if (first < end && lengthOf(segment, first) === length)
        eachPosting(segment, first, (row) => {
          if (stale[row] === 0) visit(row);
        });
      for (const [row, searched] of changed)
        if (searched?.words.includes(` ${word} `)) visit(row);
    },
    get unfolded() {
      return changed.size;
    },
    fold,
    pack() {
      fold();
      return {
        segment: packSegment(segment, withTypos),
        numbers: numbers.pack(),
        rows,
      };
    },
  };
}

const encoder = new TextEncoder();
