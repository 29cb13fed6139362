/**
 * The same document id for the same name, everywhere and for ever: a UUID of version 8 (RFC 9562, "our own recipe")
 * from four 32-bit FNV-1a sums. For built-in documents only: it is no cryptographic hash, anybody can aim for an id.
 */
export function namedId(name: string): string {
  const hex = [0, 1, 2, 3]
    .map((lane) => fnv1a(`${lane}/${name}`).toString(16).padStart(8, "0"))
    .join("");
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** 32 bits, with a last mixing step: plain FNV-1a hardly moves its high bits for a change in the last letter. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
