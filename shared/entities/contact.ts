import { z } from "zod";
import { AccountKind } from "./account.ts";
import { code, Email, Id, LongText, Phone, text } from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { defineEntity } from "./define-entity.ts";
import { Day } from "./fields.ts";

export const ContactType = z.enum(["company", "person"]);
export const Correspondence = z.enum(["hardCopy", "email"]);

/** How we relate to a contact; with a link: to which record of the ERP (an account's kind and number). */
const Relation = z.strictObject({
  code: code(10),
  linkKind: AccountKind.optional(),
  linkNo: text(20).optional(),
});
export type Relation = z.infer<typeof Relation>;

/** REL-6: a linked record's kind, `other` for a single relation without one; absent = none at all. */
export const RelationSummary = z.enum([
  ...AccountKind.options,
  "other",
  "multiple",
]);
export type RelationSummary = z.infer<typeof RelationSummary>;

const MoreChannel = z.strictObject({
  kind: z.enum(["phone", "email", "address", "homePage"]),
  label: text(40).optional(),
  value: text(500),
});

/** A further address and, with `from`, the first period in which it is valid; open when there is no `to` (ALT-1). */
const AltAddress = z.strictObject({
  code: code(10),
  companyName: text(100).optional(),
  companyName2: text(50).optional(),
  address: text(100).optional(),
  address2: text(50).optional(),
  postCode: text(20).optional(),
  city: text(60).optional(),
  county: text(30).optional(),
  country: code(10).optional(),
  phone: Phone.optional(),
  mobile: Phone.optional(),
  fax: Phone.optional(),
  email: Email.optional(),
  homePage: text(255).optional(),
  from: Day.optional(),
  to: Day.optional(),
});

/** A further period of an alternative address; `address` is that one's item. */
const AltPeriod = z.strictObject({
  address: Id,
  from: Day,
  to: Day.optional(),
});

/**
 * A tie to another contact: where a person worked before and until when (TYP-9), who worked at a company before, or
 * whoever else belongs to them (`label` says as what). The name is the other contact's own and stands there alone.
 * `separate`: somebody has said that the two are not the same (DUP-7); it stands on one of them.
 */
const ContactLink = z.strictObject({
  kind: z.enum(["formerEmployer", "formerPerson", "related", "separate"]),
  contactId: Id,
  label: text(60).optional(),
  /** Last day under the former employer. */
  until: Day.optional(),
});

const WebSourceWord = z.strictObject({ code: code(10), searchWord: text(30) });

/**
 * Any external party we deal with: a company, a person who works in one, or an independent person (a person
 * without `companyId`). domain.md §2.2. Absent members are simply not there; there is no empty text.
 */
export const Contact = defineEntity({
  name: "contacts",
  number: 1,
  fields: z.strictObject({
    id: Id,
    type: ContactType,
    name: text(100),
    /** Business number; absent until a lease or the server gave one. Provisional ones look like `CT~7KQ2M` (NUM). */
    no: code(20).optional(),
    name2: text(50).optional(),
    searchName: text(100).optional(),
    firstName: text(60).optional(),
    middleName: text(60).optional(),
    surname: text(60).optional(),
    initials: text(30).optional(),
    jobTitle: text(60).optional(),
    /** Employer of a person; a company's own id (TYP-2, set by the server). */
    companyId: Id.optional(),
    companyName: text(100).optional(),
    address: text(100).optional(),
    address2: text(50).optional(),
    postCode: text(20).optional(),
    city: text(60).optional(),
    county: text(30).optional(),
    country: code(10).optional(),
    phone: Phone.optional(),
    mobile: Phone.optional(),
    fax: Phone.optional(),
    pager: Phone.optional(),
    extension: text(30).optional(),
    email: Email.optional(),
    email2: Email.optional(),
    homePage: text(255).optional(),
    salesperson: code(20).optional(),
    territory: code(10).optional(),
    language: code(10).optional(),
    formatRegion: text(80).optional(),
    currency: code(10).optional(),
    vatNo: text(20).optional(),
    registrationNo: text(50).optional(),
    correspondence: Correspondence.optional(),
    salutation: code(10).optional(),
    orgLevel: code(10).optional(),
    /** How often they are visited, by the list of cadences; their own, it follows no company. */
    cadence: code(10).optional(),
    comment: LongText.optional(),
    excludeFromSegment: z.boolean().optional(),
    privacyBlocked: z.boolean().optional(),
    minor: z.boolean().optional(),
    parentalConsent: z.boolean().optional(),
    externalId: text(80).optional(),
    /**
     * MRG: absorbed by that contact. It is not shown any more and keeps all that stood on it, so that the two can be
     * split again; whoever asks for it, by its id or number, gets the other one.
     */
    mergedInto: Id.optional(),
    mailingGroups: z.array(code(10)).max(200).optional(),
    industryGroups: z.array(code(10)).max(200).optional(),
    responsibilities: z.array(code(10)).max(200).optional(),
    /** Fields of a person that do not follow the company, whatever their value (INH-9: "break inheritance"). */
    ownFields: z.array(code(20)).max(60).optional(),
    /** Earlier and provisional numbers: stay searchable for ever (NUM-5). */
    aliases: z.array(code(20)).max(200).optional(),
    more: z.record(Id, MoreChannel).optional(),
    relations: z.record(Id, Relation).optional(),
    /** Worked out from the relations, for a person from the company's too (REL-6); the server's word counts. */
    businessRelation: RelationSummary.optional(),
    altAddresses: z.record(Id, AltAddress).optional(),
    altPeriods: z.record(Id, AltPeriod).optional(),
    links: z.record(Id, ContactLink).optional(),
    webSources: z.record(Id, WebSourceWord).optional(),
  }),
  computed: z.object({
    ...serverStamps,
    noStatus: z.enum(["final", "provisional"]).optional(),
  }),
  maps: [
    "more",
    "relations",
    "altAddresses",
    "altPeriods",
    "links",
    "webSources",
  ],
  sets: [
    "mailingGroups",
    "industryGroups",
    "responsibilities",
    "ownFields",
    "aliases",
  ],
});
export type Contact = z.infer<typeof Contact.fields>;
