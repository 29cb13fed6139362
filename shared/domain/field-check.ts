import { Contact } from "../entities/contact.ts";
import { lookupPostCode } from "../directory/post-codes.ts";
import { normalEmail } from "./email.ts";
import { isHomePage } from "./home-page.ts";
import { hasLetters } from "./phone.ts";
import { checkVat } from "./vat.ts";

/** The members of a contact that are one line, or one block, of typed text. */
export type TextField = {
  [K in keyof Contact]-?: NonNullable<Contact[K]> extends string ? K : never;
}[keyof Contact];

export type ProblemCode =
  | "required"
  | "too-long"
  | "unstorable-character"
  | "letters-in-phone"
  | "email-syntax"
  | "home-page-syntax"
  | "vat-pattern"
  | "vat-check-digit"
  | "registration-pattern"
  | "registration-check-digit"
  | "post-code-unknown"
  | "not-a-choice";

/** `error`: the stored value stays as it was and the typed text stays in its field. `warning`: it is stored. */
export interface FieldProblem {
  readonly kind: "error" | "warning";
  readonly code: ProblemCode;
  /** Of "too-long": how many characters the field takes. */
  readonly max?: number;
}

export interface FieldCheck {
  /** What to store; absent = take the member out (or, with an error, leave it as it is). */
  readonly value?: string;
  readonly problem?: FieldProblem;
}

/** Business codes and the search name: upper case (domain.md §2.2). */
const codes: ReadonlySet<TextField> = new Set<TextField>([
  "salesperson",
  "territory",
  "language",
  "country",
  "currency",
  "salutation",
  "orgLevel",
  "cadence",
  "searchName",
]);

const phones: ReadonlySet<TextField> = new Set<TextField>([
  "phone",
  "mobile",
  "fax",
  "pager",
]);

/** Members that nobody types and nobody may empty. */
const fixed: ReadonlySet<TextField> = new Set<TextField>(["id", "type"]);

/**
 * What becomes of a text typed into one field of `contact`: trimmed, inner blanks made single, in the field's normal
 * form (LOC-1, LOC-2, LOC-3); an empty text means no value. Pure, and the same on the card, in an import and on
 * creation. Checking a value that this function gave out gives it out again.
 */
export function checkField(
  field: TextField,
  typed: string,
  contact: Partial<Contact>,
): FieldCheck {
  const text =
    field === "comment" ? typed.trim() : typed.replace(/\s+/g, " ").trim();
  if (text === "") {
    return field === "name" || fixed.has(field) ? error("required") : {};
  }
  const max = longest(field);
  if (text.length > max * 4) {
    // Far too long in any form: a whole book that was pasted is not looked through for addresses.
    return { problem: { kind: "error", code: "too-long", max } };
  }
  const checked = normalise(field, text, contact);
  if (checked.problem?.kind === "error") return checked;
  const stored = Contact.fields.shape[field].safeParse(checked.value);
  if (stored.success) return checked;
  const issue = stored.error.issues[0];
  if (issue?.code === "too_big") {
    const max = Number(issue.maximum);
    return { problem: { kind: "error", code: "too-long", max } };
  }
  return error(
    issue?.code === "invalid_value" ? "not-a-choice" : "unstorable-character",
  );
}

const maxima = new Map<TextField, number>();

/** How many characters a field takes, by its entity file. */
function longest(field: TextField): number {
  const known = maxima.get(field);
  if (known !== undefined) return known;
  const parsed = Contact.fields.shape[field].safeParse("1".repeat(20_000));
  const issue = parsed.error?.issues.find(({ code }) => code === "too_big");
  const max = issue?.code === "too_big" ? Number(issue.maximum) : 20_000;
  maxima.set(field, max);
  return max;
}

