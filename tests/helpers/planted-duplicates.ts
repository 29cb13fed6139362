import { postCodeLines } from "../../shared/directory/post-code-data.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import {
  CALLED,
  ENDINGS,
  FAMILY,
  FORMS,
  GIVEN,
  OTHER_FORM,
  STREETS,
  SYLLABLES,
  TRADES,
} from "./planted-names.ts";

/** Everything is made from it. */
export const SEED = 20_260_313;

export interface Planted {
  readonly contacts: readonly Contact[];
  /** Pairs of ids that are one contact; all other pairs are two. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Pairs that look alike and are two: fathers and sons, branches, namesakes. */
  readonly traps: readonly (readonly [string, string])[];
  /** How each pair was spoilt, by its position. */
  readonly how: readonly string[];
}

/** mulberry32 */
function randomOf(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Draft = { -readonly [K in keyof Contact]: Contact[K] };

/**
 * So many contacts, so many of them doubles of others: names in four languages, umlauts and accents spelt otherwise,
 * nicknames, fields that have changed places, typing errors, moved people, shared switchboards; and fathers and sons,
 * branches and namesakes that are none.
 */
export function plantDuplicates(count: number, doubles: number): Planted {
  const random = randomOf(SEED + count);
  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;
  const digits = (n: number) =>
    Array.from({ length: n }, () => Math.floor(random() * 10)).join("");
  const places = postCodeLines
    .split("\n")
    .map((line) => [line.slice(0, 4), line.slice(7)] as const);
  let made = 0;
  const newId = () =>
    `0190d0d0-0000-7000-8000-${(made++).toString(16).padStart(12, "0")}`;
  const family = () =>
    random() < 0.45
      ? pick(FAMILY)
      : capital(pick(SYLLABLES) + pick(SYLLABLES) + pick(ENDINGS));

  function company(): Draft {
    const [postCode, city] = pick(places);
    const name = `${pick(TRADES)} ${family()} ${pick(FORMS)}`;
    const domain = `${plain(name).replace(/[^a-z]/g, "")}.example`;
    return {
      ...{ id: newId(), type: "company", name, postCode, city, country: "CH" },
      address: `${pick(STREETS)} ${1 + Math.floor(random() * 90)}`,
      phone: `+41 ${pick(["21", "26", "31", "44", "61", "91"])} ${digits(3)} ${digits(2)} ${digits(2)}`,
      ...(random() < 0.7 ? { email: `info@${domain}` } : {}),
      ...(random() < 0.6
        ? { vatNo: `CHE-${digits(3)}.${digits(3)}.${digits(3)} MWST` }
        : {}),
    };
  }
  /** Works at a company: its switchboard and address are theirs, too. */
  function person(employer: Draft | null): Draft {
    const firstName = pick(GIVEN);
    const surname = family();
    const [postCode, city] = pick(places);
    const box = plain(`${firstName}.${surname}`).replace(/[^a-z.]/g, "");
    const own = {
      postCode,
      city,
      address: `${pick(STREETS)} ${1 + Math.floor(random() * 90)}`,
      phone: `+41 ${pick(["21", "26", "31", "44", "61", "91"])} ${digits(3)} ${digits(2)} ${digits(2)}`,
    };
    const at = employer && {
      companyId: employer.id,
      companyName: employer.name,
      ...{ postCode: employer.postCode, city: employer.city },
      ...{ address: employer.address, phone: employer.phone },
    };
    const domain = employer
      ? (employer.email ?? "").split("@")[1]
      : pick(["bluewin.ch", "gmail.com", "sunrise.ch"]);
    return {
      ...{ id: newId(), type: "person", firstName, surname, country: "CH" },
      name: `${firstName} ${surname}`,
      ...(at ?? own),
      ...(random() < 0.6 ? { mobile: mobile() } : {}),
      ...(random() < 0.7 && domain
        ? { email: `${box}${employer ? "" : digits(2)}@${domain}` }
        : employer?.email && random() < 0.5
          ? { email: employer.email }
          : {}),
    } as Draft;
  }
  function mobile(): string {
    return `+41 ${pick(["76", "77", "78", "79"])} ${digits(3)} ${digits(2)} ${digits(2)}`;
  }

  const contacts: Draft[] = [];
  let employer: Draft | null = null;
  while (contacts.length < count - doubles) {
    const kind = random();
    if (kind < 0.3) {
      employer = company();
      contacts.push(employer);
    } else contacts.push(person(kind < 0.75 ? employer : null));
  }

  const traps: (readonly [string, string])[] = [];
  const base = contacts.length;
  const taken = new Set<number>();
  const victim = (): Draft => {
    for (;;) {
      const at = Math.floor(random() * base);
      if (taken.has(at)) continue;
      taken.add(at);
      return contacts[at] as Draft;
    }
  };
  // They take the places of others, so that the count holds.
  for (let i = 0; i < doubles / 4; i++) {
    const one = victim();
    const other = victim();
    const { id } = other;
    const { vatNo: _vat, mobile: _mobile, email: _email, ...alike } = one;
    const [postCode, city] = pick(places);
    const trap =
      one.type === "company"
        ? // A branch: the name and the VAT number, another town.
          {
            ...one,
            id,
            postCode,
            city,
            address: `${pick(STREETS)} 3`,
            phone: `+41 22 ${digits(3)} ${digits(2)} ${digits(2)}`,
          }
        : i % 2 === 0
          ? // Father and son: name, address, landline, perhaps the family's mailbox.
            { ...alike, id, mobile: mobile() }
          : // A namesake in the same town.
            {
              ...alike,
              id,
              companyId: undefined,
              companyName: undefined,
              address: `${pick(STREETS)} 99`,
              phone: `+41 22 ${digits(3)} ${digits(2)} ${digits(2)}`,
              mobile: mobile(),
            };
    if (one.type === "person" && i % 4 === 0) {
      const box = `famille.${plain(one.surname ?? "").replace(/[^a-z]/g, "")}@bluewin.ch`;
      one.email = box;
      Object.assign(trap, { email: box });
    }
    const place = contacts.indexOf(other);
    contacts[place] = withoutAbsent(trap as Draft);
    traps.push([one.id, id]);
  }

  const pairs: (readonly [string, string])[] = [];
  const how: string[] = [];
  while (pairs.length < doubles) {
    const one = victim();
    const double: Draft = { ...one, id: newId() };
    const did = spoil(double, one);
    contacts.push(withoutAbsent(double));
    pairs.push([one.id, double.id]);
    how.push(did);
  }
  return { contacts: contacts as Contact[], pairs, traps, how };

  /** One to three things that happen to a contact that is entered a second time. */
  function spoil(double: Draft, one: Draft): string {
    const isPerson = one.type === "person";
    const did = new Set<string>();
    const called = CALLED.find(([given]) => given === one.firstName);
    const ways: readonly (readonly [string, boolean, () => void])[] = [
      [
        "spelling",
        true,
        () => {
          double.name = spelt(one.name);
          double.city = spelt(one.city ?? "");
        },
      ],
      [
        "typo",
        true,
        () => {
          double.name = typo(double.name);
        },
      ],
      [
        "nickname",
        called !== undefined,
        () => {
          double.name = double.name.replace(
            called?.[0] ?? "",
            called?.[1] ?? "",
          );
        },
      ],
      [
        "swapped names",
        isPerson,
        () => {
          double.name = double.name.split(" ").toReversed().join(" ");
        },
      ],
      [
        "swapped phones",
        one.phone !== undefined,
        () => {
          [double.phone, double.mobile] = [double.mobile, double.phone];
        },
      ],
      [
        "national phone",
        true,
        () => {
          double.phone = double.phone?.replace("+41 ", "0").replace(/ /g, "");
          double.mobile = double.mobile?.replace("+41 ", "0");
        },
      ],
      [
        "form",
        !isPerson,
        () => {
          const form = double.name.split(" ").at(-1) ?? "";
          double.name = double.name
            .replace(form, OTHER_FORM[form] ?? "")
            .trim();
        },
      ],
      [
        "street",
        true,
        () => {
          double.address = (double.address ?? "")
            .replace("strasse", "str.")
            .replace("Route", "Rte")
            .replace("Sankt", "St.")
            .replace("Avenue", "Av.");
        },
      ],
      [
        "moved",
        one.email !== undefined ||
          one.mobile !== undefined ||
          one.vatNo !== undefined,
        () => {
          const [postCode, city] = pick(places);
          Object.assign(double, {
            postCode,
            city,
            address: `${pick(STREETS)} 7`,
          });
        },
      ],
      [
        "no e-mail",
        one.phone !== undefined,
        () => {
          double.email = undefined;
          double.vatNo = undefined;
        },
      ],
      [
        "no address",
        one.phone !== undefined,
        () => {
          double.address = undefined;
        },
      ],
      [
        "initial",
        isPerson && one.email !== undefined,
        () => {
          double.name = double.name.replace(/^(\S)\S+ /, "$1. ");
        },
      ],
    ];
    const wanted = 1 + Math.floor(random() * 3);
    for (let tries = 0; did.size < wanted && tries < 20; tries++) {
      const [what, can, act] = pick(ways);
      if (!can || did.has(what)) continue;
      if (what === "moved" && did.has("no e-mail")) continue;
      if (what === "no e-mail" && did.has("moved")) continue;
      did.add(what);
      act();
    }
    if (isPerson) {
      double.firstName = undefined;
      double.surname = undefined;
    }
    return [...did].join(", ");
  }
  function typo(text: string): string {
    const at = 1 + Math.floor(random() * (text.length - 2));
    const kind = Math.floor(random() * 4);
    const [before, here, after] = [
      text.slice(0, at),
      text[at] ?? "",
      text.slice(at + 1),
    ];
    if (here === " ") return text;
    if (kind === 0) return before + after;
    if (kind === 1) return before + here + here + after;
    if (kind === 2) return before + (after[0] ?? "") + here + after.slice(1);
    return before + pick("a e i o u r s t l n".split(" ")) + after;
  }
}

/** As it is written on another keyboard: ü, ß and accents apart. */
function spelt(text: string): string {
  return text
    .replace(/ü/g, "ue")
    .replace(/ö/g, "oe")
    .replace(/ä/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/^St-/, "Saint-")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

function plain(text: string): string {
  return spelt(text).toLowerCase();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function withoutAbsent(draft: Draft): Draft {
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([, value]) => value !== undefined && value !== "",
    ),
  ) as Draft;
}
