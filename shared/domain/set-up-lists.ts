import { fold } from "../core/fold.ts";
import type { Code, CodeKind } from "../entities/code.ts";
import type { Contact } from "../entities/contact.ts";
import type { Setting } from "../entities/setting.ts";
import type { Change } from "./change.ts";
import { starterCodes } from "./starter-codes.ts";
import { withValue } from "./with-value.ts";

/** Where contacts carry a code: in a plain member, in a set, as the items of a map, or as a member of such items. */
type Place = "plain" | "set" | "map" | "inside";

const CONTACT_PLACES: Partial<
  Record<CodeKind, { readonly [place in Place]?: string }>
> = {
  businessRelation: { map: "relations" },
  webSource: { map: "webSources" },
  industryGroup: { set: "industryGroups" },
  mailingGroup: { set: "mailingGroups" },
  jobResponsibility: { set: "responsibilities" },
  orgLevel: { plain: "orgLevel" },
  territory: { plain: "territory" },
  visitCadence: { plain: "cadence" },
  language: { plain: "language" },
  country: { plain: "country", inside: "altAddresses" },
  currency: { plain: "currency" },
  salutation: { plain: "salutation" },
  salesperson: { plain: "salesperson" },
};

/** Members of the marketing set-up that name a code. */
const DEFAULTS: Partial<Record<CodeKind, readonly (keyof Setting)[]>> = {
  businessRelation: [
    "relationCustomer",
    "relationVendor",
    "relationBank",
    "relationEmployee",
  ],
  salesperson: ["defaultSalesperson"],
  territory: ["defaultTerritory"],
  country: ["defaultCountry"],
  language: ["defaultLanguage"],
  salutation: ["defaultCompanySalutation", "defaultPersonSalutation"],
  salesCycle: ["defaultSalesCycle"],
};

/** Where contacts carry codes of a kind, as paths in which `*` is each item. */
export function placesOnContacts(kind: CodeKind): readonly string[] {
  const { plain, set, map, inside } = CONTACT_PLACES[kind] ?? {};
  return [
    ...(plain === undefined ? [] : [plain]),
    ...(set === undefined ? [] : [`${set}/*`]),
    ...(map === undefined ? [] : [`${map}/*/code`]),
    ...(inside === undefined ? [] : [`${inside}/*/${kind}`]),
  ];
}

/** Longest code of a kind that its places can hold. */
export function codeLength(kind: CodeKind): number {
  return kind === "salesperson" ? 20 : 10;
}

/** Whether contacts carry codes of a kind; what only recorded work names is not replaced there, for it is written once. */
export function isOnContacts(kind: CodeKind): boolean {
  return CONTACT_PLACES[kind] !== undefined;
}

/**
 * The starter list of a kind as a company's own, to be saved before its first change: a list that has one code of its
 * own no longer takes the starters along. Empty when the store has the list.
 */
export function ownList(
  kind: CodeKind,
  stored: readonly Code[],
): readonly Change[] {
  if (stored.some((code) => code.kind === kind)) return [];
  return starterCodes
    .filter((code) => code.kind === kind)
    .map((after) => ({
      ...{ c: "codes", id: after.id },
      ...{ before: null, after, origin: "imported" },
    }));
}

/** Letters for a new code out of its name, not yet taken: "Cadeau de fin d'année" → CADEAUDEFI. */
export function proposedCode(
  kind: CodeKind,
  name: string,
  taken: readonly string[],
): string {
  const length = codeLength(kind);
  const letters = fold(name)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "");
  const base = letters.slice(0, length) || "CODE";
  for (let n = 1; ; n++) {
    const end = n === 1 ? "" : String(n);
    const code = base.slice(0, length - end.length) + end;
    if (!taken.includes(code)) return code;
  }
}

export function uses(contact: Contact, kind: CodeKind, code: string): boolean {
  return withCodeReplaced(contact, kind, code, null) !== contact;
}

