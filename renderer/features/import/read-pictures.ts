import type { Change } from "../../../shared/domain/change.ts";
import type { NewId } from "../../../shared/domain/new-id.ts";
import {
  newPicture,
  type ReducedPicture,
} from "../../../shared/domain/picture.ts";
import { photoProblemOf } from "../../../shared/vcard/photo.ts";
import type { PlannedCard } from "../../../shared/vcard/plan-import.ts";
import type { CardOfFile } from "./read-file.ts";

/** Decodes a picture and makes it small; null when it cannot be decoded. */
export type ReducePicture = (
  bytes: Uint8Array<ArrayBuffer>,
) => Promise<ReducedPicture | null>;

/** Pictures in work at a time: enough to keep the decoders busy, few enough to hold in memory. */
const AHEAD = 4;

export interface PictureReader {
  /** Starts with the pictures of these cards; the answer gives the change for each card, in its order. */
  read(
    plans: readonly (readonly [CardOfFile, PlannedCard | null])[],
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

  async function changesFor(
    card: CardOfFile,
    what: PlannedCard | null,
  ): Promise<readonly Change[]> {
    if (what?.verdict !== "new" || what.contactId === null) return [];
    if (card.kind !== "contact" || card.photo?.kind !== "bytes") return [];
    // Said in the preview already.
    if (photoProblemOf(card.photo) !== null) return [];
    const reduced = await reduce(new Uint8Array(card.photo.bytes));
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

const NONE: Promise<readonly Change[]> = Promise.resolve([]);
