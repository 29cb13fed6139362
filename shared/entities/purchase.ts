import { z } from "zod";
import { code, Day, Id, MinorAmount, text } from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { AT_DESC_MAX, defineEntity } from "./define-entity.ts";

/** A posted sales line of the ERP (domain.md §2.4); written by the server only. */
export const Purchase = defineEntity({
  name: "purchases",
  number: 7,
  fields: z.strictObject({
    id: Id,
    document: text(20),
    line: z.int().min(0),
    type: z.enum(["invoice", "credit"]),
    customer: code(20),
    /** The contact that the customer is linked to. */
    contactId: Id.optional(),
    item: code(20),
    description: text(100),
    date: Day,
    /** Negative on credit notes. */
    quantity: z.number(),
    amountMinor: MinorAmount,
    currency: code(10),
    discountMinor: MinorAmount.optional(),
  }),
  computed: z.object(serverStamps),
  indexed: (v) => ({
    ...(v.contactId === undefined ? {} : { contactId: v.contactId }),
    atDesc: AT_DESC_MAX - Date.parse(`${v.date}T00:00:00Z`),
  }),
});
export type Purchase = z.infer<typeof Purchase.fields>;
