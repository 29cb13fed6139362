import type { Change } from "../../../shared/domain/change.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Setting } from "../../../shared/entities/setting.ts";
import type { Lookups } from "../../../shared/vcard/contacts-here.ts";
import type { PhotoProblem } from "../../../shared/vcard/photo.ts";
import type { Verdict } from "../../../shared/vcard/plan-import.ts";
import type {
  ChannelUse,
  ValueProblem,
} from "../../../shared/vcard/read-contact.ts";
import type {
  FileCard,
  FileProblem,
} from "../../../shared/vcard/read-vcards.ts";

export type BadReason = Extract<FileCard, { kind: "bad" }>["reason"];

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
}

/** What the rules for new contacts ask of the device. */
export interface ImportSetup {
  /** Unix milliseconds: the time in the ids of what is made. */
  readonly now: number;
  readonly setting: Setting | null;
  readonly userSalesperson: string | null;
  readonly words: Readonly<Record<ChannelUse, string>>;
}

export type ToImport =
  /** Reads the file and says what would become of its cards; writes nothing. */
  | {
      readonly kind: "preview";
      readonly file: Blob;
      readonly setup: ImportSetup;
    }
  /** The same file once more, now with what is to be written. */
  | { readonly kind: "write" }
  /** Answer to `lookup`. */
  | { readonly kind: "found"; readonly contacts: readonly Contact[] }
  /** The planned changes are on the disk. */
  | { readonly kind: "saved" };

export type FromImport =
  | { readonly kind: "lookup"; readonly lookups: Lookups }
  | {
      readonly kind: "rows";
      readonly rows: readonly PreviewRow[];
      /** Contacts that these cards would make, employers included. */
      readonly makes: Made;
      /** Bytes read so far. */
      readonly read: number;
    }
  | { readonly kind: "previewed" }
  | {
      readonly kind: "changes";
      readonly groups: readonly (readonly Change[])[];
      /** Names on cards whose picture could not be decoded after all, since the last changes. */
      readonly badPhotos: readonly string[];
      readonly read: number;
    }
  | { readonly kind: "written" }
  | {
      readonly kind: "refused";
      readonly problem: FileProblem | { readonly reason: "unreadable" };
    };

export interface Made {
  readonly companies: number;
  readonly persons: number;
  readonly photos: number;
}
