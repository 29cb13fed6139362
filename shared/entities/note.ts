import { z } from "zod";
import { Day, Id, LongText, text } from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { defineEntity } from "./define-entity.ts";

/** One side of a conflict: the value, who typed it, on which device, when (`at` from its hybrid clock). */
const ConflictSide = z.strictObject({
  value: z.json(),
  userId: Id.optional(),
  userName: text(100).optional(),
  deviceId: Id.optional(),
  at: z.iso.datetime().optional(),
});

/**
 * Things said about a document rather than in it: a conflict that a merge decided (the loser is kept and can be
 * taken back), a notice to a user, a request for the back office, a dated comment.
 */
export const Note = defineEntity({
  name: "notes",
  number: 10,
  fields: z.strictObject({
    id: Id,
    /**
     * `vcard`: `text` holds the properties of an imported card that have no field, one a line, for the way back. When
     * there are several, by their ids, a line that is too long for one goes on in the next, after a blank.
     */
    kind: z.enum(["conflict", "notice", "request", "comment", "vcard"]),
    contactId: Id.optional(),
    collection: text(30).optional(),
    docId: Id.optional(),
    /** Path of the field in conflict. */
    field: text(200).optional(),
    base: z.json().optional(),
    winner: ConflictSide.optional(),
    loser: ConflictSide.optional(),
    status: z.enum(["open", "done"]).optional(),
    date: Day.optional(),
    text: LongText.optional(),
  }),
  computed: z.object(serverStamps),
  indexed: (v) => (v.contactId === undefined ? {} : { contactId: v.contactId }),
});
export type Note = z.infer<typeof Note.fields>;
