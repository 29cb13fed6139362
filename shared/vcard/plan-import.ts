import type { Change } from "../domain/change.ts";
import {
  createCompany,
  createPerson,
  type CreateFacts,
} from "../domain/create-contact.ts";
import type { ContactPatch } from "../domain/field-check.ts";
import type { Contact } from "../entities/contact.ts";
import { channelKeys, type ContactsHere } from "./contacts-here.ts";
import { inTexts } from "./kept-lines.ts";
import { nameKey } from "./name-key.ts";
import type { ChannelUse, ReadContact } from "./read-contact.ts";

/**
 * What becomes of a card. `new`: a contact. `same`: here already, with everything the card says. `different`: here
 * already, and not what the card says; nothing is overwritten. `twice`: a card before it in the file is the same
 * contact. `refused`: the rules for contacts do not take it.
 */
export type Verdict = "new" | "same" | "different" | "twice" | "refused";

export interface PlannedCard {
  readonly verdict: Verdict;
  /** The contact that it becomes or is already. */
  readonly contactId: string | null;
  /** To be written together: the employer, if there is none yet, the contact, and what has no field. */
  readonly changes: readonly Change[];
}

export interface ImportFacts extends Omit<CreateFacts, "no"> {
  /** The word for what a number is for, in the user's language. */
  readonly wordOf: (use: ChannelUse) => string;
  /** Cards of companies in the same file, by the key of their name: people before them join the whole company. */
  readonly companyCards: ReadonlyMap<string, ReadContact>;
}

export interface ImportPlan {
  take(card: ReadContact, here: ContactsHere): PlannedCard;
}

interface InFile {
  readonly id: string;
  readonly type: Contact["type"];
  readonly channels: ReadonlySet<string>;
}

/** UTF-16 units in one note. */
const NOTE_MAX = 16_000;

/**
 * Plans the cards of one file in their order; remembers which contacts and companies they have made. A contact is the
 * same by its external id, else by its name with one e-mail or phone in common; a company without any by its name. New
 * ones get no number here: a file would use up the numbers that the device needs for a week without a line, so the
 * server gives them (NUM).
 */
export function createImportPlan(facts: ImportFacts): ImportPlan {
  const nameById = new Map<string, string>();
  const inFile = new Map<string, InFile[]>();
  const companies = new Map<string, Contact>();

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
  ): { readonly company: Contact; readonly changes: readonly Change[] } | null {
    const key = nameKey(name);
    const card = facts.companyCards.get(key);
    const known =
      (card && here.byExternalId(card.externalId)) ??
      here.named(key).find(({ type }) => type === "company") ??
      companies.get(key);
    if (known) return { company: known, changes: [] };
    const made = created(card ?? bare(name), null);
    if (!made) return null;
    companies.set(key, made.contact);
    return { company: made.contact, changes: made.changes };
  }

  /** The contact that a card before this one has made or found. */
  function seenBefore(card: ReadContact, key: string): InFile | undefined {
    const others = inFile.get(key) ?? [];
    const sameId = nameById.get(card.externalId) === key;
    const channels = keysOf(card);
    return others.find(
      ({ type, channels: theirs }) =>
        type === card.type && (sameId || areSame(type, channels, theirs)),
    );
  }

  function remember(card: ReadContact, key: string, contact: Contact): void {
    nameById.set(card.externalId, key);
    const one = { id: contact.id, type: card.type, channels: keysOf(card) };
    inFile.set(key, [...(inFile.get(key) ?? []), one]);
    if (card.type === "company" && !companies.has(key))
      companies.set(key, contact);
  }

  return {
    take(card, here) {
      const key = nameKey(card.name);
      const twin = seenBefore(card, key);
      if (twin) return { verdict: "twice", contactId: twin.id, changes: [] };
      // Made already, for a person of this company.
      const mine = card.type === "company" ? companies.get(key) : undefined;
      if (mine && mine.externalId === card.externalId) {
        remember(card, key, mine);
        return { verdict: "new", contactId: mine.id, changes: [] };
      }
      const known = knownContact(card, key, here);
      if (known) {
        remember(card, key, known);
        const verdict = saysTheSame(card, known) ? "same" : "different";
        return { verdict, contactId: known.id, changes: [] };
      }
      const made = withEmployer(card, here);
      if (!made) return { verdict: "refused", contactId: null, changes: [] };
      remember(card, key, made.contact);
      const { contact, changes } = made;
      return { verdict: "new", contactId: contact.id, changes };
    },
  };

  function withEmployer(
    card: ReadContact,
    here: ContactsHere,
  ): { readonly contact: Contact; readonly changes: readonly Change[] } | null {
    const work =
      card.companyName === null ? null : employer(card.companyName, here);
    // A second contact with the same id would not be found again by it.
    const own = nameById.has(card.externalId)
      ? { ...card, externalId: "" }
      : card;
    const made = created(own, work?.company ?? null);
    return (
      made && {
        contact: made.contact,
        changes: [...(work?.changes ?? []), ...made.changes],
      }
    );
  }
}

function knownContact(
  card: ReadContact,
  key: string,
  here: ContactsHere,
): Contact | undefined {
  const byId = here.byExternalId(card.externalId);
  if (byId) return byId;
  const channels = keysOf(card);
  return here.named(key).find((contact) => {
    if (contact.type !== card.type) return false;
    const theirs = channelKeys(contact, Object.values(contact.more ?? {}));
    return areSame(card.type, channels, theirs);
  });
}

/** Of two contacts of one type and name. Two companies of one name without a number to tell them apart are one. */
function areSame(
  type: Contact["type"],
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): boolean {
  if (type === "company" && (a.size === 0 || b.size === 0)) return true;
  return [...a].some((key) => b.has(key));
}

function keysOf(card: ReadContact): ReadonlySet<string> {
  return channelKeys(card.fields as Partial<Contact>, card.further);
}

/** Every value of the card stands on the contact already. */
function saysTheSame(card: ReadContact, contact: Contact): boolean {
  const fields = Object.entries(card.fields) as [keyof Contact, unknown][];
  const employer = nameKey(contact.companyName ?? "");
  return (
    fields.every(([field, value]) => contact[field] === value) &&
    (card.companyName === null || nameKey(card.companyName) === employer)
  );
}

function draftOf(card: ReadContact, facts: ImportFacts): ContactPatch {
  const items = card.further.map(({ kind, label, uses, value }) => {
    const word = (label ?? uses.map(facts.wordOf).join(" ")).slice(0, 40);
    const labelled = word === "" ? {} : { label: word };
    return [facts.newId(), { kind, ...labelled, value }] as const;
  });
  return {
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
function bare(name: string): ReadContact {
  return {
    type: "company",
    fields: { name },
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
