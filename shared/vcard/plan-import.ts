import type { Change } from "../domain/change.ts";
import {
  createCompany,
  createPerson,
  type CreateFacts,
} from "../domain/create-contact.ts";
import type { ContactPatch } from "../domain/field-check.ts";
import { logVisit } from "../domain/log-visit.ts";
import { starterDefaults } from "../domain/starter-defaults.ts";
import type { Contact } from "../entities/contact.ts";
import { createCardsSeen } from "./cards-seen.ts";
import type { ContactsHere } from "./contacts-here.ts";
import { inTexts } from "./kept-lines.ts";
import { nameKey } from "./name-key.ts";
import type { ChannelUse, ReadContact } from "./read-contact.ts";
import { salutationOf } from "./salutation-of.ts";
import { knownContact } from "./same-contact.ts";
import {
  channelsOn,
  moreItem,
  updateKnown,
  type KnownMode,
} from "./update-known.ts";

/**
 * What becomes of a card. `new`: a contact. `update`: here already, and what the card says besides is added, or takes
 * its place. `same`: here already, and every field and further number or address of the
 * card stands on it; what has no field is not compared. `different`: here already, and not so; nothing is overwritten. `twice`: a card before it in the file is the same
 * contact. `refused`: the rules for contacts do not take it.
 */
export type Verdict =
  "new" | "update" | "same" | "different" | "twice" | "refused";

export interface PlannedCard {
  readonly verdict: Verdict;
  /** The contact that it becomes or is already. */
  readonly contactId: string | null;
  /** To be written together: the employer, if there is none yet, the contact, and what has no field. */
  readonly changes: readonly Change[];
  /** In a preview: an employer that was planned by its name alone is this contact, and is not made. */
  readonly replacesEmployer?: boolean;
}

export interface ImportFacts extends Omit<CreateFacts, "no"> {
  /** What becomes of contacts that are here already. */
  readonly known: KnownMode;
  /** Work date: no visit is later. */
  readonly today: string;
  /** The word for what a number is for, in the user's language. */
  readonly wordOf: (use: ChannelUse) => string;
  /** Cards of companies in the same file, by the key of their name: people before them join the whole company. */
  readonly companyCards: ReadonlyMap<string, ReadContact>;
}

export interface ImportPlan {
  take(card: ReadContact, here: ContactsHere): PlannedCard;
  /** An employer of this name was met already; whoever has it need not be asked for again. */
  isEmployer(key: string): boolean;
}

/** UTF-16 units in one note. */
const NOTE_MAX = 16_000;

/**
 * Plans the cards of one file in their order; remembers which contacts and companies they have made. Which contacts are
 * the same is said by `same-contact.ts`. New ones get no number here: a file would use up the numbers that the device needs for a week without a line, so the
 * server gives them (NUM).
 */
