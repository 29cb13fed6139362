/** A file of rows as text. Nothing is said yet about what the columns mean. */
export interface CsvTable {
  readonly charset: string;
  readonly separator: string;
  readonly head: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  /** Of the file, from 1; a row whose cells have line breaks begins there. */
  readonly line: number;
  readonly cells: readonly string[];
}

const SEPARATORS = [";", ",", "\t", "|"] as const;

/**
 * The bytes as text: by their mark, else as UTF-8 when they are valid UTF-8, else as Windows-1252, in which office
 * programs on Windows save. `charset` overrules that.
 */
export function decodeText(
  bytes: Uint8Array,
  charset?: string,
): { readonly text: string; readonly charset: string } {
  const marked = markOf(bytes);
  const named = marked ?? charset;
  if (named !== undefined)
    return { text: new TextDecoder(named).decode(bytes), charset: named };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, charset: "utf-8" };
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return { text, charset: "windows-1252" };
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** RFC 4180 with any of the usual separators; the one that splits the first row into most cells, or `separator`. */
export function readCsv(
  text: string,
  separator?: string,
): Omit<CsvTable, "charset"> {
  const best = separator ?? separatorOf(text);
  const rows = splitRows(text, best).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ""),
  );
  const [head, ...others] = rows;
  return {
    separator: best,
    head: (head?.cells ?? []).map((cell) => cell.trim()),
    rows: others,
  };
}

function separatorOf(text: string): string {
  const width = (one: string) =>
    splitRows(text.slice(0, 20_000), one)[0]?.cells.length ?? 0;
  return SEPARATORS.reduce((best, one) =>
    width(one) > width(best) ? one : best,
  );
}

function splitRows(text: string, separator: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endRow = () => {
    rows.push({ line: begun, cells: [...cells, cell] });
    cells = [];
    cell = "";
    begun = line;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === "\n") line += 1;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === separator) {
      cells.push(cell);
      cell = "";
    } else if (c === "\n") endRow();
    else if (c !== "\r" || text.charAt(i + 1) !== "\n") cell += c;
  }
  if (cell !== "" || cells.length > 0) endRow();
  return rows;
}
