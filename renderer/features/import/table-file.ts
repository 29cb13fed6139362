import { fold } from "../../../shared/core/fold.ts";
import { namedId } from "../../../shared/domain/named-id.ts";
import {
  createCsvReader,
  type TableRow,
} from "../../../shared/table/csv-reader.ts";
import {
  guessCharset,
  type TableCharset,
} from "../../../shared/table/guess-charset.ts";
import { guessShape, sampleRows } from "../../../shared/table/guess-shape.ts";
import {
  guessDayOrder,
  type DayOrder,
} from "../../../shared/table/read-day.ts";
import { headRowOf, recognise } from "../../../shared/table/recognise.ts";
import type { Columns } from "../../../shared/table/targets.ts";
import { openXlsx, type Workbook } from "../../../shared/table/xlsx-reader.ts";

/** How the file is told apart into cells; each of it can be chosen. */
export interface TableShape {
  readonly format: "csv" | "xlsx";
  readonly charset: TableCharset;
  readonly separator: string;
  /** Place among the sheets of a workbook. */
  readonly sheet: number;
  /** Among the rows with text; -1 = no row holds headings. */
  readonly headRow: number;
}

/** A table as it was understood, for a person to look at. */
export interface TableFound {
  readonly shape: TableShape;
  readonly sheets: readonly string[];
  readonly head: readonly string[];
  /** The first rows below the headings. */
  readonly rows: readonly (readonly string[])[];
  readonly columns: Columns;
  readonly program: string | null;
  /** Null where the values leave it open: the person is asked. */
  readonly dayOrder: DayOrder | null;
  /** The same for every table with these headings. */
  readonly signature: string;
}

const SAMPLE_BYTES = 128 * 1024;
const CHUNK = 256 * 1024;
const SHOWN = 20;
const LOOKED_AT = 200;
/** No program writes more; what is beyond is not looked at. */
const COLUMNS_MAX = 500;

export interface TableFile {
  /** What the file is, with the parts that the person has chosen. */
  find(chosen?: Partial<TableShape>): Promise<TableFound | null>;
  /** Rows below the headings, some at a time, with a bounded amount of the file in memory. */
  rows(shape: TableShape): AsyncGenerator<{
    readonly rows: readonly TableRow[];
    readonly read: number;
  }>;
}

export async function openTable(
  file: Blob,
  format: TableShape["format"],
): Promise<TableFile> {
  const start = new Uint8Array(await file.slice(0, SAMPLE_BYTES).arrayBuffer());
  const book =
    format === "xlsx"
      ? openXlsx(new Uint8Array(await file.arrayBuffer()))
      : null;

  function firstRows(shape: Omit<TableShape, "headRow">): readonly TableRow[] {
    if (book) return take(book.rows(shape.sheet), LOOKED_AT);
    const text = new TextDecoder(shape.charset).decode(start);
    const lineEnd = guessShape(text, false).lineEnd;
    const { separator } = shape;
    const isWhole = file.size <= SAMPLE_BYTES;
    return withoutSeparatorLine(
      sampleRows(text, { separator, lineEnd }, isWhole),
    ).slice(0, LOOKED_AT);
  }
  return {
    async find(chosen = {}) {
      const charset = chosen.charset ?? guessCharset(start);
      const text = book ? "" : new TextDecoder(charset).decode(start);
      const separator =
        chosen.separator ??
        guessShape(text, file.size <= SAMPLE_BYTES).separator;
      const sheet = chosen.sheet ?? Math.max(0, book?.firstWithRows() ?? 0);
      const rows = firstRows({ format, charset, separator, sheet });
      const cells = rows.map((row) => row.cells.slice(0, COLUMNS_MAX));
      if (cells.length === 0) return null;
      const headRow = chosen.headRow ?? headRowOf(cells);
      const data = cells.slice(headRow + 1);
      const width = Math.max(...cells.map((row) => row.length));
      const named = headRow < 0 ? [] : (cells[headRow] ?? []);
      const head = Array.from({ length: width }, (_, i) =>
        (named[i] ?? "").trim(),
      );
      const { columns, program } = recognise(head, data);
      return {
        shape: { format, charset, separator, sheet, headRow },
        sheets: book?.sheets ?? [],
        head,
        rows: data.slice(0, SHOWN),
        ...{ columns, program, dayOrder: orderIn(columns, data) },
        signature: namedId(`table/${head.map(fold).join("\n")}`),
      };
    },
    async *rows(shape) {
      const above = shape.headRow + 1;
      let seen = 0;
      for await (const part of allRows(file, book, shape)) {
        const skip = Math.max(0, above - seen);
        seen += part.rows.length;
        yield skip > 0 ? { ...part, rows: part.rows.slice(skip) } : part;
      }
    },
  };
}

async function* allRows(
  file: Blob,
  book: Workbook | null,
  shape: TableShape,
): AsyncGenerator<{
  readonly rows: readonly TableRow[];
  readonly read: number;
}> {
  if (book) {
    let rows: TableRow[] = [];
    for (const row of book.rows(shape.sheet)) {
      rows.push(row);
      if (rows.length < 1_000) continue;
      yield { rows, read: Math.min(file.size - 1, row.line * 20) };
      rows = [];
    }
    yield { rows, read: file.size };
    return;
  }
  const decoder = new TextDecoder(shape.charset);
  let reader: ReturnType<typeof createCsvReader> | null = null;
  let first = true;
  for (let from = 0; from < file.size; from += CHUNK) {
    const bytes = await file.slice(from, from + CHUNK).arrayBuffer();
    const text = decoder.decode(bytes, { stream: true });
    const { lineEnd } = guessShape(text.slice(0, 4_000), false);
    reader ??= createCsvReader({ separator: shape.separator, lineEnd });
    const rows = reader.push(text);
    const read = Math.min(file.size, from + CHUNK);
    yield { rows: first ? withoutSeparatorLine(rows) : rows, read };
    first &&= rows.length === 0;
  }
  const last = reader?.push(decoder.decode()) ?? [];
  const rest = [...last, ...(reader?.end() ?? [])];
  yield { rows: first ? withoutSeparatorLine(rest) : rest, read: file.size };
}

/** Excel's `sep=;` is no row. */
function withoutSeparatorLine(rows: readonly TableRow[]): readonly TableRow[] {
  const first = rows[0]?.cells.join("") ?? "";
  return /^sep=/i.test(first) ? rows.slice(1) : rows;
}

function orderIn(
  columns: Columns,
  data: readonly (readonly string[])[],
): DayOrder | null {
  const days = columns.flatMap((use, i) =>
    use?.target === "visit.date" || use?.target === "birthday"
      ? data.map((cells) => cells[i] ?? "")
      : [],
  );
  return days.some((day) => /^\d{1,2}[./-]\d/.test(day.trim()))
    ? guessDayOrder(days)
    : "day-first";
}

function take<T>(from: Iterable<T>, max: number): readonly T[] {
  const taken: T[] = [];
  for (const one of from) {
    taken.push(one);
    if (taken.length === max) break;
  }
  return taken;
}
