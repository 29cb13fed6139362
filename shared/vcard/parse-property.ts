import type { Binary } from "./binary.ts";

/** One logical line, taken apart; nothing of its value is decoded yet. */
export interface RawProperty {
  /** `item1` of `item1.TEL`, in lower case; empty without one. */
  readonly group: string;
  /** Upper case. */
  readonly name: string;
  /** By upper-case name; values as written, without their quotes. Bare ones of 2.1 are under the name they mean. */
  readonly params: ReadonlyMap<string, readonly Binary[]>;
  readonly value: Binary;
}

const HEAD = /^\s*(?:((?:[\w-]+\.)*[\w-]+)\.)?([\w-]+)\s*(?=[;:])/;

const ENCODINGS = /^(QUOTED-PRINTABLE|BASE64|B|7BIT|8BIT)$/i;
const VALUES = /^(URL|URI|INLINE|CID|CONTENT-ID)$/i;
const CHARSETS = /^(UTF-?(7|8|16)|US-ASCII|ISO-\d[\w-]*|WINDOWS-\d+)$/i;

/** A property, or null when the line is none. */
export function parseProperty(line: Binary): RawProperty | null {
  const head = HEAD.exec(line);
  if (!head) return null;
  const [before, group = "", name = ""] = head;
  const rest = line.slice(before.length);
  // A quote that is never closed hides the colon: then quotes are letters like others.
  const colon = endOfParams(rest, true) ?? endOfParams(rest, false);
  if (colon === null) return null;
  return {
    group: group.toLowerCase(),
    name: name.toUpperCase(),
    params: readParams(rest.slice(0, colon)),
    value: rest.slice(colon + 1),
  };
}

function endOfParams(text: Binary, quotes: boolean): number | null {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quotes && letter === '"') quoted = !quoted;
    else if (letter === ":" && !quoted) return i;
  }
  return null;
}

function readParams(text: Binary): ReadonlyMap<string, readonly Binary[]> {
  const params = new Map<string, Binary[]>();
  for (const part of splitOutsideQuotes(text, ";")) {
    if (part.trim() === "") continue;
    const equals = part.indexOf("=");
    const name =
      equals === -1
        ? meaningOf(part.trim())
        : part.slice(0, equals).trim().toUpperCase();
    const values = splitOutsideQuotes(part.slice(equals + 1), ",")
      .map(unquoted)
      // TYPE="work,voice" is one text in 4.0 and means two types.
      .flatMap((value) => (name === "TYPE" ? value.split(",") : [value]))
      .map((value) => value.trim());
    const known = params.get(name);
    if (known) known.push(...values);
    else params.set(name, values);
  }
  return params;
}

/** 2.1 leaves the name of a parameter out. */
function meaningOf(bare: string): string {
  if (ENCODINGS.test(bare)) return "ENCODING";
  if (VALUES.test(bare)) return "VALUE";
  return CHARSETS.test(bare) ? "CHARSET" : "TYPE";
}

function splitOutsideQuotes(text: Binary, separator: string): Binary[] {
  const parts: Binary[] = [];
  let quoted = false;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === separator && !quoted) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** Without its quotes, and with what RFC 6868 writes for signs that a parameter cannot hold. */
function unquoted(value: Binary): Binary {
  return value
    .trim()
    .replace(/^"(.*)"$/s, "$1")
    .replace(/\^(['n^])/g, (_, sign: string) =>
      sign === "'" ? '"' : sign === "n" ? "\n" : "^",
    );
}
