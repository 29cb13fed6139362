import type { CalendarDay } from "../core/calendar.ts";
import { ok, refuse, type Result } from "../core/result.ts";
import { Contact } from "../entities/contact.ts";
import type { Change } from "./change.ts";
import { checkField, type ProblemCode } from "./field-check.ts";
import { withValue } from "./with-value.ts";

/** A further address of a contact, under a code of the person's own choice (`BUREAU2`, `CHALET`). */
export type AltAddress = NonNullable<Contact["altAddresses"]>[string];
export type AltText = Exclude<keyof AltAddress, "from" | "to">;

/** A period in which an alternative address is valid; without `to` it is open. */
export interface AltPeriod {
  /** Id of the item that holds it: the address's own for its first period. */
  readonly id: string;
  readonly address: string;
  readonly from: CalendarDay;
  readonly to?: CalendarDay | undefined;
}

export const altTexts = [
  "code",
  "companyName",
  "companyName2",
  "address",
  "address2",
  "postCode",
  "city",
  "county",
  "country",
  "phone",
  "mobile",
  "fax",
  "email",
  "homePage",
] as const satisfies readonly AltText[];

/** Every period of a contact's alternative addresses, by start. One whose address has gone is none. */
export function periodsOf(contact: Contact): readonly AltPeriod[] {
  const addresses = contact.altAddresses ?? {};
  const first = Object.entries(addresses).flatMap(([id, { from, to }]) =>
    from === undefined ? [] : [{ id, address: id, from, to }],
  );
  const further = Object.entries(contact.altPeriods ?? {}).flatMap(
    ([id, period]) =>
      Object.hasOwn(addresses, period.address) ? [{ id, ...period }] : [],
  );
  return [...first, ...further].toSorted(
    (a, b) => a.from.localeCompare(b.from) || (a.id < b.id ? -1 : 1),
  );
}

/**
 * ALT-1: the alternative address that is valid on a day: the period with the latest start that has begun and has not
 * ended. Null = the main address.
 */
export function addressOn(
  contact: Contact,
  day: CalendarDay,
): AltAddress | null {
  const valid = periodsOf(contact).findLast(
    ({ from, to }) => from <= day && (to === undefined || to >= day),
  );
  return valid ? (contact.altAddresses?.[valid.address] ?? null) : null;
}

/** On one line: where it is, and what else is known of it. */
export function addressLine(address: AltAddress): string {
  const { address: street, address2, postCode, city, country } = address;
  const place = [postCode, city].filter(Boolean).join(" ");
  const land = country === undefined || country === "CH" ? "" : country;
  return [
    address.companyName,
    street,
    address2,
    place,
    land,
    address.phone,
    address.mobile,
    address.email,
  ]
    .filter(Boolean)
    .join(", ");
}

/** An alternative address as typed; an empty text is no value. Periods that are not in the list are taken out. */
export interface TypedAddress {
  readonly texts: Readonly<Partial<Record<AltText, string>>>;
  readonly periods: readonly {
    readonly id: string;
    readonly from: CalendarDay | null;
    readonly to: CalendarDay | null;
  }[];
}

export type AltProblem =
  | ProblemCode
  | "code-taken"
  | "start-missing"
  | "start-taken"
  | "end-before-start";

/** What is wrong, by text field or by the id of a period; nothing was changed. */
export interface AltRefusal {
  readonly kind: "alt-address-refused";
  readonly problems: ReadonlyMap<string, AltProblem>;
}

/**
 * A new or changed alternative address with all its periods, as the item `addressId`. Refused as a whole: a code that
 * another address of the contact has, a start that another period of the contact has, an end before its start
 * (domain.md §2.2), a text that its field does not take.
 */
