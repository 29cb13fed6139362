import type { i18n } from "i18next";
import type { ValueProblem } from "../../../shared/vcard/read-contact.ts";
import { formatCount } from "../../ui/format.ts";
import type { Around, ChooseProblem, Preview } from "./import-state.ts";
import { toCsv } from "../../../shared/core/table-text.ts";
import type { FailedRows, PreviewRow } from "./messages.ts";

/** Why a file was not read, and what to do. */
export function fileProblemWords(problem: ChooseProblem, words: i18n): string {
  const why = words.t(`import.file.${problem.reason}`);
  const looksLike = problem.reason === "not-a-vcard" && problem.looksLike;
  return looksLike ? `${why} ${words.t(`import.looksLike.${looksLike}`)}` : why;
}

/** How far an undo is. */
export function undoWords(undoing: Around["undoing"], words: i18n): string {
  const part = undoing ? undoing.done / Math.max(1, undoing.of) : 0;
  return words.t("import.undoing", { percent: Math.floor(part * 100) });
}

/** What the button will do: `4 contacts, 2 updates and 1 visit`. */
export function importWords(
  preview: Pick<Preview, "companies" | "persons" | "updates" | "visits">,
  words: i18n,
): string {
  const parts = [
    ["import.doContacts", preview.companies + preview.persons],
    ["import.doUpdates", preview.updates],
    ["import.doVisits", preview.visits],
  ] as const;
  const said = parts.flatMap(([key, count]) =>
    count > 0 ? [words.t(key, { count, n: formatCount(count) })] : [],
  );
  const list = new Intl.ListFormat(words.language, { type: "conjunction" });
  return words.t("import.do", { what: list.format(said) });
}

/** What becomes of a card, with the reason where it is left out. */
export function verdictWords(row: PreviewRow, words: i18n): string {
  const verdict = words.t(`import.verdict.${row.verdict}`);
  return row.reason === null
    ? verdict
    : `${verdict}. ${words.t(`import.bad.${row.reason}`)}`;
}

/** A value that its field does not take, and where it went. */
export function problemWords(problem: ValueProblem, words: i18n): string {
  const { code, value } = problem;
  const field = fieldWord(problem.field, words);
  if (code === "left-out" || code === "cut-off")
    return words.t(`import.${code}`, { field });
  const why = WHY.has(code) ? code : "other";
  return words.t("import.problem", {
    field,
    value: value.length > 60 ? `${value.slice(0, 59)}…` : value,
    why: words.t(`import.why.${why as "other"}`),
  });
}

/** The rows that were left out as they stood in their table, with the reason behind them: mended, they are read again. */
export function failedText({ head, rows }: FailedRows, words: i18n): string {
  const reason = words.t("import.failedReason");
  return toCsv([
    [...head, reason],
    ...rows.map((row) => [
      ...head.map((_, i) => row.cells[i] ?? ""),
      words.t(`import.bad.${row.reason}`),
    ]),
  ]);
}

const WHY: ReadonlySet<string> = new Set([
  "letters-in-phone",
  "email-syntax",
  "too-long",
  "charset-unknown",
  "no-day",
  "in-the-future",
]);

export function fieldWord(field: string, words: i18n): string {
  if (field === "X-ABLABEL") return words.t("channel.label");
  if (field === "visit.date") return words.t("field.date");
  const key = `field.${field}`;
  return words.exists(key) ? words.t(key as "field.phone") : field;
}
