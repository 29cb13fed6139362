const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Most texts here are short and plain: for them a loop is faster than a decoder or an encoder. */
const SHORT = 48;

/** A piece of UTF-8 as text. */
export function readText(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > SHORT) return decoder.decode(bytes.subarray(from, to));
  let text = "";
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (byte > 127) return decoder.decode(bytes.subarray(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Writes text as UTF-8 at a place that has room for it (3 bytes a letter) and answers its length in bytes. */
export function writeText(text: string, bytes: Uint8Array, at: number): number {
  if (text.length > SHORT)
    return encoder.encodeInto(text, bytes.subarray(at)).written;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) return encoder.encodeInto(text, bytes.subarray(at)).written;
    bytes[at + i] = unit;
  }
  return text.length;
}
