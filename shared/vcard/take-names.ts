import { joinName, splitName, type NameParts } from "../domain/contact-name.ts";
import { partsOf, textOf, itemsOf, type Property } from "./card.ts";
import type { CardGleaner } from "./card-gleaner.ts";
import { nameKey } from "./name-key.ts";
import { clip, oneLine } from "./one-line.ts";

export interface NamesOfCard {
  readonly type: "company" | "person";
  readonly name: string;
  readonly companyName: string | null;
  /** What stands before the name of a person: `Madame`, `Dr.` */
  readonly title?: string;
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
  const read = readParts(gleaner, fullName);
  const parts = fittingParts(read.parts);
  const joined = joinName(parts);
  if (isCompany(gleaner, fullName || joined, orgName)) {
    if (read.allOfN) gleaner.taken(read.allOfN);
    return takeCompany(gleaner, { fn, fullName, org, orgName });
  }
  const name = joined || fullName || nickname(gleaner) || address(gleaner);
  if (name === "") return null;
  for (const part of ["firstName", "middleName", "surname"] as const) {
    const value = parts[part];
    if (value) gleaner.put(part, value);
  }
  const ours = clip(name, NAME_MAX);
  if (joined === "") gleaner.put("name", ours);
  const whole = read.whole || name;
  if (whole !== ours)
    gleaner.note({ field: "name", code: "too-long", value: whole });
  const isSaid = fn !== undefined && fullName === ours;
  if (isSaid) gleaner.taken(fn);
  // Beside another name to be shown, N says for ever whether the name was edited since.
  if (read.allOfN && (isSaid || fullName === "")) gleaner.taken(read.allOfN);
  takeOrg(gleaner, org, orgName, "companyName");
  return {
    type: "person",
    name: ours,
    companyName: orgName === "" ? null : clip(orgName, NAME_MAX),
    ...(read.title !== "" && { title: read.title }),
  };
}

/** Departments have no field: with one, or when its name is cut, the organisation is kept as it is written. */
function takeOrg(
  gleaner: CardGleaner,
  org: Property | undefined,
  orgName: string,
  field: "name" | "companyName",
): void {
  if (!org) return;
  const parts = partsOf(org).filter((part) => part.trim());
  if (orgName.length > NAME_MAX)
    gleaner.note({ field, code: "too-long", value: orgName });
  else if (parts.length <= 1) gleaner.taken(org);
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
  if (card.fn && card.fullName === name) gleaner.taken(card.fn);
  else if (card.orgName === "")
    gleaner.note({ field: "name", code: "too-long", value: card.fullName });
  takeOrg(gleaner, card.org, card.orgName, "name");
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

/** The parts, cut to what their fields and the whole name take. */
function fittingParts({
  firstName,
  middleName,
  surname,
}: NameParts): Partial<NameParts> {
  const whole = {
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
function readParts(
  gleaner: CardGleaner,
  fullName: string,
): {
  readonly parts: NameParts;
  readonly whole: string;
  /** N, when the parts say all of it. */
  readonly allOfN: Property | undefined;
  readonly title: string;
} {
  const n = gleaner.first("N");
  const inN = n ? partsOf(n).map(oneLine) : [];
  const [surname = "", firstName = "", middleName = "", ...titles] = inN;
  const parts = { firstName, middleName, surname };
  const whole = joinName(parts);
  const fits = joinName(fittingParts(parts)) === whole;
  const allOfN = fits && titles.every((title) => title === "") ? n : undefined;
  const [title = ""] = titles;
  if (inN.length > 1) return { parts, whole, allOfN, title };
  const text = surname || fullName;
  const [family = "", given = "", ...rest] = text
    .split(",")
    .map((word) => word.trim());
  return family && given && rest.length === 0
    ? {
        parts: { firstName: given, surname: family },
        ...{ whole: `${given} ${family}`, allOfN, title },
      }
    : { parts: splitName(text), whole: text, allOfN, title };
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
