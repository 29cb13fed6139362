import { ok, refuse, type Result } from "../core/result.ts";
import type { Contact } from "../entities/contact.ts";
import type { Setting } from "../entities/setting.ts";
import type { Change } from "./change.ts";
import { splitName } from "./contact-name.ts";
import { isFieldOf } from "./contact-type.ts";
import { starterDefaults } from "./starter-defaults.ts";
import { withValue } from "./with-value.ts";

/** What a change of type is held against; true = there is at least one. */
export interface TypeFacts {
  readonly interactions: boolean;
  readonly tasks: boolean;
  readonly opportunities: boolean;
  readonly people: boolean;
  /** Null before the first sync: the starter set-up then applies. */
  readonly setting: Setting | null;
}

/** Why a contact keeps its type; the person can put each of them right. */
export type TypeGuard =
  | "interactions"
  | "tasks"
  | "opportunities"
  | "people"
  | "relations"
  | "industryGroups"
  | "currency"
  | "vatNo"
  | "orgLevel"
  | "responsibilities";

export interface TypeRefusal {
  readonly kind: "type-refused";
  readonly guards: readonly TypeGuard[];
}

/**
 * TYP-5: no interactions, tasks and opportunities. TYP-6: a company besides has no people, relations, industry groups,
 * currency and VAT number. TYP-7: a person has no organizational level and no responsibilities.
 */
export function typeGuards(
  contact: Contact,
  facts: TypeFacts,
): readonly TypeGuard[] {
  const work = (["interactions", "tasks", "opportunities"] as const).filter(
    (kind) => facts[kind],
  );
  const own =
    contact.type === "company"
      ? (["relations", "industryGroups", "currency", "vatNo"] as const)
      : (["orgLevel", "responsibilities"] as const);
  return [
    ...work,
    ...(contact.type === "company" && facts.people
      ? (["people"] as const)
      : []),
    ...own.filter((field) => isFilled(contact[field])),
  ];
}

/** Fields that the other type does not have (TYP-4) and that go with the change; to be kept aside by whoever asks. */
export function leftBehind(contact: Contact): readonly (keyof Contact)[] {
  return foreignFields(contact).filter(
    (field) => field !== "ownFields" && isFilled(contact[field]),
  );
}

function foreignFields(contact: Contact): readonly (keyof Contact)[] {
  const other = contact.type === "company" ? "person" : "company";
  return (Object.keys(contact) as (keyof Contact)[]).filter(
    (field) => !isFieldOf(other, field),
  );
}

/**
 * The contact as the other type (TYP-5, TYP-6, TYP-7). A company becomes an independent person, its name split (NAM-1);
 * a person a company of its own (TYP-2). Both get the salutation of their new type. The fields of `leftBehind` are
 * taken out.
 */
export function changeType(
  contact: Contact,
  facts: TypeFacts,
): Result<readonly Change[], TypeRefusal> {
  const guards = typeGuards(contact, facts);
  if (guards.length > 0) return refuse({ kind: "type-refused", guards });
  const bare = foreignFields(contact).reduce(
    (rest, field) => withValue(rest, field, undefined),
    contact,
  );
  const { defaultCompanySalutation, defaultPersonSalutation } =
    facts.setting ?? starterDefaults;
  const after: Contact =
    contact.type === "company"
      ? present({
          ...bare,
          ...splitName(contact.name),
          type: "person",
          companyId: undefined,
          companyName: undefined,
          salutation: defaultPersonSalutation,
        })
      : present({
          ...bare,
          type: "company",
          companyId: contact.id,
          companyName: contact.name,
          salutation: defaultCompanySalutation,
        });
  return ok([{ c: "contacts", id: contact.id, before: contact, after }]);
}

function isFilled(value: unknown): boolean {
  return (
    value !== undefined &&
    !(typeof value === "object" && Object.keys(value ?? {}).length === 0)
  );
}

function present(values: {
  [K in keyof Contact]: Contact[K] | undefined;
}): Contact {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Contact;
}
