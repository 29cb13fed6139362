import type { Binary } from "../vcard/binary.ts";
import type { Card, Property, Reading } from "../vcard/card.ts";
import { ADDRESS_TARGETS, type Columns, type Target } from "./targets.ts";

/** One value of a row that goes somewhere. */
export interface Cell {
  readonly target: Target;
  readonly place: string;
  /** What Google says of it, or nothing. */
  readonly label: string;
  readonly heading: string;
  readonly value: string;
}

/** Several values in one cell, as Google writes them. */
const SEVERAL = " ::: ";

export function cellsOf(
  cells: readonly string[],
  columns: Columns,
  head: readonly string[],
): readonly Cell[] {
  return columns.flatMap((use, i) => {
    const text = (cells[i] ?? "").trim();
    if (!use || text === "") return [];
    const label = use.labelAt === undefined ? "" : (cells[use.labelAt] ?? "");
    const values =
      use.target === "category" || !text.includes(SEVERAL)
        ? [text]
        : text.split(SEVERAL);
    return values.map((value) => ({
      target: use.target,
      place: use.place ?? "",
      label: label.replace(/^\*\s*/, "").trim(),
      heading: head[i] ?? "",
      value: value.trim(),
    }));
  });
}

/** Nothing is decoded. */
const READING: Reading = {
  version: "4.0",
  decode: () => null,
  charset: undefined,
  recoded: false,
  isText: true,
};

/**
 * A row as a business card, so that all that is known about cards counts for tables too: which number is the office's,
 * what a company is, what has no field and is kept all the same.
 */
export function rowCard(cells: readonly Cell[], isCompany: boolean): Card {
  const properties: Property[] = [];
  function add(
    name: string,
    value: string,
    types: readonly string[] = [],
    label = "",
  ): void {
    const group = label === "" ? "" : `item${properties.length + 1}`;
    const params = new Map(types.length > 0 ? [["TYPE", types]] : []);
    properties.push({ group, name, params, value, reading: READING });
    if (label !== "")
      properties.push({
        ...{ group, name: "X-ABLABEL", params: new Map() },
        ...{ value: escaped(label), reading: READING },
      });
  }
  const all = (target: Target) => cells.filter((one) => one.target === target);
  const text = (target: Target, joint = " ") =>
    all(target)
      .map(({ value }) => value)
      .join(joint);

  const parts = (["surname", "firstName", "middleName"] as const).map((part) =>
    text(part),
  );
  if (parts.some(Boolean))
    add("N", list([...parts, text("title"), text("suffix")]));
  const whole = text("name");
  if (whole) add("FN", escaped(whole));
  const company = text("companyName");
  const org = isCompany && company === "" ? whole : company;
  if (org) add("ORG", list([org, text("department")].filter(Boolean)));
  if (isCompany) add("KIND", "org");
  for (const { value } of all("nickname")) add("NICKNAME", escaped(value));
  if (text("jobTitle")) add("TITLE", escaped(text("jobTitle")));
  for (const cell of cells) {
    const types = PHONES[cell.target];
    if (types) addPhone(cell, types, add);
    else if (cell.target === "email")
      add("EMAIL", escaped(cell.value), saidPlace(cell), ownLabel(cell));
    else if (cell.target === "homePage")
      add("URL", escaped(cell.value), saidPlace(cell), ownLabel(cell));
  }
  for (const { label, place, value } of addressesIn(cells))
    add("ADR", value, placeOf({ label, place }), ownLabel({ label }));
  const born = birthdayOf(text);
  if (born) add("BDAY", escaped(born));
  const categories = text("category", ";")
    .split(/\s*(?:;|:::|,)\s*/)
    .filter((word) => word !== "" && !word.startsWith("*"));
  if (categories.length > 0)
    add("CATEGORIES", categories.map(escaped).join(","));
  if (text("comment")) add("NOTE", escaped(text("comment", "\n\n")));
  return { version: "4.0", properties };
}

const PHONES: Partial<Record<Target, readonly string[]>> = {
  phone: ["voice"],
  mobile: ["cell"],
  fax: ["fax"],
  pager: ["pager"],
  homePhone: ["home"],
  otherPhone: ["voice"],
};

