import { joinName, splitName, type NameParts } from "../domain/contact-name.ts";
import { partsOf, textOf, itemsOf, type Property } from "./card.ts";
import type { CardGleaner } from "./card-gleaner.ts";
import { nameKey } from "./name-key.ts";

export interface NamesOfCard {
  readonly type: "company" | "person";
  readonly name: string;
  readonly companyName: string | null;
}

const NAME_MAX = 100;
const PART_MAX = 60;

/**
 * Who the card is about: N before FN, the organisation, the kind. A card of an organisation is one by its KIND, by
 * Apple's X-ABShowAs, or because its name is its organisation's. Null when nothing in the card could be a name.
 */
export function takeNames(gleaner: CardGleaner): NamesOfCard | null {
  const org = gleaner.first("ORG");
  const orgName = org
    ? oneLine(partsOf(org).find((part) => part.trim()) ?? "")
    : "";
  const fn = gleaner.first("FN");
  const fullName = fn ? oneLine(textOf(fn)) : "";
  const parts = nameParts(gleaner, fullName);
  const joined = joinName(parts);
  if (isCompany(gleaner, fullName || joined, orgName)) {
    return takeCompany(gleaner, { fn, fullName, org, orgName });
  }
  const name = joined || fullName || nickname(gleaner) || address(gleaner);
  if (name === "") return null;
  for (const part of ["firstName", "middleName", "surname"] as const) {
    const value = parts[part];
    if (value) gleaner.put(part, value);
  }
  const ours = joined === "" ? clip(name, NAME_MAX) : joined;
  if (joined === "") gleaner.put("name", ours);
  if (fn && nameKey(fullName) === nameKey(ours)) gleaner.taken(fn);
  if (org && partsOf(org).filter((part) => part.trim()).length <= 1)
    gleaner.taken(org);
  return {
    type: "person",
    name: clip(ours, NAME_MAX),
    companyName: orgName === "" ? null : clip(orgName, NAME_MAX),
  };
}

function takeCompany(
  gleaner: CardGleaner,
  card: {
    readonly fn: Property | undefined;
    readonly fullName: string;
    readonly org: Property | undefined;
    readonly orgName: string;
  },
): NamesOfCard | null {
  const name = clip(card.orgName || card.fullName, NAME_MAX);
  if (name === "") return null;
  gleaner.put("name", name);
  if (card.fn && nameKey(card.fullName) === nameKey(name))
    gleaner.taken(card.fn);
  if (card.org && partsOf(card.org).filter((part) => part.trim()).length <= 1)
    gleaner.taken(card.org);
  return { type: "company", name, companyName: null };
}

function isCompany(
  gleaner: CardGleaner,
  name: string,
  orgName: string,
): boolean {
  const says = (property: string) => {
    const found = gleaner.first(property);
    return found ? textOf(found).trim().toLowerCase() : "";
  };
  const kind = says("KIND") || says("X-ADDRESSBOOKSERVER-KIND");
  if (kind === "org" || kind === "organization") return true;
  if (says("X-ABSHOWAS") === "company") return true;
  if (kind === "individual" || orgName === "") return false;
  return name === "" || nameKey(name) === nameKey(orgName);
}

interface Parts {
  firstName?: string;
  middleName?: string;
  surname?: string;
}

function nameParts(gleaner: CardGleaner, fullName: string): Parts {
  const { firstName, middleName, surname } = readParts(gleaner, fullName);
  const whole: Parts = {
    ...(firstName && { firstName: clip(firstName, PART_MAX) }),
    ...(middleName && { middleName: clip(middleName, PART_MAX) }),
    ...(surname && { surname: clip(surname, PART_MAX) }),
  };
  if (joinName(whole).length <= NAME_MAX) return whole;
  const { firstName: first = "", surname: last = "" } = whole;
  const room = NAME_MAX - first.length - 1;
  return {
    ...(first && { firstName: first }),
    ...(last && { surname: clip(last, room) }),
  };
}

/** The parts of N. A single text in N or FN is a whole name: `Dürr, Hans` is family first, else NAM-1 splits it. */
function readParts(gleaner: CardGleaner, fullName: string): NameParts {
  const n = gleaner.first("N");
  const parts = n ? partsOf(n).map(oneLine) : [];
  const [surname = "", firstName = "", middleName = "", ...titles] = parts;
  const whole = { firstName, middleName, surname };
  const fits =
    joinName(whole).length <= NAME_MAX &&
    [surname, firstName, middleName].every((part) => part.length <= PART_MAX);
  if (n && fits && titles.every((title) => title === "")) gleaner.taken(n);
  if (parts.length > 1) return whole;
  const text = surname || fullName;
  const [family = "", given = "", ...rest] = text
    .split(",")
    .map((word) => word.trim());
  return family && given && rest.length === 0
    ? { firstName: given, surname: family }
    : splitName(text);
}

function nickname(gleaner: CardGleaner): string {
  const found = gleaner.first("NICKNAME");
  return found ? oneLine(itemsOf(found)[0] ?? "") : "";
}

/** Better a contact called by its address than one that is left out. */
function address(gleaner: CardGleaner): string {
  const found = gleaner.first("EMAIL");
  return found ? oneLine(textOf(found)) : "";
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** At most `max` UTF-16 units, never half a character. */
function clip(text: string, max: number): string {
  const cut = text.slice(0, max);
  return (cut.isWellFormed() ? cut : cut.slice(0, -1)).trim();
}
