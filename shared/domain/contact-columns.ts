import type { Contact } from "../entities/contact.ts";

/** What a column holds: it decides how it is compared, filtered and shown. `amount` is in minor units. */
export type ColumnKind =
  "text" | "phone" | "code" | "codes" | "day" | "instant" | "number" | "amount";

/**
 * Every column that the contact list can show, sort and filter by (SRC-2), from the contact itself and from what was
 * done with it (STA-1, TSK-10, visit cadence). A company's figures cover its people.
 */
export const CONTACT_COLUMNS = {
  name: "text",
  no: "text",
  type: "code",
  companyName: "text",
  jobTitle: "text",
  phone: "phone",
  mobile: "phone",
  email: "text",
  address: "text",
  postCode: "text",
  city: "text",
  county: "text",
  country: "code",
  relation: "codes",
  industry: "codes",
  mailing: "codes",
  salesperson: "code",
  territory: "code",
  cadence: "code",
  language: "code",
  lastVisit: "day",
  lastAttempt: "day",
  nextTask: "day",
  visitDue: "day",
  interactions: "number",
  minutes: "number",
  cost: "amount",
  openOpportunities: "number",
  estimatedValue: "amount",
  currentValue: "amount",
  lastPurchase: "day",
  changed: "instant",
  created: "instant",
} as const satisfies Readonly<Record<string, ColumnKind>>;

export type ContactColumn = keyof typeof CONTACT_COLUMNS;

export const contactColumns = Object.keys(
  CONTACT_COLUMNS,
) as readonly ContactColumn[];

export function isContactColumn(name: string): name is ContactColumn {
  return Object.hasOwn(CONTACT_COLUMNS, name);
}

type ValueOf<K extends ColumnKind> = K extends "codes"
  ? readonly string[]
  : K extends "number" | "amount"
    ? number
    : string;

/** One contact's values; absent = empty, and a figure that is 0. Days are `YYYY-MM-DD`, instants ISO 8601 in UTC. */
export type ContactValues = {
  readonly [C in ContactColumn]?: C extends "type"
    ? Contact["type"]
    : ValueOf<(typeof CONTACT_COLUMNS)[C]>;
};