export function createImportPlan(facts: ImportFacts): ImportPlan {
  const seen = createCardsSeen();
  const companies = new Map<string, Contact>();
  /** Employers that were here before, by the key of their name. */
  const employers = new Map<string, Contact>();
  /** Contacts that are here, as cards before have left them. */
  const updated = new Map<string, Contact>();
  const visits = new Set<string>();

  function asLeft(contact: Contact): Contact {
    return updated.get(contact.id) ?? contact;
  }
  function update(
    card: ReadContact,
    contact: Contact,
    here: ContactsHere,
  ): readonly Change[] {
    const people = here.peopleOf(contact.id).map(asLeft);
    const changes = updateKnown(card, contact, people, facts);
    for (const change of changes)
      if (change.c === "contacts" && change.after)
        updated.set(change.id, change.after);
    return changes;
  }

  /** The visit of a row, with whoever the row is about. */
  function visitWith(
    card: ReadContact,
    contact: Contact,
    here: ContactsHere,
  ): readonly Change[] {
    const { visit } = card;
    if (!visit || visits.has(visit.id) || here.hasVisit(visit.id)) return [];
    visits.add(visit.id);
    const { today, userSalesperson } = facts;
    const logged = logVisit(
      {
        ...{ contact, template: null, userSalesperson, today },
        ...{ time: "00:00", newId: () => visit.id },
      },
      visit,
    );
    return logged.ok ? logged.value.map(imported) : [];
  }

  function created(
    card: ReadContact,
    company: Contact | null,
  ): { readonly contact: Contact; readonly changes: readonly Change[] } | null {
    const make = { ...facts, no: null };
    const draft = draftOf(card, facts);
    const result =
      card.type === "company"
        ? createCompany(make, draft)
        : createPerson({ ...make, company }, draft);
    const [change] = result.ok ? result.value : [];
    if (change?.c !== "contacts" || !change.after) return null;
    const contact = change.after;
    return {
      contact,
      changes: [imported(change), ...keptNotes(card, contact, facts)],
    };
  }

  /** The employer: here, made by a card before, or made now — from its own card where the file has one. */
  function employer(
    name: string,
    here: ContactsHere,
    { company: of, office }: Pick<ReadContact, "company" | "office">,
  ): { readonly company: Contact; readonly changes: readonly Change[] } | null {
    const key = nameKey(name);
    const card = facts.companyCards.get(key);
    const known =
      (card && knownContact(card, key, here)) ??
      here.named(key).find(({ type }) => type === "company") ??
      employers.get(key) ??
      companies.get(key);
    if (known) {
      if (!companies.has(key)) employers.set(key, known);
      const company = asLeft(known);
      const changes = of ? update(bare(name, of), company, here) : [];
      return { company: asLeft(company), changes };
    }
    const made = created(card ?? bare(name, { ...office, ...of }), null);
    if (!made) return null;
    companies.set(key, made.contact);
    return { company: made.contact, changes: made.changes };
  }

  function remember(card: ReadContact, key: string, contact: Contact): void {
    seen.add(card, key, contact);
    if (card.type === "company" && !companies.has(key))
      companies.set(key, contact);
  }

  /** A company that was made for a person before this card, which is its own. */
  function madeBefore(card: ReadContact, key: string): Contact | undefined {
    const made = card.type === "company" ? companies.get(key) : undefined;
    if (!made || made.externalId === card.externalId) return made;
    // A preview meets people before it has read the card of their company.
    const own = facts.companyCards.get(key)?.externalId === card.externalId;
    return own && made.externalId === undefined ? made : undefined;
  }

  function taken(
    card: ReadContact,
    key: string,
    verdict: Verdict,
    contact: Contact,
    changes: readonly Change[],
  ): PlannedCard {
    remember(card, key, contact);
    return { verdict, contactId: contact.id, changes };
  }

  return {
    // One with a card of its own is found by more than its name.
    isEmployer: (key) =>
      !facts.companyCards.has(key) &&
      (companies.has(key) || employers.has(key)),
    take(card, here) {
      const key = nameKey(card.name);
      const twin = seen.find(card, key);
      if (twin)
        return {
          verdict: "twice",
          contactId: twin.contact.id,
          changes: visitWith(card, twin.contact, here),
        };
      const found = knownContact(card, key, here);
      const known = found && asLeft(found);
      const mine = madeBefore(card, key);
      if (mine && (!known || mine.id === known.id))
        return taken(card, key, "new", mine, []);
      if (found && known) {
        if (mine) companies.set(key, known);
        const employed =
          card.company && card.companyName !== null
            ? (employer(card.companyName, here, card)?.changes ?? [])
            : [];
        const changes = update(card, asLeft(found), here);
        const after = asLeft(found);
        const verdict =
          changes.length > 0
            ? "update"
            : saysTheSame(card, known)
              ? "same"
              : "different";
        const planned = taken(card, key, verdict, after, [
          ...employed,
          ...changes,
          ...visitWith(card, after, here),
        ]);
        return mine ? { ...planned, replacesEmployer: true } : planned;
      }
      const made = withEmployer(card, here);
      return made
        ? taken(card, key, "new", made.contact, [
            ...made.changes,
            ...visitWith(card, made.contact, here),
          ])
        : { verdict: "refused", contactId: null, changes: [] };
    },
  };

  function withEmployer(
    card: ReadContact,
    here: ContactsHere,
  ): { readonly contact: Contact; readonly changes: readonly Change[] } | null {
    const work =
      card.companyName === null ? null : employer(card.companyName, here, card);
    const made = created(card, work?.company ?? null);
    return (
      made && {
        contact: made.contact,
        changes: [...(work?.changes ?? []), ...made.changes],
      }
    );
  }
}

/** Every field and channel of the card stands on the contact already; further ones under whichever label. */
function saysTheSame(card: ReadContact, contact: Contact): boolean {
  const fields = Object.entries(card.fields) as [keyof Contact, unknown][];
  const employer = nameKey(contact.companyName ?? "");
  const channels = channelsOn(contact);
  return (
    fields.every(([field, value]) => contact[field] === value) &&
    (card.companyName === null || nameKey(card.companyName) === employer) &&
    card.further.every(({ kind, value }) => channels.has(`${kind}/${value}`))
  );
}

function draftOf(card: ReadContact, facts: ImportFacts): ContactPatch {
  const items = card.further.map(
    (one) => [facts.newId(), moreItem(one, facts.wordOf)] as const,
  );
  const { defaultPersonSalutation } = facts.setting ?? starterDefaults;
  // A company with salutations of its own has no code for what a title says.
  const salutation =
    defaultPersonSalutation === starterDefaults.defaultPersonSalutation
      ? salutationOf(card.title ?? "")
      : null;
  return {
    ...(salutation && { salutation }),
    ...card.fields,
    ...(card.externalId === "" ? {} : { externalId: card.externalId }),
    ...(items.length === 0 ? {} : { more: Object.fromEntries(items) }),
  };
}

/** What has no field of ours stands beside the contact, for the way back out. */
function keptNotes(
  card: ReadContact,
  contact: Contact,
  { newId }: ImportFacts,
): readonly Change[] {
  return inTexts(card.kept, NOTE_MAX).map((text) => {
    const id = newId();
    const after = { id, kind: "vcard", contactId: contact.id, text } as const;
    return imported({ c: "notes", id, before: null, after });
  });
}

function imported(change: Change): Change {
  return { ...change, origin: "imported" };
}

/** An employer of whom the file says nothing but the name. */
function bare(name: string, fields: ContactPatch = {}): ReadContact {
  return {
    type: "company",
    fields: { ...fields, name },
    name,
    companyName: null,
    further: [],
    birthday: null,
    categories: [],
    hasPhoto: false,
    externalId: "",
    kept: [],
    problems: [],
  };
}
