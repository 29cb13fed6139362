import { z } from "zod";
import { MAX_FILE_BYTES, Sha256 } from "../entities/file.ts";
import { request } from "./request.ts";

const nothing = z.undefined();

/** `failed`: the disk refused; else the person changed their mind. */
export const FileWritten = z.object({
  saved: z.boolean(),
  failed: z.boolean().optional(),
});

export const fileRequests = {
  /**
   * Puts the bytes of an attachment on disk, sealed, and in line for the server; save the `files` document that speaks
   * of it after that. Null when the disk refuses.
   */
  "files/add": request(
    z.strictObject({
      bytes: z
        .instanceof(Uint8Array)
        .refine(({ length }) => length <= MAX_FILE_BYTES),
    }),
    z.object({
      added: z.object({ sha256: Sha256, bytes: z.int() }).nullable(),
    }),
  ),
  /**
   * The bytes of an attachment, from this device or else from the server; `bytes` says how many there are. `notThere`: the
   * server does not have them yet.
   */
  "files/read": request(
    z.strictObject({
      sha256: Sha256,
      bytes: z.int().min(0).max(MAX_FILE_BYTES),
    }),
    z.object({
      bytes: z.instanceof(Uint8Array).nullable(),
      missing: z.enum(["noLine", "notThere"]).optional(),
    }),
  ),
  /** Asks the person where to, and writes the bytes of an attachment there; `name` is proposed. */
  "files/save": request(
    z.strictObject({
      sha256: Sha256,
      bytes: z.int().min(0).max(MAX_FILE_BYTES),
      name: z.string().min(1).max(200),
    }),
    FileWritten.extend({ missing: z.enum(["noLine", "notThere"]).optional() }),
  ),
  /** Where the bytes of each attachment are, as far as this device knows; `absent`: not here. */
  "files/standing": request(
    z.strictObject({ hashes: z.array(Sha256).max(500) }),
    z.object({
      standing: z.record(
        Sha256,
        z.enum(["waiting", "sent", "refused", "absent"]),
      ),
    }),
  ),
  /** Hashes of the attachments that the server will never take; their bytes stay here. */
  "files/refused": request(nothing, z.object({ hashes: z.array(Sha256) })),
  /** How many attachments the server does not have yet, and how many it will never take; those stay here. */
  "files/waiting": request(
    nothing,
    z.object({ files: z.int(), refused: z.int() }),
  ),
  /** Asks the person where to; `name` is proposed. A list of 100,000 contacts as cards is some 60 million characters. */
  "file/save": request(
    z.strictObject({
      name: z.string().min(1).max(200),
      content: z.union([
        z.string().max(200_000_000),
        z.instanceof(Uint8Array).refine(({ length }) => length <= 400_000_000),
      ]),
    }),
    FileWritten,
  ),
} as const;
