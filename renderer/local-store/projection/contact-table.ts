import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import type { ContactRow } from "../store.ts";
import { createDictionary, type Dictionary } from "./columns/dictionary.ts";
import { createIdTable, type IdTable } from "./columns/id-table.ts";
import { createLists, type Lists } from "./columns/lists.ts";
import { createNewest, type Newest } from "./columns/newest.ts";
import { grown, grownWith } from "./columns/numbers.ts";
import { partOf, type Packed } from "./columns/pack.ts";
import { createTextRows } from "./columns/text-rows.ts";
import type { SlimContact } from "./slim-contact.ts";

/** Texts that are nearly always different ones, in the order in which they are kept. */
const TEXTS = [
  "name",
  "no",
  "companyName",
  "phone",
  "mobile",
  "email",
  "address",
] as const;
export type TextColumn = (typeof TEXTS)[number];

/** Texts of which there are few. A set of codes is one text, with NUL between its codes: no code has one. */
const FEW = [
  "jobTitle",
  "postCode",
  "city",
  "county",
  "country",
  "salesperson",
  "territory",
  "cadence",
  "language",
  "relation",
  "industry",
  "mailing",
] as const;
export type FewColumn = (typeof FEW)[number];

export const SET_END = "\u0000";
const SETS: ReadonlySet<string> = new Set(["relation", "industry", "mailing"]);

/** What a search looks at and the list does not show, as one JSON text of what is not as it is with most contacts. */
type Hidden = Omit<SlimContact, "row" | "blocked" | "mergedInto">;
const HIDDEN = TEXTS.length;
/** Most have one. */
const HOME_PAGE = HIDDEN + 1;
const NOTHING_HIDDEN = "";

export const IS_HERE = 1;
export const IS_COMPANY = 2;
const IS_BLOCKED = 4;
/** By the contact whose row stands where else the employer's does. */
const IS_ABSORBED = 8;
const LONGEST_CHAIN = 100;

/**
 * All contacts as columns, a row number each that it keeps. Contacts that are only referred to have a row, too, and are
 * not here.
 */
export interface ContactTable {
  readonly ids: IdTable;
  readonly newest: Newest;
  /** People by their company, whether that is here or not. */
  readonly staff: Lists;
  /** Among whose people it is; -1 = nobody's. */
  staffOf(row: number): number;
  /** How many there are, those that others have absorbed among them. */
  readonly count: number;
  readonly flags: Uint8Array;
  /** Row of the company, -1 = none; a company's own row. */
  readonly companies: Int32Array;
  readonly changed: Float64Array;
  readonly created: Float64Array;
  readonly few: Readonly<Record<FewColumn, Dictionary>>;
  text(row: number, column: TextColumn): string;
  /** As `text`, without making it. */
  hasText(row: number, column: TextColumn): boolean;
  /** Shows a contact in its row; null = it is not here any more. */
  show(row: number, contact: SlimContact | null): void;
  isHere(row: number): boolean;
  isBlocked(row: number): boolean;
  typeAt(row: number): ContactRow["type"];
  /** MRG: the row itself, or of an absorbed contact that of the one that stands for it; -1 = it is not here. */
  standingFor(row: number): number;
  /** Rows of those that it has absorbed, also by way of others. */
  absorbedBy(row: number): readonly number[];
  /** A new object each time. */
  rowAt(row: number): ContactRow;
  slimAt(row: number): SlimContact;
  externalIdAt(row: number): string;
  separateAt(row: number): readonly string[];
  pack(): Packed;
}

