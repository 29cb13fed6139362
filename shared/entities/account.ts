import { z } from "zod";
import { code, Id, text } from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { defineEntity } from "./define-entity.ts";

export const AccountKind = z.enum(["customer", "vendor", "bank", "employee"]);
export type AccountKind = z.infer<typeof AccountKind>;

/** A customer, vendor, bank or employee of the ERP; written by the server only (domain.md CNV). */
export const Account = defineEntity({
  name: "accounts",
  number: 8,
  fields: z.strictObject({
    id: Id,
    kind: AccountKind,
    no: code(20),
    name: text(100),
    /** The contact that it is linked to; that contact's relation says the same. */
    contactId: Id.optional(),
    /** Whom we speak with there; the name is kept for the ERP (NAM-4). */
    primaryContactId: Id.optional(),
    primaryContactName: text(100).optional(),
    /** The template that it was created from. */
    template: code(20).optional(),
    searchName: text(100).optional(),
    address: text(100).optional(),
    address2: text(50).optional(),
    postCode: text(20).optional(),
    city: text(60).optional(),
    county: text(30).optional(),
    country: code(10).optional(),
    phone: text(30).optional(),
    mobile: text(30).optional(),
    fax: text(30).optional(),
    email: text(254).optional(),
    homePage: text(255).optional(),
    language: code(10).optional(),
    currency: code(10).optional(),
    territory: code(10).optional(),
    vatNo: text(20).optional(),
    registrationNo: text(50).optional(),
    /** Of a vendor the purchaser, of a bank our contact there: those do not follow the contact (CNV-4). */
    salesperson: code(20).optional(),
    blocked: z.boolean().optional(),
  }),
  computed: z.object(serverStamps),
  indexed: (v) => (v.contactId === undefined ? {} : { contactId: v.contactId }),
});
export type Account = z.infer<typeof Account.fields>;
