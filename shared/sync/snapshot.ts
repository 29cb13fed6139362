import { z } from "zod";
import { Id } from "../entities/fields.ts";
import { Envelope, ParsedEnvelope } from "./protocol.ts";

/**
 * A snapshot is a file of gzip members, each a part that can be fetched, checked and stored alone: ranged and resumable
 * without keeping a file. Unpacked it is lines of JSON, a header and then one envelope a line; deleted documents are
 * not in it, so a device that takes one must read the feed from the `seq` of the first snapshot that it took from.
 */
export const SnapshotRequest = z.object({
  proto: z.int(),
  schema: z.int(),
  /** One that this device has a part of. */
  id: Id.nullish(),
});

const MAX_PART_BYTES = 16 * 1024 * 1024;

/** Bytes `from` (inclusive) to `to` (exclusive) of the file. */
export const SnapshotPart = z
  .object({
    from: z.int().min(0),
    to: z.int(),
    docs: z.int().min(0),
    /** Of the packed bytes, in hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .refine(({ from, to }) => to > from && to - from <= MAX_PART_BYTES);
export type SnapshotPart = z.infer<typeof SnapshotPart>;

export const SnapshotInfo = z.object({
  id: Id,
  /** Every document whose latest change is at or before this place of the feed is in it. */
  seq: z.int().min(0),
  docs: z.int().min(0),
  bytes: z.int().min(1),
  sha256: z.string(),
  parts: z.array(SnapshotPart).min(1).max(10_000),
});
export type SnapshotInfo = z.infer<typeof SnapshotInfo>;

/** `POST /v1/sync/snapshot`. Without a snapshot there is too little to make one for: the feed is read page by page. */
export const SnapshotOffer = z.object({
  epoch: z.string(),
  head: z.int(),
  snapshot: SnapshotInfo.nullable(),
  /** What the file holds; a client reads all others from their beginning. */
  collections: z.array(z.string()),
  /** The caller's own documents up to `seq`, which are not in the file that everybody gets. */
  docs: z.array(Envelope),
});
export type SnapshotOffer = z.infer<typeof SnapshotOffer>;

export const SnapshotHeader = z.object({
  carnet: z.literal("snapshot"),
  version: z.literal(1),
  schema: z.int(),
  epoch: z.string(),
  seq: z.int(),
});
export type SnapshotHeader = z.infer<typeof SnapshotHeader>;

/** Each line is asked, so what is certainly none is not looked at further. */
function isHeader(raw: unknown): boolean {
  const may = typeof raw === "object" && raw !== null && "carnet" in raw;
  return may && SnapshotHeader.safeParse(raw).success;
}

/**
 * The envelopes of an unpacked part.
 *
 * @returns null: it is not what a server of ours writes
 */
export function readSnapshotPart(text: string): readonly Envelope[] | null {
  const docs: Envelope[] = [];
  try {
    for (const line of text.split("\n")) {
      if (line === "") continue;
      const raw: unknown = JSON.parse(line);
      if (isHeader(raw)) continue;
      const envelope = ParsedEnvelope.parse(raw);
      // Deleted documents are not in it.
      if (envelope.v === null) return null;
      docs.push(envelope);
    }
  } catch {
    return null;
  }
  return docs;
}
