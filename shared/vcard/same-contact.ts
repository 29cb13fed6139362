import type { Contact } from "../entities/contact.ts";
import { channelKeys, type ContactsHere } from "./contacts-here.ts";
import { nameKey } from "./name-key.ts";
import type { ReadContact } from "./read-contact.ts";

/** What two contacts of one type are compared by. */
export interface Identity {
  /** Empty or absent when there is none. */
  readonly externalId?: string | undefined;
  /** `channelKeys` of it. */
  readonly channels: ReadonlySet<string>;
}

export function identityOf(card: ReadContact): Identity {
  const known = identities.get(card);
  if (known) return known;
  const { externalId, fields, further } = card;
  const channels = channelKeys(fields as Partial<Contact>, further);
  const identity = { externalId, channels };
  identities.set(card, identity);
  return identity;
}

/** A card is compared with those here and with those before it in its file. */
const identities = new WeakMap<ReadContact, Identity>();

/**
 * The contact that is here already and is the one of the card. An id that nobody else can have decides alone; any other
 * (`10001` is also a customer in somebody's ERP) only together with the name, or with an e-mail or phone in common.
 * Without the id, the name and one of those. Type and type are always the same.
 */
export function knownContact(
  card: ReadContact,
  key: string,
  here: ContactsHere,
): Contact | undefined {
  const own = identityOf(card);
  const sameType = (contact: Contact) => contact.type === card.type;
  const reachable = (contact: Contact) =>
    haveInCommon(own, identityHere(contact));
  const sameId = here.withExternalId(card.externalId).filter(sameType);
  const sameNo =
    card.no === undefined ? [] : here.numbered(card.no).filter(sameType);
  return (
    sameId.find(({ name }) => nameKey(name) === key) ??
    sameId.find(reachable) ??
    // A number is another program's own as well: it decides only together with something else.
    sameNo.find((one) => nameKey(one.name) === key || reachable(one)) ??
    (isUnique(card.externalId) ? sameId[0] : undefined) ??
    here
      .named(key)
      .filter(sameType)
      .find((one) => areSame(card.type, own, identityHere(one)))
  );
}

/** Of two contacts of one type and name. Two companies without a number to tell them apart are one, unless each has an id. */
export function areSame(
  type: Contact["type"],
  a: Identity,
  b: Identity,
): boolean {
  if (haveInCommon(a, b)) return true;
  const cannotTell = a.channels.size === 0 || b.channels.size === 0;
  return type === "company" && cannotTell && !haveOwnIds(a, b);
}

function haveInCommon(a: Identity, b: Identity): boolean {
  return [...a.channels].some((key) => b.channels.has(key));
}

/** Both from an address book, as far as ids tell: a number of the ERP beside a UUID says nothing against it. */
function haveOwnIds(
  { externalId: a = "" }: Identity,
  { externalId: b = "" }: Identity,
): boolean {
  const own = (id: string) => id !== "" && !isFingerprint(id);
  return own(a) && own(b) && a !== b && UUID.test(a) === UUID.test(b);
}

function isUnique(externalId: string): boolean {
  return (
    UUID.test(externalId) ||
    FINGERPRINT.test(externalId) ||
    OF_ONE_SOURCE.test(externalId)
  );
}

/** Made of what a card says, because it has no id. */
export function isFingerprint(externalId: string): boolean {
  return FINGERPRINT.test(externalId);
}

/** With or without hyphens, and with what Apple writes after it (`:ABPerson`). */
const UUID = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/i;
/** Made of all that a card without UID says. */
const FINGERPRINT = /^(vcf|row):/;
/** A table's own id behind the program, or the table, that it is of (`hubspot:1201`). */
const OF_ONE_SOURCE =
  /^(carnet|outlook|google|thunderbird|hubspot|salesforce|odoo|business-central|table-[0-9a-f]{8}):/;

function identityHere(contact: Contact): Identity {
  const further = Object.values(contact.more ?? {});
  const channels = channelKeys(contact, further);
  return { externalId: contact.externalId, channels };
}