function normalise(
  field: TextField,
  text: string,
  contact: Partial<Contact>,
): FieldCheck {
  if (phones.has(field)) {
    return hasLetters(text) ? error("letters-in-phone") : { value: text };
  }
  if (codes.has(field)) return { value: text.toUpperCase() };
  switch (field) {
    case "email":
    case "email2": {
      const value = normalEmail(text);
      return value === null ? error("email-syntax") : { value };
    }
    case "homePage":
      return isHomePage(text) ? { value: text } : error("home-page-syntax");
    case "vatNo":
      return checkVatField(text, contact.country?.toUpperCase());
    case "registrationNo":
      return checkRegistration(text);
    case "postCode":
      return checkPostCode(text, contact.country?.toUpperCase());
    default:
      return { value: text };
  }
}

/** LOC-2: a wrong pattern is refused, a wrong check digit is stored with a warning. */
function checkVatField(text: string, country: string | undefined): FieldCheck {
  const check = checkVat(text, country);
  switch (check.kind) {
    case "pattern":
      return error("vat-pattern");
    case "check-digit":
      return { value: check.value, ...warning("vat-check-digit") };
    case "ok":
      return { value: check.value };
  }
}

/**
 * A company's number in the register. A Swiss UID takes its normal form, with the VAT number's check digit (LOC-2); the
 * registers of other countries, and the Swiss numbers of before 2014, are kept as typed.
 */
function checkRegistration(text: string): FieldCheck {
  const upper = text.toUpperCase();
  if (!upper.startsWith("CHE")) return { value: text };
  const check = checkVat(upper, "CH");
  if (check.kind === "pattern") return error("registration-pattern");
  const value = check.value.slice(0, "CHE-116.073.488".length);
  return check.kind === "ok"
    ? { value }
    : { value, ...warning("registration-check-digit") };
}

/** LOC-3: free text stays allowed; a Swiss post code that the directory does not know is worth a word. */
function checkPostCode(text: string, country = "CH"): FieldCheck {
  const swiss = country === "CH" || country === "LI";
  return swiss && lookupPostCode(text).length === 0
    ? { value: text, ...warning("post-code-unknown") }
    : { value: text };
}

function error(code: ProblemCode): FieldCheck {
  return { problem: { kind: "error", code } };
}

function warning(code: ProblemCode): { readonly problem: FieldProblem } {
  return { problem: { kind: "warning", code } };
}

/**
 * What is to be said about a stored value, or null. `does-not-fit`: its field would not take it today (the VAT number of
 * another country, after the country was changed); it stays all the same.
 */
export function warningAbout(
  field: TextField,
  contact: Contact,
): ProblemCode | "does-not-fit" | null {
  const stored = contact[field];
  if (stored === undefined) return null;
  const { problem } = checkField(field, stored, contact);
  if (!problem) return null;
  return problem.kind === "error" ? "does-not-fit" : problem.code;
}

/**
 * The members of `values` that may be stored, each in its normal form, and the problems of the others. A refused member
 * is left out and the rest is kept (design §6). null or an empty text takes a member out. Members that are not text
 * pass through.
 */
export function checkFields(
  values: ContactPatch,
  contact: Partial<Contact>,
): CheckedFields {
  const kept: Record<string, unknown> = {};
  const problems = new Map<keyof Contact, FieldProblem>();
  const around = { ...contact, ...mentioned(values) };
  for (const [key, value] of Object.entries(values)) {
    const field = key as TextField;
    if (typeof value !== "string" && value !== null && value !== undefined) {
      kept[field] = value;
      continue;
    }
    const check = checkField(field, value ?? "", around);
    if (check.problem) problems.set(field, check.problem);
    if (check.problem?.kind !== "error") kept[field] = check.value ?? null;
  }
  return { kept, problems };
}

/** Typed changes to a contact; null = take the member out. */
export type ContactPatch = {
  readonly [K in Exclude<keyof Contact, "id">]?: Contact[K] | null;
};

export interface CheckedFields {
  readonly kept: ContactPatch;
  readonly problems: ReadonlyMap<keyof Contact, FieldProblem>;
}

/** The members that a patch speaks of; an emptied one (null) hides the contact's. */
function mentioned(values: ContactPatch): Partial<Contact> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Contact>;
}
