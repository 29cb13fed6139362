import { createdAt } from "../../../shared/domain/created-at.ts";
import type { ContactRow } from "../store.ts";

type Row = Readonly<Record<string, unknown>>;

/** What the list keeps of a contact: the row it shows, and what the person may search it by. */
export interface SlimContact {
  readonly row: ContactRow;
  readonly name2: string;
  readonly searchName: string;
  readonly vatNo: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly aliases: readonly string[];
  readonly externalId: string;
  /** For privacy: nothing may be logged about them (INT-13). */
  readonly blocked: boolean;
  /** The contact that has absorbed it; empty = none, as nearly always. */
  readonly mergedInto: string;
  /** Who is not the same, as somebody has said (DUP-7). */
  readonly separate: readonly string[];
  /** What only the search for duplicates looks at. */
  readonly rare: RareFields;
}

/** Absent = empty. */
export interface RareFields {
  readonly address2?: string;
  readonly fax?: string;
  readonly homePage?: string;
  readonly registrationNo?: string;
  /** What stands in the row as a phone is the mobile. */
  readonly noPhone?: true;
}

export function slimContact(v: Row): SlimContact {
  const more = itemsOf(v["more"]);
  const phones = texts(v["phone"], v["mobile"], v["fax"], v["pager"]);
  return {
    row: {
      id: text(v["id"]),
      type: v["type"] === "company" ? "company" : "person",
      name: text(v["name"]),
      no: text(v["no"]),
      companyId: text(v["companyId"]),
      companyName: text(v["companyName"]),
      phone: text(v["phone"]) || text(v["mobile"]),
      email: text(v["email"]),
      postCode: text(v["postCode"]),
      city: text(v["city"]),
      salesperson: text(v["salesperson"]),
      ...present({
        jobTitle: text(v["jobTitle"]),
        mobile: text(v["mobile"]),
        address: text(v["address"]),
        county: text(v["county"]),
        country: text(v["country"]),
        territory: text(v["territory"]),
        cadence: text(v["cadence"]),
        language: text(v["language"]),
        changed: text(v["modifiedAt"]),
        created: createdAt(v),
        relation: relationCodes(v["relations"]),
        industry: codesOf(v["industryGroups"]),
        mailing: codesOf(v["mailingGroups"]),
      }),
    },
    name2: text(v["name2"]),
    searchName: text(v["searchName"]),
    vatNo: text(v["vatNo"]),
    emails: [...texts(v["email"], v["email2"]), ...valuesOf(more, "email")],
    phones: [...phones, ...valuesOf(more, "phone")],
    aliases: Array.isArray(v["aliases"]) ? texts(...v["aliases"]) : [],
    externalId: text(v["externalId"]),
    blocked: v["privacyBlocked"] === true,
    mergedInto: text(v["mergedInto"]),
    separate: itemsOf(v["links"])
      .filter(({ kind }) => kind === "separate")
      .map(({ contactId }) => text(contactId)),
    rare: {
      ...present({
        address2: text(v["address2"]),
        fax: text(v["fax"]),
        homePage: text(v["homePage"]),
        registrationNo: text(v["registrationNo"]),
      }),
      ...(text(v["phone"]) === "" && text(v["mobile"]) !== ""
        ? { noPhone: true }
        : {}),
    },
  };
}

/** Without what is empty. */
function present<
  T extends Readonly<Record<string, { readonly length: number }>>,
>(values: T): Partial<T> {
  const kept = Object.entries(values).filter(([, value]) => value.length > 0);
  return Object.fromEntries(kept) as Partial<T>;
}

function codesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? texts(...value).toSorted() : [];
}

function relationCodes(value: unknown): readonly string[] {
  const codes = texts(...itemsOf(value).map(({ code }) => code));
  return [...new Set(codes)].toSorted();
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function texts(...values: readonly unknown[]): readonly string[] {
  return values.map(text).filter((value) => value !== "");
}

function itemsOf(map: unknown): readonly Row[] {
  return typeof map === "object" && map !== null ? Object.values(map) : [];
}

function valuesOf(items: readonly Row[], kind: string): readonly string[] {
  return texts(
    ...items.filter((item) => item["kind"] === kind).map(({ value }) => value),
  );
}
