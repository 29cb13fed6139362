import { toCsv } from "../../../shared/core/table-text.ts";
import type { ListView } from "../../../shared/domain/list-view.ts";
import {
  writeCard,
  type WrittenVersion,
} from "../../../shared/vcard/write-card.ts";
import type {
  ContactList,
  ContactRow,
  ListQuery,
  Store,
} from "../../local-store/store.ts";
import { readCardExtras } from "../../local-store/card-extras.ts";
import type { CellWords } from "./cell-text.ts";
import { writeXlsx } from "../../../shared/table/xlsx-writer.ts";
import { headings, rowCells, rowTexts } from "./export-rows.ts";

/** Rows that are read, and cards that are opened, at a time: the window stays free in between. */
const ROWS_AT_ONCE = 500;
const CARDS_AT_ONCE = 100;

export interface ExportJob {
  readonly list: Pick<ContactList, "query" | "ids">;
  readonly store: Pick<Store, "getMany" | "byContact">;
  readonly query: ListQuery;
  readonly onProgress: (done: number, of: number) => void;
  readonly isCanceled: () => boolean;
}

/** Null = canceled. */
interface Exported {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly count: number;
}

/** The rows of a query in its order, up to `max`; null when canceled. */
export async function readRows(
  { list, query, onProgress, isCanceled }: Omit<ExportJob, "store">,
  max = Infinity,
): Promise<{ rows: readonly ContactRow[]; total: number } | null> {
  const rows: ContactRow[] = [];
  for (;;) {
    const to = Math.min(max, rows.length + ROWS_AT_ONCE);
    const answer = await list.query(query, rows.length, to);
    if (isCanceled()) return null;
    rows.push(...answer.rows);
    onProgress(rows.length, Math.min(max, answer.total));
    const isAll = rows.length >= Math.min(max, answer.total);
    if (isAll || answer.rows.length === 0) return { rows, total: answer.total };
  }
}

export async function exportCsv(
  job: ExportJob,
  columns: ListView["columns"],
  words: CellWords,
  language: string,
): Promise<Exported | null> {
  const read = await readRows(job);
  if (!read) return null;
  const lines = read.rows.map((row) => rowTexts(row, columns, words));
  const content = toCsv(
    [headings(columns, words), ...lines],
    separatorOf(language),
  );
  return { content, count: lines.length };
}

/** What the spreadsheets of a country take for the end of a cell when a file is double-clicked. */
export function separatorOf(language: string): ";" | "," {
  const { language: spoken, region } = new Intl.Locale(language);
  return region === undefined && spoken === "en" ? "," : ";";
}

export async function exportXlsx(
  job: ExportJob,
  columns: ListView["columns"],
  words: CellWords,
  sheetName: string,
): Promise<Exported | null> {
  const read = await readRows(job);
  if (!read) return null;
  const rows = read.rows.map((row) => rowCells(row, columns, words));
  const content = writeXlsx(sheetName, headings(columns, words), rows);
  return { content, count: rows.length };
}

export async function exportCards(
  job: ExportJob,
  version: WrittenVersion,
): Promise<Exported | null> {
  const ids = await job.list.ids(job.query);
  const cards: string[] = [];
  for (let i = 0; i < ids.length; i += CARDS_AT_ONCE) {
    if (job.isCanceled()) return null;
    const part = ids.slice(i, i + CARDS_AT_ONCE);
    const contacts = await job.store.getMany("contacts", part);
    const made = await Promise.all(
      part.map(async (id) => {
        const contact = contacts.get(id);
        if (!contact) return [];
        const extras = await readCardExtras(job.store, id);
        return [writeCard(contact, version, extras)];
      }),
    );
    cards.push(...made.flat());
    job.onProgress(Math.min(ids.length, i + CARDS_AT_ONCE), ids.length);
  }
  return { content: cards.join(""), count: cards.length };
}
