import { fold } from "../../core/fold.ts";
import { emailAddresses } from "../email.ts";
import { vatKey } from "../vat.ts";
import {
  companyWords,
  personWords,
  plainWords,
  streetKey,
  type NameWords,
} from "./name-words.ts";
import { swissPhone } from "./swiss-phone.ts";

/** What of a contact is compared with others. */
export interface MatchContact {
  readonly id: string;
  readonly type: "company" | "person";
  readonly name: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly address: string;
  readonly postCode: string;
  readonly city: string;
  /** All of them, mobile ones among them. */
  readonly phones: readonly string[];
  /** Those that stand in the field for mobiles. */
  readonly mobile: string;
  readonly emails: readonly string[];
  readonly vatNo: string;
}

/** The same, made ready: done once for a contact and not for each pair. */
export interface MatchFacts {
  readonly id: string;
  readonly type: "company" | "person";
  readonly name: NameWords;
  /** What the employer is told by: its id, else its name. */
  readonly employer: string;
  readonly street: string;
  readonly postCode: string;
  readonly city: string;
  /** Of one person; everybody's in a house (`lines`) say less. */
  readonly mobiles: readonly string[];
  readonly lines: readonly string[];
  /** Addresses of one person or, of a company, any. */
  readonly emails: readonly string[];
  /** `info@…` and the like: whoever reads them. */
  readonly mailboxes: readonly string[];
  readonly vat: string;
}

const SWISS_MOBILE = /^417[4-9]\d{7}$/;
const COMMON_BOXES = new Set(
  "info kontakt contact contatto office mail email admin accueil reception empfang bureau buro verkauf vente vendite sales service direction hello bonjour familie famille famiglia fam".split(
    " ",
  ),
);

export function matchFacts(contact: MatchContact): MatchFacts {
  const { id, type, companyId, companyName } = contact;
  const isPerson = type === "person";
  const mobile = swissPhone(contact.mobile);
  const phones = [...new Set(contact.phones.map(swissPhone))].filter(
    (digits) => digits.length >= 8,
  );
  const isMobile = (digits: string) =>
    digits === mobile || SWISS_MOBILE.test(digits);
  const addresses = [
    ...new Set(contact.emails.flatMap(emailAddresses).map(fold)),
  ];
  const name = isPerson
    ? personWords(contact.name)
    : companyWords(contact.name);
  const isShared = (email: string) => isCommonBox(email, isPerson, name);
  return {
    ...{ id, type, name },
    employer: isPerson ? companyId || companyWords(companyName).sorted : "",
    street: streetKey(contact.address),
    postCode: contact.postCode.trim(),
    city: plainWords(contact.city).join(" "),
    mobiles: phones.filter(isMobile),
    lines: phones.filter((digits) => !isMobile(digits)),
    emails: addresses.filter((email) => !isShared(email)),
    mailboxes: addresses.filter(isShared),
    vat: vatKey(contact.vatNo),
  };
}

/** A company's own `info@` is its own; a person's address is theirs when it says their given name or initials. */
function isCommonBox(email: string, isPerson: boolean, name: NameWords) {
  if (!isPerson) return false;
  const [box = ""] = email.split("@");
  if (COMMON_BOXES.has(box.replace(/[^a-z]/g, ""))) return true;
  const letters = box.replace(/([aou])e/g, "$1");
  const said = name.words.filter(
    ({ text }) => text.length > 2 && letters.includes(text),
  );
  // `rochat@` and `famille.rochat@` are a family's.
  const [only] = said;
  return (
    said.length === 1 &&
    letters
      .replace(/^(?:familie|famille|famiglia|fam)/, "")
      .replace(/[^a-z]/g, "") === only?.text &&
    name.words.at(-1)?.text === only?.text
  );
}
