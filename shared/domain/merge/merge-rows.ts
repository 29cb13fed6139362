import type { Contact } from "../../entities/contact.ts";
import { emailAddresses } from "../email.ts";
import { namedId } from "../named-id.ts";
import { swissPhone } from "../duplicates/swiss-phone.ts";

/** MRG-4: a row of the other contact whose key the survivor has already, with another content. */
export interface Collision {
  readonly map: "altAddresses" | "relations" | "webSources";
  /** The row of the other contact, and the survivor's. */
  readonly row: string;
  readonly own: string;
  readonly contactId: string;
  /** The key that both have. */
  readonly code: string;
}

/**
 * What becomes of the other's row: it goes, it takes the place of the survivor's, or it gets another code (alternative
 * addresses alone: of all others there is one for each code of a list).
 */
export type Resolution =
  | { readonly do: "drop" }
  | { readonly do: "replace" }
  | { readonly do: "rename"; readonly code: string };

/** By the id of the other's row. */
export type Resolutions = Readonly<Record<string, Resolution>>;

const KEYED = ["altAddresses", "relations", "webSources"] as const;

/** The rows that a person must decide about; of a code that only one has, or that says the same, there is nothing to decide. */
export function collisionsOf(
  keep: Contact,
  other: Contact,
): readonly Collision[] {
  return KEYED.flatMap((map) =>
    Object.entries(other[map] ?? {}).flatMap(([row, value]) => {
      const twin = Object.entries(keep[map] ?? {}).find(
        ([, own]) => own.code === value.code,
      );
      if (!twin || sameRow(twin[1], value)) return [];
      const [own] = twin;
      return { map, row, own, contactId: other.id, code: value.code };
    }),
  );
}

/** MRG-4: those that nobody has decided about, or with a code that is taken, too. */
export function unresolved(
  keep: Contact,
  other: Contact,
  resolutions: Resolutions,
): readonly Collision[] {
  return collisionsOf(keep, other).filter(({ map, row }) => {
    const how = resolutions[row];
    if (!how) return true;
    if (how.do !== "rename") return false;
    if (map !== "altAddresses" || !/^\S(?:.{0,8}\S)?$/u.test(how.code))
      return true;
    const codes = [keep, other].flatMap((one) =>
      Object.entries(one.altAddresses ?? {}).flatMap(([id, { code }]) =>
        id === row ? [] : [code],
      ),
    );
    return codes.includes(how.code);
  });
}

/** The survivor with the rows and codes of another contact; what both have stands there once (MRG-5). */
export function withRows(
  keep: Contact,
  other: Contact,
  resolutions: Resolutions,
): Contact {
  const collisions = new Map(
    collisionsOf(keep, other).map((one) => [one.row, one]),
  );
  const dropped = new Set<string>();
  let after: Contact = { ...keep };
  for (const map of KEYED) {
    const rows = { ...after[map] } as Record<string, { code: string }>;
    for (const [row, value] of Object.entries(other[map] ?? {})) {
      const collision = collisions.get(row);
      const how = resolutions[row];
      const has = Object.values(rows).some(({ code }) => code === value.code);
      if (!collision && has) dropped.add(row);
      else if (!collision) rows[row] = value;
      else if (how?.do === "rename") rows[row] = { ...value, code: how.code };
      else if (how?.do === "replace") {
        delete rows[collision.own];
        rows[row] = value;
      } else dropped.add(row);
    }
    after = withMember(after, map, rows);
  }
  return withSets(
    withLinks(withChannels(withPeriods(after, other, dropped), other), other),
    other,
  );
}

/** The periods of addresses that came along; two of one contact do not begin on one day (ALT-1). */
function withPeriods(
  keep: Contact,
  other: Contact,
  dropped: ReadonlySet<string>,
): Contact {
  const addresses = keep.altAddresses ?? {};
  const periods = Object.fromEntries(
    Object.entries({ ...other.altPeriods, ...keep.altPeriods }).filter(
      ([, { address }]) => address in addresses && !dropped.has(address),
    ),
  );
  return withMember(keep, "altPeriods", periods);
}

