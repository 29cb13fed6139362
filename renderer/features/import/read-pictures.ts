import type { Change } from "../../../shared/domain/change.ts";
import type { NewId } from "../../../shared/domain/new-id.ts";
import {
  newPicture,
  PICTURE_MAX_PIXELS,
  type ReducedPicture,
} from "../../../shared/domain/picture.ts";
import { pictureSize } from "../../../shared/domain/picture-size.ts";
import { photoProblemOf } from "../../../shared/vcard/photo.ts";
import type { PlannedCard } from "../../../shared/vcard/plan-import.ts";
import { createPixelGate } from "./pixel-gate.ts";
import type { CardOfFile } from "./read-file.ts";

/** Decodes a picture and makes it small; null when it cannot be decoded. */
export type ReducePicture = (
  bytes: Uint8Array<ArrayBuffer>,
) => Promise<ReducedPicture | null>;

/** Cards whose pictures are in work at a time, to keep the decoders busy; large ones wait for each other. */
const AHEAD = 4;

export interface PictureReader {
  /** Starts with the pictures of these cards; the answer gives the change for each card, in its order. */
  read(
    plans: readonly (readonly [CardOfFile, PlannedCard | null, ...unknown[]])[],
  ): (index: number) => Promise<readonly Change[]>;
  /** Names on the cards whose picture could not be decoded since the last call. */
  takeBad(): readonly string[];
}

/** The pictures of the cards that become contacts. What cannot be decoded is named, and stops nothing. */
export function createPictureReader(
  reduce: ReducePicture,
  newId: NewId,
): PictureReader {
  let bad: string[] = [];
  const enter = createPixelGate();

  async function changesFor(
    card: CardOfFile,
    what: PlannedCard | null,
  ): Promise<readonly Change[]> {
    if (what?.verdict !== "new" || what.contactId === null) return [];
    if (card.kind !== "contact" || card.photo?.kind !== "bytes") return [];
    // Said in the preview already.
    if (photoProblemOf(card.photo) !== null) return [];
    const bytes = new Uint8Array(card.photo.bytes);
    const leave = await enter(pixelsOf(bytes));
    const reduced = await reduce(bytes).finally(leave);
    if (!reduced) {
      bad.push(card.contact.name);
      return [];
    }
    const change = newPicture(what.contactId, newId(), reduced);
    return [{ ...change, origin: "imported" }];
  }

  return {
    read(plans) {
      const started: Promise<readonly Change[]>[] = [];
      function start(until: number): void {
        while (started.length < Math.min(until, plans.length)) {
          const [card, what] = plans[started.length] ?? [];
          started.push(card ? changesFor(card, what ?? null) : NONE);
        }
      }
      start(AHEAD);
      return (index) => {
        start(index + AHEAD);
        return started[index] ?? NONE;
      };
    },
    takeBad() {
      const names = bad;
      bad = [];
      return names;
    },
  };
}

/** What decoding takes; nothing for what is not decoded anyway. */
function pixelsOf(bytes: Uint8Array): number {
  const { width = 0, height = 0 } = pictureSize(bytes) ?? {};
  const pixels = width * height;
  return pixels > PICTURE_MAX_PIXELS ? 0 : pixels;
}

const NONE: Promise<readonly Change[]> = Promise.resolve([]);
