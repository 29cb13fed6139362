import type { Change } from "../../shared/domain/change.ts";
import type { InheritFlags } from "../../shared/domain/inheritance.ts";
import type { FieldChoice } from "../../shared/domain/merge/merge-fields.ts";
import {
  mergeContacts,
  type MergeRefusal,
  type Related,
} from "../../shared/domain/merge/merge-contacts.ts";
import type { Resolutions } from "../../shared/domain/merge/merge-rows.ts";
import { pictureOf } from "../../shared/domain/picture.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Note } from "../../shared/entities/note.ts";
import type {
  CollectionName,
  Documents,
} from "../../shared/entities/registry.ts";
import { ok, refuse, type Result } from "../../shared/core/result.ts";
import {
  mergeNotes,
  splitContacts,
  stepsIn,
  type Split,
} from "../../shared/sync/merge-record.ts";
import { keyOf } from "../../shared/sync/reverse.ts";
import { readFlags } from "./marketing.ts";
import { recordedWith } from "./recorded-with.ts";
import type { ContactList, Store } from "./store.ts";

const MOST = 20_000;

interface Deps {
  readonly store: Store;
  readonly list: Pick<ContactList, "peopleOf" | "attended">;
  readonly newId: () => string;
}

export interface MergeOrder {
  readonly keep: string;
  /** In the order in which they are absorbed. */
  readonly others: readonly string[];
  readonly choice: FieldChoice;
  readonly resolutions: Resolutions;
  /** Above an absorbed contact's comment. */
  readonly headingOf: (contact: Contact) => string;
}

export type OrderRefusal = MergeRefusal | { readonly kind: "gone" };

/** All that hangs on a contact on this device. */
export async function relatedOf(
  { store, list }: Pick<Deps, "store" | "list">,
  contact: Contact,
): Promise<Related> {
  const people = await peopleOf({ store, list }, contact);
  const ties = Object.values(contact.links ?? {}).map((one) => one.contactId);
  const present = await list.attended(contact.id);
  const [interactions, tasks, opportunities, notes, files, tied] =
    await Promise.all([
      met("interactions"),
      met("tasks"),
      recorded("opportunities"),
      store.byContact("notes", contact.id, MOST),
      store.byContact("files", contact.id, MOST),
      store.getMany("contacts", ties),
    ]);
  return {
    ...{ interactions, tasks, opportunities, notes, files, people },
    tied: [...tied.values()],
  };

  /** Also those of others where it is present besides. */
  async function met<C extends "interactions" | "tasks">(
    c: C,
  ): Promise<readonly Documents[C][]> {
    const attended = await store.getMany(c, present[c]);
    const own = await recorded(c);
    return [
      ...new Map(
        [...own, ...attended.values()].map((one) => [one.id, one]),
      ).values(),
    ];
  }
  /** Also what its people have done there. */
  async function recorded<C extends "interactions" | "tasks" | "opportunities">(
    c: C,
  ): Promise<readonly Documents[C][]> {
    const own = await recordedWith(store, c, contact, MOST);
    const theirs = await Promise.all(
      people.map(({ id }) => store.byContact(c, id, MOST)),
    );
    const under = theirs
      .flat()
      .filter(({ companyId }) => companyId === contact.id);
    return [
      ...new Map([...own, ...under].map((one) => [one.id, one])).values(),
    ];
  }
}

async function peopleOf(
  {
    store,
    list,
  }: Pick<Deps, "store"> & { readonly list: Pick<ContactList, "peopleOf"> },
  contact: Contact,
): Promise<readonly Contact[]> {
  if (contact.type !== "company") return [];
  const rows = await list.peopleOf(contact.id);
  const people = await store.getMany(
    "contacts",
    rows.map(({ id }) => id),
  );
  return [...people.values()];
}

/**
 * The changes that merge contacts, one intention: one after the other is absorbed, each with a record of its own, so that
 * each can be split again by itself. What is decided about all of them counts for each.
 */
export async function planMerge(
  deps: Deps,
  order: MergeOrder,
): Promise<Result<readonly Change[], OrderRefusal>> {
  const { store, newId } = deps;
  const flags: InheritFlags = await readFlags(store);
  const done = new Map<string, Change>();
  /** As it stands after what has been planned so far. */
  const now = <T extends { readonly id: string }>(c: CollectionName, one: T) =>
    (done.get(keyOf({ c, id: one.id }))?.after ?? one) as unknown as T;
  for (const id of order.others) {
    const found = await store.getMany("contacts", [order.keep, id]);
    const keep = found.get(order.keep);
    const other = found.get(id);
    if (!keep || !other) return refuse({ kind: "gone" });
    const related = await relatedOf(deps, other);
    const all = <T extends { readonly id: string }>(
      c: CollectionName,
      rows: readonly T[],
    ) => rows.map((one) => now(c, one));
    const merged = mergeContacts({
      keep: now("contacts", keep),
      other: now("contacts", other),
      related: {
        interactions: all("interactions", related.interactions),
        tasks: all("tasks", related.tasks),
        opportunities: all("opportunities", related.opportunities),
        notes: all("notes", related.notes),
        files: all("files", related.files),
        people: all("contacts", related.people),
        tied: all("contacts", related.tied),
      },
      people: (await peopleOf(deps, keep)).map((one) => now("contacts", one)),
      flags,
      hasPicture:
        pictureOf(await store.byContact("files", keep.id, MOST)) !== null,
      choice: order.choice,
      resolutions: order.resolutions,
      commentHeading: order.headingOf(other),
    });
    if (!merged.ok) return merged;
    const record = mergeNotes(
      merged.value,
      { keep: order.keep, other: id },
      newId,
    );
    // The two contacts first, then the record: with the first of several groups all is decided.
    const isOwn = (one: Change) => one.id === id || one.id === order.keep;
    const own = merged.value.filter(isOwn);
    const rest = merged.value.filter((one) => !isOwn(one));
    for (const change of [...own, ...record, ...rest]) {
      const key = keyOf(change);
      const before = done.get(key);
      done.set(
        key,
        before ? ({ ...change, before: before.before } as Change) : change,
      );
    }
  }
  return ok([...done.values()]);
}

/** Who was absorbed by a contact and can be split from it, the latest first; who is absorbed further down waits for its turn. */
export async function absorbedIn(
  {
    store,
    list,
  }: { readonly store: Store; readonly list: Pick<ContactList, "absorbedBy"> },
  keep: string,
): Promise<readonly Contact[]> {
  const ids = await list.absorbedBy(keep);
  const found = await store.getMany("contacts", ids);
  return [...found.values()].filter(({ mergedInto }) => mergedInto === keep);
}

/** The changes that take one merge back; null = nothing is known of it here. */
export async function planSplit(
  { store }: Pick<Deps, "store">,
  keep: string,
  other: string,
): Promise<Split | null> {
  const about = await store.byContact("notes", keep, MOST);
  const notes = about.filter(
    (note: Note) => note.kind === "merge" && note.docId === other,
  );
  if (notes.length === 0) return null;
  const steps = stepsIn(notes);
  const now = new Map<string, Readonly<Record<string, unknown>>>();
  for (const c of new Set(steps.map((step) => step.c as CollectionName))) {
    const ids = steps.flatMap((step) => (step.c === c ? [step.id] : []));
    const found = await store.getMany(c, [...new Set(ids)]);
    for (const [id, one] of found) now.set(keyOf({ c, id }), one);
  }
  return splitContacts(notes, now);
}
