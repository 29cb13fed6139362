import {
  createVCardReader,
  type FileCard,
  type ReadOptions,
} from "../../../../shared/vcard/read-vcards.ts";
import type { ReadContact } from "../../../../shared/vcard/read-contact.ts";
import { decodeBytes } from "./decode-bytes.ts";

/** All cards of a file that arrives in pieces of `step` bytes. */
export function readBytes(
  bytes: Uint8Array,
  step = bytes.length || 1,
  options: Partial<ReadOptions> = {},
) {
  const reader = createVCardReader({ decode: decodeBytes, ...options });
  const cards: FileCard[] = [];
  for (let i = 0; i < bytes.length; i += step)
    cards.push(...reader.push(bytes.subarray(i, i + step)));
  cards.push(...reader.end());
  return { cards, problem: reader.problem() };
}

export function readText(text: string, step?: number) {
  return readBytes(new TextEncoder().encode(text), step);
}

/** The one contact of a card that is given by its lines, without BEGIN and END; `é` and its like are single bytes. */
export function contactOf(
  version: "2.1" | "3.0" | "4.0",
  ...lines: readonly string[]
): ReadContact {
  const text = ["BEGIN:VCARD", `VERSION:${version}`, ...lines, "END:VCARD", ""];
  const bytes = Uint8Array.from(text.join("\r\n"), (c) => c.charCodeAt(0));
  const [card] = readBytes(bytes).cards;
  if (card?.kind !== "contact") throw new Error(JSON.stringify(card));
  return card.contact;
}

/** UTF-8 bytes as one character each: what a UTF-8 file looks like to `contactOf`. */
export function utf8(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
