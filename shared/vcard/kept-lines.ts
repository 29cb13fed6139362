import { fromBase64 } from "./binary.ts";
import {
  isBase64,
  paramsOf,
  partsOf,
  readable,
  type Property,
} from "./card.ts";

/** Of bytes that are no picture (keys, sounds), only small ones are worth a note. */
const BYTES_MAX = 4_000;
/** Of one card, its employer's beside it: both go through the wire in one request. */
const TOTAL_MAX = 100_000;

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

export interface KeptLines {
  readonly lines: readonly string[];
  /** Too large to be kept. */
  readonly leftOut: readonly Property[];
}

/** Properties as lines of a 4.0 card, unfolded, in UTF-8, without a control character. */
export function keptLines(properties: readonly Property[]): KeptLines {
  const lines: string[] = [];
  const leftOut: Property[] = [];
  let size = 0;
  for (const property of properties) {
    if (NOT_KEPT.has(property.name) || isEmpty(property)) continue;
    if (SAID_BY_TYPE.test(`${property.name}:${property.value}`)) continue;
    const line = isTooLarge(property) ? null : lineOf(property);
    if (line === null || size + line.length > TOTAL_MAX) {
      leftOut.push(property);
      continue;
    }
    size += line.length + 1;
    lines.push(line);
  }
  return { lines, leftOut };
}

/**
 * The lines as texts of at most `max` UTF-16 units each. A line that is longer goes on in the next text, after a blank
 * at its start, as folded lines of a card do: all texts joined with line ends and unfolded are the lines again.
 */
export function inTexts(
  lines: readonly string[],
  max: number,
): readonly string[] {
  const texts: string[] = [];
  let text = "";
  for (const whole of lines) {
    let line = whole;
    if (text !== "" && text.length + 1 + line.length > max) {
      texts.push(text);
      text = "";
    }
    while (line.length > max) {
      const cut = line.slice(0, max);
      const first = cut.isWellFormed() ? cut : cut.slice(0, -1);
      texts.push(first);
      line = ` ${line.slice(first.length)}`;
    }
    text = text === "" ? line : `${text}\n${line}`;
  }
  return text === "" ? texts : [...texts, text];
}

function isEmpty({ value }: Property): boolean {
  return /^[\s;]*$/.test(value);
}

function isTooLarge(property: Property): boolean {
  // Two bytes of quoted-printable, `=C3=BC`, may be one letter.
  const max = isBase64(property) ? BYTES_MAX : 6 * TOTAL_MAX;
  return property.value.length > max;
}

function lineOf(property: Property): string {
  const { group, name, params } = property;
  const prefix = group === "" ? "" : `${group}.`;
  const said = [...params.keys()]
    .filter((param) => !/^(CHARSET|ENCODING)$/.test(param))
    .map((param) => `;${tokenOf(param)}=${valuesOf(property, param)}`)
    .join("");
  // What only says that it is base64 is text like any other.
  if (isBase64(property) && fromBase64(property.value)) {
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

/** A parameter's name holds letters, digits and hyphens. */
function tokenOf(param: string): string {
  return param.replace(/[^\w-]+/g, "-");
}

function valuesOf(property: Property, param: string): string {
  return paramsOf(property, param).map(quoted).join(",");
}

function quoted(text: string): string {
  const safe = text
    .replace(/\^/g, "^^")
    .replace(/"/g, "^'")
    .replace(/\n/g, "^n");
  return /[;:,]/.test(safe) ? `"${safe}"` : safe;
}

function escape(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&");
}