/**
 * The contact with one code in the place of another; null takes it away. Where it has both, one is left, and what was
 * linked or searched for under the old one stays. The same object when it does not carry the code.
 */
export function withCodeReplaced(
  contact: Contact,
  kind: CodeKind,
  from: string,
  to: string | null,
): Contact {
  const { plain, set, map, inside } = CONTACT_PLACES[kind] ?? {};
  if (plain !== undefined) {
    const member = plain as "territory";
    const own =
      contact[member] === from ? withValue(contact, member, to) : contact;
    return inside === undefined ? own : withCountryReplaced(own, from, to);
  }
  if (set !== undefined) {
    const member = set as "industryGroups";
    const old = contact[member] ?? [];
    if (!old.includes(from)) return contact;
    const others = old.filter((one) => one !== from && one !== to);
    const next = to === null ? others : [...others, to];
    return withValue(contact, member, next.length > 0 ? next : null);
  }
  if (map === undefined) return contact;
  const member = map as "relations";
  const items = Object.entries(contact[member] ?? {});
  if (!items.some(([, item]) => item.code === from)) return contact;
  const next = new Map(items.filter(([, item]) => item.code !== from));
  for (const [id, { code: _, ...carried }] of items.filter(
    ([, item]) => item.code === from,
  )) {
    if (to === null) continue;
    const there = [...next].filter(([, item]) => item.code === to);
    if (there.some(([, item]) => carries(item, carried))) continue;
    // Its link goes to a row that has none; beside another link or search word it stays a row of its own.
    const [free] = there.find(([, item]) => Object.keys(item).length === 1) ?? [
      id,
    ];
    next.set(free, { code: to, ...carried });
  }
  return withValue(
    contact,
    member,
    next.size > 0 ? Object.fromEntries(next) : null,
  );
}

function withCountryReplaced(
  contact: Contact,
  from: string,
  to: string | null,
): Contact {
  const addresses = Object.entries(contact.altAddresses ?? {});
  if (!addresses.some(([, { country }]) => country === from)) return contact;
  const next = addresses.map(([id, address]) => {
    if (address.country !== from) return [id, address];
    const { country: _, ...others } = address;
    return [id, to === null ? others : { ...address, country: to }];
  });
  return withValue(contact, "altAddresses", Object.fromEntries(next));
}

/** Whether an item says at least what another one does beside its code. */
function carries(item: object, wanted: object): boolean {
  const has = new Map<string, unknown>(Object.entries(item));
  return Object.entries(wanted).every(([key, value]) => has.get(key) === value);
}

export function replaceOnContacts(
  contacts: readonly Contact[],
  kind: CodeKind,
  from: string,
  to: string | null,
): readonly Change[] {
  return contacts.flatMap((before) => {
    const after = withCodeReplaced(before, kind, from, to);
    return after === before
      ? []
      : [{ c: "contacts" as const, id: before.id, before, after }];
  });
}

/** The marketing set-up that names the code, with the other one in its place. */
export function replaceInDefaults(
  setting: Setting | null,
  kind: CodeKind,
  from: string,
  to: string | null,
): readonly Change[] {
  if (setting === null) return [];
  const after = (DEFAULTS[kind] ?? []).reduce(
    (next, member) =>
      next[member] === from ? withValue(next, member, to) : next,
    setting,
  );
  if (after === setting) return [];
  return [{ c: "settings", id: setting.id, before: setting, after }];
}

/**
 * A code is taken off its list: it goes when nothing can name it any more, else it stays as inactive, so that recorded
 * work and other laptops go on knowing what it means (OFF-10).
 *
 * @param unused neither a contact nor any work names it (`codeUse`)
 */
export function retired(code: Code, unused: boolean): Change {
  const forgets = unused && isOnContacts(code.kind) && !isStarter(code);
  const after = forgets ? null : { ...code, inactive: true };
  return { c: "codes", id: code.id, before: code, after };
}

function isStarter(code: Code): boolean {
  return starterCodes.some(({ id }) => id === code.id);
}
