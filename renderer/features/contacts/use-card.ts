import {
  inheritedFields,
  type InheritFlags,
} from "../../../shared/domain/inheritance.ts";
import { pictureOf } from "../../../shared/domain/picture.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { FileInfo } from "../../../shared/entities/file.ts";
import type { Note } from "../../../shared/entities/note.ts";
import type { LiveQuery } from "../../local-store/live-query.ts";
import { useLive } from "../../local-store/use-live.ts";
import type { DocumentMarks, Store } from "../../local-store/store.ts";
import { readFlags } from "../../local-store/marketing.ts";

export interface Card {
  readonly contact: Contact;
  /** The employer, when this device has it. */
  readonly company: Contact | null;
  readonly flags: InheritFlags;
  /** Fields that stand here with the company's value and follow it (INH-9). */
  readonly inherited: ReadonlySet<keyof Contact>;
  /** Open conflicts of this card by field. */
  readonly conflicts: ReadonlyMap<string, Note>;
  /** What is said about it: conflicts, dated notes. */
  readonly notes: readonly Note[];
  /** What it looks like, and every document that says so. */
  readonly picture: FileInfo | null;
  readonly files: readonly FileInfo[];
  readonly marks: DocumentMarks | null;
}

/** Everything that the card shows of one contact, kept current; `value` null = this device does not have it. */
export function useCard(id: string) {
  return useLive(cardQuery(id));
}

export function cardQuery(id: string): LiveQuery<Card | null> {
  return {
    key: `card/${id}`,
    collections: ["contacts", "notes", "settings", "files"],
    shared: true,
    read: (store) => readCard(store, id),
  };
}

async function readCard(store: Store, id: string): Promise<Card | null> {
  const contact = await store.get("contacts", id);
  if (!contact) return null;
  const employer =
    contact.type === "person" && contact.companyId !== undefined
      ? store.get("contacts", contact.companyId)
      : null;
  const [company, flags, notes, files, marks] = await Promise.all([
    employer,
    readFlags(store),
    store.byContact("notes", id, 100),
    store.byContact("files", id, 100),
    store.marks("contacts", id),
  ]);
  return {
    contact,
    company,
    flags,
    inherited: company ? inheritedFields(contact, company, flags) : new Set(),
    conflicts: openConflicts(notes),
    notes,
    picture: pictureOf(files),
    files,
    marks,
  };
}

function openConflicts(notes: readonly Note[]): ReadonlyMap<string, Note> {
  return new Map(
    notes
      .filter((note) => note.kind === "conflict" && note.status === "open")
      .flatMap((note) => (note.field ? [[note.field, note] as const] : [])),
  );
}
