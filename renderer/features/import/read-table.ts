import { readRow } from "../../../shared/table/read-row.ts";
import type { TableRow } from "../../../shared/table/csv-reader.ts";
import type { TableRules } from "./messages.ts";
import type { CardOfFile, CardsRead } from "./read-file.ts";
import type { TableFile } from "./table-file.ts";

/** Rows that are planned at a time. */
const ROWS = 400;

/** The rows of a table as cards: from here on both are the same. */
export async function* readTable(
  table: TableFile,
  rules: TableRules,
): AsyncGenerator<CardsRead, null> {
  let number = 0;
  for await (const { rows, read } of table.rows(rules.shape)) {
    if (rows.length === 0) yield { cards: [], read };
    for (let i = 0; i < rows.length; i += ROWS) {
      const cards = rows.slice(i, i + ROWS).map((row) => {
        number++;
        return cardOf(row, number, rules);
      });
      yield { cards, read };
    }
  }
  return null;
}

function cardOf(
  { line, cells: read, problem }: TableRow,
  number: number,
  rules: TableRules,
): CardOfFile {
  const { columns, restToComment } = rules;
  // What nothing is made of may be large, and is gone with its piece of the file.
  const cells = read.map((cell, i) =>
    columns[i] || restToComment || cell.length < 100 ? copied(cell) : cell,
  );
  const at = { number, line, cells };
  if (problem) return { kind: "bad", ...at, reason: problem };
  const contact = readRow(cells, rules);
  if (!contact) return { kind: "bad", ...at, reason: "no-name" };
  return { kind: "contact", ...at, contact, photo: null };
}

/** A part of a longer text keeps all of it in memory, be it for one name: the piece of the file that it was read from. */
function copied(cell: string): string {
  return ` ${cell}`.slice(1);
}
