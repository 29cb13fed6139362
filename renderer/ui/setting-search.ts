import { createContext, use } from "react";
import { fold } from "../../shared/core/fold.ts";

/** What is looked for among the settings; empty = all are shown. */
export const SettingSearch = createContext("");

/** The section's title says it already: all of its rows are shown. */
export const FoundContext = createContext(false);

/** Whether every word that is looked for is in one of the texts; true where nothing is looked for. */
export function useIsFound(...texts: readonly (string | undefined)[]): boolean {
  const sought = use(SettingSearch);
  const whole = use(FoundContext);
  return whole || isFound(sought, texts);
}

export function isFound(
  sought: string,
  texts: readonly (string | undefined)[],
): boolean {
  const all = fold(texts.filter(Boolean).join(" "));
  return fold(sought)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
