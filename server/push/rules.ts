import { stampAt } from "../../shared/sync/merge-field.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import type { TenantWriter } from "../storage/sync-storage.ts";
import { isoOf, msOf } from "./envelope.ts";
import type { GroupWork } from "./group-work.ts";
import type { Refusal } from "./read-group.ts";
import { unseenBy } from "./unseen.ts";
import type { WorkingSet } from "./working-set.ts";

/**
 * INT-13, PRV-1: nothing new about a person who is blocked. A visit dated before the block was allowed when it took
 * place, however late it is sent; so was one that was written before anybody else could know of the block.
 */
export async function privacyRefusal(
  op: Op,
  stored: StoredDocument | null,
  work: GroupWork,
): Promise<Refusal | null> {
  if (op.k !== "ins" || stored) return null;
  if (op.c !== "interactions" && op.c !== "opportunities") return null;
  const id = op.v["contactId"];
  if (typeof id !== "string") return null;
  const key = { c: "contacts", id } as const;
  const contact = work.deps.working.get(key)?.doc;
  if (contact?.v["privacyBlocked"] !== true) return null;
  const since = isoOf(msOf(stampAt(contact, "privacyBlocked").h)).slice(0, 10);
  const day = op.v[op.c === "interactions" ? "date" : "createdOn"];
  if (typeof day === "string" && day < since) return null;
  const unseen = await unseenBy(work, key);
  return unseen.some(
    ({ path, from }) => path === "privacyBlocked" && from !== true,
  )
    ? null
    : { code: "privacy_blocked", message: "The contact is blocked." };
}

/** DEL-1: a contact with open tasks or opportunities, own ones or such as stay with it (TYP-9), is not deleted. */
export async function openWorkRefusal(
  op: Op,
  stored: StoredDocument | null,
  deps: {
    readonly tenant: Pick<TenantWriter, "workOf">;
    readonly working: WorkingSet;
  },
): Promise<Refusal | null> {
  if (op.k !== "del" || op.c !== "contacts" || !stored || stored.deleted)
    return null;
  deps.working.absorb(await deps.tenant.workOf(op.id));
  const open = deps.working
    .all()
    .some(
      ({ doc }) =>
        (doc.v["contactId"] === op.id || doc.v["companyId"] === op.id) &&
        isOpenWork(doc),
    );
  return open
    ? {
        code: "in_use",
        message: "The contact has open tasks or opportunities.",
      }
    : null;
}

/**
 * OPP-8: what runs is closed first, never deleted. One that has only begun may go: that is the Undo of its creation.
 */
export function runningRefusal(
  op: Op,
  stored: StoredDocument | null,
): Refusal | null {
  if (op.k !== "del" || op.c !== "opportunities" || !stored || stored.deleted)
    return null;
  const entries = stored.v["entries"];
  const moves =
    typeof entries === "object" && entries !== null
      ? Object.keys(entries).length
      : 0;
  return stored.v["status"] === "inProgress" && moves > 1
    ? { code: "in_progress", message: "The opportunity is in progress." }
    : null;
}

function isOpenWork(doc: StoredDocument): boolean {
  if (doc.deleted) return false;
  if (doc.c === "tasks")
    return doc.v["status"] !== "completed" && doc.v["canceled"] !== true;
  if (doc.c === "opportunities")
    return doc.v["status"] === "notStarted" || doc.v["status"] === "inProgress";
  return false;
}
