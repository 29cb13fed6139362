import { fieldWord, spokenChanges, valueWords } from "./field-words.ts";
import type { OutboxLine } from "./outbox-lines.ts";

/** A record's new values as plain text, one a line: for the clipboard. */
export function changesText(
  line: Pick<OutboxLine, "c" | "fields">,
  deps: Parameters<typeof valueWords>[3],
): string {
  return spokenChanges(line.fields)
    .map(({ path, now }) => {
      const value = valueWords(line.c, path, now, deps);
      return `${fieldWord(path, deps.words)}: ${value || "–"}`;
    })
    .join("\n");
}
