import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { z } from "zod";

/**
 * A dump is gzipped lines: a header, then rows as PostgreSQL writes them (`to_jsonb`), then the end with the number of
 * rows and the SHA-256 of all lines before it. Rows are never parsed here, so no number loses a digit.
 */
export const Header = z.strictObject({
  carnet: z.literal("dump"),
  version: z.literal(1),
  /** Of the tables, as in `SCHEMA_STEPS`. */
  schema: z.int().min(1),
  at: z.iso.datetime(),
});
export type Header = z.infer<typeof Header>;

const End = z.strictObject({
  end: z.strictObject({ rows: z.int().min(0), sha256: z.string() }),
});

const ROWS = /^\{"table":"([a-z_]+)","rows":(\[.*\])\}$/s;

export class DumpError extends Error {}

export function rowsLine(table: string, rows: readonly string[]): string {
  return `{"table":"${table}","rows":[${rows.join(",")}]}`;
}

/**
 * Reads a dump to its end.
 *
 * @param take gets the rows as the text of one JSON array
 * @returns the number of rows
 * @throws DumpError it is no dump, of a newer program, cut off or changed: then nothing that was taken may be kept
 */
export async function readDump(
  file: string,
  begin: (header: Header) => Promise<void>,
  take: (table: string, rows: string) => Promise<void>,
): Promise<number> {
  const hash = createHash("sha256");
  let header: Header | null = null;
  let end: z.infer<typeof End>["end"] | null = null;
  let rows = 0;
  try {
    for await (const line of linesOf(file)) {
      if (end) throw new DumpError("There is something behind its end.");
      if (!header) {
        header = Header.parse(JSON.parse(line));
        await begin(header);
      } else if (line.startsWith(`{"end":`)) {
        end = End.parse(JSON.parse(line)).end;
        continue;
      } else {
        const [, table, text] = ROWS.exec(line) ?? [];
        if (!table || !text) throw new DumpError("A line is unreadable.");
        rows += (JSON.parse(text) as unknown[]).length;
        await take(table, text);
      }
      hash.update(`${line}\n`);
    }
  } catch (error) {
    throw asDumpError(error);
  }
  if (!end || end.rows !== rows || end.sha256 !== hash.digest("hex"))
    throw new DumpError("It is not whole.");
  return rows;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file);
  const input = packed.pipe(createGunzip());
  packed.on("error", (error) => input.destroy(error));
  // Not readline: it would also break lines at U+2028, which a note may hold.
  let rest = "";
  input.setEncoding("utf8");
  for await (const chunk of input as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") throw new DumpError("It is cut off.");
}

/** What zlib, zod and JSON say of a damaged file; errors of the database stay what they are. */
function asDumpError(error: unknown): unknown {
  const isDamage =
    error instanceof z.ZodError ||
    error instanceof SyntaxError ||
    (error instanceof Error &&
      "code" in error &&
      /^(Z_|ERR_|ENOENT|EISDIR|EACCES)/.test(String(error.code)));
  return isDamage
    ? new DumpError(
        error instanceof z.ZodError ? "It is no dump." : error.message,
      )
    : error;
}
