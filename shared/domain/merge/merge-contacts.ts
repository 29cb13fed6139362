import { ok, refuse, type Result } from "../../core/result.ts";
import type { Contact } from "../../entities/contact.ts";
import type { FileInfo } from "../../entities/file.ts";
import type { Interaction } from "../../entities/interaction.ts";
import type { Note } from "../../entities/note.ts";
import type { Opportunity } from "../../entities/opportunity.ts";
import type { Task } from "../../entities/task.ts";
import type { Change } from "../change.ts";
import { inheritOnCompanyChange, type InheritFlags } from "../inheritance.ts";
import { withChosen, type FieldChoice } from "./merge-fields.ts";
import {
  unresolved,
  withRows,
  type Collision,
  type Resolutions,
} from "./merge-rows.ts";

/** What hangs on a contact that is to be absorbed. */
export interface Related {
  /** With it or under it, also of people who have left it (TYP-9), and those where it was present besides. */
  readonly interactions: readonly Interaction[];
  readonly tasks: readonly Task[];
  readonly opportunities: readonly Opportunity[];
  readonly notes: readonly Note[];
  readonly files: readonly FileInfo[];
  /** Of a company. */
  readonly people: readonly Contact[];
  /** Contacts that are tied to it. */
  readonly tied: readonly Contact[];
}

export interface MergeFacts {
  /** The one that stays (MRG-1). */
  readonly keep: Contact;
  readonly other: Contact;
  readonly related: Related;
  /** Of the survivor: whoever inherits from it. */
  readonly people: readonly Contact[];
  readonly flags: InheritFlags;
  /** The survivor has a picture of its own: the other's stays with the other. */
  readonly hasPicture: boolean;
  readonly choice: FieldChoice;
  readonly resolutions: Resolutions;
  /** Stands above the other's comment. */
  readonly commentHeading: string;
}

export type MergeRefusal =
  | { readonly kind: "itself" }
  | { readonly kind: "other-type" }
  | { readonly kind: "absorbed-already" }
  | { readonly kind: "collisions"; readonly open: readonly Collision[] };

/**
 * MRG-3: the survivor with its number and its values, but for those that were chosen of the other; all that named the
 * other names the survivor, and the other is absorbed: it keeps what stood on it and is not shown any more. Nothing is
 * lost: further numbers and addresses, codes and comments are united.
 *
 * The other's change comes first, so that a linked customer is let go of before the survivor takes it. All that follows is
 * what the server works out, too, for records that this device has not seen.
 */
export function mergeContacts(
  facts: MergeFacts,
): Result<readonly Change[], MergeRefusal> {
  const { keep, other, choice, resolutions } = facts;
  if (keep.id === other.id) return refuse({ kind: "itself" });
  if (keep.type !== other.type) return refuse({ kind: "other-type" });
  if (keep.mergedInto !== undefined || other.mergedInto !== undefined)
    return refuse({ kind: "absorbed-already" });
  const open = unresolved(keep, other, resolutions);
  if (open.length > 0) return refuse({ kind: "collisions", open });
  const chosen = withChosen(keep, other, choice, facts.commentHeading);
  const after = withRows(chosen, other, resolutions);
  return ok([
    changed("contacts", other, { ...withoutLinks(other), mergedInto: keep.id }),
    ...(sameJson(after, keep) ? [] : [changed("contacts", keep, after)]),
    ...inheritors(facts, after),
    ...repointed(facts, after),
  ]);
}

/** A record of the ERP has one contact. */
function withoutLinks(other: Contact): Contact {
  const relations = Object.fromEntries(
    Object.entries(other.relations ?? {}).filter(
      ([, { linkNo }]) => linkNo === undefined,
    ),
  );
  const { relations: _all, ...bare } = other;
  return Object.keys(relations).length === 0 ? bare : { ...bare, relations };
}

/** INH-5: a company's people follow what has changed on it. */
function inheritors(
  { keep, people, flags }: MergeFacts,
  after: Contact,
): readonly Change[] {
  if (keep.type !== "company") return [];
  return people.flatMap((person): Change[] => {
    const follower = inheritOnCompanyChange(keep, after, person, flags);
    return follower === person
      ? []
      : [{ ...changed("contacts", person, follower), origin: "inherited" }];
  });
}

function repointed(facts: MergeFacts, after: Contact): readonly Change[] {
  const { keep, other, related, hasPicture } = facts;
  const to = (id: string | undefined) => (id === other.id ? keep.id : id);
  const records = (["interactions", "tasks", "opportunities"] as const).flatMap(
    (c) =>
      related[c].map((one) =>
        changed(c, one, {
          ...one,
          ...("contactId" in one ? { contactId: to(one.contactId) } : {}),
          ...("companyId" in one ? { companyId: to(one.companyId) } : {}),
          ...metIn(one, other.id, keep.id),
        } as typeof one),
      ),
  );
  const people = related.people.map((one) =>
    changed("contacts", one, {
      ...one,
      companyId: keep.id,
      companyName: after.name,
    }),
  );
  const tied = related.tied
    .filter(({ id }) => id !== keep.id && id !== other.id)
    .filter(({ id }) => !related.people.some((one) => one.id === id))
    .map((one) =>
      changed("contacts", one, {
        ...one,
        links: Object.fromEntries(
          Object.entries(one.links ?? {}).map(([id, link]) => [
            id,
            { ...link, contactId: to(link.contactId) ?? link.contactId },
          ]),
        ),
      }),
    );
  const notes = related.notes.map((one) =>
    changed("notes", one, { ...one, contactId: keep.id }),
  );
  const files = related.files
    .filter(({ role }) => role !== "picture" || !hasPicture)
    .map((one) => changed("files", one, { ...one, contactId: keep.id }));
  return [...people, ...tied, ...records, ...notes, ...files].filter(
    ({ before, after: now }) => !sameJson(before, now),
  );
}

/** Who was there besides: the survivor in the other's place, once, and not where the record is its own. */
function metIn(
  one: Interaction | Task | Opportunity,
  from: string,
  to: string,
): { readonly attendees?: string[] } {
  const met = "attendees" in one ? (one.attendees ?? []) : [];
  if (!met.includes(from)) return {};
  const now = new Set(met.map((id) => (id === from ? to : id)));
  if (one.contactId === to) now.delete(to);
  return { attendees: [...now] };
}

function changed<T extends { readonly id: string }>(
  c: Change["c"],
  before: T,
  after: T,
): Change {
  return {
    c,
    id: before.id,
    before,
    after,
    origin: "merged",
  } as unknown as Change;
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
