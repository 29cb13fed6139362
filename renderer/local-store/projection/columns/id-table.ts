import { grown } from "./numbers.ts";
import type { Packed } from "./pack.ts";

/** Ids as row numbers: each id gets the next number and keeps it. A UUID takes 16 bytes and a place in a table. */
export interface IdTable {
  readonly size: number;
  /** -1 = never seen. */
  find(id: string): number;
  /** Its number, a new one if need be. */
  add(id: string): number;
  idAt(row: number): string;
  pack(): Packed;
}

const WORDS = 4;
const FREE = 0;
const DASHES = new Set([8, 13, 18, 23]);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function createIdTable(from?: Packed): IdTable {
  let words = (from?.["words"] as Uint32Array | undefined) ?? new Uint32Array();
  let size = (from?.["size"] as number | undefined) ?? 0;
  /** Open addressing, row + 1 a place, at most three quarters full. */
  let places = new Int32Array(placesFor(size));
  /** Ids that are no UUIDs in lower case; the server gives none of them. */
  const odd = new Map((from?.["odd"] as [string, number][] | undefined) ?? []);
  const oddAt = new Map([...odd].map(([id, row]) => [row, id]));
  const key = new Uint32Array(WORDS);
  for (let row = 0; row < size; row++) if (!oddAt.has(row)) take(row);

  function readKey(id: string): boolean {
    if (id.length !== 36 || !UUID.test(id)) return false;
    let digits = 0;
    let value = 0;
    for (let i = 0; i < id.length; i++) {
      if (DASHES.has(i)) continue;
      const sign = id.charCodeAt(i);
      value = (value << 4) | (sign < 58 ? sign - 48 : sign - 87);
      digits += 1;
      if (digits % 8 === 0) key[digits / 8 - 1] = value;
    }
    return true;
  }
  function placeOf(a: number, b: number, c: number, d: number): number {
    let hash = Math.imul(a ^ Math.imul(d, 0x85ebca6b), 0xc2b2ae35);
    hash = Math.imul(hash ^ b ^ (hash >>> 15), 0x27d4eb2f) ^ c;
    return (hash ^ (hash >>> 13)) & (places.length - 1);
  }
  function take(row: number): void {
    const i = row * WORDS;
    let place = placeOf(
      words[i] ?? 0,
      words[i + 1] ?? 0,
      words[i + 2] ?? 0,
      words[i + 3] ?? 0,
    );
    while (places[place] !== FREE) place = (place + 1) & (places.length - 1);
    places[place] = row + 1;
  }
  function findKey(): number {
    const a = key[0] ?? 0;
    const b = key[1] ?? 0;
    const c = key[2] ?? 0;
    const d = key[3] ?? 0;
    let place = placeOf(a, b, c, d);
    for (;;) {
      const row = (places[place] ?? FREE) - 1;
      if (row < 0) return -1;
      const i = row * WORDS;
      if (
        words[i] === a &&
        words[i + 1] === b &&
        words[i + 2] === c &&
        words[i + 3] === d
      )
        return row;
      place = (place + 1) & (places.length - 1);
    }
  }
  return {
    get size() {
      return size;
    },
    find: (id) => (readKey(id) ? findKey() : (odd.get(id) ?? -1)),
    add(id) {
      const isKey = readKey(id);
      const known = isKey ? findKey() : (odd.get(id) ?? -1);
      if (known >= 0) return known;
      const row = size++;
      words = grown(words, size * WORDS);
      if (!isKey) {
        odd.set(id, row);
        oddAt.set(row, id);
        return row;
      }
      words.set(key, row * WORDS);
      if (placesFor(size) > places.length) {
        places = new Int32Array(placesFor(size));
        for (let one = 0; one < size; one++) if (!oddAt.has(one)) take(one);
      } else take(row);
      return row;
    },
    idAt(row) {
      const known = oddAt.get(row);
      if (known !== undefined) return known;
      const i = row * WORDS;
      const [a, b] = [words[i] ?? 0, words[i + 1] ?? 0];
      const [c, d] = [words[i + 2] ?? 0, words[i + 3] ?? 0];
      return `${high(a)}${low(a)}-${high(b)}-${low(b)}-${high(c)}-${low(c)}${high(d)}${low(d)}`;
    },
    pack: () => ({
      words: words.subarray(0, size * WORDS),
      size,
      odd: [...odd],
    }),
  };
}

/** Lists and weeks name tens of thousands of ids: two digits at a time are looked up. */
const HEX = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0"),
);

function high(word: number): string {
  return `${HEX[word >>> 24]}${HEX[(word >>> 16) & 255]}`;
}

function low(word: number): string {
  return `${HEX[(word >>> 8) & 255]}${HEX[word & 255]}`;
}

function placesFor(size: number): number {
  let places = 64;
  while (places * 3 < size * 4) places *= 2;
  return places;
}
