import { z } from "zod";
import { AccountKind } from "./account.ts";
import { code, Day, Id, LongText, text } from "./fields.ts";
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
 * CNV: a wish for the accounts, which only the server writes. `create` an account from the contact, `link` the contact
 * with an account that exists, make `contacts` from accounts that have none.
 */
export const AccountRequest = z.strictObject({
  action: z.enum(["create", "link", "contacts"]),
  kind: AccountKind,
  template: code(20).optional(),
  accountId: Id.optional(),
  accountIds: z.array(Id).max(500).optional(),
  /** CNV-3: whose fields win when the two are linked. */
  wins: z.enum(["contact", "account"]).optional(),
});
export type AccountRequest = z.infer<typeof AccountRequest>;

/** Why the server did not carry a request out. */
export const RequestRefusal = z.enum([
  "already_linked",
  "account_linked",
  "account_gone",
  "contact_gone",
  "no_relation_code",
  "not_a_person",
  "privacy_blocked",
  "series_ended",
  "template_missing",
  "template_type",
  "unreadable",
]);
export type RequestRefusal = z.infer<typeof RequestRefusal>;

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
     * `erasure`: that the contact `docId` was erased, by whom (`winner`), and how much of what went with it (`base`).
     * `merge`: what absorbing the contact `docId` has changed, as steps in `base`, for the day when they are split.
     */
    // prettier-ignore
    kind: z.enum(["conflict", "notice", "request", "comment", "vcard", "merge", "erasure"]),
    contactId: Id.optional(),
    collection: text(30).optional(),
    docId: Id.optional(),
    /** Path of the field in conflict. */
    field: text(200).optional(),
    base: z.json().optional(),
    winner: ConflictSide.optional(),
    loser: ConflictSide.optional(),
    /** Of a request: `open` = to be carried out, `done`, `refused` with a `reason`; the last two by the server. */
    status: z.enum(["open", "done", "refused"]).optional(),
    request: AccountRequest.optional(),
    reason: RequestRefusal.optional(),
    /** What a request has made or linked: number of the account, or how many contacts. */
    accountNo: code(20).optional(),
    made: z.int().min(0).optional(),
    date: Day.optional(),
    text: LongText.optional(),
  }),
  computed: z.object(serverStamps),
  indexed: (v) => (v.contactId === undefined ? {} : { contactId: v.contactId }),
});
export type Note = z.infer<typeof Note.fields>;
