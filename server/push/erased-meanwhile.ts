import { ERASED, isErased } from "../../shared/sync/erased.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import { withoutNamesOf } from "../../shared/sync/without-erased.ts";
import { GroupRefused } from "./group-refused.ts";
import type { GroupWork } from "./group-work.ts";
import { rewrite } from "./rewrite.ts";

// PRV-5: what devices that have not heard of an erasure still send.

/**
 * The operations that are left when those on erased documents are taken out. A group that speaks of nothing else is
 * refused, unless it only follows or deletes; so is one that would merge the erased contact with another one.
 *
 * @throws GroupRefused
 */
export function standingOps(
  work: GroupWork,
  ops: readonly Op[],
): readonly Op[] {
  const standing = ops.filter((op) => !isGone(work, op.c, op.id));
  if (standing.length === ops.length) return ops;
  const left = ops.filter((op) => !standing.includes(op));
  if (ops.some(merges)) throw refusal();
  // What a deletion passes on goes with it.
  const deletes = left.some(({ c, k }) => c === "contacts" && k === "del");
  const meant =
    !deletes && left.some((op) => op.k !== "del" && op.o !== "inherited");
  if (standing.length === 0 && meant) throw refusal();
  return standing;
}

/** Nothing new names what was erased: no work is about it, nobody works for it or is tied to it. */
export async function leaveErased(work: GroupWork): Promise<void> {
  const isGoneContact = (id: unknown) => isGone(work, "contacts", id);
  for (const { c, id, after } of work.touched()) {
    if (after.deleted) continue;
    const { v } = after;
    const about = c === "accounts" ? [] : [v["contactId"], v["mergedInto"]];
    if (about.some(isGoneContact) || isGone(work, v["collection"], v["docId"]))
      if (v["kind"] !== "erasure") throw refusal();
    const { companyId } = v;
    if (typeof companyId === "string" && isGoneContact(companyId))
      work.erasedCompanies.set(id, companyId);
    rewrite(work, after, withoutNamesOf(after, isGoneContact));
  }
}

/** Contacts that an operation names beside the one that it is about. */
export function metIn(op: Op): readonly string[] {
  const values =
    op.k === "ins"
      ? op.v
      : op.k === "set"
        ? Object.fromEntries(
            Object.entries(op.f).map(([path, [, now]]) => [path, now]),
          )
        : {};
  const listed = op.k === "add" && op.f === "attendees" ? op.e : [];
  const { companyId, attendees, docId, links } = values;
  const ties = [
    ...Object.values(isRow(links) ? links : {}),
    ...Object.entries(values).flatMap(([path, value]) =>
      path.startsWith("links/") ? [value] : [],
    ),
  ];
  return [
    ...listed,
    ...(Array.isArray(attendees) ? attendees : []),
    ...ties.flatMap((tie) => (isRow(tie) ? [tie["contactId"]] : [])),
    ...[companyId, docId],
  ].filter((id) => typeof id === "string" && UUID.test(id)) as string[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isGone(work: GroupWork, c: unknown, id: unknown): boolean {
  if (typeof c !== "string" || typeof id !== "string") return false;
  const held = work.deps.working.get({ c: c as "contacts", id });
  return held !== null && isErased(held.doc);
}

function merges(op: Op): boolean {
  return (
    op.o === "merged" ||
    (op.k === "set" && Object.hasOwn(op.f, "mergedInto")) ||
    (op.k === "ins" && op.v["mergedInto"] !== undefined)
  );
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function refusal(): GroupRefused {
  return new GroupRefused(ERASED.code, ERASED.message);
}
