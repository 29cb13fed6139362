import { typeGuards } from "../../shared/domain/change-type.ts";
import type { Contact } from "../../shared/entities/contact.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import type {
  Stamp,
  StoredDocument,
} from "../../shared/sync/stored-document.ts";
import type { TenantWriter } from "../storage/sync-storage.ts";
import type { Refusal } from "./read-group.ts";
import type { WorkingSet } from "./working-set.ts";

/** A contact that a group has touched, as it was before it and as it is now. */
export interface TouchedContact {
  readonly before: StoredDocument;
  readonly after: StoredDocument;
}

interface GuardDeps {
  readonly tenant: Pick<TenantWriter, "peopleOf" | "workOf" | "visitsOf">;
  readonly working: WorkingSet;
}

/**
 * What a group as a whole may not leave behind: the people of a company that goes, or the work of a person who goes,
 * that their company has not taken over (DEL-2: what its device had not seen, somebody else has just written: OFF-7);
 * a contact of another type with what stands against it (TYP-5 to TYP-7).
 */
export async function contactRefusal(
  { before, after }: TouchedContact,
  deps: GuardDeps,
): Promise<Refusal | null> {
  if (before.deleted) return null;
  if (after.deleted)
    return before.v["type"] === "company"
      ? peopleLeft(after, deps)
      : workLeft(after, deps);
  return before.v["type"] === after.v["type"]
    ? null
    : typeRefusal(before, after, deps);
}

async function peopleLeft(
  { id }: StoredDocument,
  deps: GuardDeps,
): Promise<Refusal | null> {
  const people = await peopleOf(id, deps);
  return people.length === 0
    ? null
    : { code: "has_people", message: "The company has people." };
}

async function workLeft(
  { id, stamps }: StoredDocument,
  deps: GuardDeps,
): Promise<Refusal | null> {
  if (goesWithCompany(stamps[""])) return null;
  const work = await recordedWith(id, deps);
  const heirs = work.flatMap(({ v }) =>
    v["contactId"] === id && typeof v["companyId"] === "string"
      ? [v["companyId"]]
      : [],
  );
  await deps.working.load(heirs.map((one) => ({ c: "contacts", id: one })));
  const left = heirs.some((one) => {
    const heir = deps.working.get({ c: "contacts", id: one })?.doc;
    return heir?.deleted === false;
  });
  return left
    ? { code: "has_work", message: "Something was recorded with the person." }
    : null;
}

async function typeRefusal(
  before: StoredDocument,
  after: StoredDocument,
  deps: GuardDeps,
): Promise<Refusal | null> {
  const { id } = after;
  const work = await recordedWith(id, deps);
  const people = await peopleOf(id, deps);
  const is = { ...after.v, type: before.v["type"] } as unknown as Contact;
  const guards = typeGuards(is, {
    interactions: work.some(({ c }) => c === "interactions"),
    tasks: work.some(({ c }) => c === "tasks"),
    opportunities: work.some(({ c }) => c === "opportunities"),
    people: people.length > 0,
    setting: null,
  });
  return guards.length === 0
    ? null
    : { code: "type_kept", message: `Keeps its type: ${guards.join(", ")}.` };
}

/** Visits, tasks and opportunities with a contact or under a company, also those of people who have left it (TYP-9). */
async function recordedWith(
  id: string,
  { tenant, working }: GuardDeps,
): Promise<readonly StoredDocument[]> {
  working.absorb(await tenant.workOf(id));
  working.absorb(await tenant.visitsOf(id));
  return working
    .all()
    .map(({ doc }) => doc)
    .filter(
      ({ c, v, deleted }) =>
        !deleted &&
        isWork(c) &&
        (v["contactId"] === id || v["companyId"] === id),
    );
}

async function peopleOf(
  id: string,
  { tenant, working }: GuardDeps,
): Promise<readonly StoredDocument[]> {
  working.absorb(await tenant.peopleOf([id]));
  return working
    .all()
    .map(({ doc }) => doc)
    .filter(
      ({ c, v, deleted, id: own }) =>
        c === "contacts" && !deleted && own !== id && v["companyId"] === id,
    );
}

/** A large company is deleted in several groups, its people first; so it is when that is done again after an Undo. */
function goesWithCompany(deletion: Stamp | undefined): boolean {
  return deletion?.o === "inherited" || deletion?.o === "restored";
}

/** Whether somebody was deleted because their company was. */
export function wentWith(doc: StoredDocument, companyId: string): boolean {
  const { c, deleted, v, stamps } = doc;
  return (
    c === "contacts" &&
    deleted &&
    v["companyId"] === companyId &&
    goesWithCompany(stamps[""])
  );
}

/**
 * OFF-7: the contact that something new is about, or that somebody newly works for. Was it deleted meanwhile, it comes
 * back. What a device gives back to a restored server (`h`) is not new.
 */
export function contactAskedFor(op: Op): string | null {
  const isNew = op.k === "ins" && op.h === undefined;
  const id = isWork(op.c)
    ? isNew && op.v["contactId"]
    : op.c === "contacts" &&
      (isNew
        ? op.v["companyId"]
        : op.k === "set" && (op.f["companyId"] ?? op.f["mergedInto"])?.[1]);
  return typeof id === "string" && id !== op.id ? id : null;
}

/**
 * OFF-7, DEL-2: who was deleted with their company and is worked on by somebody who did not know comes back, and the
 * company with all of its people: it goes as a whole or not at all. What a person would inherit is nobody's work.
 */
export function companyGoneWith(op: Op, stored: StoredDocument): string | null {
  const { companyId } = stored.v;
  const isEdit = op.k === "set" || op.k === "add" || op.k === "rem";
  if (!isEdit || op.o === "inherited" || typeof companyId !== "string")
    return null;
  return wentWith(stored, companyId) ? companyId : null;
}

function isWork(c: string): boolean {
  return c === "interactions" || c === "tasks" || c === "opportunities";
}
