import type { i18n } from "i18next";
import { wordOf } from "../../ui/word-of.ts";
import type { OutboxLine } from "./outbox-lines.ts";

/** What kind of record it is. */
export function recordWord(c: string, words: i18n): string {
  return wordOf(words, `record.${c}`) ?? words.t("record.other");
}

/** What was done, in the words of the screen where it was done; the label itself when nobody knows it. */
export function actionWord(label: string, words: i18n): string {
  return wordOf(words, label) ?? label;
}

/** What was done to a record; that it follows its company where nobody has touched it. */
export function doneWord(
  line: Pick<OutboxLine, "label" | "follows">,
  words: i18n,
): string {
  return line.follows
    ? words.t("syncPage.follows")
    : actionWord(line.label, words);
}

/** "new", "3 changes" or "deleted". */
export function stateWord(
  state: OutboxLine["state"],
  changes: number,
  words: i18n,
): string {
  switch (state) {
    case "created":
      return words.t("syncPage.created");
    case "deleted":
      return words.t("syncPage.deleted");
    case "changed":
      return words.t("syncPage.changes", { count: changes });
  }
}
