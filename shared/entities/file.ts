import { z } from "zod";
import { Id, text } from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { defineEntity } from "./define-entity.ts";

/** Of an attachment (sync.md §9). */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** In lower-case hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Bytes of a small picture inside its document (sync.md §9). */
export const THUMB_MAX_BYTES = 8 * 1024;

/** Base64 of at most `THUMB_MAX_BYTES`. */
const Thumb = z
  .string()
  .min(4)
  .max(Math.ceil(THUMB_MAX_BYTES / 3) * 4)
  .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);

/** What is known of an attachment; its bytes travel apart from the documents (sync.md §9). */
export const FileInfo = defineEntity({
  name: "files",
  number: 9,
  fields: z.strictObject({
    id: Id,
    contactId: Id,
    interactionId: Id.optional(),
    name: text(200),
    mime: text(100),
    bytes: z.int().min(0),
    sha256: Sha256,
    /**
     * `picture`: what the contact looks like. Such a document is written once and replaced whole. Only the reduced
     * picture is kept in this version, so `mime`, `bytes` and `sha256` are those of `thumb` itself; there is nothing
     * else to fetch.
     */
    role: z.enum(["picture"]).optional(),
    thumb: Thumb.optional(),
  }),
  computed: z.object(serverStamps),
  indexed: (v) => ({ contactId: v.contactId }),
});
export type FileInfo = z.infer<typeof FileInfo.fields>;
