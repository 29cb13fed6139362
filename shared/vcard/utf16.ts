import type { Binary } from "./binary.ts";

export type Endian = "little" | "big";

/** The byte order of a UTF-16 file from its first bytes: a byte order mark, or the zero beside an ASCII letter. */
export function utf16Endian(start: Uint8Array): Endian | null {
  const [first, second, third, fourth] = start;
  if (first === 0xff && second === 0xfe) return "little";
  if (first === 0xfe && second === 0xff) return "big";
  // "BE" of BEGIN without a mark.
  if (first === 0x42 && second === 0 && third === 0x45) return "little";
  if (first === 0 && second === 0x42 && third === 0 && fourth === 0x45)
    return "big";
  return null;
}

/** UTF-16 chunks, cut anywhere, as UTF-8 bytes. A lone surrogate becomes U+FFFD. */
export function createUtf16ToUtf8(
  endian: Endian,
): (chunk: Uint8Array) => Binary {
  let odd: number | null = null;
  let high: number | null = null;

  function unit(code: number): Binary {
    const before = high;
    high = null;
    const isLow = code >= 0xdc00 && code <= 0xdfff;
    if (before !== null && isLow) {
      return utf8(0x10000 + ((before - 0xd800) << 10) + (code - 0xdc00));
    }
    const lost = before === null ? "" : utf8(0xfffd);
    if (code >= 0xd800 && code <= 0xdbff) {
      high = code;
      return lost;
    }
    return lost + utf8(isLow ? 0xfffd : code);
  }
  return (chunk) => {
    let text = "";
    for (const byte of chunk) {
      if (odd === null) {
        odd = byte;
        continue;
      }
      text += unit(endian === "little" ? odd | (byte << 8) : (odd << 8) | byte);
      odd = null;
    }
    return text;
  };
}

function utf8(code: number): Binary {
  if (code < 0x80) return String.fromCharCode(code);
  const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), tail(0));
  return code < 0x10000
    ? String.fromCharCode(0xe0 | (code >> 12), tail(6), tail(0))
    : String.fromCharCode(0xf0 | (code >> 18), tail(12), tail(6), tail(0));
}
