import { partsOf, paramOf, isBase64, readable, type Property } from "./card.ts";

/** Of bytes that are no picture (keys, sounds), only small ones are worth a note. */
const BYTES_MAX = 4_000;
/** What one note can hold. */
const TOTAL_MAX = 16_000;

/** Said anew by whoever writes the card next, or read elsewhere. */
const NOT_KEPT = new Set([
  "BEGIN",
  "END",
  "VERSION",
  "PRODID",
  "REV",
  "UID",
  "PHOTO",
]);

const SAID_BY_TYPE = /^(KIND:(org|individual)|X-ABSHOWAS:COMPANY)\s*$/i;

/** Properties as lines of a 4.0 card, unfolded, in UTF-8; those that would be too long for one note are left out. */
export function keptLines(properties: readonly Property[]): readonly string[] {
  const lines: string[] = [];
  let size = 0;
  for (const property of properties) {
    if (NOT_KEPT.has(property.name) || isEmpty(property)) continue;
    if (SAID_BY_TYPE.test(`${property.name}:${property.value}`)) continue;
    if (isBase64(property) && property.value.length > BYTES_MAX) continue;
    const line = lineOf(property);
    if (size + line.length > TOTAL_MAX) continue;
    size += line.length + 1;
    lines.push(line);
  }
  return lines;
}

function isEmpty({ value }: Property): boolean {
  return /^[\s;]*$/.test(value);
}

function lineOf(property: Property): string {
  const { group, name, params } = property;
  const prefix = group === "" ? "" : `${group}.`;
  const said = [...params.keys()]
    .filter((param) => !/^(CHARSET|ENCODING)$/.test(param))
    .map((param) => `;${param}=${valuesOf(property, param)}`)
    .join("");
  if (isBase64(property)) {
    const bytes = property.value.replace(/\s+/g, "");
    return `${prefix}${name}${said};ENCODING=b:${bytes}`;
  }
  return `${prefix}${name}${said}:${valueOf(property)}`;
}

function valueOf(property: Property): string {
  const escaped =
    property.reading.version === "2.1"
      ? partsOf(property).map(escape).join(";")
      : readable(property);
  return escaped.replace(/\n/g, "\\n");
}

function valuesOf(property: Property, param: string): string {
  const values = property.params.get(param) ?? [];
  const text =
    values.length === 1 ? (paramOf(property, param) ?? "") : values.join(",");
  const safe = text.replace(/"/g, "^'").replace(/\n/g, "^n");
  return /[;:,]/.test(safe) ? `"${safe}"` : safe;
}

function escape(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&");
}
