import { z } from "zod";
import { Id, text } from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { defineEntity } from "./define-entity.ts";

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
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  computed: z.object(serverStamps),
  indexed: (v) => ({ contactId: v.contactId }),
});
export type FileInfo = z.infer<typeof FileInfo.fields>;
