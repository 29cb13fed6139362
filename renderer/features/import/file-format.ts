import { fileKind } from "../../../shared/vcard/file-kind.ts";
import { utf16Endian } from "../../../shared/vcard/utf16.ts";

export type FileFormat = "vcard" | "csv" | "xlsx";

/**
 * Cards or a table, by what stands at its beginning, whatever the file is called. What is neither is read as cards, whose
 * reader says what it is.
 */
export async function formatOf(
  file: Blob & { name?: string },
): Promise<FileFormat> {
  const start = new Uint8Array(await file.slice(0, 4_096).arrayBuffer());
  const kind = fileKind(start);
  if (kind === "zip") return "xlsx";
  if (kind !== null || start.length === 0) return "vcard";
  const isWide = utf16Endian(start) !== null;
  const text = new TextDecoder(isWide ? "utf-16le" : "utf-8").decode(start);
  if (/^\uFEFF?\s*BEGIN\s*:\s*VCARD/i.test(text)) return "vcard";
  const name = file.name ?? "";
  if (/\.(vcf|vcard)$/i.test(name)) return "vcard";
  // A table is text; two cells in one of its first lines make it one.
  const isText = isWide || !start.includes(0);
  const hasCells = text
    .split(/[\r\n]+/, 12)
    .some((line) => /[;,\t|]/.test(line));
  return isText && (hasCells || /\.(csv|tsv|tab|txt)$/i.test(name))
    ? "csv"
    : "vcard";
}
