import { ok, refuse, type Result } from "../core/result.ts";
import type { Contact } from "../entities/contact.ts";
import { applyPatch, rebuiltNameIsTooLong } from "./apply-patch.ts";
import type { Change } from "./change.ts";
import { editablePart } from "./contact-type.ts";
import {
  checkFields,
  type ContactPatch,
  type ProblemCode,
} from "./field-check.ts";
import { inheritOnCompanyChange, type InheritFlags } from "./inheritance.ts";
import type { ConsentMissing } from "./privacy.ts";

export interface EditFacts {
  readonly contact: Contact;
  /** Everybody who works in the company; nobody when the contact is a person. */
  readonly people: readonly Contact[];
  readonly flags: InheritFlags;
}

export type EditRefusal =
  | {
      readonly kind: "field-refused";
      readonly field: keyof Contact;
      readonly code: ProblemCode;
    }
  | ConsentMissing;

/**
 * Typed changes to a contact, with all that follows on its card (`applyPatch`) and on the cards of a company's people
 * (INH-5, INH-6, NAM-3; those changes come after it, with origin `inherited`). No change at all is an empty list.
 *
 * A member whose text is refused keeps its stored value and the rest is written; when nothing is left to write the
 * first problem is the refusal. Members of the other type of contact are left out (TYP-4).
 *
 * The people's changes carry nothing that the server would not work out again from the company's own (OFF-8): a save
 * that must be cut into several groups may send them later.
 */
export function editContact(
  facts: EditFacts,
  patch: ContactPatch,
): Result<readonly Change[], EditRefusal> {
  const { contact } = facts;
  const checked = checkFields(editablePart(contact.type, patch), contact);
  if (Object.keys(checked.kept).length === 0) {
    const [first] = checked.problems;
    return first ? refusal(first[0], first[1].code) : ok([]);
  }
  if (rebuiltNameIsTooLong(contact, checked.kept)) {
    return refusal("surname", "too-long");
  }
  const after = applyPatch(contact, checked.kept);
  return after.ok ? ok(changesOf(facts, after.value)) : after;
}

function refusal(
  field: keyof Contact,
  code: ProblemCode,
): Result<never, EditRefusal> {
  return refuse({ kind: "field-refused", field, code });
}

/** The contact's own change, then its people's. */
export function changesOf(facts: EditFacts, after: Contact): readonly Change[] {
  const { contact, people, flags } = facts;
  if (after === contact) return [];
  const own: Change = {
    c: "contacts",
    id: contact.id,
    before: contact,
    after,
  };
  if (contact.type !== "company") return [own];
  const inherited = people.flatMap((person): Change[] => {
    const follower = inheritOnCompanyChange(contact, after, person, flags);
    return follower === person
      ? []
      : [
          {
            c: "contacts",
            id: person.id,
            before: person,
            after: follower,
            origin: "inherited",
          },
        ];
  });
  return [own, ...inherited];
}
