import type { Change } from "../../../shared/domain/change.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Setting } from "../../../shared/entities/setting.ts";
import type { Lookups } from "../../../shared/vcard/contacts-here.ts";
import type { PhotoProblem } from "../../../shared/vcard/photo.ts";
import type { ColumnCheck } from "../../../shared/table/check-column.ts";
import type { RowRules } from "../../../shared/table/read-row.ts";
import type { Verdict } from "../../../shared/vcard/plan-import.ts";
import type { KnownMode } from "../../../shared/vcard/update-known.ts";
import type {
  ChannelUse,
  ValueProblem,
} from "../../../shared/vcard/read-contact.ts";
import type {
  FileCard,
  FileProblem,
} from "../../../shared/vcard/read-vcards.ts";
import type { TableFound, TableShape } from "./table-file.ts";

export type BadReason =
  Extract<FileCard, { kind: "bad" }>["reason"] | "unclosed-quote";

/** One card of the file as the preview shows it. */
export interface PreviewRow {
  readonly number: number;
  readonly line: number;
  readonly type: "company" | "person";
  readonly name: string;
  readonly companyName: string;
  /** First of its numbers and addresses. */
  readonly channel: string;
  readonly verdict: Verdict | "bad";
  /** With `bad` only. */
  readonly reason: BadReason | null;
  readonly problems: readonly ValueProblem[];
  /** Why its picture is left out. */
  readonly photoProblem: PhotoProblem | null;
  /** Of a contact that is here: what will change on it. */
  readonly updates: readonly FieldUpdate[];
  /** The row brings a visit that is not here yet. */
  readonly hasVisit: boolean;
}

export interface FieldUpdate {
  /** A member of a contact. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Rows that are left out, as they stand in their table, each with its reason. */
export interface FailedRows {
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    readonly reason: BadReason | "refused";
  }[];
}

/** What the rules for new contacts ask of the device. */
export interface ImportSetup {
  /** Unix milliseconds: the time in the ids of what is made. */
  readonly now: number;
  readonly setting: Setting | null;
  readonly userSalesperson: string | null;
  /** Work date: no visit is later. */
  readonly today: string;
  /** What becomes of contacts that are here already. */
  readonly known: KnownMode;
  readonly words: Readonly<Record<ChannelUse, string>>;
}

export type ToImport =
  /** Cards are planned at once; of a table the answer says what was understood, and the rest waits for `plan`. */
  | { readonly kind: "open"; readonly file: File; readonly setup: ImportSetup }
  /** Which separator, sheet and so on a person has chosen instead of what was understood. */
  | { readonly kind: "shape"; readonly shape: Partial<TableShape> }
  /** Reads a table through and says what its columns hold, unless something else is asked for meanwhile. */
  | { readonly kind: "check"; readonly rules: TableRules }
  /** Reads the file, a table by these rules, and says what would become of it; as often as one likes. */
  | {
      readonly kind: "plan";
      readonly rules: TableRules | null;
      readonly setup: ImportSetup;
    }
  /** The same file once more, now with what is to be written. */
  | { readonly kind: "write" }
  /** Answer to `lookup`. */
  | {
      readonly kind: "found";
      /** That of the question. */
      readonly n: number;
      readonly contacts: readonly Contact[];
      /** Who works in the companies among them. */
      readonly people: readonly Contact[];
      /** Those of the visits asked for that are here. */
      readonly visits: readonly string[];
    }
  /** The planned changes are on the disk. */
  | { readonly kind: "saved"; readonly n: number };

/** A table's rules with how its file is told apart. */
export interface TableRules extends RowRules {
  readonly shape: TableShape;
}

export type FromImport =
  /** The file is a table: its columns have to be understood before anything is read. */
  | { readonly kind: "table"; readonly table: TableFound }
  | { readonly kind: "checked"; readonly columns: readonly ColumnCheck[] }
  | { readonly kind: "lookup"; readonly n: number; readonly lookups: Lookups }
  /** The rows from here on are of the plan that was asked for last; those before may have been of another one. */
  | { readonly kind: "planning" }
  | {
      readonly kind: "rows";
      readonly rows: readonly PreviewRow[];
      /** Contacts that these cards would make, employers included. */
      readonly makes: Made;
      /** Bytes read so far. */
      readonly read: number;
    }
  | { readonly kind: "previewed"; readonly failed: FailedRows | null }
  | {
      readonly kind: "changes";
      readonly n: number;
      readonly groups: readonly (readonly Change[])[];
      /** Names on cards whose picture could not be decoded after all, since the last changes. */
      readonly badPhotos: readonly string[];
      readonly read: number;
    }
  | { readonly kind: "written" }
  | {
      readonly kind: "refused";
      readonly problem:
        FileProblem | { readonly reason: "unreadable" | "too-large" };
    };

export interface Made {
  readonly companies: number;
  readonly persons: number;
  readonly photos: number;
  /** Contacts that were here and are changed; who inherits from them is not counted. */
  readonly updates: number;
  readonly visits: number;
}
