import { grown } from "../columns/numbers.ts";
import { partOf, type Packed } from "../columns/pack.ts";
import { buildSegment, mergeSegments } from "./build-segment.ts";
import { createNumberIndex } from "./number-index.ts";
import { scoreOf, type Searched } from "./question.ts";
import {
  prepareSearch,
  searchLevel,
  type Asked,
  type Level,
} from "./search-level.ts";
import {
  eachPosting,
  lengthOf,
  packSegment,
  unpackSegment,
  wordsFrom,
} from "./segment.ts";

/**
 * Documents by their words and phone numbers. What has changed lately lies beside the index and is looked through word
 * by word; from some hundreds on it becomes an index of its own, and two of about one size become one.
 */
export interface WordIndex {
  /** Takes what was packed in the place of what it has; a segment does not change, and may be in two indexes. */
  load(from: Packed): void;
  /** Null = there is nothing to find. */
  set(row: number, searched: Searched | null): void;
  /** Calls `visit` once with each row that answers, in no order, as `scoreOf` would. */
  search(asked: Asked, visit: (row: number, score: number) => void): void;
  /** Rows that have one of these words, perhaps several times. */
  having(word: string, visit: (row: number) => void): void;
  pack(): Packed;
}

/** So many are looked through in some milliseconds, typing errors included; with more they become a level first. */
const MOST_BESIDE = 256;
/** While nobody searches, more at once cost less. */
const MOST_HELD = 2048;

export function createWordIndex(withTypos: boolean, from?: Packed): WordIndex {
  /** The largest first. */
  let levels: Level[] = [];
  /** By row: the level that has its words, from 1 on; 0 = none. */
  let homes = new Uint8Array();
  let changed = new Map<number, Searched | null>();
  /** A level has words of rows that are not its any more. */
  let isStale = false;
  if (from) load(from);

  function load(packed: Packed): void {
    const documents = partOf<number>(packed, "rows") ?? 0;
    const segment = unpackSegment(partOf(packed, "segment"));
    const numbers = createNumberIndex(partOf(packed, "numbers"));
    levels = documents === 0 ? [] : [{ segment, numbers, documents }];
    homes = new Uint8Array(documents).fill(1);
    changed = new Map();
    isStale = false;
  }
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
      const isGone = isElsewhere(levels.length);
      newest = {
        segment: mergeSegments(older.segment, newest.segment, isGone),
        numbers: older.numbers.merged(isGone, newest.numbers.entries()),
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
    load,
    set(row, searched) {
      homes = grown(homes, row + 1);
      if (homes[row] !== 0) isStale = true;
      homes[row] = 0;
      if (searched === null) changed.delete(row);
      else changed.set(row, searched);
      if (changed.size >= MOST_HELD) fold(false);
    },
    search(asked, visit) {
      if (changed.size >= MOST_BESIDE) fold(false);
      prepareSearch(homes.length);
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
      if (changed.size >= MOST_BESIDE) fold(false);
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
      // What is stored does not say which rows are stale.
      if (changed.size > 0 || levels.length !== 1 || isStale) fold(true);
      isStale = false;
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

const encoder = new TextEncoder();
