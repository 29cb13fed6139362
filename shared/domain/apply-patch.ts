import { ok, type Result } from "../core/result.ts";
import type { Contact } from "../entities/contact.ts";
import {
  joinName,
  withName,
  withNameParts,
  type NameParts,
} from "./contact-name.ts";
import type { ContactPatch } from "./field-check.ts";
import { languageAt, withCountry, withLocality } from "./locality.ts";
import { withPrivacy, type ConsentMissing } from "./privacy.ts";
import { withValue, withValues } from "./with-value.ts";

type Field = keyof Contact;

const nameParts = ["firstName", "middleName", "surname"] as const;
const handled: ReadonlySet<string> = new Set([
  "name",
  ...nameParts,
  "privacyBlocked",
  "parentalConsent",
  "minor",
]);

/**
 * The contact with checked values written into it and everything that follows on the same card: parts and search name
 * (NAM-1, NAM-2), company name (TYP-2), place, canton and language (LOC-3), privacy flags (PRV-2). The same object
 * when nothing changes.
 */
export function applyPatch(
  contact: Contact,
  patch: ContactPatch,
): Result<Contact, ConsentMissing> {
  const blocked = withPrivacy(contact, patch);
  if (!blocked.ok) return blocked;
  let changed = withValues(
    withNames(blocked.value, patch),
    Object.entries(patch)
      .filter(([field]) => !handled.has(field))
      .map(([field, value]) => [field as Field, emptyToAbsent(value)]),
  );
  const typed: ReadonlySet<Field> = new Set(Object.keys(patch) as Field[]);
  changed = withCountry(changed, contact, typed);
  changed = withLocality(changed, contact, typed);
  if (changed.language === undefined && !typed.has("language")) {
    const moved = typed.has("postCode") || typed.has("city");
    if (moved) changed = withValue(changed, "language", languageAt(changed));
  }
  return ok(changed);
}

function withNames(contact: Contact, patch: ContactPatch): Contact {
  const { name } = patch;
  const named =
    typeof name === "string" && name !== contact.name
      ? withName(contact, name)
      : contact;
  if (!nameParts.some((part) => part in patch)) return named;
  const parts: NameParts = Object.fromEntries(
    nameParts.flatMap((part) => {
      const value = part in patch ? patch[part] : named[part];
      return value ? [[part, value]] : [];
    }),
  );
  return withNameParts(named, parts);
}

/** The name that a patch of name parts would make is longer than a name may be. */
export function rebuiltNameIsTooLong(
  contact: Contact,
  patch: ContactPatch,
): boolean {
  return (
    nameParts.some((part) => part in patch) &&
    joinName(withNames(contact, patch)).length > 100
  );
}

/** No empty list and no empty map is stored. */
function emptyToAbsent(value: unknown): unknown {
  const empty =
    value === null ||
    (typeof value === "object" && Object.keys(value ?? {}).length === 0);
  return empty ? null : value;
}
