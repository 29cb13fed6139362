import { toBinary, type Binary } from "./binary.ts";
import { readCard, type Card, type Reading } from "./card.ts";
import type { DecodeBytes } from "./charset.ts";
import {
  createCardSplitter,
  type BadCard,
  type RawCard,
} from "./split-cards.ts";
import { toContact, type NoContact } from "./to-contact.ts";
import type { ReadContact } from "./read-contact.ts";
import { createUtf16ToUtf8, utf16Endian } from "./utf16.ts";
import { fileKind, type FileKind } from "./file-kind.ts";

/** One card of the file: what it is, or why it is left out. The others go on. */
export type FileCard =
  | {
      readonly kind: "contact";
      readonly number: number;
      readonly line: number;
      readonly contact: ReadContact;
      readonly card: Card;
    }
  | {
      readonly kind: "bad";
      readonly number: number;
      readonly line: number;
      readonly reason: BadCard["reason"] | NoContact | "unreadable";
    };

/** Why a whole file is refused; nothing of it has then been given out. */
export type FileProblem =
  | { readonly reason: "empty" }
  | { readonly reason: "not-a-vcard"; readonly looksLike: FileKind | null };

export interface VCardReader {
  /** The cards that end in this piece of the file. */
  push(bytes: Uint8Array): readonly FileCard[];
  /** The file ends here: a card without END is reported. */
  end(): readonly FileCard[];
  /** Set as soon as it is certain, so that nobody reads 50 MB of something else; look after each push and after end. */
  problem(): FileProblem | null;
}

export interface ReadOptions {
  readonly decode: DecodeBytes;
  /** What the person has chosen instead of the reader's own judgement. */
  readonly charset?: string;
  /** Bytes of one card, its pictures included. */
  readonly maxCardBytes?: number;
}

const MAX_CARD_BYTES = 8 * 1024 * 1024;
/** Text before the first card: mail programs put headers there, but not more than this. */
const MAX_BEFORE_FIRST = 1024 * 1024;

/**
 * Reads vCards 2.1, 3.0 and 4.0, several in a file, from pieces of any size. Holds one card at most. Never throws for
 * anything in a file.
 */
export function createVCardReader(options: ReadOptions): VCardReader {
  const splitter = createCardSplitter(options.maxCardBytes ?? MAX_CARD_BYTES);
  let start: Uint8Array | null = new Uint8Array(0);
  let toUtf8: (chunk: Uint8Array) => Binary = toBinary;
  let recoded = false;
  let looksLike: FileKind | null = null;
  let bytesRead = 0;
  let cardsSeen = false;
  let problem: FileProblem | null = null;

  const readRaw = (raw: RawCard | BadCard) => {
    const { decode, charset } = options;
    return read(raw, { decode, charset, recoded });
  };
  function feed(bytes: Uint8Array): readonly FileCard[] {
    const found = splitter.push(toUtf8(bytes)).map(readRaw);
    cardsSeen ||= found.length > 0 || splitter.inCard();
    if (!cardsSeen && (bytesRead > MAX_BEFORE_FIRST || looksLike !== null))
      problem = { reason: "not-a-vcard", looksLike };
    return found;
  }
  /** The first bytes decide how the others are read. */
  function open(bytes: Uint8Array): readonly FileCard[] {
    start = null;
    const endian = utf16Endian(bytes);
    looksLike = endian ? null : fileKind(bytes);
    recoded = endian !== null;
    if (endian) toUtf8 = createUtf16ToUtf8(endian);
    return feed(bytes);
  }

  return {
    push(bytes) {
      if (problem) return [];
      bytesRead += bytes.length;
      if (!start) return feed(bytes);
      start = joined(start, bytes);
      return start.length < 16 ? [] : open(start);
    },
    end() {
      if (problem) return [];
      const first = start ? open(start) : [];
      if (problem) return [];
      const last = splitter.end().map(readRaw);
      cardsSeen ||= last.length > 0;
      if (bytesRead === 0) problem = { reason: "empty" };
      else if (!cardsSeen) problem = { reason: "not-a-vcard", looksLike };
      return [...first, ...last];
    },
    problem: () => problem,
  };
}

function read(raw: RawCard | BadCard, how: Omit<Reading, "version">): FileCard {
  const { number, line } = raw;
  if (raw.kind === "bad")
    return { kind: "bad", number, line, reason: raw.reason };
  try {
    const card = readCard(raw.lines, how);
    const contact = toContact(card);
    return typeof contact === "string"
      ? { kind: "bad", number, line, reason: contact }
      : { kind: "contact", number, line, contact, card };
  } catch {
    // A fault of ours in one card must not cost the person the other 999.
    return { kind: "bad", number, line, reason: "unreadable" };
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