function addPhone(
  cell: Cell,
  types: readonly string[],
  add: (
    name: string,
    value: string,
    types: readonly string[],
    label?: string,
  ) => void,
): void {
  const value = escaped(cell.value);
  if (cell.label !== "") {
    const said = [...types, ...placeOf(cell), ...phoneTypes(cell.label)];
    add("TEL", value, said, ownLabel(cell));
  } else if (cell.target === "otherPhone")
    add("TEL", value, ["textphone"], cell.heading);
  else if (cell.target === "homePhone") add("TEL", value, types);
  else add("TEL", value, [...types, ...placeOf(cell)]);
}

/** Words that say what a number is for, in the languages of the programs. */
const LABELS: readonly (readonly [string, RegExp])[] = [
  ["fax", /fax/i],
  ["cell", /mobil|cell|handy|natel|portable/i],
  ["pager", /pager/i],
  ["main", /main|haupt|principal/i],
];

function phoneTypes(label: string): readonly string[] {
  return LABELS.flatMap(([type, words]) => (words.test(label) ? [type] : []));
}

export function placeOf(cell: {
  readonly label: string;
  readonly place: string;
}): readonly string[] {
  if (/home|privat|priv[eé]|domicile|casa/i.test(cell.label)) return ["home"];
  if (/work|business|arbeit|gesch|bureau|travail|lavoro|uff/i.test(cell.label))
    return ["work"];
  return cell.place === "home" ? ["home"] : cell.place === "" ? ["work"] : [];
}

/** A number or address without a word is the office's; a mailbox without a word is just one. */
function saidPlace(cell: {
  readonly label: string;
  readonly place: string;
}): readonly string[] {
  return cell.label === "" && cell.place === "" ? [] : placeOf(cell);
}

/** A word of the person's own, which no type says. */
function ownLabel({ label }: { readonly label: string }): string {
  const isType =
    placeOf({ label, place: "x" }).length > 0 ||
    phoneTypes(label).length > 0 ||
    /^(other|autre|andere|altro|obsolete)?$/i.test(label);
  return isType ? "" : label;
}

/** The addresses of a row in the parts of ADR: box, extension, street, city, region, post code, country. */
function addressesIn(
  cells: readonly Cell[],
): readonly { label: string; place: string; value: string }[] {
  const places = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (!ADDRESS_TARGETS.has(cell.target)) continue;
    const at = `${cell.place}/${cell.label}`;
    places.set(at, [...(places.get(at) ?? []), cell]);
  }
  return [...places.values()].map((parts) => {
    const { label = "", place = "" } = parts[0] ?? {};
    const text = (target: Target) =>
      parts
        .filter((one) => one.target === target)
        .map(({ value }) => value)
        .join("\n");
    const streets = parts.filter(({ target }) => target === "address");
    // An address that is there in parts is not taken as a whole once more.
    const street = (
      streets.length > 1
        ? streets.filter(({ heading }) => !/formatted/i.test(heading))
        : streets
    )
      .map(({ value }) => value)
      .join("\n");
    // `1003 Lausanne` in one cell.
    const both = text("city") === "" ? PLACE.exec(text("postCode")) : null;
    const [postCode, city] = both
      ? [both[1] ?? "", both[2] ?? ""]
      : [text("postCode"), text("city")];
    const value = [text("poBox"), text("address2"), street, city];
    return {
      ...{ label, place },
      value: list([...value, text("county"), postCode, text("country")]),
    };
  });
}

const PLACE = /^((?:[A-Z]{1,2}-)?\d{4,5})\s+(\p{L}.*)$/u;

function birthdayOf(text: (target: Target) => string): string {
  const [year, month, day] = [
    text("birthYear"),
    text("birthMonth"),
    text("birthDay") || text("birthday"),
  ];
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day))
    return text("birthday");
  const two = (part: string) => part.padStart(2, "0");
  return `${/^\d{4}$/.test(year) ? `${year}-` : "--"}${two(month)}-${two(day)}`;
}

function list(parts: readonly string[]): Binary {
  return parts.map(escaped).join(";");
}

function escaped(text: string): Binary {
  return text.replace(/[\\,;]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}
