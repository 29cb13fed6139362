import { toBytes, type Binary } from "./binary.ts";

/**
 * Bytes as text; null when the bytes are not valid in that charset, or nobody here knows it. `charset` is a label of
 * the Encoding standard, in any case. Comes from outside: this folder has no TextDecoder.
 */
export type DecodeBytes = (bytes: Uint8Array, charset: string) => string | null;

/**
 * What the bytes say, never null: in the charset that the property or the person declares, else UTF-8 when they are
 * valid UTF-8, else Windows-1252 — which is what programs that say nothing have meant. A wrong declaration is
 * survived in the same way.
 */
export function readText(
  binary: Binary,
  charsets: readonly (string | undefined)[],
  decode: DecodeBytes,
): string {
  const declared = charsets.filter((charset) => charset !== undefined);
  if (declared.length === 0 && isAscii(binary)) return binary;
  const bytes = toBytes(binary);
  for (const charset of [...declared, "utf-8", "windows-1252"]) {
    const text = decode(bytes, charset.trim());
    if (text !== null) return text;
  }
  return binary;
}

function isAscii(binary: Binary): boolean {
  // oxlint-disable-next-line no-control-regex -- a control character is ASCII too.
  return /^[\u0000-\u007f]*$/.test(binary);
}
