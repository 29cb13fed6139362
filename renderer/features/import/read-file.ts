import { photoOf, type CardPhoto } from "../../../shared/vcard/photo.ts";
import type { ReadContact } from "../../../shared/vcard/read-contact.ts";
import {
  createVCardReader,
  type FileCard,
  type FileProblem,
} from "../../../shared/vcard/read-vcards.ts";

import type { BadReason } from "./messages.ts";

const CHUNK = 256 * 1024;
/** Cards that are planned at a time: one question to the contact list, and progress often enough to be seen. */
const CARDS = 200;

export type CardOfFile =
  | {
      readonly kind: "bad";
      readonly number: number;
      readonly line: number;
      readonly reason: BadReason;
      /** Of a table. */
      readonly cells?: readonly string[];
    }
  | {
      readonly kind: "contact";
      readonly number: number;
      readonly line: number;
      readonly contact: ReadContact;
      /** Held as long as the part of the file that it came in. */
      readonly photo: CardPhoto | null;
      /** Of a table, while it is read for the preview. */
      readonly cells?: readonly string[];
    };

export interface CardsRead {
  readonly cards: readonly CardOfFile[];
  /** Bytes of the file so far. */
  readonly read: number;
}

/**
 * The cards of a file, some at a time, with a bounded amount of it in memory; returns what is wrong with the file as a
 * whole. Throws when the file cannot be read any more.
 */
export async function* readFile(
  file: Blob,
): AsyncGenerator<CardsRead, FileProblem | null> {
  const reader = createVCardReader({ decode: decodeBytes });
  for (let from = 0; from < file.size; from += CHUNK) {
    const piece = await file.slice(from, from + CHUNK).arrayBuffer();
    const cards = reader.push(new Uint8Array(piece));
    const problem = reader.problem();
    if (problem) return problem;
    yield* inParts(cards, Math.min(file.size, from + CHUNK));
  }
  yield* inParts(reader.end(), file.size);
  return reader.problem();
}

function* inParts(
  cards: readonly FileCard[],
  read: number,
): Generator<CardsRead> {
  if (cards.length === 0) yield { cards: [], read };
  for (let i = 0; i < cards.length; i += CARDS) {
    yield { cards: cards.slice(i, i + CARDS).map(slim), read };
  }
}

/**
 * Without the properties themselves, but with their picture. The texts are copied: parts of a piece of the file keep the
 * whole piece in memory, be it for one id.
 */
function slim(card: FileCard): CardOfFile {
  if (card.kind === "bad") return card;
  const { kind, number, line } = card;
  const contact = JSON.parse(JSON.stringify(card.contact)) as ReadContact;
  const photo = contact.hasPhoto ? photoOf(card.card) : null;
  return { kind, number, line, contact, photo };
}

const decoders = new Map<string, TextDecoder | null>();

function decodeBytes(bytes: Uint8Array, charset: string): string | null {
  let decoder = decoders.get(charset);
  if (decoder === undefined) {
    decoder = decoderFor(charset);
    // A file may name thousands of charsets that nobody knows.
    if (decoders.size < 50) decoders.set(charset, decoder);
  }
  try {
    return decoder?.decode(bytes) ?? null;
  } catch {
    return null;
  }
}

function decoderFor(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return null;
  }
}
