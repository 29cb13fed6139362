import { createCsvReader, type CsvShape, type TableRow } from "./csv-reader.ts";

export const SEPARATORS = [";", ",", "\t", "|"] as const;

const SAMPLE_ROWS = 30;

/** The beginning of a text as some rows, under one separator. */
export function sampleRows(
  text: string,
  shape: CsvShape,
  isWhole: boolean,
): readonly TableRow[] {
  const reader = createCsvReader(shape);
  const rows = reader.push(text);
  return isWhole ? [...rows, ...reader.end()] : rows;
}

/** How the rows and cells of a text are told apart, from its beginning. */
export function guessShape(text: string, isWhole: boolean): CsvShape {
  const lineEnd = text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
  // Excel's own word for it stands in a line before the headings.
  const said = /^sep=(.)\r?[\r\n]/i.exec(text)?.[1];
  if (said !== undefined) return { separator: said, lineEnd };
  const scored = SEPARATORS.map((separator) => ({
    separator,
    score: evenness(sampleRows(text, { separator, lineEnd }, isWhole)),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { separator: best.separator, lineEnd };
}

/** Many cells a row, and as many in each: a comma within addresses does neither. */
function evenness(rows: readonly TableRow[]): number {
  const widths = rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.length);
  if (widths.length === 0) return 0;
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, times] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  return width === 1 ? 0 : (Math.log2(width) + 1) * (times / widths.length);
}
