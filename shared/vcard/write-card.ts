import { channelKinds, channelsOf } from "../domain/more-channels.ts";
import type { Contact } from "../entities/contact.ts";
import { countryCode } from "./country-code.ts";

/** 4.0 is the standard of today; 3.0 is what older telephones and mail programs read. */
export type WrittenVersion = "4.0" | "3.0";

const LINE_MAX = 75;

/** What stands beside a contact and belongs onto its card. */
export interface CardExtras {
  /** Texts of its notes of kind `vcard`: what an import had kept because it has no field of ours. */
  readonly kept?: readonly string[];
  /** Base64 and type of its picture. */
  readonly picture?: { readonly mime: string; readonly base64: string };
}

/**
 * A contact as a vCard: its fields, its further channels, what an import had kept beside them, and its picture; folded
 * at 75 bytes, lines ended by CR LF. Read again it gives the same contact. A kept line that says a field in more words
 * (`N` with a title, `ADR` with a label of one's own) stands for it as long as the field was not edited since.
 */
export function writeCard(
  contact: Contact,
  version: WrittenVersion,
  extras: CardExtras = {},
): string {
  const kept = linesOf(extras.kept ?? []);
  const own = [
    ...nameLines(contact, version),
    ...channelLines(contact, version),
    ...addressLines(contact),
    ...furtherLines(contact),
    ...line("TITLE", contact.jobTitle),
    ...line("NOTE", contact.comment),
  ];
  const standing = kept.filter((one) => stillStands(one, contact, kept));
  // Each in the place of ours that it stands for: of several addresses the first is the main one.
  const placed = new Set<string>();
  const said = own.flatMap((one) => {
    const others = standing.filter((other) => says(other, one));
    const fresh = others.filter((other) => !placed.has(other));
    for (const other of fresh) placed.add(other);
    return others.length === 0 ? [one] : fresh;
  });
  const lines = [
    "BEGIN:VCARD",
    `VERSION:${version}`,
    `UID:${uidOf(contact)}`,
    ...said,
    ...ownLines(contact),
    ...standing.filter((one) => !placed.has(one)),
    ...pictureLines(extras.picture, version),
    "END:VCARD",
  ];
  return lines.map((one) => `${folded(one)}\r\n`).join("");
}

/** Of the address book that it came from, so that it is known there; else ours. */
function uidOf({ id, externalId = "" }: Contact): string {
  const isOurs = externalId === "" || /^[\w-]+:/.test(externalId);
  return isOurs ? `urn:uuid:${id}` : escaped(externalId);
}

/** The notes' texts are one list of lines, the long ones cut and gone on with after a blank. */
function linesOf(texts: readonly string[]): readonly string[] {
  const all = texts.join("\n").replace(/\n /g, "");
  return all === "" ? [] : all.split("\n");
}

/** Name, and value without the backslashes that one writer sets and the other does not. */
function partsOfLine(text: string): readonly [string, string] {
  const found = /^(?:[\w-]+\.)?([\w-]+)[^:]*?(?:"[^"]*"[^:]*?)*:(.*)$/s.exec(
    text,
  );
  const [, name = "", value = ""] = found ?? [];
  return [name.toUpperCase(), value.replace(/\\(?!n)/g, "").replace(/;+$/, "")];
}

/** Properties of which a card has one, whatever it says. */
const SINGLE = new Set(["N", "FN", "NOTE"]);

/** A kept line says what one of ours does. */
function says(kept: string, own: string): boolean {
  const [name, value] = partsOfLine(own);
  const [keptName, keptValue] = partsOfLine(kept);
  if (name !== keptName) return false;
  // Word for word the same: the card had it twice, and has it twice again.
  if (kept === own) return SINGLE.has(name);
  if (name === "ORG") return keptValue.startsWith(`${value};`);
  if (name === "ADR") return inCodes(value) === inCodes(keptValue);
  return value === keptValue || SINGLE.has(name);
}

/** An address with the code of its country. */
function inCodes(address: string): string {
  const parts = address.split(";");
  const country = parts[6] ?? "";
  return [...parts.slice(0, 6), countryCode(country) ?? country].join(";");
}

/** False when the field that a kept line says in more words says something else by now. */
function stillStands(
  kept: string,
  contact: Contact,
  all: readonly string[],
): boolean {
  const [name, value] = partsOfLine(kept);
  switch (name) {
    case "N": {
      const [surname = "", given, middle = ""] = value.split(";");
      // A single text is a whole name (`readParts`).
      if (given === undefined)
        return [
          contact.name,
          `${contact.surname}, ${contact.firstName}`,
        ].includes(surname.trim());
      return (
        surname.trim() === (contact.surname ?? "") &&
        given.trim() === (contact.firstName ?? "") &&
        middle.trim() === (contact.middleName ?? "")
      );
    }
    case "FN": {
      const n = all.find((one) => partsOfLine(one)[0] === "N");
      if (n !== undefined) return stillStands(n, contact, all);
      // All of the name, or a name of another kind (`The Boss`); with half of it in common it is an old one.
      const words = contact.name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
      const shared = words.filter((word) => value.toLowerCase().includes(word));
      return shared.length === 0 || shared.length === words.length;
    }
    case "NOTE":
      return value
        .replace(/\\n/g, "\n")
        .startsWith((contact.comment ?? "").slice(0, 200));
    default:
      return true;
  }
}

