import { bytesOf, paramOf, textOf, type Card } from "./card.ts";

/** A picture in a card: its bytes, or the address where it is kept. */
export type CardPhoto =
  | {
      readonly kind: "bytes";
      readonly mime: string;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "address"; readonly url: string };

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["image/bmp", [0x42, 0x4d]],
  ["image/webp", [0x52, 0x49, 0x46, 0x46]],
];

/** Why a card's picture is not taken over. `remote`: it stands at an address, which is never fetched. */
export type PhotoProblem = "remote" | "unreadable";

/** Whether the bytes are a picture that is worth decoding, as far as their beginning tells. */
export function photoProblemOf(photo: CardPhoto | null): PhotoProblem | null {
  if (photo?.kind === "address") return "remote";
  return photo && mimeOf(photo.bytes) !== null ? null : "unreadable";
}

/** The card's first picture; null when there is none, or its bytes cannot be read. */
export function photoOf(card: Card): CardPhoto | null {
  for (const property of card.properties) {
    if (property.name !== "PHOTO") continue;
    const bytes = bytesOf(property);
    if (bytes) {
      const said =
        /^\s*data:([\w/+.-]+)/i.exec(property.value)?.[1] ??
        paramOf(property, "MEDIATYPE") ??
        typeOf(paramOf(property, "TYPE"));
      return { kind: "bytes", mime: mimeOf(bytes) ?? said, bytes };
    }
    const url = textOf(property).trim();
    if (/^https?:\/\//i.test(url)) return { kind: "address", url };
  }
  return null;
}

/** By their first bytes: the type that a card declares is often wrong. */
function mimeOf(bytes: Uint8Array): string | null {
  const found = SIGNATURES.find(([, start]) =>
    start.every((byte, i) => bytes[i] === byte),
  );
  return found?.[0] ?? null;
}

function typeOf(type = "jpeg"): string {
  const name = type.toLowerCase();
  return name.includes("/") ? name : `image/${name === "jpg" ? "jpeg" : name}`;
}
