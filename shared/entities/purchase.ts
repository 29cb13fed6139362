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
    /** `total`: what the server has summed of one product and year, from lines that devices no longer hold. */
    type: z.enum(["invoice", "credit", "total"]),
    customer: code(20),
    /** The customer's record; who is linked to it is said there and may change. */
    accountId: Id.optional(),
    /** The contact that the customer was linked to when the line came. */
    contactId: Id.optional(),
    item: code(20),
    description: text(100),
    /** Of a total: when the product was last invoiced in that year. */
    date: Day,
    /** Negative on credit notes. */
    quantity: z.number(),
    amountMinor: MinorAmount,
    currency: code(10),
    discountMinor: MinorAmount.optional(),
  }),
  computed: z.object(serverStamps),
  indexed: (v) => {
    // Found by customer, not by contact: linking one must not rewrite ten thousand lines.
    const contactId = v.accountId ?? v.contactId;
    return {
      ...(contactId === undefined ? {} : { contactId }),
      atDesc: AT_DESC_MAX - Date.parse(`${v.date}T00:00:00Z`),
    };
  },
});
export type Purchase = z.infer<typeof Purchase.fields>;
