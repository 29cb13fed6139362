import { ok, refuse, type Result } from "../core/result.ts";
import type { Contact } from "../entities/contact.ts";
import type { ContactPatch } from "./field-check.ts";
import { withValue } from "./with-value.ts";

/** A minor stays blocked until the parents' consent has been noted (PRV-2). */
export interface ConsentMissing {
  readonly kind: "consent-missing";
}

const flags = ["privacyBlocked", "parentalConsent", "minor"] as const;

/**
 * PRV-2: a minor is blocked at once and cannot be unblocked before the consent is ticked; ticking it does not unblock;
 * withdrawing it blocks again; no longer being a minor takes the consent away. A flag that is off is absent. A patch
 * that speaks of none of the three leaves them as they are.
 */
export function withPrivacy(
  contact: Contact,
  patch: ContactPatch,
): Result<Contact, ConsentMissing> {
  if (flags.every((field) => patch[field] === undefined)) return ok(contact);
  let changed = contact;
  if (patch.privacyBlocked !== undefined) {
    changed = flag(changed, "privacyBlocked", patch.privacyBlocked);
  }
  if (patch.parentalConsent !== undefined) {
    changed = flag(changed, "parentalConsent", patch.parentalConsent);
  }
  if (patch.minor !== undefined) {
    changed = flag(changed, "minor", patch.minor);
    if (patch.minor === true && contact.minor !== true) {
      return ok(flag(changed, "privacyBlocked", true));
    }
  }
  if (changed.minor !== true) return ok(flag(changed, "parentalConsent", null));
  if (changed.parentalConsent === true || changed.privacyBlocked === true) {
    return ok(changed);
  }
  return patch.privacyBlocked === undefined
    ? ok(flag(changed, "privacyBlocked", true))
    : refuse({ kind: "consent-missing" });
}

function flag(
  contact: Contact,
  field: (typeof flags)[number],
  on: boolean | null,
): Contact {
  return withValue(contact, field, on === true ? true : null);
}
