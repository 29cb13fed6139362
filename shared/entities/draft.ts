import { z } from "zod";
import { Id, Instant, text } from "./fields.ts";
import { defineEntity } from "./define-entity.ts";

/** A half-typed form: kept on this device, never sent, brought back after any interruption. */
export const Draft = defineEntity({
  name: "drafts",
  number: 11,
  fields: z.strictObject({
    id: Id,
    form: text(40),
    contactId: Id.optional(),
    value: z.json(),
    savedAt: Instant,
  }),
  computed: z.object({}),
  localOnly: true,
  indexed: (v) => (v.contactId === undefined ? {} : { contactId: v.contactId }),
});
export type Draft = z.infer<typeof Draft.fields>;
