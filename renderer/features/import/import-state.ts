import type { FileKind } from "../../../shared/vcard/file-kind.ts";
import type { PastImport } from "../../local-store/past-imports.ts";
import type { ColumnCheck } from "../../../shared/table/check-column.ts";
import type { KnownMode } from "../../../shared/vcard/update-known.ts";
import type { FailedRows, PreviewRow, TableRules } from "./messages.ts";
import type { TableFound } from "./table-file.ts";

export type Verdicts = Readonly<Record<PreviewRow["verdict"], number>>;

/** Why a file as a whole is not read. `notebook`: what is here already could not be looked up. */
export type ChooseProblem =
  | { readonly reason: "empty" | "unreadable" | "too-large" | "notebook" }
  | { readonly reason: "not-a-vcard"; readonly looksLike: FileKind | null };

/** What was found in a file, whether it has been written or not. */
export interface Preview {
  readonly fileName: string;
  readonly bytes: number;
  /** Rows of a table, not business cards. */
  readonly isTable: boolean;
  /** Bytes read; below `bytes` while it is being read. */
  readonly read: number;
  readonly cards: number;
  readonly verdicts: Verdicts;
  /** Contacts that the import would make, employers included. */
  readonly companies: number;
  readonly persons: number;
  readonly photos: number;
  /** Contacts that are here and would be changed, and visits that would be added. */
  readonly updates: number;
  readonly visits: number;
  /** Cards with a value that its field does not take, or a picture that cannot be taken over. */
  readonly withProblems: number;
  /** The first cards, and the first that need a look; a file may have 200,000. */
  readonly rows: readonly PreviewRow[];
  readonly concerns: readonly PreviewRow[];
}

/** What an import has written. */
export interface Written {
  readonly companies: number;
  readonly persons: number;
  readonly updates: number;
  readonly visits: number;
  readonly pictures: number;
  /** Names on the first cards whose picture could not be decoded, and how many there are. */
  readonly badPhotos: {
    readonly count: number;
    readonly first: readonly string[];
  };
  /** The first contacts, to open. */
  readonly first: readonly { readonly id: string; readonly name: string }[];
}

/** Where the import stands with its file. */
export type ImportStep =
  | {
      readonly step: "choose";
      readonly problem: ChooseProblem | null;
      readonly fileName: string;
    }
  | {
      /** A table: what its columns are for, how they are cleaned, and what they are matched by. */
      readonly step: "map";
      readonly preview: Preview;
      readonly table: TableFound;
      readonly rules: TableRules;
      readonly known: KnownMode;
      /** The rules are those of an earlier import with the same headings. */
      readonly remembered: boolean;
      /** What the columns hold; null = not looked at under these rules. */
      readonly checked: readonly ColumnCheck[] | null;
    }
  | { readonly step: "reading"; readonly preview: Preview }
  | {
      readonly step: "preview";
      readonly preview: Preview;
      readonly known: KnownMode;
      /** Null = business cards. */
      readonly failed: FailedRows | null;
    }
  | {
      readonly step: "writing";
      readonly preview: Preview;
      readonly failed: FailedRows | null;
      readonly written: Written;
      /** Bytes of the file whose cards are written. */
      readonly done: number;
      readonly canceling: boolean;
    }
  | {
      readonly step: "result";
      readonly preview: Preview;
      readonly written: Written;
      readonly end: ImportEnd;
      readonly failed: FailedRows | null;
      /** Among `imports`; null when nothing was made. */
      readonly importId: string | null;
    };

export type ImportEnd = Exclude<PastImport["end"], "running" | "interrupted">;

/** What the page shows at every step. */
export interface Around {
  /** Names of the files that come after this one, in their order. */
  readonly waiting: readonly string[];
  /** The imports of the last 90 days, newest first, without the one that is being written. */
  readonly imports: readonly PastImport[];
  /** The import that is being taken back; `done` and `of` are steps of that work. */
  readonly undoing: {
    readonly id: string;
    readonly done: number;
    readonly of: number;
  } | null;
  /** The import that could not be taken back as a whole. */
  readonly undoFailed: string | null;
}

export type ImportState = ImportStep & Around;

/** How far an import is taken back; `possible` also after a crash in the middle of it. */
export function undoOf(
  { imports, undoing, undoFailed }: Around,
  id: string,
): "possible" | "running" | "done" | "failed" {
  if (undoing?.id === id) return "running";
  if (undoFailed === id) return "failed";
  return imports.find((past) => past.id === id)?.undone ? "done" : "possible";
}

export const KEPT_ROWS = 5_000;

export function emptyPreview({
  fileName,
  bytes,
  isTable = false,
}: Pick<Preview, "fileName" | "bytes"> & {
  readonly isTable?: boolean;
}): Preview {
  return {
    ...{ fileName, bytes, isTable },
    read: 0,
    cards: 0,
    verdicts: {
      new: 0,
      update: 0,
      same: 0,
      different: 0,
      twice: 0,
      refused: 0,
      bad: 0,
    },
    companies: 0,
    persons: 0,
    photos: 0,
    updates: 0,
    visits: 0,
    withProblems: 0,
    rows: [],
    concerns: [],
  };
}

export const NOTHING_WRITTEN: Written = {
  companies: 0,
  persons: 0,
  updates: 0,
  visits: 0,
  pictures: 0,
  badPhotos: { count: 0, first: [] },
  first: [],
};

/** A card that a person should look at before they import. */
export function isConcern(row: PreviewRow): boolean {
  return row.verdict === "bad" || row.verdict === "refused" || hasProblem(row);
}

export function hasProblem(row: PreviewRow): boolean {
  return row.problems.length > 0 || row.photoProblem !== null;
}