/** Fields of ours that no address book has; other programs keep them or leave them. */
const OWN = [
  ...(["name2", "initials", "vatNo", "registrationNo", "language"] as const),
  ...(["formatRegion", "currency", "salutation", "salesperson"] as const),
  ...(["territory", "orgLevel", "cadence"] as const),
] as const;

/** The property that a field of ours is written as. */
export const OWN_PROPERTIES: readonly (readonly [
  string,
  (typeof OWN)[number],
])[] = OWN.map((field) => [`X-CARNET-${field.toUpperCase()}`, field]);

function ownLines(contact: Contact): readonly string[] {
  return OWN_PROPERTIES.flatMap(([property, field]) =>
    line(property, contact[field]),
  );
}

function pictureLines(
  picture: CardExtras["picture"],
  version: WrittenVersion,
): readonly string[] {
  if (!picture) return [];
  const { mime, base64 } = picture;
  return version === "4.0"
    ? [`PHOTO:data:${mime};base64,${base64}`]
    : [
        `PHOTO;ENCODING=b;TYPE=${mime.replace("image/", "").toUpperCase()}:${base64}`,
      ];
}

function nameLines(
  contact: Contact,
  version: WrittenVersion,
): readonly string[] {
  const { type, name, firstName, middleName, surname, companyName } = contact;
  if (type === "company")
    return [
      version === "4.0" ? "KIND:org" : "X-ABSHOWAS:COMPANY",
      ...line("FN", name),
      // 3.0 demands it, empty or not.
      ...(version === "3.0" ? ["N:;;;;"] : []),
      parts("ORG", [name]),
    ];
  const given = [surname, firstName, middleName];
  return [
    ...(version === "4.0" ? ["KIND:individual"] : []),
    ...line("FN", name),
    ...(given.some(Boolean)
      ? [parts("N", [...given, "", ""])]
      : [parts("N", [name, "", "", "", ""])]),
    ...(companyName ? [parts("ORG", [companyName])] : []),
  ];
}

function channelLines(
  contact: Contact,
  version: WrittenVersion,
): readonly string[] {
  const types = (...all: string[]) =>
    `;TYPE=${version === "4.0" && all.length > 1 ? `"${all.join(",")}"` : all.join(",")}`;
  const use = contact.type === "company" || contact.companyId ? ["work"] : [];
  return [
    ...line(`TEL${types("voice", ...use)}`, phoneOf(contact)),
    ...line(`TEL${types("cell")}`, contact.mobile),
    ...line(`TEL${types("fax", ...use)}`, contact.fax),
    ...line(`TEL${types("pager")}`, contact.pager),
    ...line("EMAIL", contact.email),
    ...line("EMAIL", contact.email2),
    ...line("URL", contact.homePage),
  ];
}

function phoneOf({ phone, extension }: Contact): string | undefined {
  return phone && extension ? `${phone} ext. ${extension}` : phone;
}

const PROPERTY = {
  phone: "TEL",
  email: "EMAIL",
  homePage: "URL",
  address: "ADR",
} as const;

/** With their own words, as Apple writes them and everybody reads them. */
function furtherLines(contact: Contact): readonly string[] {
  return channelsOf(contact, channelKinds).flatMap(
    ([, { kind, label, value }], i) => {
      // Apart from the groups that are kept (`item1`).
      const group = label ? `more${i + 1}.` : "";
      const property = `${group}${PROPERTY[kind]}`;
      return [
        ...(kind === "address"
          ? [parts(property, ["", "", value, "", "", "", ""])]
          : line(property, value)),
        ...(label ? line(`${group}X-ABLabel`, label) : []),
      ];
    },
  );
}

function addressLines(contact: Contact): readonly string[] {
  const { address, address2, city, county, postCode, country } = contact;
  const values = ["", address2, address, city, county, postCode, country];
  return values.some(Boolean) ? [parts("ADR;TYPE=work", values)] : [];
}

function line(property: string, value: string | undefined): readonly string[] {
  return value ? [`${property}:${escaped(value)}`] : [];
}

function parts(
  property: string,
  values: readonly (string | undefined)[],
): string {
  return `${property}:${values.map((value) => escaped(value ?? "")).join(";")}`;
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** At most 75 bytes a line, never cut inside a letter; the next ones begin with a blank. */
function folded(text: string): string {
  const lines: string[] = [];
  let current = "";
  let size = 0;
  for (const letter of text) {
    const bytes = bytesOf(letter);
    if (size + bytes > LINE_MAX) {
      lines.push(current);
      current = " ";
      size = 1;
    }
    current += letter;
    size += bytes;
  }
  return [...lines, current].join("\r\n");
}

/** Of one letter in UTF-8. */
function bytesOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
