import { ok, refuse, type Result } from "../core/result.ts";
import { Contact } from "../entities/contact.ts";
import type { Change } from "./change.ts";
import type { ContactLink } from "./employer.ts";
import { linksOf } from "./employer.ts";
import type { ProblemCode } from "./field-check.ts";
import { withValue } from "./with-value.ts";

export interface RelatedRefusal {
  readonly kind: "related-refused";
  readonly code: ProblemCode | "itself" | "related-already";
}

const Item = Contact.fields.shape.links.unwrap().valueType;

/** Ties two contacts: each shows the other, with the same words (`Assistant of`, `Recommended by`); nobody to themselves. */
export function relateContacts(
  contact: Contact,
  other: Contact,
  itemId: string,
  label: string,
): Result<readonly Change[], RelatedRefusal> {
  const no = (code: RelatedRefusal["code"]) =>
    refuse({ kind: "related-refused" as const, code });
  if (contact.id === other.id) return no("itself");
  const known = linksOf(contact, "related").some(
    ([, link]) => link.contactId === other.id,
  );
  if (known) return no("related-already");
  const words = label.replace(/\s+/g, " ").trim();
  const linkTo = (contactId: string): ContactLink => ({
    kind: "related",
    contactId,
    ...(words === "" ? {} : { label: words }),
  });
  const issue = Item.safeParse(linkTo(other.id)).error?.issues[0];
  if (issue) {
    return no(issue.code === "too_big" ? "too-long" : "unstorable-character");
  }
  return ok([
    changed(contact, itemId, linkTo(other.id)),
    changed(other, itemId, linkTo(contact.id)),
  ]);
}

/**
 * Takes a tie to a related contact away, on the other's card too when this device has it. The tie of somebody who has
 * left stays: by it a company's card finds what was recorded with them (TYP-9).
 */
export function unlink(
  contact: Contact,
  itemId: string,
  other: Contact | null,
): readonly Change[] {
  return [contact, other].flatMap((one) => {
    const { [itemId]: gone, ...links } = one?.links ?? {};
    if (!one || gone?.kind !== "related") return [];
    const empty = Object.keys(links).length === 0;
    const after = withValue(one, "links", empty ? null : links);
    return [{ c: "contacts" as const, id: one.id, before: one, after }];
  });
}

function changed(before: Contact, itemId: string, link: ContactLink): Change {
  const after = { ...before, links: { ...before.links, [itemId]: link } };
  return { c: "contacts", id: before.id, before, after };
}
