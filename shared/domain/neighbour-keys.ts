import { fold } from "../core/fold.ts";
import { emailAddresses } from "./email.ts";
import { phoneForms } from "./phone-digits.ts";

/** What of a contact tells whether it may be another one's double. */
export interface NeighbourFacts {
  readonly type: "company" | "person";
  readonly name: string;
  readonly companyName: string;
  readonly postCode: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly vatNo: string;
}

/** Why two contacts are looked at together. */
export type NeighbourReason =
  | "email"
  | "mailbox"
  | "phone"
  | "vatNo"
  | "namePlace"
  | "nameBeginning"
  | "companyPlace"
  | "companyWords";

export type NeighbourKey = readonly [reason: NeighbourReason, key: string];

const LAST_DIGITS = 8;
/** Mailboxes that many firms have. */
const COMMON = new Set(["info", "kontakt", "contact", "office", "mail"]);
const LEGAL_FORMS = new Set(
  "sa sarl ag gmbh sagl srl spa kg ohg cie co fils sohne figli".split(" "),
);

/**
 * DUP-9, DUP-10: keys under which a contact and its possible doubles meet, whatever was mistyped elsewhere: e-mail, its
 * local part, the last eight digits of a phone, the VAT number, how the name sounds with the place or with its
 * beginning, and how the company sounds with the place or with its next word.
 */
export function neighbourKeys(
  contact: NeighbourFacts,
): readonly NeighbourKey[] {
  const keys: NeighbourKey[] = [];
  for (const address of contact.emails.flatMap(emailAddresses)) {
    const email = fold(address);
    const [local = "", domain = ""] = email.split("@");
    keys.push(["email", email]);
    keys.push(["mailbox", COMMON.has(local) ? `@${domain}` : bare(local)]);
  }
  for (const phone of contact.phones) {
    const [digits = ""] = phoneForms(phone).split(" ");
    if (digits.length >= LAST_DIGITS)
      keys.push(["phone", digits.slice(-LAST_DIGITS)]);
  }
  const vat = contact.vatNo.replace(/\D/g, "");
  if (vat.length >= 6) keys.push(["vatNo", vat]);
  const place = fold(contact.postCode).trim();
  if (contact.type === "person") {
    const words = wordsIn(contact.name);
    const [first = ""] = words;
    const last = words.at(-1) ?? "";
    // Either may be the family name.
    const pairs = [
      { one: last, other: first },
      { one: first, other: last },
    ];
    for (const { one, other } of pairs) {
      const sound = soundOf(one);
      if (sound === "") continue;
      if (place !== "") keys.push(["namePlace", `${sound}:${place}`]);
      if (one !== other)
        keys.push(["nameBeginning", `${sound}:${other.slice(0, 3)}`]);
    }
  }
  const company =
    contact.type === "company" ? contact.name : contact.companyName;
  // People of one firm are not each other's doubles.
  if (contact.type === "company") {
    const words = wordsIn(company)
      .filter((word) => word.length > 2 && !LEGAL_FORMS.has(word))
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    const [first, second] = words;
    if (first !== undefined && place !== "")
      keys.push(["companyPlace", `${soundOf(first)}:${place}`]);
    if (first !== undefined && second !== undefined) {
      const both = [soundOf(first), soundOf(second)].sort();
      keys.push(["companyWords", both.join(":")]);
    }
  }
  const seen = new Set<string>();
  return keys.filter(([reason, key]) => {
    const whole = `${reason} ${key}`;
    if (key === "" || seen.has(whole)) return false;
    seen.add(whole);
    return true;
  });
}

function wordsIn(text: string): readonly string[] {
  return fold(text)
    .replace(/([aou])e/g, "$1")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

/** How a word sounds in our three languages, roughly: its consonants, those that sound alike as one. */
export function soundOf(word: string): string {
  const consonants = word
    .replace(/[^a-z0-9]/g, "")
    .replace(/sch|sh|ch/g, "x")
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/ck|qu?|c(?=[aoukrlt]|$)/g, "k")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/[vw]/g, "f")
    .replace(/[yj]/g, "i")
    .replace(/z/g, "s")
    .replace(/d/g, "t")
    .replace(/b/g, "p")
    .replace(/g/g, "k");
  const [first = ""] = consonants;
  const rest = consonants.slice(1).replace(/[aeiouh]/g, "");
  return (first + rest).replace(/(.)\1+/g, "$1").slice(0, 5);
}
