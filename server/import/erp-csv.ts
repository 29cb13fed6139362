import { readDay, readFigure, readType } from "./erp-values.ts";
import { matchColumns, type COLUMNS } from "./erp-columns.ts";
import { decodeText, readCsv, type CsvRow } from "./csv-table.ts";

export interface CsvOptions {
  readonly charset?: string | undefined;
  readonly separator?: string | undefined;
  /** Member → heading, where the file's own words are not understood. */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /** Of accounts without a column for it. */
  readonly accountKind?: string | undefined;
}

export interface CsvLines {
  /** One JSON object a row, as the admin endpoint takes them; `line` is the row's place in the file. */
  readonly lines: readonly { readonly line: number; readonly value: object }[];
  readonly rejected: readonly {
    readonly line: number;
    readonly message: string;
  }[];
  readonly charset: string;
  readonly separator: string;
  /** Headings of columns that are not read: they are neither sent to anybody nor stored (a margin, a cost). */
  readonly ignored: readonly string[];
}

const NEEDED = {
  purchases: ["document", "customer", "item", "date", "quantity", "amount"],
  accounts: ["no", "name"],
} as const;

export class CsvError extends Error {}

/**
 * An ERP's export as lines for the import. Rows that cannot be read are refused one by one, with their line.
 *
 * @throws CsvError the file as a whole is none: it lacks a column without which no row says anything
 */
export function readErpCsv(
  kind: keyof typeof COLUMNS,
  bytes: Uint8Array,
  options: CsvOptions = {},
): CsvLines {
  const { text, charset } = decodeText(bytes, options.charset);
  const table = readCsv(text, options.separator);
  const { columns, ignored } = matchColumns(kind, table.head, options.map);
  const missing = NEEDED[kind].filter((member) => !columns.has(member));
  if (missing.length > 0)
    throw new CsvError(
      `No column for ${missing.join(", ")} among: ${table.head.join(" | ")}. Say which with --map ${missing[0]}=HEADING.`,
    );
  const lines: { line: number; value: object }[] = [];
  const rejected: { line: number; message: string }[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const read =
      kind === "purchases"
        ? purchaseOf(row, columns, seen)
        : accountOf(row, columns, options.accountKind);
    if (typeof read === "string")
      rejected.push({ line: row.line, message: read });
    else lines.push({ line: row.line, value: read });
  }
  return { lines, rejected, charset, separator: table.separator, ignored };
}

type Columns = ReadonlyMap<string, number>;

function cellOf({ cells }: CsvRow, columns: Columns, member: string): string {
  return (cells[columns.get(member) ?? -1] ?? "").trim();
}

/** `seen` counts the rows of each document where the file does not number them: the same file gives the same numbers. */
function purchaseOf(
  row: CsvRow,
  columns: Columns,
  seen: Map<string, number>,
): object | string {
  const cell = (member: string) => cellOf(row, columns, member);
  const document = cell("document");
  const place = (seen.get(document) ?? 0) + 1;
  seen.set(document, place);
  const date = readDay(cell("date"));
  if (date === null) return `date: "${cell("date")}" is no day`;
  const quantity = readFigure(cell("quantity"));
  if (quantity === null) return `quantity: "${cell("quantity")}" is no figure`;
  const amount = readFigure(cell("amount"));
  if (amount === null) return `amount: "${cell("amount")}" is no figure`;
  const discount = cell("discount") === "" ? 0 : readFigure(cell("discount"));
  if (discount === null) return `discount: "${cell("discount")}" is no figure`;
  const line = columns.has("line") ? readFigure(cell("line")) : place;
  if (line === null) return `line: "${cell("line")}" is no figure`;
  const said = cell("type") === "" ? null : readType(cell("type"));
  if (cell("type") !== "" && said === null)
    return `type: "${cell("type")}" is neither an invoice nor a credit note`;
  const type = said ?? (quantity < 0 || amount < 0 ? "credit" : "invoice");
  // Some write credit notes with a plus and mean a minus.
  const sign = type === "credit" && quantity >= 0 && amount >= 0 ? -1 : 1;
  const item = cell("item");
  return {
    ...{ document, line, type, customer: cell("customer"), item, date },
    description: cell("description") || item,
    quantity: quantity * sign || 0,
    amount: amount * sign || 0,
    currency: cell("currency").toUpperCase() || "CHF",
    ...(discount === 0 ? {} : { discount }),
  };
}

const KINDS: Readonly<Record<string, string>> = {
  ...{ client: "customer", kunde: "customer", cliente: "customer" },
  ...{ fournisseur: "vendor", lieferant: "vendor", fornitore: "vendor" },
  ...{ supplier: "vendor", banque: "bank", banca: "bank" },
  ...{ employe: "employee", mitarbeiter: "employee", dipendente: "employee" },
};

function accountOf(
  row: CsvRow,
  columns: Columns,
  kindOfAll: string | undefined,
): object | string {
  const said = cellOf(row, columns, "kind").toLowerCase();
  const plain = said.normalize("NFD").replace(/\p{M}/gu, "");
  const kind = KINDS[plain] ?? (said || kindOfAll);
  if (!kind) return "kind: neither in the row nor given with --kind";
  const values: Record<string, unknown> = { kind };
  for (const member of columns.keys()) {
    const text = cellOf(row, columns, member);
    if (text === "" || member === "kind") continue;
    values[member] =
      member === "blocked" ? /^(1|x|true|yes|oui|ja|si|sì)$/i.test(text) : text;
  }
  return values;
}
