import {
  checkFields,
  type ContactPatch,
  type TextField,
} from "../domain/field-check.ts";
import { namedId } from "../domain/named-id.ts";
import { prettyPhone } from "../domain/phone.ts";
import { countryCode } from "../vcard/country-code.ts";
import { nameKey } from "../vcard/name-key.ts";
import { clip, oneLine } from "../vcard/one-line.ts";
import type {
  ReadContact,
  ReadVisit,
  ValueProblem,
} from "../vcard/read-contact.ts";
import { toContact } from "../vcard/to-contact.ts";
import type { DayOrder } from "./read-day.ts";
import { isNoDay, readTableDay } from "./read-day.ts";
import { cellsOf, placeOf, rowCard, type Cell } from "./row-card.ts";
import { ADDRESS_TARGETS, type Columns, type Target } from "./targets.ts";

/** How the rows of one table are read. */
export interface RowRules {
  readonly head: readonly string[];
  readonly columns: Columns;
  /** Before the ids of this table, so that they are nobody else's: `hubspot`, `csv-1a2b3c4d`. */
  readonly source: string;
  readonly dayOrder: DayOrder;
  /** Where a number without a prefix is. */
  readonly country: string;
  /** `021 555 12 12` becomes `+41 21 555 12 12`. */
  readonly prettyPhones: boolean;
  /** `DUPONT` becomes `Dupont`. */
  readonly properCase: boolean;
  /** What is in no column that is taken over goes into the comment. */
  readonly restToComment: boolean;
  /** What a person has put in the place of a value, by column. */
  readonly fixes: Readonly<Record<number, Readonly<Record<string, string>>>>;
}

/** The contact of one row; null when nothing in it could be a name. */
export function readRow(
  given: readonly string[],
  rules: RowRules,
): ReadContact | null {
  const row = fixed(given, rules);
  const cells = cellsOf(row, rules.columns, rules.head)
    .filter(({ target, value }) => !isNoDay(target, value))
    .map((cell) => cleaned(cell, rules));
  const text = (target: Target) => textOf(cells, target);
  const card = rowCard(withRest(cells, row, rules), isCompany(text("type")));
  const read = toContact(card);
  if (typeof read === "string") return null;
  const own = checkFields(
    {
      ...(text("vatNo") && { vatNo: text("vatNo") }),
      ...(text("registrationNo") && { registrationNo: text("registrationNo") }),
      ...codeOf("language", /^[a-z]{2,3}(-[a-z]{2})?$/i, text("language")),
      ...codeOf("salesperson", /^[\w-]{1,20}$/, text("salesperson")),
      ...codeOf("territory", /^[\w-]{1,10}$/, text("territory")),
    },
    { ...read.fields } as never,
  );
  const problems = problemsOf(own.problems, text);
  const isPerson = read.type === "person";
  const company = isPerson ? companyOf(cells) : null;
  const office = isPerson ? officeOf(cells, read.fields) : null;
  const externalId = externalIdOf(read, text("externalId"), rules);
  const visit = visitOf(cells, rules, externalId);
  return {
    ...read,
    fields: { ...read.fields, ...own.kept },
    externalId,
    problems: [
      ...read.problems,
      ...problems,
      ...(visit === "bad"
        ? [
            {
              field: "visit.date",
              code: "no-day",
              value: text("visit.date"),
            } as const,
          ]
        : []),
    ],
    ...(company && read.companyName !== null && { company }),
    ...(office && read.companyName !== null && { office }),
    ...(visit && visit !== "bad" && { visit }),
    ...(text("no") && { no: text("no") }),
  };
}

function textOf(cells: readonly Cell[], target: Target): string {
  return oneLine(
    cells
      .filter((cell) => cell.target === target)
      .map(({ value }) => value)
      .join(" "),
  );
}

function fixed(row: readonly string[], { fixes }: RowRules): readonly string[] {
  if (Object.keys(fixes).length === 0) return row;
  return row.map((cell, i) => {
    const own = fixes[i];
    const value = cell.trim();
    return own && Object.hasOwn(own, value) ? (own[value] ?? cell) : cell;
  });
}

const PHONES: ReadonlySet<Target> = new Set<Target>([
  "phone",
  "mobile",
  "fax",
  "pager",
  "homePhone",
  "otherPhone",
  "company.phone",
]);
const NAMES: ReadonlySet<Target> = new Set<Target>([
  "name",
  "firstName",
  "middleName",
  "surname",
  "companyName",
  "city",
]);

function cleaned(cell: Cell, rules: RowRules): Cell {
  // The apostrophe that keeps a spreadsheet from running a formula.
  const value = /^'[=+\-@]/.test(cell.value) ? cell.value.slice(1) : cell.value;
  if (rules.prettyPhones && PHONES.has(cell.target))
    return { ...cell, value: prettyPhone(value, rules.country) };
  if (rules.properCase && NAMES.has(cell.target) && isShouted(value))
    return { ...cell, value: properCase(value, cell.target) };
  if (cell.target === "birthday")
    return { ...cell, value: readTableDay(value, rules.dayOrder) ?? value };
  return value === cell.value ? cell : { ...cell, value };
}

function isShouted(text: string): boolean {
  return (
    text.length > 3 && text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)
  );
}

