import type { FileInfo } from "../entities/file.ts";
import type { Change } from "./change.ts";

/** A picture made small enough to travel inside its document. */
export interface ReducedPicture {
  readonly mime: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Base64. */
  readonly thumb: string;
}

/** Longest side of a stored picture, in pixels: four times as fine as the card shows it. */
export const PICTURE_SIDE = 192;

/** A file that would need more to be decoded is no portrait: it could fill the memory. */
export const PICTURE_MAX_PIXELS = 60_000_000;

/**
 * The picture that a contact shows: the one made last, by its id. Two laptops without a line may have set one each;
 * all show the same, and setting or removing it does away with both.
 */
export function pictureOf(files: readonly FileInfo[]): FileInfo | null {
  return (
    picturesIn(files).toSorted((a, b) => (a.id < b.id ? 1 : -1))[0] ?? null
  );
}

export function picturesIn(files: readonly FileInfo[]): readonly FileInfo[] {
  return files.filter(
    ({ role, thumb }) => role === "picture" && thumb !== undefined,
  );
}

/**
 * Puts a picture in the place of those that are there; null takes them away. `id` is a fresh one, also when an old
 * picture comes back: a deleted document is not inserted again.
 */
export function setPicture(
  contactId: string,
  files: readonly FileInfo[],
  picture: { readonly id: string; readonly reduced: ReducedPicture } | null,
): readonly Change[] {
  const gone = picturesIn(files).map((before): Change => ({
    c: "files",
    id: before.id,
    before,
    after: null,
  }));
  return picture === null
    ? gone
    : [...gone, newPicture(contactId, picture.id, picture.reduced)];
}

/** The document of a contact's picture. */
export function newPicture(
  contactId: string,
  id: string,
  { mime, bytes, sha256, thumb }: ReducedPicture,
): Change {
  const name = "picture.jpg";
  const role = "picture" as const;
  return {
    c: "files",
    id,
    before: null,
    after: { id, contactId, name, mime, bytes, sha256, role, thumb },
  };
}
