import { isErasure } from "../../shared/sync/erased.ts";
import { givesWay } from "../../shared/sync/gives-way.ts";
import { changesHands, mergeOp } from "../../shared/sync/merge.ts";
import type {
  MergeContext,
  StoredDocument,
} from "../../shared/sync/stored-document.ts";
import type { Op, Role } from "../../shared/sync/protocol.ts";
import { sameValue } from "../../shared/sync/to-ops.ts";
import { privateBucket, type Caller } from "./caller.ts";

const PEOPLE_WRITE = new Set([
  "contacts",
  "interactions",
  "tasks",
  "opportunities",
  "files",
  "notes",
]);

const OWN_VIEW = "view";

/** Managers and administrators look after other people's work. */
function isManager(role: Role): boolean {
  return role === "manager" || role === "admin";
}

/**
 * Why this person may not do this, or null (design.md §7). Reading is another question: what a person cannot read
 * does not exist for them.
 *
 * @param stored the document as it is, null when it is new
 * @param amended the interaction that a new one corrects, if it says so
 * @param context as the operation will be merged
 */
export function refusalFor(
  caller: Caller,
  op: Op,
  stored: StoredDocument | null,
  amended: StoredDocument | null,
  context: MergeContext,
): string | null {
  const { role, id: userId } = caller.user;
  if (isErasure(op))
    return op.c === "contacts" && role === "admin"
      ? null
      : "Only an administrator erases a contact.";
  if (op.c === "notes" && writesErasureLog(op, stored))
    return "The log of erasures is not edited.";
  if (op.c === "purchases" || op.c === "accounts")
    return "Purchases and accounts come from the ERP only.";
  if (op.c === "settings") return settingRefusal(role, op, stored, context);
  if (op.c === "codes") {
    if (isManager(role) || (op.k === "ins" && stored === null)) return null;
    return "Only a manager changes or removes a code.";
  }
  if (!PEOPLE_WRITE.has(op.c)) return "Not writable.";
  if (op.c === "contacts" && !isManager(role) && mergesOrSplits(op))
    return "Only a manager merges and splits contacts.";
  if (op.c === "notes" && !isManager(role) && writesMergeRecord(op, stored))
    return "Only a manager writes down what a merge has changed.";
  if (op.c === "notes" && stored?.v["kind"] === "request" && op.k !== "del")
    return op.k === "ins" ? null : "What became of a request is not edited.";
  if (
    op.c === "interactions" &&
    !isManager(role) &&
    !passesOn(op, stored, context)
  ) {
    const theirs = [stored, amended].find(
      (doc) =>
        doc !== null &&
        doc.created.u !== userId &&
        doc.created.author !== userId,
    );
    if (theirs && !(theirs === stored && repeats(op, stored, context)))
      return "Only its author or a manager changes a recorded interaction.";
  }
  return null;
}

/** It is the server's; a device may give it back to a restored one (`h`). */
function writesErasureLog(op: Op, stored: StoredDocument | null): boolean {
  if (stored !== null) return stored.v["kind"] === "erasure" && op.k !== "ins";
  return op.k === "ins" && op.v["kind"] === "erasure" && op.h === undefined;
}

/**
 * MRG-1: what is in there is taken back by whoever splits the two. It goes with its contact, whoever deletes that, and comes
 * back with it as it was.
 */
function writesMergeRecord(op: Op, stored: StoredDocument | null): boolean {
  if (op.k === "del") return false;
  if (op.k !== "ins")
    return (
      stored?.v["kind"] === "merge" ||
      (op.k === "set" && op.f["kind"]?.[1] === "merge")
    );
  if (op.v["kind"] !== "merge" || op.h !== undefined) return false;
  const isAsItWas = (member: string) =>
    sameValue(op.v[member], stored?.v[member]);
  return !RECORD.every(isAsItWas);
}

const RECORD = ["kind", "contactId", "docId", "base"];

/** MRG-1. What a device gives back to a restored server (`h`) somebody with the right has done before. */
function mergesOrSplits(op: Op): boolean {
  if (op.k === "set") return Object.hasOwn(op.f, "mergedInto");
  return (
    op.k === "ins" && op.h === undefined && op.v["mergedInto"] !== undefined
  );
}

/** DEL-2: whoever deletes a person passes everybody's visits on. */
function passesOn(
  op: Op,
  stored: StoredDocument | null,
  context: MergeContext,
): boolean {
  if (op.k !== "set" || stored === null) return false;
  const values = Object.entries(op.f);
  return (
    values.length > 0 &&
    values.every(
      ([path, [, to]]) =>
        path === "contactId" && changesHands(stored, to, context),
    )
  );
}

/** An insert of what is there already is no amendment, as long as nothing comes of it: the merge answers it. */
function repeats(op: Op, stored: StoredDocument, context: MergeContext) {
  if (op.k !== "ins") return false;
  const merged = mergeOp(stored, op, context);
  return !merged.ok || (!merged.changed && merged.conflicts.length === 0);
}

/** Anybody has views of their own (`bucketOf`: nobody else reaches them); what a setting is about never changes. */
function settingRefusal(
  role: Role,
  op: Op,
  stored: StoredDocument | null,
  { device }: MergeContext,
): string | null {
  const key = stored?.v["key"] ?? (op.k === "ins" ? op.v["key"] : undefined);
  const changed =
    (op.k === "ins" && op.v["key"] !== key) ||
    (op.k === "set" && Object.hasOwn(op.f, "key"));
  if (changed) return "What a setting is about does not change.";
  return key === OWN_VIEW || isManager(role) || givesWay(stored, op, device)
    ? null
    : "Only a manager changes the set-up.";
}

/** Who may read a new document: its author alone, if it is a view of theirs, else the whole company. */
export function bucketOf(caller: Caller, doc: StoredDocument): string {
  return doc.c === "settings" && doc.v["key"] === OWN_VIEW
    ? privateBucket(caller.user.id)
    : "all";
}
