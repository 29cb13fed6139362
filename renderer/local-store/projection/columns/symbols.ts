import { readText, writeText } from "./text-bytes.ts";

/** How texts lie in bytes: one piece at a time, read by itself. */
export interface TextCodec {
  read(bytes: Uint8Array, from: number, to: number): string;
  /** Where there is room for it (three bytes a letter); answers its length in bytes. */
  write(text: string, bytes: Uint8Array, at: number): number;
}

export const plainTexts: TextCodec = { read: readText, write: writeText };

/** Before a letter that no symbol stands for, in two bytes. */
const OTHER = 255;
const LONGEST = 16;
const ROUNDS = 5;

/**
 * Texts in symbols of a byte each, which stand for up to sixteen letters that often follow one another: `+41 `,
 * `@bluewin.ch`. Half the bytes, and one text can still be read without the others (Boncz, Neumann, Leis: "FSST", VLDB 2020).
 */
export function symbolTexts(symbols: readonly string[]): TextCodec {
  const find = finder(symbols);
  return {
    read(bytes, from, to) {
      let text = "";
      for (let i = from; i < to; i++) {
        const code = bytes[i] ?? 0;
        if (code === OTHER) {
          const unit = ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
          text += String.fromCharCode(unit);
          i += 2;
        } else text += symbols[code] ?? "";
      }
      return text;
    },
    write(text, bytes, at) {
      let end = at;
      for (let i = 0; i < text.length;) {
        const code = find(text, i);
        if (code >= 0) {
          bytes[end++] = code;
          i += symbols[code]?.length ?? 1;
        } else {
          const unit = text.charCodeAt(i++);
          bytes[end++] = OTHER;
          bytes[end++] = unit >> 8;
          bytes[end++] = unit & 255;
        }
      }
      return end - at;
    },
  };
}

/** The symbols, at most 255, in which texts like these are shortest. */
export function symbolsFor(texts: readonly string[]): readonly string[] {
  let symbols: readonly string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const find = finder(symbols);
    const counts = new Map<string, number>();
    const count = (part: string) =>
      counts.set(part, (counts.get(part) ?? 0) + 1);
    for (const text of texts) {
      let before = "";
      for (let i = 0; i < text.length;) {
        const part = symbols[find(text, i)] ?? text.charAt(i);
        count(part);
        if (before !== "" && before.length + part.length <= LONGEST)
          count(before + part);
        before = part;
        i += part.length;
      }
    }
    // A letter of its own takes three bytes, a symbol one.
    const gain = ([part, times]: readonly [string, number]) =>
      times * (part.length * 3 - 1);
    symbols = [...counts]
      .toSorted((a, b) => gain(b) - gain(a) || (a[0] < b[0] ? -1 : 1))
      .slice(0, OTHER)
      .map(([part]) => part);
  }
  return symbols;
}

/** Which of the symbols stands at a place of a text, the longest first; -1 = none. */
function finder(symbols: readonly string[]) {
  const byLetter = new Map<number, number[]>();
  const longestFirst = [...symbols.keys()].toSorted(
    (a, b) => (symbols[b]?.length ?? 0) - (symbols[a]?.length ?? 0),
  );
  for (const code of longestFirst) {
    const letter = symbols[code]?.charCodeAt(0) ?? 0;
    const same = byLetter.get(letter);
    if (same) same.push(code);
    else byLetter.set(letter, [code]);
  }
  return (text: string, at: number): number => {
    for (const code of byLetter.get(text.charCodeAt(at)) ?? [])
      if (text.startsWith(symbols[code] ?? "", at)) return code;
    return -1;
  };
}
