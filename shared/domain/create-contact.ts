import { ok, refuse, type Result } from "../core/result.ts";
import type { Contact } from "../entities/contact.ts";
import type { Setting } from "../entities/setting.ts";
import { applyPatch, rebuiltNameIsTooLong } from "./apply-patch.ts";
import type { Change } from "./change.ts";
import { editablePart } from "./contact-type.ts";
import { checkFields, type ContactPatch } from "./field-check.ts";
import { inheritFlagsOf, inheritOnJoin } from "./inheritance.ts";
import { languageAt } from "./locality.ts";
import type { NewId } from "./new-id.ts";
import type { ConsentMissing } from "./privacy.ts";
import { starterDefaults } from "./starter-defaults.ts";
import { copyValues, withValue } from "./with-value.ts";

export interface CreateFacts {
  readonly newId: NewId;
  /** From the lease, or provisional; null leaves the number to the server (NUM). */
  readonly no: string | null;
  /** Null before the first sync: the starter set-up then applies. */
  readonly setting: Setting | null;
  /** The user's own salesperson code, if any (DEF-2). */
  readonly userSalesperson: string | null;
}

export type CreateRefusal =
  | { readonly kind: "name-missing" }
  | { readonly kind: "name-too-long" }
  | { readonly kind: "not-a-company" }
  | ConsentMissing;

/**
 * A new company (TYP-1, TYP-2) from what was typed, the directory (LOC-3) and the defaults (DEF-1, DEF-2). A member
 * whose text is refused is left out, the rest is kept; only a missing name refuses the whole.
 */
export function createCompany(
  facts: CreateFacts,
  draft: ContactPatch,
): Result<readonly Change[], CreateRefusal> {
  const id = facts.newId();
  const typed = typedContact(id, "company", facts.no, draft);
  if (!typed.ok) return typed;
  const company = withValue(typed.value.contact, "companyId", id);
  return inserted(withDefaults(company, facts));
}

/**
 * A new person, of `company` (TYP-1) or independent (TYP-3). What was typed stays; then the company's values
 * (INH-2, INH-3, INH-4), then the defaults for what is still blank (INH-7, DEF-1, DEF-2).
 */
export function createPerson(
  facts: CreateFacts & { readonly company: Contact | null },
  draft: ContactPatch,
): Result<readonly Change[], CreateRefusal> {
  const { company } = facts;
  if (company && company.type !== "company") {
    return refuse({ kind: "not-a-company" });
  }
  const typed = typedContact(facts.newId(), "person", facts.no, draft);
  if (!typed.ok) return typed;
  const { contact, kept } = typed.value;
  if (!company) return inserted(withDefaults(contact, facts));
  const flags = inheritFlagsOf(facts.setting);
  const joined = inheritOnJoin(contact, company, null, flags);
  // INH-2 overwrites; here that is meant for what the directory had added, not for what the person has just typed.
  const typedFields = Object.keys(kept) as (keyof Contact)[];
  return inserted(
    withDefaults(copyValues(joined, contact, typedFields), facts),
  );
}

/** What was typed, checked and completed on the card itself; `kept` names the members that were typed. */
function typedContact(
  id: string,
  type: Contact["type"],
  no: string | null,
  draft: ContactPatch,
): Result<
  { readonly contact: Contact; readonly kept: ContactPatch },
  CreateRefusal
> {
  const checked = checkFields(editablePart(type, draft), { type });
  const kept = withoutNull(checked.kept);
  const blank: Contact = {
    id,
    type,
    name: "",
    ...(no === null ? {} : { no }),
  };
  if (rebuiltNameIsTooLong(blank, kept)) {
    return refuse({ kind: "name-too-long" });
  }
  const applied = applyPatch(blank, kept);
  if (!applied.ok) return applied;
  return applied.value.name === ""
    ? refuse({ kind: "name-missing" })
    : ok({ contact: applied.value, kept });
}

function withoutNull(patch: ContactPatch): ContactPatch {
  return Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== null),
  );
}

/** DEF-1: only what is still blank; DEF-2: the user's own code before the set-up's. */
function withDefaults(contact: Contact, facts: CreateFacts): Contact {
  const setting = facts.setting ?? starterDefaults;
  const defaults: Partial<Contact> = {
    salesperson: facts.userSalesperson ?? setting.defaultSalesperson,
    territory: setting.defaultTerritory,
    country: setting.defaultCountry,
    language: languageAt(contact) ?? setting.defaultLanguage,
    formatRegion: setting.defaultFormatRegion,
    correspondence: setting.defaultCorrespondence,
    salutation:
      contact.type === "company"
        ? setting.defaultCompanySalutation
        : setting.defaultPersonSalutation,
  };
  return Object.entries(defaults).reduce(
    (filled, [field, value]) =>
      filled[field as keyof Contact] === undefined
        ? withValue(filled, field as keyof Contact, value)
        : filled,
    contact,
  );
}

function inserted(contact: Contact): Result<readonly Change[], CreateRefusal> {
  return ok([{ c: "contacts", id: contact.id, before: null, after: contact }]);
}
