/** What a file is that is no vCard, for a message that helps. */
export type FileKind =
  "image" | "pdf" | "zip" | "office" | "calendar" | "web-page" | "program";

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["office", [0xd0, 0xcf, 0x11, 0xe0]],
  ["program", [0x7f, 0x45, 0x4c, 0x46]],
  ["program", [0x4d, 0x5a]],
];

/** By its first bytes; null when they say nothing. */
export function fileKind(start: Uint8Array): FileKind | null {
  const found = SIGNATURES.find(([, bytes]) =>
    bytes.every((byte, i) => start[i] === byte),
  );
  if (found) return found[0];
  const text = String.fromCharCode(...start.subarray(0, 60)).trimStart();
  if (/^BEGIN:VCALENDAR/i.test(text)) return "calendar";
  return /^<(!doctype\s+html|html)/i.test(text) ? "web-page" : null;
}
