import { fromQuotedPrintable, toBytes, type Binary } from "./binary.ts";

/**
 * Bytes as text; null when the bytes are not valid in that charset, or nobody here knows it. `charset` is a label of
 * the Encoding standard, in any case. Comes from outside: this folder has no TextDecoder.
 */
export type DecodeBytes = (bytes: Uint8Array, charset: string) => string | null;

/**
 * What the bytes say, never null: in the charset that the property or the person declares, else UTF-8 when they are
 * valid UTF-8 or mostly are, else Windows-1252 — which is what programs that say nothing have meant, or Windows-1250
 * where it gives words that are none (`Iksiñski`, `Petroviæ`). A wrong declaration is survived in the same way.
 */
export function readText(
  binary: Binary,
  charsets: readonly (string | undefined)[],
  decode: DecodeBytes,
): string {
  const declared = charsets.filter((charset) => charset !== undefined);
  if (declared.length === 0 && isAscii(binary)) return binary;
  const bytes = toBytes(binary);
  for (const charset of [...declared, "utf-8"]) {
    const text = decode(bytes, charset.trim());
    if (text !== null) return text;
  }
  const mended = mendUtf8(binary, decode);
  return (
    (mended === null ? null : decode(toBytes(mended), "utf-8")) ??
    windowsText(bytes, decode) ??
    binary
  );
}

/** Of letters that no western word has in this place: ń and ć at an end or before a consonant, ł and ą as figures. */
const CENTRAL = /ñ(?![aeiouyáéíóúü])|iæ(?!\p{L})|\p{Ll}{2}[³¹]|[³¹¿]\p{Ll}/u;

function windowsText(bytes: Uint8Array, decode: DecodeBytes): string | null {
  const western = decode(bytes, "windows-1252");
  const isCentral = western !== null && CENTRAL.test(western);
  return (isCentral ? decode(bytes, "windows-1250") : null) ?? western;
}

/** Whether this device knows the charset at all. */
export function isKnownCharset(charset: string, decode: DecodeBytes): boolean {
  return decode(new Uint8Array(0), charset.trim()) !== null;
}

/** One letter of UTF-8 beyond ASCII, or a byte that is part of none. */
const UTF8 =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

/**
 * UTF-8 with a broken byte, or with a word in Windows-1252 in the midst: the bytes that are part of no letter are read
 * in that charset, the others stay. Null when most of it is not UTF-8.
 */
function mendUtf8(binary: Binary, decode: DecodeBytes): Binary | null {
  let letters = 0;
  let strays = 0;
  const mended = binary.replace(UTF8, (part) => {
    if (part.length > 1) {
      letters++;
      return part;
    }
    strays++;
    const letter = decode(toBytes(part), "windows-1252") ?? "\ufffd";
    return fromQuotedPrintable(encodeURIComponent(letter).replaceAll("%", "="));
  });
  return letters > 0 && letters >= strays ? mended : null;
}

function isAscii(binary: Binary): boolean {
  // oxlint-disable-next-line no-control-regex -- a control character is ASCII too.
  return /^[\u0000-\u007f]*$/.test(binary);
}