/** A company's abbreviations stay: `ABB SA`. */
function properCase(text: string, target: Target): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) =>
    target === "companyName" && word.length <= 3
      ? word
      : word.slice(0, 1) + word.slice(1).toLowerCase(),
  );
}

function withRest(
  cells: readonly Cell[],
  row: readonly string[],
  { head, columns, restToComment }: RowRules,
): readonly Cell[] {
  if (!restToComment) return cells;
  const labels = new Set(columns.map((use) => use?.labelAt));
  const rest = row.flatMap((cell, i) => {
    const value = cell.trim();
    const isRest = value !== "" && !columns[i] && !labels.has(i);
    return isRest ? [head[i] ? `${head[i]}: ${value}` : value] : [];
  });
  if (rest.length === 0) return cells;
  const value = rest.join("\n");
  const comment = { target: "comment", place: "", label: "", heading: "" };
  return [...cells, { ...comment, target: "comment", value }];
}

const COMPANY =
  /^(company|companies|societe|unternehmen|firma|azienda|ditta|societa|entreprise|organi|juridi|1$|true|wahr|vrai|vero|yes|oui|ja$|si$)/;

function isCompany(type: string): boolean {
  return COMPANY.test(nameKey(type));
}

/** A code, not a word: `DE`, not `Deutsch`. */
function codeOf(
  field: "language" | "salesperson" | "territory",
  pattern: RegExp,
  value: string,
): ContactPatch {
  return pattern.test(value) ? { [field]: value } : {};
}

function problemsOf(
  problems: ReadonlyMap<string, { kind: string; code: ValueProblem["code"] }>,
  text: (target: Target) => string,
): readonly ValueProblem[] {
  return [...problems].flatMap(([field, { kind, code }]) =>
    kind === "error" ? [{ field, code, value: text(field as Target) }] : [],
  );
}

const COMPANY_FIELDS: readonly (readonly [TextField, Target])[] = [
  ["country", "company.country"],
  ["phone", "company.phone"],
  ["email", "company.email"],
  ["homePage", "company.homePage"],
  ["address", "company.address"],
  ["postCode", "company.postCode"],
  ["city", "company.city"],
  ["vatNo", "company.vatNo"],
];

function companyOf(cells: readonly Cell[]): ContactPatch | null {
  const patch = COMPANY_FIELDS.flatMap(([field, target]) => {
    const said = textOf(cells, target);
    const value = field === "country" ? (countryCode(said) ?? "") : said;
    return value === "" ? [] : [[field, value] as const];
  });
  if (patch.length === 0) return null;
  return checkFields(Object.fromEntries(patch), { type: "company" }).kept;
}

const ADDRESS = [
  ...(["address", "address2", "postCode", "city", "county"] as const),
  "country",
] as const;

/** The person's address, where the table has it as that of their work: it comes before a private one (`takeAddresses`). */
function officeOf(
  cells: readonly Cell[],
  fields: ContactPatch,
): ContactPatch | null {
  const isOffice = cells.some(
    (cell) =>
      ADDRESS_TARGETS.has(cell.target) && placeOf(cell).includes("work"),
  );
  const said = ADDRESS.flatMap((field) => {
    const value = fields[field];
    return value ? [[field, value] as const] : [];
  });
  return isOffice && said.length > 0 ? Object.fromEntries(said) : null;
}

/** The table's own id, or what tells people apart: the name, where they work, how they are reached. */
function externalIdOf(
  read: ReadContact,
  id: string,
  { source }: RowRules,
): string {
  if (id !== "") {
    const whole = `${source}:${id}`;
    return whole.length > 80 ? `row:${namedId(whole)}` : whole;
  }
  const { email, phone, mobile, address, postCode } = read.fields;
  const reached = [email, phone, mobile].some(Boolean)
    ? [email, phone, mobile]
    : [address, postCode];
  const said = [read.type, nameKey(read.name), nameKey(read.companyName ?? "")];
  return `row:${namedId([...said, ...reached.map((one) => one ?? "")].join("\n"))}`;
}

function visitOf(
  cells: readonly Cell[],
  { dayOrder }: RowRules,
  externalId: string,
): ReadVisit | "bad" | null {
  const typed = textOf(cells, "visit.date");
  const [description, result] = [
    textOf(cells, "visit.text"),
    textOf(cells, "visit.result"),
  ];
  if (typed === "") return null;
  const date = readTableDay(typed, dayOrder);
  if (date === null) return "bad";
  const time =
    timeIn(textOf(cells, "visit.time")) ?? timeIn(typed.replace(/^\S+\s*/, ""));
  const said = [externalId, date, time ?? "", description, result];
  return {
    id: namedId(`visit/${said.join("\n")}`),
    date,
    ...(time !== null && { time }),
    description: clip(description, 1_000),
    result: clip(result, 15_000),
  };
}

/** `14:30`, `14h30`, `9.05`, `2:30 PM`; null = no time of day. */
function timeIn(text: string): string | null {
  const found = /^(\d{1,2})[:h.](\d{2})(?::\d{2})?\s*([ap])?\.?m?/i.exec(
    text.trim(),
  );
  if (!found) return null;
  const [, hours = "", minutes = "", half = ""] = found;
  const hour =
    (Number(hours) % (half === "" ? 100 : 12)) +
    (half.toLowerCase() === "p" ? 12 : 0);
  return hour < 24 && Number(minutes) < 60
    ? `${String(hour).padStart(2, "0")}:${minutes}`
    : null;
}
