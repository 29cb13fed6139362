import { z } from "zod";
import { code, Id, text } from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { defineEntity } from "./define-entity.ts";

/** A customer, vendor, bank or employee of the ERP; written by the server only (domain.md CNV). */
export const Account = defineEntity({
  name: "accounts",
  number: 8,
  fields: z.strictObject({
    id: Id,
    kind: z.enum(["customer", "vendor", "bank", "employee"]),
    no: code(20),
    name: text(100),
    contactId: Id.optional(),
    address: text(100).optional(),
    postCode: text(20).optional(),
    city: text(60).optional(),
    country: code(10).optional(),
    phone: text(30).optional(),
    email: text(254).optional(),
    vatNo: text(20).optional(),
    salesperson: code(20).optional(),
    blocked: z.boolean().optional(),
  }),
  computed: z.object(serverStamps),
  indexed: (v) => (v.contactId === undefined ? {} : { contactId: v.contactId }),
});
export type Account = z.infer<typeof Account.fields>;
