import {
  bulkOutcome,
  type BulkEdit,
  type BulkOutcome,
} from "../../../shared/domain/bulk-edit.ts";
import type { Change } from "../../../shared/domain/change.ts";
import { editContact } from "../../../shared/domain/edit-contact.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type {
  ContactList,
  SaveResult,
  Store,
} from "../../local-store/store.ts";
import { readFlags } from "../../local-store/marketing.ts";
import { factsOf } from "./contact-facts.ts";

/** Contacts that are read, and then changed, at a time. */
const AT_ONCE = 50;
/** Lines of the before and after table. */
export const SHOWN = 20;

export interface BulkPreview {
  readonly changed: number;
  readonly unchanged: number;
  readonly invalid: number;
  /** The first that change or cannot be changed. */
  readonly lines: readonly {
    readonly id: string;
    readonly name: string;
    readonly outcome: Exclude<BulkOutcome, { readonly kind: "unchanged" }>;
  }[];
}

interface Watch {
  readonly onProgress: (done: number) => void;
  readonly isCanceled: () => boolean;
}

/** What an edit would make of these contacts; null when canceled. Nothing is written. */
export async function previewBulk(
  store: Pick<Store, "getMany">,
  ids: readonly string[],
  edit: BulkEdit,
  watch: Watch,
): Promise<BulkPreview | null> {
  const count = { changed: 0, unchanged: 0, invalid: 0 };
  const lines: BulkPreview["lines"][number][] = [];
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const part = ids.slice(i, i + AT_ONCE);
    const contacts = await store.getMany("contacts", part);
    if (watch.isCanceled()) return null;
    for (const id of part) {
      const contact = contacts.get(id);
      if (!contact) continue;
      const outcome = bulkOutcome(contact, edit);
      count[outcome.kind] += 1;
      if (outcome.kind !== "unchanged" && lines.length < SHOWN)
        lines.push({ id, name: contact.name, outcome });
    }
    watch.onProgress(Math.min(ids.length, i + AT_ONCE));
  }
  return { ...count, lines };
}

export interface BulkDone {
  readonly status: "done" | "canceled" | "failed";
  /** Contacts of those that were chosen; people who only followed their company are not counted. */
  readonly changed: number;
}

/**
 * Edits the contacts by the rules of the card, in portions: what inherits from a company follows it (INH-5), and a person
 * who is chosen as well is edited as they then are. `save` writes one portion. Cancelling leaves the finished portions.
 */
export async function runBulk(
  deps: {
    readonly store: Pick<Store, "getMany" | "all">;
    readonly list: Pick<ContactList, "peopleOf">;
    readonly save: (changes: readonly Change[]) => Promise<SaveResult>;
  },
  ids: readonly string[],
  edit: BulkEdit,
  watch: Watch,
): Promise<BulkDone> {
  const flags = await readFlags(deps.store);
  let changed = 0;
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    if (watch.isCanceled()) return { status: "canceled", changed };
    const part = ids.slice(i, i + AT_ONCE);
    const found = await deps.store.getMany("contacts", part);
    const portion = createPortion();
    let edited = 0;
    for (const id of part) {
      const contact = portion.now(found.get(id));
      if (!contact) continue;
      const outcome = bulkOutcome(contact, edit);
      if (outcome.kind !== "changed") continue;
      const facts = await factsOf(deps, contact, flags);
      const people = facts.people.map((one) => portion.now(one) ?? one);
      const result = editContact({ ...facts, people }, outcome.patch);
      if (!result.ok) continue;
      edited += 1;
      portion.add(result.value);
    }
    const changes = portion.changes();
    if (changes.length > 0) {
      const saved = await deps.save(changes);
      if (saved.status === "failed") return { status: "failed", changed };
      changed += edited;
    }
    watch.onProgress(Math.min(ids.length, i + AT_ONCE));
  }
  return { status: "done", changed };
}

/** Changes of one portion, in order: what an earlier one has made of a document is what a later one begins with. */
function createPortion() {
  const changes: Change[] = [];
  const latest = new Map<string, Contact>();
  return {
    now: (contact: Contact | undefined): Contact | undefined =>
      contact && (latest.get(contact.id) ?? contact),
    add(more: readonly Change[]): void {
      changes.push(...more);
      for (const { c, id, after } of more)
        if (c === "contacts" && after) latest.set(id, after);
    },
    changes: (): readonly Change[] => changes,
  };
}
