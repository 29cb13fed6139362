import type { i18n } from "i18next";
import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { fieldWord, spokenChanges, valueWords } from "./field-words.ts";
import type { OutboxLine } from "./outbox-lines.ts";
import { actionWord, recordWord } from "./outbox-words.ts";

/**
 * One refused intention as a JSON file: first what a person reads, then the operations, with which nothing is lost.
 */
export function exportText(
  entry: Pick<JournalEntry, "at" | "label" | "ops" | "refused">,
  lines: readonly OutboxLine[],
  deps: Parameters<typeof valueWords>[3] & {
    readonly reason: string;
    readonly who: (line: OutboxLine) => string;
    readonly words: i18n;
  },
): string {
  const { words, reason, who } = deps;
  const records = lines.map((line) => ({
    kind: recordWord(line.c, words),
    name: who(line),
    values: Object.fromEntries(
      spokenChanges(line.fields).map(({ path, now }) => [
        fieldWord(path, words),
        valueWords(line.c, path, now, deps),
      ]),
    ),
  }));
  const told = {
    action: actionWord(entry.label, words),
    savedAt: new Date(entry.at).toISOString(),
    reason,
    server: entry.refused ?? null,
    records,
    operations: entry.ops,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
