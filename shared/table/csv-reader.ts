/** One row of a table; `line` is where it begins in the file, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** A cell whose quotes are never closed: its first line alone is given up, the rest of the file is read on. */
  readonly problem?: "unclosed-quote";
}

export interface CsvShape {
  readonly separator: string;
  /** Old Macintosh files end their lines with CR alone. */
  readonly lineEnd: "\n" | "\r";
}

/** The rows of a text that comes in pieces. Rows without any text are left out. */
export interface CsvReader {
  push(text: string): readonly TableRow[];
  end(): readonly TableRow[];
}

/** A cell in quotes may hold line ends; one that is longer is taken for a quote that was never closed. */
const ROW_MAX = 300_000;

/**
 * RFC 4180 with any separator, as office programs write it: quotes only at the start of a cell are quotes. Holds the
 * row that it is in, and no more.
 */
export function createCsvReader({ separator, lineEnd }: CsvShape): CsvReader {
  let rest = "";
  let line = 1;

  /** The cells from `at` to the end of the row; null when its end is not here yet. */
  function rowAt(
    text: string,
    at: number,
    isLast: boolean,
  ): { readonly cells: string[]; readonly next: number } | null {
    const cells: string[] = [];
    for (;;) {
      const isQuoted = text.charAt(at) === '"';
      let cell = "";
      if (isQuoted) {
        const end = quoteEnd(text, at + 1, isLast);
        if (end === null) return null;
        cell = text.slice(at + 1, end);
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        at = end + 1;
      }
      const cut = cellEnd(text, at);
      if (cut === -1 && !isLast) return null;
      const end = cut === -1 ? text.length : cut;
      const ended = end === text.length || text[end] === lineEnd;
      const tail = text.slice(at, end);
      cells.push(cell + (ended ? tail.replace(/\r$/, "") : tail));
      if (ended) return { cells, next: end + 1 };
      at = end + 1;
    }
  }
  function cellEnd(text: string, at: number): number {
    for (let i = at; i < text.length; i++) {
      const letter = text[i];
      if (letter === separator || letter === lineEnd) return i;
    }
    return -1;
  }
  function read(text: string, isLast: boolean): readonly TableRow[] {
    const rows: TableRow[] = [];
    let at = 0;
    while (at < text.length) {
      const row = rowAt(text, at, isLast);
      if (row) {
        if (row.cells.some(hasText)) rows.push({ line, cells: row.cells });
        line += linesIn(text, at, Math.min(row.next, text.length));
        at = row.next;
        continue;
      }
      if (!isLast && text.length - at < ROW_MAX) break;
      const end = text.indexOf(lineEnd, at);
      const next = end === -1 ? text.length : end + 1;
      const cells = [text.slice(at, Math.min(next, at + 500))];
      rows.push({ line, cells, problem: "unclosed-quote" });
      line++;
      at = next;
    }
    rest = text.slice(at);
    return rows;
  }
  function linesIn(text: string, from: number, to: number): number {
    let lines = 0;
    for (
      let at = text.indexOf(lineEnd, from);
      at !== -1 && at < to;
      at = text.indexOf(lineEnd, at + 1)
    )
      lines++;
    return lines;
  }
  return {
    push: (text) => read(rest + text, false),
    end: () => read(rest, true),
  };
}

/** Of the quote that closes a cell; null when it is not here, or when what follows it is not here to tell. */
function quoteEnd(text: string, from: number, isLast: boolean): number | null {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return null;
    if (at === text.length - 1) return isLast ? at : null;
    if (text[at + 1] !== '"') return at;
  }
}

function hasText(cell: string): boolean {
  return cell.trim() !== "";
}
