import { lookupPostCode } from "../directory/post-codes.ts";
import { headingForm, useOfHeading } from "./heading-words.ts";
import type { Columns, ColumnUse, Target } from "./targets.ts";

/** Programs whose exports carry an id of their own for each contact. */
export type Program =
  | "carnet"
  | "outlook"
  | "google"
  | "thunderbird"
  | "hubspot"
  | "salesforce"
  | "odoo"
  | "business-central";

/** Headings, in `headingForm`, of which a program's export has all of one line. */
const PROGRAMS: readonly (readonly [Program, readonly string[]])[] = [
  ["google", ["e mail 1 value"]],
  ["google", ["phone 1 value"]],
  ["google", ["given name", "family name", "group membership"]],
  ["outlook", ["business street", "first name"]],
  ["outlook", ["e mail address", "e mail display name"]],
  ["outlook", ["strasse geschaftlich", "vorname"]],
  ["outlook", ["rue bureau", "prenom"]],
  ["thunderbird", ["primary email", "first name"]],
  ["thunderbird", ["primare e mail adresse", "vorname"]],
  ["thunderbird", ["adresse electronique principale", "prenom"]],
  ["hubspot", ["record id"]],
  ["hubspot", ["record id contact"]],
  ["salesforce", ["contact id"]],
  ["salesforce", ["account name", "mailing street"]],
  ["salesforce", ["account name", "billing street"]],
  ["odoo", ["id", "is company"]],
  ["odoo", ["external id", "name"]],
  ["odoo", ["parent id", "email"]],
  ["odoo", ["related company", "email"]],
  ["business-central", ["no", "name", "company no"]],
  ["business-central", ["no", "name", "salesperson code"]],
  ["business-central", ["n", "nom", "code vendeur"]],
  ["business-central", ["nr", "name", "verkaufercode"]],
  ["business-central", ["no", "name", "phone no"]],
];

export interface Recognised {
  readonly columns: Columns;
  readonly program: Program | null;
}

/** What each column is for, by its heading, and where that says nothing by what stands in it. */
export function recognise(
  head: readonly string[],
  sample: readonly (readonly string[])[],
): Recognised {
  const forms = head.map(headingForm);
  const program = PROGRAMS.find(([, needed]) =>
    needed.every((form) => forms.includes(form)),
  );
  const byHead = head.map(useOfHeading);
  const named = withNames(byHead, forms);
  const labelled = named.map((use, i) =>
    withLabel(withPosition(use, forms, i), head, i),
  );
  const columns = labelled.map(
    (use, i) =>
      use ?? byContent(valuesOf(sample, i), labelled, head[i] ?? "", i),
  );
  return {
    columns: once(mendedUid(columns, forms, sample)),
    program: program?.[0] ?? null,
  };
}

/** `Nom` beside `Prénom` is the surname, `Nome` beside `Cognome` the first name, `Name` beside `Vorname` the surname. */
function withNames(
  uses: readonly (ColumnUse | null)[],
  forms: readonly string[],
): readonly (ColumnUse | null)[] {
  const has = (target: Target) => uses.some((use) => use?.target === target);
  return uses.map((use, i) => {
    if (use?.target !== "name" || !/^(name|nom|nome)$/.test(forms[i] ?? ""))
      return use;
    if (forms[i] === "nome" && has("surname") && !has("firstName"))
      return { target: "firstName" };
    return has("firstName") && !has("surname") ? { target: "surname" } : use;
  });
}

/** Outlook in French calls what somebody does `Titre`, too: the second one. */
function withPosition(
  use: ColumnUse | null,
  forms: readonly string[],
  at: number,
): ColumnUse | null {
  const isAgain = forms.indexOf(forms[at] ?? "") < at;
  return use?.target === "title" && isAgain ? { target: "jobTitle" } : use;
}

/** Google says beside each value what it is: `Phone 1 - Label`, formerly `Phone 1 - Type`. */
function withLabel(
  use: ColumnUse | null,
  head: readonly string[],
  at: number,
): ColumnUse | null {
  const group = use && /^(.* \d+) - /.exec(head[at] ?? "")?.[1];
  if (!group) return use;
  const labelAt = head.findIndex(
    (one) => one === `${group} - Label` || one === `${group} - Type`,
  );
  return labelAt === -1 ? use : { ...use, labelAt };
}

