import type { Binary } from "./binary.ts";

/** The lines between BEGIN and END, as they stand in the file. */
export interface RawCard {
  readonly kind: "card";
  /** Its place among the cards of the file, the bad ones counted; the first is 1. */
  readonly number: number;
  /** Line of its BEGIN in the file; the first is 1. */
  readonly line: number;
  readonly lines: readonly Binary[];
}

export interface BadCard {
  readonly kind: "bad";
  readonly number: number;
  readonly line: number;
  readonly reason: "truncated" | "too-large";
}

export interface CardSplitter {
  /** The cards that end in this piece of the file. */
  push(piece: Binary): readonly (RawCard | BadCard)[];
  /** A card has begun and not ended. */
  inCard(): boolean;
  /** The file ends here. */
  end(): readonly (RawCard | BadCard)[];
}

/** Nothing outside a card is worth more than recognising a BEGIN. */
const OUTSIDE_MAX = 200;

// Files that were joined have their byte order marks in the middle.
const BEGIN = /^(?:\xef\xbb\xbf)?\s*BEGIN\s*:\s*VCARD\s*$/i;
const END = /^\s*END\s*:\s*VCARD\s*$/i;
const AGENT = /^([\w-]+\.)?AGENT[^:]*:\s*$/i;

/**
 * Cuts a file into cards, piece by piece; CR LF, LF and CR end a line. Holds one card at most, of at most `maxBytes`.
 * A BEGIN before the END tells that the card before it was cut off: it is reported, and the new one is read. Only
 * under AGENT (2.1) is it a card in a card.
 */
export function createCardSplitter(maxBytes: number): CardSplitter {
  let pieces: Binary[] = [];
  let held = 0;
  let afterCr = false;
  let lineNo = 0;
  let cards = 0;
  let card: { line: number; lines: Binary[] | null; bytes: number } | null =
    null;
  let depth = 0;
  const lineEnd = /[\r\n]/g;

  /** Of a line outside a card, or in one that is given up, only its beginning is kept. */
  function hold(part: Binary): void {
    if (card?.lines && held + part.length > maxBytes) {
      card.lines = null;
      pieces = [];
      held = 0;
    }
    const room = (card?.lines ? maxBytes : OUTSIDE_MAX) - held;
    if (room <= 0 || part === "") return;
    pieces.push(part.slice(0, room));
    held += Math.min(room, part.length);
  }
  function bad(reason: BadCard["reason"]): BadCard {
    const line = card?.line ?? lineNo;
    card = null;
    return { kind: "bad", number: cards, line, reason };
  }

  function line(text: Binary): RawCard | BadCard | null {
    lineNo++;
    if (BEGIN.test(text)) {
      if (card?.lines && AGENT.test(card.lines.at(-1) ?? "")) {
        depth++;
        card.lines.push(text);
        return null;
      }
      const cut = card ? bad(card.lines ? "truncated" : "too-large") : null;
      cards++;
      depth = 0;
      card = { line: lineNo, lines: [], bytes: 0 };
      return cut;
    }
    if (!card) return null;
    if (END.test(text)) {
      if (depth > 0) {
        depth--;
        card.lines?.push(text);
        return null;
      }
      if (!card.lines) return bad("too-large");
      const whole: RawCard = {
        kind: "card",
        number: cards,
        line: card.line,
        lines: card.lines,
      };
      card = null;
      return whole;
    }
    card.bytes += text.length + 1;
    if (card.bytes > maxBytes) card.lines = null;
    card.lines?.push(text);
    return null;
  }
  function endLine(): RawCard | BadCard | null {
    const text = pieces.join("");
    pieces = [];
    held = 0;
    return line(text);
  }

  return {
    push(piece) {
      const found: (RawCard | BadCard)[] = [];
      let from = afterCr && piece.startsWith("\n") ? 1 : 0;
      if (piece !== "") afterCr = false;
      while (from < piece.length) {
        lineEnd.lastIndex = from;
        const at = lineEnd.exec(piece)?.index ?? -1;
        if (at === -1) {
          hold(piece.slice(from));
          break;
        }
        hold(piece.slice(from, at));
        const item = endLine();
        if (item) found.push(item);
        const isCr = piece.charAt(at) === "\r";
        afterCr = isCr && at + 1 === piece.length;
        from = at + (isCr && piece.charAt(at + 1) === "\n" ? 2 : 1);
      }
      return found;
    },
    inCard: () => card !== null,
    end() {
      const last = held > 0 ? endLine() : null;
      const cut = card ? bad(card.lines ? "truncated" : "too-large") : null;
      return [last, cut].filter((item) => item !== null);
    },
  };
}
