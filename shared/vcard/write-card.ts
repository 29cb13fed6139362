import { channelKinds, channelsOf } from "../domain/more-channels.ts";
import type { Contact } from "../entities/contact.ts";

/** 4.0 is the standard of today; 3.0 is what older telephones and mail programs read. */
export type WrittenVersion = "4.0" | "3.0";

const LINE_MAX = 75;

/**
 * A contact as a vCard: what the named fields and the further channels say, folded at 75 bytes, lines ended by CR LF.
 * Read again it gives the same fields. Pictures and what an import had kept beside the fields are not in it.
 */
export function writeCard(contact: Contact, version: WrittenVersion): string {
  const lines = [
    "BEGIN:VCARD",
    `VERSION:${version}`,
    `UID:urn:uuid:${contact.id}`,
    ...nameLines(contact, version),
    ...channelLines(contact, version),
    ...addressLines(contact),
    ...furtherLines(contact),
    ...line("TITLE", contact.jobTitle),
    ...line("NOTE", contact.comment),
    "END:VCARD",
  ];
  return lines.map((one) => `${folded(one)}\r\n`).join("");
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
    ...line(`TEL${types("voice", ...use)}`, contact.phone),
    ...line(`TEL${types("cell")}`, contact.mobile),
    ...line(`TEL${types("fax", ...use)}`, contact.fax),
    ...line(`TEL${types("pager")}`, contact.pager),
    ...line("EMAIL", contact.email),
    ...line("EMAIL", contact.email2),
    ...line("URL", contact.homePage),
  ];
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
      const group = label ? `item${i + 1}.` : "";
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
  return [address2, address, city, postCode].some(Boolean)
    ? [parts("ADR;TYPE=work", values)]
    : [];
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
