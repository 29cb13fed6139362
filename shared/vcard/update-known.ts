import type { Change } from "../domain/change.ts";
import { editContact } from "../domain/edit-contact.ts";
import type { ContactPatch } from "../domain/field-check.ts";
import { inheritFlagsOf } from "../domain/inheritance.ts";
import type { NewId } from "../domain/new-id.ts";
import type { Contact } from "../entities/contact.ts";
import type { Setting } from "../entities/setting.ts";
import { nameKey } from "./name-key.ts";
import type {
  ChannelUse,
  FurtherChannel,
  ReadContact,
} from "./read-contact.ts";
import { isFingerprint } from "./same-contact.ts";

/** What a card does to a contact that is here: nothing, add what is blank, or take the place of what it contradicts. */
export type KnownMode = "leave" | "fill" | "overwrite";

/** As many further channels as one document takes. */
const MORE_MAX = 40;

/**
 * What a card changes on the contact that it is about, and on the people of a company with it (INH-5). Nothing on a
 * contact that is blocked. A value that its field refuses was left out when the card was read.
 */
export function updateKnown(
  card: ReadContact,
  contact: Contact,
  people: readonly Contact[],
  facts: {
    readonly known: KnownMode;
    readonly setting: Setting | null;
    readonly newId: NewId;
    readonly wordOf: (use: ChannelUse) => string;
  },
): readonly Change[] {
  if (facts.known === "leave" || contact.privacyBlocked === true) return [];
  const overwrites = facts.known === "overwrite";
  const patch = {
    ...fieldsFor(card, contact, overwrites),
    ...moreFor(card, contact, facts),
    ...idFor(card, contact),
  };
  if (Object.keys(patch).length === 0) return [];
  const flags = inheritFlagsOf(facts.setting);
  const edited = editContact({ contact, people, flags }, patch);
  if (!edited.ok) return [];
  return edited.value.map((change) =>
    change.id === contact.id ? { ...change, origin: "imported" } : change,
  );
}

const NAME: ReadonlySet<string> = new Set([
  "name",
  "firstName",
  "middleName",
  "surname",
]);

function fieldsFor(
  card: ReadContact,
  contact: Contact,
  overwrites: boolean,
): ContactPatch {
  const sameName = nameKey(card.name) === nameKey(contact.name);
  const parts = [contact.firstName, contact.middleName, contact.surname];
  const here = channelsOn(contact);
  const entries = Object.entries(card.fields).filter(([field, value]) => {
    const stored = contact[field as keyof Contact];
    if (value === stored || value === null || value === undefined) return false;
    // The parts of a name are one value: a first name alone is not put beside another's surname.
    if (NAME.has(field))
      return overwrites && !(sameName && parts.some(Boolean));
    if (stored !== undefined && stored !== "") return overwrites;
    // Under another word already: the private number of one program is the second one of the next.
    const kind = CHANNELS[field];
    return kind === undefined || !here.has(`${kind}/${value as string}`);
  });
  return Object.fromEntries(entries);
}

const CHANNELS: Readonly<Record<string, string>> = {
  ...{ phone: "phone", mobile: "phone", fax: "phone", pager: "phone" },
  ...{ email: "email", email2: "email", homePage: "homePage" },
};

function moreFor(
  card: ReadContact,
  contact: Contact,
  facts: {
    readonly newId: NewId;
    readonly wordOf: (use: ChannelUse) => string;
  },
): ContactPatch {
  const here = channelsOn(contact);
  const more = contact.more ?? {};
  const added = card.further
    .filter(({ kind, value }) => !here.has(`${kind}/${value}`))
    .slice(0, Math.max(0, MORE_MAX - Object.keys(more).length))
    .map((one) => [facts.newId(), moreItem(one, facts.wordOf)] as const);
  return added.length === 0
    ? {}
    : { more: { ...more, ...Object.fromEntries(added) } };
}

/** The other program's own id, so that it is known next time whatever was edited. */
function idFor(card: ReadContact, contact: Contact): ContactPatch {
  const isOwn = card.externalId !== "" && !isFingerprint(card.externalId);
  return isOwn && contact.externalId === undefined
    ? { externalId: card.externalId }
    : {};
}

/** A further channel with the word for what it is for. */
export function moreItem(
  { kind, label, uses, value }: FurtherChannel,
  wordOf: (use: ChannelUse) => string,
): NonNullable<Contact["more"]>[string] {
  const word = (label ?? uses.map(wordOf).join(" ")).slice(0, 40);
  return { kind, ...(word === "" ? {} : { label: word }), value };
}

/** `phone/021 555 12 12`: everything that the contact is reached by, wherever it stands on the card. */
export function channelsOn(contact: Contact): ReadonlySet<string> {
  const of = (kind: string, values: readonly (string | undefined)[]) =>
    values.map((value) => `${kind}/${value ?? ""}`);
  const { phone, mobile, fax, pager, email, email2, homePage } = contact;
  return new Set([
    ...of("phone", [phone, mobile, fax, pager]),
    ...of("email", [email, email2]),
    ...of("homePage", [homePage]),
    ...Object.values(contact.more ?? {}).map(
      ({ kind, value }) => `${kind}/${value}`,
    ),
  ]);
}
