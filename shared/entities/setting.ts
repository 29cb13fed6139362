import { z } from "zod";
import { code, Id, text } from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { defineEntity } from "./define-entity.ts";
import { NumberSeries } from "./number-series.ts";
import { SearchString } from "./search-string.ts";

/** UTF-16 units of a view's JSON. */
export const VIEW_MAX = 30_000;

/**
 * The company's marketing set-up (domain.md §2.3): one document, `key` = `marketing`. And views of the contact list, one
 * document each, `key` = `view`: only whoever made one reads and writes it.
 */
export const Setting = defineEntity({
  name: "settings",
  number: 6,
  fields: z.strictObject({
    id: Id,
    key: text(40),
    inheritSalesperson: z.boolean().optional(),
    inheritTerritory: z.boolean().optional(),
    inheritCountry: z.boolean().optional(),
    inheritLanguage: z.boolean().optional(),
    inheritFormatRegion: z.boolean().optional(),
    inheritAddress: z.boolean().optional(),
    inheritCommunication: z.boolean().optional(),
    defaultSalesperson: code(20).optional(),
    defaultTerritory: code(10).optional(),
    defaultCountry: code(10).optional(),
    defaultLanguage: code(10).optional(),
    defaultFormatRegion: text(80).optional(),
    defaultCorrespondence: z.enum(["hardCopy", "email"]).optional(),
    defaultCompanySalutation: code(10).optional(),
    defaultPersonSalutation: code(10).optional(),
    defaultSalesCycle: code(10).optional(),
    /** REL-2, REL-5: the relation that stands for a linked record of each kind. */
    relationCustomer: code(10).optional(),
    relationVendor: code(10).optional(),
    relationBank: code(10).optional(),
    relationEmployee: code(10).optional(),
    /** Numbers leased to a device at a time; 0 switches leases off (numbers then come with the first sync). */
    contactLeaseSize: z.int().min(0).max(1000).optional(),
    /** NUM; a series of which nothing is said is as the server began it. */
    contactNumbers: NumberSeries.optional(),
    opportunityNumbers: NumberSeries.optional(),
    taskNumbers: NumberSeries.optional(),
    customerNumbers: NumberSeries.optional(),
    vendorNumbers: NumberSeries.optional(),
    bankNumbers: NumberSeries.optional(),
    employeeNumbers: NumberSeries.optional(),
    /** DUP: see `duplicateSetUpOf`, which also says what holds where nothing is said. */
    duplicateAutosearch: z.boolean().optional(),
    duplicateStrings: z.boolean().optional(),
    /** Percent of the rows that must agree (DUP-3). */
    duplicateHit: z.int().min(1).max(100).optional(),
    duplicateTypes: z.enum(["company", "person", "both"]).optional(),
    /** DUP-9; off = letters and numbers as they are typed. */
    duplicateNormaliser: z.boolean().optional(),
    duplicateRows: z.array(SearchString).max(60).optional(),
    /** Purchase lines on the device, months. */
    purchaseMonths: z.int().min(1).max(240).optional(),
    /** Of a view: what its owner calls it; without a name it is how they want a shipped view to look. */
    name: text(100).optional(),
    /** Of a view: filter, order and columns as JSON, for `readListView`; as text it is never too deep for the wire. */
    view: text(VIEW_MAX).optional(),
  }),
  computed: z.object(serverStamps),
});
export type Setting = z.infer<typeof Setting.fields>;
