import type { KnownMode } from "../../../shared/vcard/update-known.ts";
import type { ImportState } from "./import-state.ts";
import type {
  FromImport,
  ImportSetup,
  TableRules,
  ToImport,
} from "./messages.ts";
import type { TableShape } from "./table-file.ts";

/** The import's worker; tests bring one in their own thread. */
export interface ImportChannel {
  post(message: ToImport): void;
  listen(listener: (message: FromImport) => void): void;
  close(): void;
}

export interface ImportSession {
  state(): ImportState;
  subscribe(listener: () => void): () => void;
  /** Reads a file for the preview. While another one is open or an import is taken back, it waits for its turn. */
  open(files: readonly File[], setup: ImportSetup): void;
  /** A file that could not even be handed over. */
  refuse(fileName: string, reason: Refused["reason"]): void;
  /** Of a table: another separator, sheet, charset or row of headings. */
  reshape(shape: Partial<TableShape>): void;
  /** Of a table: other columns, other ways of cleaning, another way with what is here. */
  setRules(rules: Partial<TableRules>, known?: KnownMode): void;
  /** Reads a table through and says what its columns hold. */
  check(): void;
  /** From the columns to the preview. */
  plan(): void;
  /** The preview once more, with another way with contacts that are here. */
  replan(known: KnownMode): void;
  /** From the preview back to the columns of the table. */
  backToColumns(): void;
  write(): void;
  /** While reading: the next file, or back to the choice. While writing: ends after the group on its way to the disk. */
  cancel(): void;
  /** Takes back an import of the list. One at a time, and not while a file is open. */
  undo(importId: string): void;
  /** The next file that waits; without any, back to the choice. */
  startOver(): void;
  /** Files that wait are not opened after all. */
  dropWaiting(): void;
}

/** A file that never came as far as its worker. */
export interface Refused {
  readonly fileName: string;
  readonly reason: "too-large" | "unreadable" | "notebook";
}
