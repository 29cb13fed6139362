import type { Change } from "../../../shared/domain/change.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { CollectionName } from "../../../shared/entities/registry.ts";
import { takenBack } from "../../../shared/vcard/imported-update.ts";
import {
  importedMark,
  visitMark,
} from "../../../shared/vcard/imported-mark.ts";
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
  const visitMarks = new Map(
    parts.flatMap(({ visits }) => visits.map(({ id, mark }) => [id, mark])),
  );
  // In records of before visits stand among the others, without a mark.
  const imported = new Set([
    ...parts.flatMap(({ others }) => others),
    ...visitMarks.keys(),
  ]);
  const kept: { id: string; name: string }[] = [];
  const work = await usedCollections(store);
  const updates = parts.flatMap((part) => part.updates).toReversed();
  const steps = updates.length + imported.size + 2 * made.length;
  let done = 0;

  /** Contacts that were here before become what they were, member by member. */
  async function restore(some: typeof updates): Promise<boolean> {
    const found = await store.getMany("contacts", [
      ...new Set(some.map(({ id }) => id)),
    ]);
    const after = new Map(found);
    const edited = new Set<string>();
    for (const update of some) {
      const contact = after.get(update.id);
      if (!contact) continue;
      const back = takenBack(contact, update);
      after.set(update.id, back.contact);
      if (back.kept) edited.add(update.id);
    }
    for (const id of edited) kept.push({ id, name: found.get(id)?.name ?? "" });
    const changes = [...found].flatMap(([id, before]): Change[] => {
      const back = after.get(id);
      const isSame = JSON.stringify(back) === JSON.stringify(before);
      return !back || isSame
        ? []
        : [{ c: "contacts", id, before, after: back }];
    });
    const saved = await Promise.all(
      changes.map((change) => save("action.undoImport", [change])),
    );
    return saved.every(({ status }) => status === "saved");
  }

  /** Visits that came with the rows; one that somebody has edited, judged, called off or worked on since stays. */
  async function removeVisits(ids: readonly string[]): Promise<boolean> {
    const found = await store.getMany("interactions", ids);
    const used = await Promise.all([...found.values()].map(isUsed));
    const untouched = [...found.values()].filter((_, i) => !used[i]);
    await listContacts([...found.values()].filter((_, i) => used[i]));
    const saved = await Promise.all(
      untouched.map((visit) =>
        save("action.undoImport", [deletion("interactions", visit)]),
      ),
    );
    return saved.every(({ status }) => status === "saved");
  }

  async function isUsed(visit: Interaction): Promise<boolean> {
    const { id, contactId, evaluation, canceled } = visit;
    const mark = visitMarks.get(id);
    if (evaluation !== undefined || canceled === true) return true;
    if (mark !== undefined && mark !== visitMark(visit)) return true;
    const [corrections, files] = await Promise.all([
      store.byContact("interactions", contactId, CHILDREN_MAX),
      store.byContact("files", contactId, CHILDREN_MAX),
    ]);
    return (
      corrections.some(({ amends }) => amends === id) ||
      files.some(({ interactionId }) => interactionId === id)
    );
  }
  /** Whose visits stay; who came with the import is listed when their own turn comes. */
  async function listContacts(visits: readonly Interaction[]): Promise<void> {
    const others = new Set(
      visits.flatMap(({ contactId }) =>
        marks.has(contactId) || kept.some(({ id }) => id === contactId)
          ? []
          : [contactId],
      ),
    );
    const found = await store.getMany("contacts", [...others]);
    for (const { id, name } of found.values()) kept.push({ id, name });
  }

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
    const companies = await companiesOf(contacts, () => undefined, store);
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

  for (const [all, part] of [
    ...inParts(updates).map((some) => [restore, some] as const),
    ...inParts([...imported]).map((some) => [removeVisits, some] as const),
  ]) {
    // Each of them takes what it was cut from.
    if (!(await (all as (some: unknown) => Promise<boolean>)(part)))
      return { status: "failed", ...named(kept) };
    await settled();
    done += part.length;
    onProgress(done, steps);
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
      onProgress(done, steps);
    }
  return { status: "done", ...named(kept) };
}

function named(kept: readonly { id: string; name: string }[]) {
  return { kept: kept.length, first: kept.slice(0, KEPT_NAMES) };
}

function inParts<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) =>
    all.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
}

/** A collection without any document needs not be asked once for each contact. */
async function usedCollections(store: Pick<Store, "counts">) {
  const counts = await store.counts();
  return WORK.filter((c) => counts[c] > 0);
}

function deletion(
  c: "contacts" | "notes" | "files" | "interactions",
  before: { readonly id: string },
): Change {
  return { c, id: before.id, before, after: null } as Change;
}