/** Numbers and addresses that the survivor has nowhere stand among its further ones: none of them is lost. */
function withChannels(keep: Contact, other: Contact): Contact {
  const more = { ...keep.more };
  const known = new Set(channelsOf(keep).map(([, key]) => key));
  for (const [id, key, item] of channelsOf(other)) {
    if (known.has(key) || item === null) continue;
    known.add(key);
    more[id] = item;
  }
  return withMember(keep, "more", more);
}

type Item = NonNullable<Contact["more"]>[string];

/** All of a contact with what tells two of them apart; those of fields get an id. */
function channelsOf(
  contact: Contact,
): readonly (readonly [id: string, key: string, item: Item | null])[] {
  const phones = (["phone", "mobile", "fax", "pager"] as const).map(
    (field) => ["phone" as const, contact[field]] as const,
  );
  const emails = (["email", "email2"] as const).map(
    (field) => ["email" as const, contact[field]] as const,
  );
  const page = [["homePage" as const, contact.homePage] as const];
  // The same ids on each device: two who merge the same two write the same rows.
  const fields = [...phones, ...emails, ...page].flatMap(([kind, value]) =>
    value === undefined
      ? []
      : [
          [
            namedId(`merged/${contact.id}/${kind}/${value}`),
            ...([keyOf(kind, value), { kind, value }] as const),
          ] as const,
        ],
  );
  const items = Object.entries(contact.more ?? {}).map(
    ([id, item]) => [id, keyOf(item.kind, item.value), item] as const,
  );
  return [...fields, ...items];
}

function keyOf(kind: Item["kind"], value: string): string {
  if (kind === "phone") return `phone/${swissPhone(value)}`;
  if (kind === "email")
    return `email/${emailAddresses(value.toLowerCase()).toSorted().join(";")}`;
  return `${kind}/${value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?|\/$/g, "")}`;
}

/** Ties to others; what tied the two to each other is told by nobody any more. */
function withLinks(keep: Contact, other: Contact): Contact {
  const links = Object.fromEntries(
    Object.entries({ ...other.links, ...keep.links }).filter(
      ([, { contactId }]) => contactId !== keep.id && contactId !== other.id,
    ),
  );
  return withMember(keep, "links", links);
}

const SETS = ["mailingGroups", "industryGroups", "responsibilities"] as const;
const MOST = 200;

/** MRG-5. The other's number and its former ones are the survivor's from now on: whoever looks for them finds it. */
function withSets(keep: Contact, other: Contact): Contact {
  let after = keep;
  for (const set of SETS)
    after = withSet(after, set, [...(keep[set] ?? []), ...(other[set] ?? [])]);
  const numbers = [
    ...(keep.aliases ?? []),
    ...(other.no === undefined ? [] : [other.no]),
    ...(other.aliases ?? []),
  ];
  after = withSet(
    after,
    "aliases",
    numbers.filter((no) => no !== keep.no),
  );
  for (const flag of ["privacyBlocked", "minor", "excludeFromSegment"] as const)
    if (other[flag] === true && keep[flag] !== true)
      after = { ...after, [flag]: true };
  return after;
}

function withSet(
  contact: Contact,
  set: (typeof SETS)[number] | "aliases",
  values: readonly string[],
): Contact {
  const unique = [...new Set(values)].slice(0, MOST);
  return unique.length === 0 ? contact : { ...contact, [set]: unique };
}

function withMember<K extends keyof Contact>(
  contact: Contact,
  member: K,
  rows: object,
): Contact {
  if (Object.keys(rows).length > 0) return { ...contact, [member]: rows };
  const { [member]: _none, ...others } = contact;
  return others as Contact;
}

function sameRow(a: object, b: object): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every(
    (key) =>
      (a as Record<string, unknown>)[key] ===
      (b as Record<string, unknown>)[key],
  );
}
