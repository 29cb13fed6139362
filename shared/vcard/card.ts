import { fromBase64, fromQuotedPrintable, type Binary } from "./binary.ts";
import { isKnownCharset, readText, type DecodeBytes } from "./charset.ts";
import { parseProperty, type RawProperty } from "./parse-property.ts";
import { unfold, versionOf, type VCardVersion } from "./unfold.ts";

/** How the values of a card are to be read. */
export interface Reading {
  readonly version: VCardVersion;
  readonly decode: DecodeBytes;
  /** What the person has chosen for the whole file, if anything. */
  readonly charset: string | undefined;
  /** The file was in UTF-16 and is UTF-8 now: what its properties say of their charset is true of encoded bytes only. */
  readonly recoded: boolean;
  /** Names and values are texts already: they come from a table, not from bytes. */
  readonly isText?: true;
}

export interface Property extends RawProperty {
  readonly reading: Reading;
}

/** A card, property by property, in the order of the file. */
export interface Card {
  readonly version: VCardVersion;
  readonly properties: readonly Property[];
}

export function readCard(
  lines: readonly Binary[],
  how: Omit<Reading, "version">,
): Card {
  const version = versionOf(lines);
  const reading: Reading = { ...how, version };
  const properties = unfold(lines, version).flatMap((line) => {
    const property = parseProperty(line);
    return property ? [{ ...property, reading }] : [];
  });
  return { version, properties };
}

/** Types of a property in lower case (`work`, `cell`), `pref` of every version among them. */
export function typesOf({ params }: RawProperty): ReadonlySet<string> {
  const types = new Set(
    (params.get("TYPE") ?? []).map((type) => type.toLowerCase()),
  );
  if (params.has("PREF")) types.add("pref");
  return types;
}

/** The value as one text: decoded, its escapes undone, line ends as `\n`. */
export function textOf(property: Property): string {
  return unescape(decoded(property, property.value), property);
}

/** The value decoded, with its escapes as they are. */
export function readable(property: Property): string {
  return storable(decoded(property, property.value));
}

/** The parts between unescaped semicolons: N, ADR, ORG. */
export function partsOf(property: Property): readonly string[] {
  return pieces(property, ";");
}

/** The items between unescaped commas: NICKNAME, CATEGORIES. */
export function itemsOf(property: Property): readonly string[] {
  return pieces(property, ",");
}

/** Whether the value is bytes rather than text. */
export function isBase64({ params }: RawProperty): boolean {
  return /^(B|BASE64)$/i.test(params.get("ENCODING")?.[0] ?? "");
}

/** The bytes of a base64 value or a `data:` address; null when there are none. */
export function bytesOf(property: Property): Uint8Array | null {
  const data = /^\s*data:[^,]*;base64,/i.exec(property.value);
  if (!data && !isBase64(property)) return null;
  const bytes = fromBase64(property.value.slice(data?.[0].length ?? 0));
  return bytes && bytes.length > 0 ? bytes : null;
}

/** A parameter's values as texts. */
export function paramsOf(property: Property, name: string): readonly string[] {
  const values = property.params.get(name) ?? [];
  return values.map((value) => storable(inCharset(property, value)));
}

/** A parameter's first value as text. */
export function paramOf(property: Property, name: string): string | undefined {
  return paramsOf(property, name)[0];
}

function isQuotedPrintable({ params }: RawProperty): boolean {
  return /^QUOTED-PRINTABLE$/i.test(params.get("ENCODING")?.[0] ?? "");
}

function decoded(property: Property, piece: Binary): string {
  return isQuotedPrintable(property)
    ? inDeclaredCharset(property, fromQuotedPrintable(piece))
    : inCharset(property, piece);
}

/** As it stands in the file. */
function inCharset(property: Property, binary: Binary): string {
  const { recoded, decode, isText } = property.reading;
  if (isText) return binary;
  return recoded
    ? readText(binary, [], decode)
    : inDeclaredCharset(property, binary);
}

function inDeclaredCharset(property: Property, binary: Binary): string {
  const { charset, decode } = property.reading;
  return readText(binary, [charsetOf(property), charset], decode);
}

function charsetOf({ params }: RawProperty): string | undefined {
  return params.get("CHARSET")?.[0];
}

/** The charset that a property declares, when nobody here knows it and it matters. */
export function unknownCharsetOf(property: Property): string | null {
  const charset = charsetOf(property);
  const { decode, recoded } = property.reading;
  if (charset === undefined || isKnownCharset(charset, decode)) return null;
  if (recoded && !isQuotedPrintable(property)) return null;
  return /[^\p{ASCII}]/u.test(readable(property)) ? charset : null;
}

function pieces(property: Property, separator: string): readonly string[] {
  // Quoted-printable hides separators that are part of the text, other charsets may have them as half of a letter:
  // the one is cut before decoding, the other after.
  const texts = isQuotedPrintable(property)
    ? splitUnescaped(property.value, separator).map((piece) =>
        decoded(property, piece),
      )
    : splitUnescaped(decoded(property, property.value), separator);
  return texts.map((text) => unescape(text, property));
}

function splitUnescaped(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === separator) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** 3.0 and 4.0 escape line ends and separators; 2.1 only separators: `\\server\new` in an old note is a path. */
function unescape(text: string, { reading }: Property): string {
  const plain =
    reading.version === "2.1"
      ? text.replace(/\\([;,:])/g, "$1")
      : text.replace(/\\([nN\\;,:"'])/g, (_, sign: string) =>
          sign.toLowerCase() === "n" ? "\n" : sign,
        );
  return storable(plain);
}

/** Line ends as `\n`; what jsonb would refuse (NUL, lone surrogates) and other control characters become blanks. */
function storable(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // oxlint-disable-next-line no-control-regex -- these are what is taken out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, " ")
      .toWellFormed()
  );
}
