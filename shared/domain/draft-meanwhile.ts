import type { Contact } from "../entities/contact.ts";
import type { Opportunity } from "../entities/opportunity.ts";
import type { TypedVisit } from "./typed-visit.ts";

/** What has happened to those whom a kept visit names, since it was typed. */
export type Meanwhile =
  | {
      readonly kind: "merged" | "metMerged";
      readonly from: string;
      readonly id: string;
      readonly name: string;
      /** Who was named, and is no card any more. */
      readonly was: string;
    }
  | { readonly kind: "gone" }
  | { readonly kind: "metGone"; readonly id: string }
  | { readonly kind: "metLeft"; readonly id: string; readonly name: string }
  | { readonly kind: "closed"; readonly id: string; readonly name: string }
  | { readonly kind: "opportunityGone" };

/** Somebody as the draft names them, and who stands for them now; null = no longer here. */
export interface Named {
  readonly id: string;
  readonly before: Contact | null;
  readonly now: Contact | null;
}

export interface MeanwhileFacts {
  /** Null = nobody was chosen. */
  readonly contact: Named | null;
  readonly met: readonly Named[];
  /** Undefined = none was chosen, null = it is no longer here. */
  readonly opportunity: Opportunity | null | undefined;
}

/** Nothing of it is decided here: what was typed stays, and whoever wrote it is told and chooses. */
export function meanwhile(facts: MeanwhileFacts): readonly Meanwhile[] {
  const { contact, met, opportunity } = facts;
  const told: Meanwhile[] = [];
  if (contact && !contact.now) told.push({ kind: "gone" });
  if (contact?.now && contact.now.id !== contact.id)
    told.push(mergedInto("merged", contact, contact.now));
  const company = contact?.now ? companyOf(contact.now) : null;
  for (const one of met) {
    const { id, now } = one;
    if (!now) told.push({ kind: "metGone", id });
    else if (now.id !== id) told.push(mergedInto("metMerged", one, now));
    else if (company !== null && companyOf(now) !== company)
      told.push({ kind: "metLeft", id, name: now.name });
  }
  if (opportunity === null) told.push({ kind: "opportunityGone" });
  if (opportunity?.status === "won" || opportunity?.status === "lost")
    told.push({
      ...{ kind: "closed", id: opportunity.id },
      name: opportunity.description,
    });
  return told;
}

/** The visit without what can no longer be chosen; whom a merged contact has become is chosen in its place. */
export function withMeanwhile(
  values: TypedVisit,
  told: readonly Meanwhile[],
): TypedVisit {
  const gone = new Set<string>();
  const standing = new Map<string, string>();
  let { contactId, opportunityId } = values;
  for (const one of told) {
    if (one.kind === "merged") contactId = one.id;
    if (one.kind === "metGone") gone.add(one.id);
    if (one.kind === "metMerged") standing.set(one.from, one.id);
    if (one.kind === "opportunityGone") opportunityId = "";
  }
  const attendees = values.attendees
    .filter((id) => !gone.has(id))
    .map((id) => standing.get(id) ?? id)
    .filter((id) => id !== contactId);
  return {
    ...values,
    ...{ contactId, opportunityId, attendees: [...new Set(attendees)] },
  };
}

function mergedInto(
  kind: "merged" | "metMerged",
  { id: from, before }: Named,
  now: Contact,
): Meanwhile {
  const { id, name } = now;
  return { kind, from, id, name, was: before?.name ?? "" };
}

function companyOf({ id, type, companyId }: Contact): string {
  return type === "company" ? id : (companyId ?? id);
}

/** What a form that is open was put right by, for as long as it is about the same contact. */
export interface PutRight {
  readonly contactId: string;
  readonly told: readonly Meanwhile[];
}

/** After what was found about a visit with a contact: some of it cannot be found again once it is put right. */
export function putRight(
  before: PutRight | null,
  contactId: string,
  found: readonly Meanwhile[],
): PutRight {
  const merged = found.flatMap((one) => (one.kind === "merged" ? [one] : []));
  const earlier = before?.contactId === contactId ? before.told : [];
  const told = found.filter(({ kind }) => PUTS_RIGHT.has(kind));
  return { contactId: merged[0]?.id ?? contactId, told: joined(earlier, told) };
}

/** All that is told: what is so now, and what was put right and has not been chosen anew since. */
export function toldOf(
  before: PutRight | null,
  now: readonly Meanwhile[],
  values: Pick<TypedVisit, "contactId" | "attendees" | "opportunityId">,
): readonly Meanwhile[] {
  const kept = before?.contactId === values.contactId ? before.told : [];
  const stands = kept.filter(
    (one) =>
      (one.kind !== "metMerged" || values.attendees.includes(one.id)) &&
      (one.kind !== "opportunityGone" || values.opportunityId === ""),
  );
  return joined(stands, now);
}

/** Whom one may have met, put right: who has left can be taken out again, and who is not here any more not put in. */
export function peopleOffered(
  people: readonly Choosable[],
  told: readonly Meanwhile[],
): readonly Choosable[] {
  const out = new Set<string>();
  const more = new Map<string, Choosable>();
  for (const one of told) {
    if (one.kind === "metGone") out.add(one.id);
    if (one.kind === "metMerged") out.add(one.from);
    if (one.kind === "metLeft" || one.kind === "metMerged")
      more.set(one.id, { id: one.id, name: one.name });
  }
  return [
    ...people.filter(({ id }) => !out.has(id) && !more.has(id)),
    ...more.values(),
  ];
}

interface Choosable {
  readonly id: string;
  readonly name: string;
}

const PUTS_RIGHT: ReadonlySet<Meanwhile["kind"]> = new Set([
  ...(["merged", "metMerged", "metGone", "opportunityGone"] as const),
]);

function joined(
  before: readonly Meanwhile[],
  found: readonly Meanwhile[],
): readonly Meanwhile[] {
  const known = new Set(before.map((one) => JSON.stringify(one)));
  return [...before, ...found.filter((one) => !known.has(JSON.stringify(one)))];
}