export function createContactTable(from?: Packed): ContactTable {
  const ids = createIdTable(partOf(from, "ids"));
  const newest = createNewest(partOf(from, "newest"));
  const texts = createTextRows(HOME_PAGE + 1, partOf(from, "texts"));
  const few = createFew(from);
  const fewColumns = FEW.map((column) => ({
    column,
    dictionary: few[column],
    isSet: SETS.has(column),
  }));
  let flags = partOf<Uint8Array>(from, "flags") ?? new Uint8Array();
  let companies = partOf<Int32Array>(from, "companies") ?? new Int32Array();
  let changed = partOf<Float64Array>(from, "changed") ?? new Float64Array();
  let created = partOf<Float64Array>(from, "created") ?? new Float64Array();
  const staff = createLists(companies.length);
  let count = 0;
  for (let row = 0; row < flags.length; row++) {
    if (isStored(row)) count += 1;
    staff.move(row, -1, staffOf(row));
  }

  function isHere(row: number): boolean {
    return ((flags[row] ?? 0) & IS_HERE) !== 0;
  }
  function isAbsorbed(row: number): boolean {
    return ((flags[row] ?? 0) & IS_ABSORBED) !== 0;
  }
  function isStored(row: number): boolean {
    return isHere(row) || isAbsorbed(row);
  }
  function standingFor(row: number): number {
    let at = row;
    for (let i = 0; i < LONGEST_CHAIN && isAbsorbed(at); i++)
      at = companies[at] ?? -1;
    return isHere(at) ? at : -1;
  }
  function isCompany(row: number): boolean {
    return ((flags[row] ?? 0) & IS_COMPANY) !== 0;
  }
  function staffOf(row: number): number {
    return isHere(row) && !isCompany(row) ? (companies[row] ?? -1) : -1;
  }
  function rowAt(row: number): ContactRow {
    const [name = "", no = "", companyName = "", ...others] = texts.first(
      row,
      HIDDEN,
    );
    const [phone = "", mobile = "", email = "", address = ""] = others;
    const value: Record<string, unknown> = {
      id: ids.idAt(row),
      type: isCompany(row) ? "company" : "person",
      name,
      no,
      companyId: idOrNone(companies[row] ?? -1),
      companyName,
      phone,
      email,
      postCode: "",
      city: "",
      salesperson: "",
    };
    if (mobile !== "") value["mobile"] = mobile;
    if (address !== "") value["address"] = address;
    for (const { column, dictionary, isSet } of fewColumns) {
      const text = dictionary.at(row);
      if (text !== "") value[column] = isSet ? text.split(SET_END) : text;
    }
    for (const [column, instants] of [
      ["changed", changed],
      ["created", created],
    ] as const) {
      const at = instants[row] ?? 0;
      if (at > 0) value[column] = new Date(at).toISOString();
    }
    return value as unknown as ContactRow;
  }
  function hiddenAt(row: number): Partial<Hidden> {
    const hidden = texts.get(row, HIDDEN);
    return hidden === "" ? {} : (JSON.parse(hidden) as Partial<Hidden>);
  }
  function idOrNone(row: number): string {
    return row < 0 ? "" : ids.idAt(row);
  }
  function grow(size: number): void {
    flags = grown(flags, size);
    companies = grownWith(companies, size, -1);
    changed = grown(changed, size);
    created = grown(created, size);
  }
  return {
    ids,
    newest,
    staff,
    staffOf,
    few,
    get count() {
      return count;
    },
    get flags() {
      return flags;
    },
    get companies() {
      return companies;
    },
    get changed() {
      return changed;
    },
    get created() {
      return created;
    },
    text: (row, column) => texts.get(row, TEXTS.indexOf(column)),
    hasText: (row, column) => texts.has(row, TEXTS.indexOf(column)),
    isHere,
    isBlocked: (row) => ((flags[row] ?? 0) & IS_BLOCKED) !== 0,
    typeAt: (row) => (isCompany(row) ? "company" : "person"),
    standingFor,
    absorbedBy(row) {
      const found: number[] = [];
      for (let one = 0; one < flags.length; one++)
        if (isAbsorbed(one) && standingFor(one) === row) found.push(one);
      return found;
    },
    rowAt,
    slimAt(row) {
      const shown = rowAt(row);
      const hidden = { ...usual(shown.name), ...hiddenAt(row) };
      const { emails, phones, rare } = hidden;
      const homePage = texts.get(row, HOME_PAGE);
      const { email, phone, mobile = "" } = shown;
      return {
        row: shown,
        ...hidden,
        rare: homePage === "" ? rare : { ...rare, homePage },
        emails: email === "" ? emails : [email, ...emails],
        phones: [...new Set([phone, mobile, ...phones])].filter(Boolean),
        blocked: ((flags[row] ?? 0) & IS_BLOCKED) !== 0,
        mergedInto: isAbsorbed(row) ? idOrNone(companies[row] ?? -1) : "",
      };
    },
    separateAt: (row) => hiddenAt(row).separate ?? [],
    externalIdAt: (row) => hiddenAt(row).externalId ?? "",
    show(row, contact) {
      grow(row + 1);
      count += (contact ? 1 : 0) - (isStored(row) ? 1 : 0);
      const before = staffOf(row);
      if (contact === null) {
        flags[row] = 0;
        companies[row] = -1;
        texts.clear(row);
        staff.move(row, before, -1);
        return;
      }
      const { row: shown, blocked, mergedInto } = contact;
      const company = shown.type === "company";
      const absorbed = mergedInto !== "";
      flags[row] =
        (absorbed ? IS_ABSORBED : IS_HERE) |
        (company ? IS_COMPANY : 0) |
        (blocked ? IS_BLOCKED : 0);
      const above = absorbed ? mergedInto : shown.companyId;
      const employer = above === "" ? -1 : ids.add(above);
      grow(ids.size);
      companies[row] = employer;
      staff.move(row, before, staffOf(row));
      changed[row] = instantOf(shown.changed);
      created[row] = instantOf(shown.created);
      for (const column of FEW) few[column].set(row, asText(shown[column]));
      texts.set(row, [
        ...TEXTS.map((column) => shown[column] ?? ""),
        hiddenOf(contact),
        contact.rare.homePage ?? "",
      ]);
    },
    pack() {
      const rows = ids.size;
      grow(rows);
      return {
        ids: ids.pack(),
        newest: newest.pack(rows),
        texts: texts.pack(rows),
        flags: flags.slice(0, rows),
        companies: companies.slice(0, rows),
        changed: changed.slice(0, rows),
        created: created.slice(0, rows),
        ...Object.fromEntries(
          FEW.map((column) => [column, few[column].pack(rows)]),
        ),
      };
    },
  };
}

