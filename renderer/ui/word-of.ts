import type { i18n } from "i18next";

/** The words of a key put together at run time; null when no catalogue has it. */
export function wordOf(words: i18n, key: string): string | null {
  return words.exists(key) ? words.t(key as "field.name") : null;
}
