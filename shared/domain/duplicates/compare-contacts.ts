import {
  companyLikeness,
  personLikeness,
  type NameLikeness,
} from "./name-likeness.ts";
import type { MatchFacts } from "./match-facts.ts";

/**
 * `safe`: the same name, a number or address that only one can have, and nothing against it. `likely`: one of them is
 * mistyped, or something speaks against it. `look`: perhaps two (ux.md 5(g)).
 */
export type Lane = "safe" | "likely" | "look";
export const LANES = ["safe", "likely", "look"] as const satisfies Lane[];

/** Why two contacts may be one. */
export const REASONS = [
  "sameName",
  "closeName",
  "partOfName",
  "email",
  "mailbox",
  "mobile",
  "phone",
  "vatNo",
  "street",
  "postCode",
  "city",
  "employer",
] as const;
export type Reason = (typeof REASONS)[number];

/** What speaks against it. */
export const CONTRADICTIONS = [
  "generation",
  "legalForm",
  "vatNo",
  "email",
  "mobile",
  "phone",
  "postCode",
  "street",
  "employer",
] as const;
export type Contradiction = (typeof CONTRADICTIONS)[number];

export interface Likeness {
  readonly lane: Lane;
  /** The higher the likelier. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly against: readonly Contradiction[];
}

const NAME_SCORE: Readonly<Record<NameLikeness, number>> = {
  ...{ same: 6, close: 4, partly: 1.5, none: 0 },
};
const FOR: Readonly<
  Record<"person" | "company", Partial<Record<Reason, number>>>
> = {
  person: {
    ...{ email: 3, mobile: 3, phone: 1.2, mailbox: 0.8, vatNo: 3 },
    ...{ street: 1.2, postCode: 0.8, city: 0.4, employer: 1 },
  },
  company: {
    ...{ email: 2.5, mobile: 2.5, phone: 2, vatNo: 3.5 },
    ...{ street: 1, postCode: 0.8, city: 0.4 },
  },
};
const AGAINST: Readonly<
  Record<"person" | "company", Partial<Record<Contradiction, number>>>
> = {
  person: {
    ...{ generation: 4, email: 0.7, mobile: 1, phone: 0.3, vatNo: 2 },
    ...{ postCode: 0.6, street: 0.3, employer: 0.4 },
  },
  company: {
    ...{ legalForm: 0.7, vatNo: 3, email: 0.5, phone: 0.5, mobile: 0.3 },
    ...{ postCode: 1, street: 0.4 },
  },
};
/** What only one contact has; a switchboard, `info@` and an address are everybody's. */
const PERSONAL: ReadonlySet<Reason> = new Set(["email", "mobile", "vatNo"]);
const LIKELY = 5.5;
const LOOK = 4.4;

/**
 * How likely two contacts of one type are the same; null = no more than any two. Symmetric, and the same for whoever
 * compares: no clock, no order.
 */
export function compareContacts(a: MatchFacts, b: MatchFacts): Likeness | null {
  if (a.type !== b.type || a.id === b.id) return null;
  const { type } = a;
  const isPerson = type === "person";
  const name = isPerson
    ? personLikeness(a.name, b.name)
    : companyLikeness(a.name, b.name);
  const reasons: Reason[] = [];
  const against: Contradiction[] = [];
  if (name !== "none") reasons.push(NAME_REASON[name]);
  many("email", a.emails, b.emails);
  if (meet(a.mailboxes, b.mailboxes)) reasons.push("mailbox");
  many("mobile", a.mobiles, b.mobiles);
  many("phone", a.lines, b.lines);
  one("vatNo", a.vat, b.vat);
  one("street", a.street, b.street);
  one("postCode", a.postCode, b.postCode);
  if (a.city !== "" && a.city === b.city) reasons.push("city");
  if (isPerson) one("employer", a.employer, b.employer);
  if (a.name.mark !== b.name.mark) markDiffers();
  const weights = FOR[type];
  const gain = reasons.reduce((sum, one) => sum + (weights[one] ?? 0), 0);
  const loss = against.reduce((sum, one) => sum + (AGAINST[type][one] ?? 0), 0);
  const score = NAME_SCORE[name] + gain - loss;
  const lane = laneOf();
  return lane && { lane, score, reasons, against };

  function laneOf(): Lane | null {
    const personal = reasons.some((reason) => PERSONAL.has(reason));
    if (against.includes("generation")) return score >= LOOK ? "look" : null;
    if (name === "same" && personal && against.length === 0) return "safe";
    // One and the same number of an office, a house or a family never counts alone.
    if (name === "none")
      return !isPerson && reasons.includes("vatNo") && gain - loss >= 4
        ? "look"
        : null;
    if (name === "partly")
      return (personal || !isPerson) && score >= LOOK ? "look" : null;
    if (score >= LIKELY && gain - loss >= 1.2) return "likely";
    return score >= LOOK && gain > 0.3 ? "look" : null;
  }
  function many(
    what: "email" | "mobile" | "phone",
    own: readonly string[],
    others: readonly string[],
  ): void {
    if (own.length === 0 || others.length === 0) return;
    if (meet(own, others)) reasons.push(what);
    else against.push(what);
  }
  function one(
    what: "vatNo" | "street" | "postCode" | "employer",
    own: string,
    other: string,
  ): void {
    if (own === "" || other === "") return;
    if (own === other) reasons.push(what);
    else against.push(what);
  }
  /** A form or generation that only one of them names says nothing, but that it is a son who is named so. */
  function markDiffers(): void {
    if (isPerson) against.push("generation");
    else if (a.name.mark !== "" && b.name.mark !== "")
      against.push("legalForm");
  }
}

/**
 * The same by name alone, for a new contact of which nothing else is known yet: a word to whoever types it, never more. Null
 * when something else is known, or the names only look alike.
 */
export function compareNames(
  fresh: MatchFacts,
  other: MatchFacts,
): Likeness | null {
  const { mobiles, lines, emails, mailboxes, vat, street, postCode, city } =
    fresh;
  const known = [...mobiles, ...lines, ...emails, ...mailboxes];
  const isBare = [...known, vat, street, postCode, city].every(
    (one) => one === "",
  );
  if (!isBare || fresh.type !== other.type) return null;
  const name =
    fresh.type === "person"
      ? personLikeness(fresh.name, other.name)
      : companyLikeness(fresh.name, other.name);
  if (name !== "same") return null;
  const score = NAME_SCORE.same;
  return { lane: "look", score, reasons: ["sameName"], against: [] };
}

const NAME_REASON = {
  same: "sameName",
  close: "closeName",
  partly: "partOfName",
} as const satisfies Record<Exclude<NameLikeness, "none">, Reason>;

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one));
}
