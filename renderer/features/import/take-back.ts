import type { Change } from "../../../shared/domain/change.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { CollectionName } from "../../../shared/entities/registry.ts";
import { importedMark } from "../../../shared/vcard/imported-mark.ts";
import { readParts } from "../../local-store/past-imports.ts";
import type { ContactList, Save, Store } from "../../local-store/store.ts";
import { companiesOf } from "./import-records.ts";

/** Contacts that are looked at, and then deleted, at a time. */
const AT_ONCE = 50;
const KEPT_NAMES = 50;
const CHILDREN_MAX = 50;

/** Whatever hangs on a contact because somebody has worked with it. */
const WORK = [
  "interactions",
  "tasks",
  "opportunities",
  "purchases",
  "accounts",
  "drafts",
] as const satisfies readonly CollectionName[];

export interface TakenBack {
  readonly status: "done" | "failed";
  /** Edited or used since, and therefore still there. */
  readonly kept: number;
  readonly first: readonly { readonly id: string; readonly name: string }[];
}

export interface TakeBackDeps {
  readonly store: Pick<Store, "getMany" | "byContact" | "counts">;
  readonly list: Pick<ContactList, "peopleOf">;
  readonly save: Save;
  /** Resolves when what was saved is in the store: a question to it looks through everything that is not there yet. */
  readonly settled: () => Promise<void>;
}

/**
 * Deletes what an import has made, except what was edited or used since (ux.md rule 9, DEL-1): people before companies,
 * so that a company which keeps somebody is kept too. Each contact is an entry of its own with what came with it: should
 * the server refuse one, for a task that this device has not seen, the others stay deleted. Doing it again is harmless.
 */
export async function takeBack(
  { store, list, save, settled }: TakeBackDeps,
  importId: string,
  onProgress: (done: number, of: number) => void,
): Promise<TakenBack> {
  const parts = await readParts(store, importId);
  const made = parts.flatMap(({ contacts }) => contacts).toReversed();
  const marks = new Map(made.map(({ id, mark }) => [id, mark]));
  const imported = new Set(parts.flatMap(({ others }) => others));
  const kept: { id: string; name: string }[] = [];
  const work = await usedCollections(store);
  let done = 0;

  /** The changes that delete a contact; null when it stays. */
  async function removal(
    contact: Contact,
    company: Contact | null,
  ): Promise<readonly Change[] | null> {
    if (importedMark(contact, company) !== marks.get(contact.id)) return null;
    const { id } = contact;
    const [files, notes, people, ...others] = await Promise.all([
      store.byContact("files", id, CHILDREN_MAX),
      store.byContact("notes", id, CHILDREN_MAX),
      contact.type === "company" ? list.peopleOf(id) : [],
      ...work.map((c) => store.byContact(c, id, 1)),
    ]);
    // What the server has to say of a contact (`notice`) is nobody's work.
    const written = notes.filter(({ kind }) => kind !== "notice");
    const since = [...files, ...written].some((one) => !imported.has(one.id));
    if (since || people.length > 0 || others.some(({ length }) => length > 0))
      return null;
    return [
      ...notes.map((before): Change => deletion("notes", before)),
      ...files.map((before): Change => deletion("files", before)),
      deletion("contacts", contact),
    ];
  }

  async function take(contacts: readonly Contact[]): Promise<boolean> {
    const companies = await companiesOf(contacts, [], store);
    const removals = await Promise.all(
      contacts.map((contact) =>
        removal(contact, companies.get(contact.companyId ?? "") ?? null),
      ),
    );
    for (const [i, one] of removals.entries()) {
      const { id = "", name = "" } = contacts[i] ?? {};
      if (one === null) kept.push({ id, name });
    }
    const saved = await Promise.all(
      removals.flatMap((changes) =>
        changes ? [save("action.undoImport", changes)] : [],
      ),
    );
    return saved.every(({ status }) => status === "saved");
  }

  for (const type of ["person", "company"] as const)
    for (let i = 0; i < made.length; i += AT_ONCE) {
      const part = made.slice(i, i + AT_ONCE);
      const found = await store.getMany(
        "contacts",
        part.map(({ id }) => id),
      );
      const contacts = part.flatMap(({ id }) => found.get(id) ?? []);
      const all = await take(contacts.filter((one) => one.type === type));
      if (!all) return { status: "failed", ...named(kept) };
      await settled();
      done += part.length;
      onProgress(done, 2 * made.length);
    }
  return { status: "done", ...named(kept) };
}

function named(kept: readonly { id: string; name: string }[]) {
  return { kept: kept.length, first: kept.slice(0, KEPT_NAMES) };
}

/** A collection without any document needs not be asked once for each contact. */
async function usedCollections(store: Pick<Store, "counts">) {
  const counts = await store.counts();
  return WORK.filter((c) => counts[c] > 0);
}

function deletion(
  c: "contacts" | "notes" | "files",
  before: { readonly id: string },
): Change {
  return { c, id: before.id, before, after: null } as Change;
}
