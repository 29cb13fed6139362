import type { i18n } from "i18next";
import { wordOf } from "../../ui/word-of.ts";

/** Why the server did not take an entry and what to do about it, in plain words; its own text stays behind Details. */
export function refusedWords(
  refused: { readonly code: string; readonly message: string },
  words: i18n,
): string {
  const { code, message } = refused;
  // Of a bad value the server names the path first: `phone: letters`, `more/ITEM/value`.
  const field = /^\w+/.exec(message)?.[0] ?? "";
  const named = code === "invalid_field" && wordOf(words, `field.${field}`);
  if (named) return words.t("refused.named", { field: named });
  return wordOf(words, `refused.${code}`) ?? words.t("refused.other");
}

/** Why the sync does not run, in plain words. `code` is the engine's, `message` the server's or the network's. */
export function problemWords(
  problem: { readonly code: string; readonly message: string },
  words: i18n,
): string {
  const { code, message } = problem;
  const reason = code === "unreachable" && message !== "" ? message : code;
  return (
    wordOf(words, `syncProblem.${reason}`) ??
    words.t(
      code === "unreachable" ? "syncProblem.network" : "syncProblem.other",
    )
  );
}