function usual(name: string): Hidden {
  return {
    ...{ name2: "", searchName: name.toUpperCase(), vatNo: "", externalId: "" },
    ...{ emails: [], phones: [], aliases: [], separate: [], rare: {} },
  };
}

function hiddenOf(contact: SlimContact): string {
  const { row, name2, searchName, vatNo, externalId } = contact;
  const { aliases, separate } = contact;
  const { homePage: _elsewhere, ...rare } = contact.rare;
  const { name, email, phone, mobile } = row;
  const hidden: Hidden = {
    ...{ name2, searchName, vatNo, externalId, aliases, separate, rare },
    emails: contact.emails.filter((one) => one !== email),
    phones: contact.phones.filter((one) => one !== phone && one !== mobile),
  };
  const as: Readonly<Record<string, unknown>> = { ...usual(name) };
  const others = Object.entries(hidden).filter(([member, value]) =>
    typeof value === "object"
      ? Object.keys(value).length > 0
      : value !== as[member],
  );
  return others.length === 0
    ? NOTHING_HIDDEN
    : JSON.stringify(Object.fromEntries(others));
}

function asText(value: ContactRow[FewColumn]): string {
  return typeof value === "object" ? value.join(SET_END) : (value ?? "");
}

function instantOf(text = ""): number {
  const at = Date.parse(text);
  return Number.isNaN(at) ? 0 : at;
}

export function isFewColumn(column: ContactColumn): column is FewColumn {
  return (FEW as readonly string[]).includes(column);
}

export function isTextColumn(column: ContactColumn): column is TextColumn {
  return (TEXTS as readonly string[]).includes(column);
}

function createFew(from: Packed | undefined): Record<FewColumn, Dictionary> {
  const columns = FEW.map((column) => [
    column,
    createDictionary(partOf(from, column)),
  ]);
  return Object.fromEntries(columns) as Record<FewColumn, Dictionary>;
}
