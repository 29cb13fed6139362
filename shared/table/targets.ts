/** Where the text of a column can go. */
export const TARGETS = [
  "name",
  "firstName",
  "middleName",
  "surname",
  "title",
  "suffix",
  "nickname",
  "type",
  "companyName",
  "department",
  "jobTitle",
  "phone",
  "mobile",
  "fax",
  "pager",
  "homePhone",
  "otherPhone",
  "email",
  "homePage",
  "address",
  "address2",
  "poBox",
  "postCode",
  "city",
  "county",
  "country",
  "vatNo",
  "registrationNo",
  "comment",
  "category",
  "birthday",
  "birthDay",
  "birthMonth",
  "birthYear",
  "language",
  "salesperson",
  "territory",
  "externalId",
  "no",
  "company.phone",
  "company.email",
  "company.homePage",
  "company.address",
  "company.postCode",
  "company.city",
  "company.country",
  "company.vatNo",
  "visit.date",
  "visit.time",
  "visit.text",
  "visit.result",
] as const;
export type Target = (typeof TARGETS)[number];

/** What a column is for. */
export interface ColumnUse {
  readonly target: Target;
  /** Which address it is a part of, or where one is reached: `home`, `other`, `1` …; absent = the business one. */
  readonly place?: string;
  /** Of a column that says what this one holds, row by row (Google: `Phone 1 - Label`). */
  readonly labelAt?: number;
}

/** One entry a column; null = not taken over. */
export type Columns = readonly (ColumnUse | null)[];

/** Parts of an address, in the order in which people write them. */
export const ADDRESS_TARGETS: ReadonlySet<Target> = new Set<Target>([
  "address",
  "address2",
  "poBox",
  "postCode",
  "city",
  "county",
  "country",
]);
