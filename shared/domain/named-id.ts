/**
 * The same document id for the same name, everywhere and for ever: a UUID of version 8 (RFC 9562, "our own recipe")
 * from four 32-bit FNV-1a sums. For built-in documents only: it is no cryptographic hash, anybody can aim for an id.
 */
export function namedId(name: string): string {
  const hex = fourSums(name)
    .map((sum) => mixed(sum).toString(16).padStart(8, "0"))
    .join("");
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const PRIME = 0x01000193;
/** The sums of "0/" to "3/", which stand before the name. */
const [A, B, C, D] = [0, 1, 2, 3].map((lane) => {
  const digit = Math.imul(0x811c9dc5 ^ (0x30 + lane), PRIME);
  return Math.imul(digit ^ 0x2f, PRIME);
}) as [number, number, number, number];

/** In one walk: an import asks for the sum of every card. */
function fourSums(name: string): [number, number, number, number] {
  let [a, b, c, d] = [A, B, C, D];
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    a = Math.imul(a ^ code, PRIME);
    b = Math.imul(b ^ code, PRIME);
    c = Math.imul(c ^ code, PRIME);
    d = Math.imul(d ^ code, PRIME);
  }
  return [a, b, c, d];
}

/** A last mixing step: plain FNV-1a hardly moves its high bits for a change in the last letter. */
function mixed(sum: number): number {
  let hash = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
