import type { Page } from "playwright-core";

/** Keystroke-level model: seconds for a key or chord, and for a moment of thought. */
const KEY_SECONDS = 0.22;
const THINK_SECONDS = 1.35;

/** What writing something took, by the model. */
export interface Strokes {
  readonly seconds: number;
  /** Keys and chords, those of texts included. */
  readonly keys: number;
  /** Runs of keys that are not one of the texts told as such: what has to be known by heart. */
  readonly groups: number;
}

/**
 * Somebody at the keyboard whose keys are counted: nothing is done but by a key. `think` stands before who, note and
 * next step; a `text` is free text, everything else is a group of keys.
 */
export function countedKeys(page: Page) {
  let keys = 0;
  let thoughts = 0;
  let groups = 0;
  return {
    think(): void {
      thoughts += 1;
    },
    async press(key: string): Promise<void> {
      keys += 1;
      groups += 1;
      await page.keyboard.press(key);
    },
    /** A few letters that find something: one group. */
    async letters(text: string): Promise<void> {
      keys += text.length;
      groups += 1;
      await page.keyboard.type(text);
    },
    async text(text: string): Promise<void> {
      keys += text.length;
      await page.keyboard.type(text);
    },
    /** What was counted since the last call. */
    take(): Strokes {
      const seconds = keys * KEY_SECONDS + thoughts * THINK_SECONDS;
      const strokes = { seconds: Number(seconds.toFixed(2)), keys, groups };
      keys = 0;
      thoughts = 0;
      groups = 0;
      return strokes;
    },
  };
}
