import { emailAddresses } from "../domain/email.ts";
import { phoneE164 } from "../domain/phone.ts";
import type { Contact } from "../entities/contact.ts";
import { nameKey } from "./name-key.ts";
import type { ReadContact } from "./read-contact.ts";

/** What to ask the contact list for, before some cards are planned. */
export interface Lookups {
  /** Keys of names (`nameKey`), employers' included. */
  readonly names: readonly string[];
  readonly externalIds: readonly string[];
  /** Numbers of contacts that a table gives. */
  readonly nos?: readonly string[];
  /** Visits that a table brings, to see which are here. */
  readonly visits?: readonly string[];
  /** Some of the cards may change a company: its people are needed, who inherit from it. */
  readonly withPeople?: boolean;
}

/** @param isEmployer whether the company of this name is known already: of one file, each is asked for once. */
export function lookupsOf(
  cards: readonly ReadContact[],
  companyCards: ReadonlyMap<string, ReadContact>,
  isEmployer: (key: string) => boolean = () => false,
): Lookups {
  const keys = new Set(cards.map(({ name }) => nameKey(name)));
  for (const { companyName } of cards) {
    const key = companyName === null ? "" : nameKey(companyName);
    if (companyName !== null && !isEmployer(key)) keys.add(key);
  }
  const companies = [...keys].flatMap((key) => companyCards.get(key) ?? []);
  const ids = [...cards, ...companies].map(({ externalId }) => externalId);
  return {
    names: [...keys],
    externalIds: [...new Set(ids)],
    nos: [...new Set(cards.flatMap(({ no }) => no ?? []))],
    visits: cards.flatMap(({ visit }) => visit?.id ?? []),
    withPeople: cards.some(
      ({ type, company }) => type === "company" || company !== undefined,
    ),
  };
}

/** Those contacts that are here already and may be the same as one in the file. */
export interface ContactsHere {
  /** Any number: not every external id comes from an address book, and nobody keeps them apart. */
  withExternalId(externalId: string): readonly Contact[];
  /** Of one name, whoever it is. */
  named(key: string): readonly Contact[];
  /** Of one number, old ones included. */
  numbered(no: string): readonly Contact[];
  /** Who works in a company, as far as it was asked for. */
  peopleOf(companyId: string): readonly Contact[];
  hasVisit(id: string): boolean;
}

/** MRG: the contact itself, or the one that has absorbed it at last; null = that one is not among these. */
export function standingFor(
  contact: Contact,
  byId: ReadonlyMap<string, Contact>,
): Contact | null {
  let at: Contact | undefined = contact;
  for (let i = 0; i <= byId.size && at?.mergedInto !== undefined; i++)
    at = byId.get(at.mergedInto);
  return at?.mergedInto === undefined ? (at ?? null) : null;
}

export function contactsHere(
  found: readonly Contact[],
  around: {
    readonly people?: readonly Contact[];
    readonly visits?: readonly string[];
  } = {},
): ContactsHere {
  const byNo = new Map<string, Contact[]>();
  const byCompany = new Map<string, Contact[]>();
  const visits = new Set(around.visits);
  const byExternalId = new Map<string, Contact[]>();
  const byName = new Map<string, Contact[]>();
  const byId = new Map(found.map((contact) => [contact.id, contact]));
  for (const one of found) {
    // MRG: a card that was merged away is the one that stands for it.
    const contact = standingFor(one, byId);
    if (!contact) continue;
    // A card that was exported here carries the contact's own id.
    addTo(byExternalId, one.id, contact);
    if (one.externalId !== undefined && one.externalId !== one.id)
      addTo(byExternalId, one.externalId, contact);
    addTo(byName, nameKey(one.name), contact);
    for (const no of [one.no, ...(one.aliases ?? [])])
      if (no !== undefined) addTo(byNo, no, contact);
  }
  for (const one of around.people ?? [])
    if (one.companyId !== undefined) addTo(byCompany, one.companyId, one);
  return {
    withExternalId: (externalId) => byExternalId.get(externalId) ?? [],
    named: (key) => byName.get(key) ?? [],
    numbered: (no) => byNo.get(no) ?? [],
    peopleOf: (id) => byCompany.get(id) ?? [],
    hasVisit: (id) => visits.has(id),
  };
}

function addTo(
  map: Map<string, Contact[]>,
  key: string,
  contact: Contact,
): void {
  const others = map.get(key);
  if (others) others.push(contact);
  else map.set(key, [contact]);
}

/** E-mail addresses and phone numbers in a form in which the same ones are equal. */
export function channelKeys(
  contact: Pick<Contact, "phone" | "mobile" | "email" | "email2" | "country">,
  further: readonly { readonly kind: string; readonly value: string }[],
): ReadonlySet<string> {
  const { phone, mobile, email, email2, country } = contact;
  const others = (kind: string) =>
    further.filter((item) => item.kind === kind).map(({ value }) => value);
  const phones = [phone, mobile, ...others("phone")];
  const emails = [email, email2, ...others("email")];
  return new Set([
    ...phones.flatMap((number) => phoneKey(number, country)),
    ...emails.flatMap((address) =>
      emailAddresses(address ?? "").map((one) => one.toLowerCase()),
    ),
  ]);
}

function phoneKey(number = "", country?: string): readonly string[] {
  const digits = number.replace(/\D/g, "");
  if (digits.length < 6) return [];
  return [phoneE164(number, country) ?? digits];
}