/** Targets of which one column is enough; the others may come any number of times and are joined, or all kept. */
const ONCE: ReadonlySet<Target> = new Set<Target>([
  "name",
  "firstName",
  "surname",
  "middleName",
  "companyName",
  "type",
  "externalId",
  "no",
  "birthday",
  "visit.date",
]);

function once(columns: Columns): Columns {
  const seen = new Set<Target>();
  // An address that is there in parts is not taken as a whole once more.
  return columns.map((use) => {
    if (!use || !ONCE.has(use.target)) return use;
    if (seen.has(use.target)) return null;
    seen.add(use.target);
    return use;
  });
}

/** `UID` is Switzerland's number of a company, or an address book's of a card. */
function mendedUid(
  columns: Columns,
  forms: readonly string[],
  sample: readonly (readonly string[])[],
): Columns {
  return columns.map((use, i) =>
    use?.target === "vatNo" &&
    forms[i] === "uid" &&
    !valuesOf(sample, i).some((value) => VAT.test(value))
      ? { target: "externalId" }
      : use,
  );
}

function valuesOf(
  sample: readonly (readonly string[])[],
  column: number,
): readonly string[] {
  return sample
    .map((cells) => (cells[column] ?? "").trim())
    .filter((value) => value !== "");
}

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}$/;
const PHONE = /^(?:\+|00|0)[\d\s()/.'-]{7,20}$/;
const VAT = /^(?:CHE[-\d. ]{9,}|[A-Z]{2}[\dA-Z]{8,12})\b/;
const WEB = /^(?:https?:\/\/|www\.)\S+$/i;

/** Nearly all of at least two values look alike. */
function byContent(
  values: readonly string[],
  others: Columns,
  heading: string,
  column: number,
): ColumnUse | null {
  if (values.length === 0 || isSaid(heading)) return null;
  const most = (pattern: (value: string) => boolean) =>
    values.filter(pattern).length >= Math.max(1, 0.8 * values.length);
  if (most((value) => EMAIL.test(value))) return { target: "email" };
  if (most((value) => WEB.test(value))) return { target: "homePage" };
  if (most((value) => VAT.test(value))) return { target: "vatNo" };
  const has = (target: Target) => others.some((use) => use?.target === target);
  if (most((value) => PHONE.test(value))) return { target: "phone" };
  const isCode = (value: string) =>
    /^\d{4}$/.test(value) && lookupPostCode(value).length > 0;
  if (!has("postCode") && most(isCode)) return { target: "postCode" };
  const hasName = ["name", "surname", "companyName"].some((target) =>
    has(target as Target),
  );
  const isName = (value: string) =>
    /^\p{Lu}[\p{L}'.-]+( \p{L}[\p{L}'.&-]*)+$/u.test(value);
  return heading === "" && !hasName && column === 0 && most(isName)
    ? { target: "name" }
    : null;
}

/** A heading that was understood as meaning nothing for us: what stands below it does not change that. */
function isSaid(heading: string): boolean {
  return /\b(id|owner|status|type|label|opt|updated|created|vendeur|besitzer)\b/i.test(
    headingForm(heading),
  );
}

/** Rows that may stand above the headings: a title, a date, `sep=;`. */
const ABOVE_MAX = 10;

/**
 * Which of the first rows holds the headings; -1 = none does. The one with the most known headings; with none known the
 * first, unless it holds values like those below it.
 */
export function headRowOf(rows: readonly (readonly string[])[]): number {
  const known = rows
    .slice(0, ABOVE_MAX)
    .map((cells) => cells.filter((cell) => useOfHeading(cell)).length);
  const best = known.indexOf(Math.max(0, ...known));
  const filled = (rows[best] ?? []).filter((cell) => cell.trim()).length;
  if ((known[best] ?? 0) >= Math.min(2, filled)) return known[best] ? best : -1;
  const first = rows[0] ?? [];
  const isData = first.some((cell) => {
    const text = cell.trim();
    return EMAIL.test(text) || PHONE.test(text) || WEB.test(text);
  });
  return isData || first.length < 2 ? -1 : 0;
}
