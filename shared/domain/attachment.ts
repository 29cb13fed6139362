import { MAX_FILE_BYTES, type FileInfo } from "../entities/file.ts";
import type { Interaction } from "../entities/interaction.ts";
import type { Change } from "./change.ts";

/** All files of one visit together (sync.md §9). */
export const MAX_VISIT_BYTES = 100 * 1024 * 1024;
/** So many files of one visit. */
export const MAX_VISIT_FILES = 50;

/** A file whose bytes are on this device's disk, before there is a visit that it belongs to. */
export interface Attachment {
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  /** Lower-case hexadecimal; also its name within a visit: the same bytes are attached once. */
  readonly sha256: string;
}

export type AttachmentRefusal = "empty" | "tooLarge" | "visitFull";

/** Why a file of so many bytes does not go with what is attached already; null = it does. */
export function attachmentRefusal(
  bytes: number,
  attached: readonly Pick<Attachment, "bytes">[],
): AttachmentRefusal | null {
  if (bytes === 0) return "empty";
  if (bytes > MAX_FILE_BYTES) return "tooLarge";
  const together = attached.reduce((sum, one) => sum + one.bytes, bytes);
  const full = together > MAX_VISIT_BYTES || attached.length >= MAX_VISIT_FILES;
  return full ? "visitFull" : null;
}

/** The files of a visit, written in one command with it (INT-12). `thumb`: base64 of the small picture, where it is one. */
export function attachmentChanges(
  visit: Pick<Interaction, "id" | "contactId">,
  attachments: readonly (Attachment & { readonly thumb?: string })[],
  newId: () => string,
): readonly Change[] {
  return attachments.map(({ name, mime, bytes, sha256, thumb }) => {
    const after: FileInfo = {
      id: newId(),
      contactId: visit.contactId,
      interactionId: visit.id,
      ...{ name, mime, bytes, sha256 },
      ...(thumb === undefined ? {} : { thumb }),
    };
    return { c: "files", id: after.id, before: null, after };
  });
}

/** The files of each visit, in the order in which they were attached. */
export function attachmentsByVisit(
  files: readonly FileInfo[],
): ReadonlyMap<string, readonly FileInfo[]> {
  const found = new Map<string, FileInfo[]>();
  for (const file of files.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (file.interactionId === undefined || file.role !== undefined) continue;
    const of = found.get(file.interactionId);
    if (of) of.push(file);
    else found.set(file.interactionId, [file]);
  }
  return found;
}

/** What a stored draft says was attached; what cannot be read is left out. */
export function readAttachments(value: unknown): readonly Attachment[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== "object" || one === null) return [];
    const { name, mime, bytes, sha256 } = one as Record<string, unknown>;
    return typeof name === "string" &&
      typeof mime === "string" &&
      typeof bytes === "number" &&
      typeof sha256 === "string"
      ? [{ name, mime, bytes, sha256 }]
      : [];
  });
}