export function writeAltAddress(
  contact: Contact,
  addressId: string,
  typed: TypedAddress,
): Result<readonly Change[], AltRefusal> {
  const { address, problems } = checkedTexts(contact, addressId, typed);
  for (const [id, problem] of periodProblems(contact, addressId, typed))
    problems.set(id, problem);
  if (problems.size > 0) {
    return refuse({ kind: "alt-address-refused", problems });
  }
  const own = typed.periods.find(({ id }) => id === addressId);
  const item: AltAddress = {
    ...address,
    ...(own?.from ? { from: own.from } : {}),
    ...(own?.to ? { to: own.to } : {}),
  };
  const further = typed.periods.flatMap(({ id, from, to }) =>
    id === addressId || from === null
      ? []
      : [[id, { address: addressId, from, ...(to ? { to } : {}) }] as const],
  );
  const after = {
    ...contact,
    altAddresses: { ...contact.altAddresses, [addressId]: item },
  };
  const altPeriods = {
    ...othersOf(contact, addressId),
    ...Object.fromEntries(further),
  };
  return ok(changeTo(contact, withPeriods(after, altPeriods)));
}

/** Takes an alternative address away, and its periods with it (domain.md §2.2). */
export function removeAltAddress(
  contact: Contact,
  addressId: string,
): readonly Change[] {
  const { [addressId]: gone, ...others } = contact.altAddresses ?? {};
  if (!gone) return [];
  const empty = Object.keys(others).length === 0;
  const after = withValue(contact, "altAddresses", empty ? null : others);
  return changeTo(contact, withPeriods(after, othersOf(contact, addressId)));
}

function checkedTexts(
  contact: Contact,
  addressId: string,
  { texts }: TypedAddress,
) {
  const problems = new Map<string, AltProblem>();
  const around = { country: texts.country || contact.country || "CH" };
  const kept: Partial<Record<AltText, string>> = {};
  for (const field of altTexts) {
    const text = texts[field] ?? "";
    if (field === "code") continue;
    const known = field === "companyName2" ? "name2" : field;
    const { value, problem } = checkField(known, text, around);
    if (problem?.kind === "error") problems.set(field, problem.code);
    else if (value !== undefined) kept[field] = value;
  }
  const code = (texts.code ?? "").trim().replace(/\s+/g, " ").toUpperCase();
  const others = Object.entries(contact.altAddresses ?? {});
  if (code === "") problems.set("code", "required");
  else if (others.some(([id, one]) => id !== addressId && one.code === code))
    problems.set("code", "code-taken");
  const address: AltAddress = { ...kept, code };
  for (const issue of Item.safeParse(address).error?.issues ?? []) {
    const field = String(issue.path[0]);
    if (!problems.has(field))
      problems.set(
        field,
        issue.code === "too_big" ? "too-long" : "unstorable-character",
      );
  }
  return { address, problems };
}

const Item = Contact.fields.shape.altAddresses.unwrap().valueType;

function periodProblems(
  contact: Contact,
  addressId: string,
  { periods }: TypedAddress,
): ReadonlyMap<string, AltProblem> {
  const problems = new Map<string, AltProblem>();
  const taken = new Set(
    periodsOf(contact)
      .filter(({ address }) => address !== addressId)
      .map(({ from }) => from),
  );
  for (const { id, from, to } of periods) {
    if (from === null) {
      problems.set(id, "start-missing");
      continue;
    }
    if (taken.has(from)) problems.set(id, "start-taken");
    else if (to !== null && to < from) problems.set(id, "end-before-start");
    taken.add(from);
  }
  return problems;
}

function othersOf(contact: Contact, addressId: string) {
  return Object.fromEntries(
    Object.entries(contact.altPeriods ?? {}).filter(
      ([, { address }]) => address !== addressId,
    ),
  );
}

function withPeriods(
  contact: Contact,
  periods: NonNullable<Contact["altPeriods"]>,
): Contact {
  const empty = Object.keys(periods).length === 0;
  return withValue(contact, "altPeriods", empty ? null : periods);
}

function changeTo(before: Contact, after: Contact): readonly Change[] {
  const same = JSON.stringify(before) === JSON.stringify(after);
  return same ? [] : [{ c: "contacts", id: before.id, before, after }];
}
