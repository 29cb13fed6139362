import { isErasure } from "../../shared/sync/erased.ts";
import { waitsForSetUp } from "../../shared/sync/gives-way.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import type { GroupResult, Op } from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import { readSetUp } from "../accounts/set-up.ts";
import { bucketsOf } from "./caller.ts";
import { companyGoneWith, contactAskedFor } from "./contact-guards.ts";
import { allowedOp } from "./contact-op.ts";
import { eraseContact } from "./erase-contact.ts";
import { GroupRefused } from "./group-refused.ts";
import type { GroupWork } from "./group-work.ts";
import { mergeable } from "./merged-contacts.ts";
import { refusalFor } from "./rights.ts";
import { openWorkRefusal, privacyRefusal, runningRefusal } from "./rules.ts";

/**
 * One operation of a device, after its rights and the rules that can be told from it alone.
 *
 * @param askedFor takes the contact that something new is about
 * @throws GroupRefused
 */
export async function applyOp(
  work: GroupWork,
  op: Op,
  askedFor: Set<string>,
): Promise<GroupResult["s"]> {
  const key = { c: op.c as DocumentKey["c"], id: op.id };
  const held = work.deps.working.get(key);
  // A device's starter list is for lists that are not there yet, and changes none that are.
  if (op.c === "codes" && op.k === "ins" && op.o === "imported" && held)
    return "same";
  // Out of reach looks exactly like absent, for an insert too: nobody learns that an id is in use.
  if (held && !bucketsOf(work.caller).includes(held.bucket))
    throw new GroupRefused("not_found", "No such document.");
  const stored = held?.doc ?? null;
  if (work.trusted) return work.merge(op, held);
  const no = refusalFor(
    work.caller,
    op,
    stored,
    amendedBy(work, op),
    work.contextOf(op),
  );
  if (no)
    throw new GroupRefused(
      waitsForSetUp(stored, op) ? "no_set_up" : "forbidden",
      no,
    );
  if (isErasure(op)) return eraseContact(work, op);
  const broken =
    (await privacyRefusal(op, stored, work)) ??
    runningRefusal(op, stored) ??
    (await openWorkRefusal(op, stored, work.deps));
  if (broken) throw new GroupRefused(broken.code, broken.message);
  const asked = op.k === "ins" && stored ? null : contactAskedFor(op);
  if (asked !== null) askedFor.add(asked);
  const company = stored && companyGoneWith(op, stored);
  if (company) askedFor.add(company);
  const own = await mergeable(work, op, stored);
  if (own.k === "set" && op.k === "set" && isEmpty(own.f) && !isEmpty(op.f))
    return "same";
  const allowed = allowedOp(own, stored);
  if (!allowed)
    throw new GroupRefused("immutable", "A final number never changes.");
  const numbered =
    allowed.k === "ins" && !stored
      ? work.number(await withCycle(work, allowed))
      : allowed;
  return work.merge(numbered, held);
}

function isEmpty(f: object): boolean {
  return Object.keys(f).length === 0;
}

/** DEF-4. */
async function withCycle(work: GroupWork, op: Extract<Op, { k: "ins" }>) {
  const { tenant, working } = work.deps;
  if (op.c !== "opportunities" || op.v["cycle"] !== undefined) return op;
  const { cycle } = await readSetUp(tenant, working);
  return cycle === undefined ? op : { ...op, v: { ...op.v, cycle } };
}

function amendedBy(work: GroupWork, op: Op): StoredDocument | null {
  const id = op.k === "ins" ? op.v["amends"] : undefined;
  if (typeof id !== "string") return null;
  return work.deps.working.get({ c: "interactions", id })?.doc ?? null;
}
