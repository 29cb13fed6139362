import { entityOf } from "../../shared/entities/registry.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import { carryOutRequests } from "../accounts/carry-out.ts";
import { followAccounts } from "../accounts/follow-accounts.ts";
import type { LinkingRun } from "../accounts/linking-run.ts";
import { settleLinks } from "../accounts/settle-links.ts";
import { settleRelations } from "../accounts/settle-relations.ts";
import { conflictNote, noteDocument } from "./conflict-note.ts";
import { contactRefusal, wentWith } from "./contact-guards.ts";
import { followContact } from "./follow-contact.ts";
import { GroupRefused } from "./group-refused.ts";
import type { GroupWork } from "./group-work.ts";
import { inherit, join } from "./inherit-in-group.ts";
import { deletedButNamed } from "./keep-codes.ts";
import { nameOf } from "./working-set.ts";

// What follows from a group's operations taken together: each rule sees what the ones before it have written.

const MAX_DOCUMENT_BYTES = 64 * 1024;

/** OFF-7: a contact that was deleted before this group, and that somebody still works with; all or nothing (DEL-2). */
export async function bringBackContacts(
  work: GroupWork,
  askedFor: ReadonlySet<string>,
): Promise<void> {
  const { working, tenant } = work.deps;
  for (const asked of askedFor) {
    await working.load([{ c: "contacts", id: asked }]);
    const id = await deletedAs(work, asked);
    const held = working.get({ c: "contacts", id });
    if (!held?.doc.deleted || work.before.has(nameOf(held.doc))) continue;
    work.merge({ c: "contacts", id, k: "set", f: {} }, held);
    working.absorb(await tenant.deletedPeopleOf(id));
    for (const person of working.all())
      if (wentWith(person.doc, id)) work.restore(person);
  }
}

/**
 * DEL-2: a large company is deleted in several groups, its people first. Is the last of them refused, those who went
 * before it come back: a company goes with all of them or not at all.
 */
export async function bringBackPeople(
  work: GroupWork,
  ops: readonly Op[],
): Promise<void> {
  const { working, tenant } = work.deps;
  for (const { c, k, id } of ops) {
    const company = working.get({ c: "contacts", id })?.doc;
    if (c !== "contacts" || k !== "del" || !company || company.deleted)
      continue;
    working.absorb(await tenant.deletedPeopleOf(id));
    for (const person of working.all())
      if (wentWith(person.doc, id)) work.restore(person);
  }
}

/** The company that was deleted with this person and still is; otherwise the contact itself. */
async function deletedAs(work: GroupWork, id: string): Promise<string> {
  const { working } = work.deps;
  const doc = working.get({ c: "contacts", id })?.doc;
  const companyId = doc?.v["companyId"];
  if (!doc || typeof companyId !== "string") return id;
  if (!wentWith(doc, companyId)) return id;
  const key = { c: "contacts" as const, id: companyId };
  await working.load([key]);
  const gone = working.get(key)?.doc.deleted === true;
  return gone && !work.before.has(nameOf(key)) ? companyId : id;
}

/** TYP-5, DEL-2: what no operation says by itself. */
export async function guardContacts(work: GroupWork): Promise<void> {
  if (work.trusted) return;
  for (const before of [...work.before.values()]) {
    if (before?.c !== "contacts" || work.givenBack.has(before.id)) continue;
    if (work.typesKept.has(before.id)) continue;
    const after = work.deps.working.get(before)?.doc;
    const no = after && (await contactRefusal({ before, after }, work.deps));
    if (no) throw new GroupRefused(no.code, no.message);
  }
}

/** Requests, links to records of the ERP, inheritance and relations: each sees what the ones before it have written. */
export async function linkAccounts(work: GroupWork): Promise<void> {
  const run = linkingRun(work);
  await carryOutRequests(run);
  await followAccounts(run);
  await join(work);
  await inherit(work);
  await settleLinks(run);
  await settleRelations(run);
}

function linkingRun(work: GroupWork): LinkingRun {
  const { tenant, working, numbers, newId } = work.deps;
  return {
    ...{ tenant, working, numbers, newId },
    deviceId: work.context.device,
    salesperson: work.caller.user.salesperson,
    hlc: work.context.hlc,
    touched: () => work.touched(),
    isSentWhole: (id) => work.sentWhole.has(id),
    write: (change) => work.write(change),
    refuse: (code, message) => {
      throw new GroupRefused(code, message);
    },
  };
}

/** The attachments and comments of contacts that this group has deleted or brought back. */
export async function takeAlong(work: GroupWork): Promise<void> {
  const { working, tenant } = work.deps;
  const turned = new Map(
    work
      .touched()
      .flatMap(({ c, id, before, after }) =>
        c === "contacts" && before && after.deleted !== before.deleted
          ? [[id, { before, after }] as const]
          : [],
      ),
  );
  if (turned.size === 0) return;
  const ids = [...turned.keys()];
  const isGone = (id: string) => turned.get(id)?.after.deleted === true;
  working.absorb(await tenant.filesOf(ids));
  working.absorb(await tenant.notesOf(ids.filter(isGone)));
  working.absorb(await tenant.deletedNotesOf(ids.filter((id) => !isGone(id))));
  for (const held of working.all()) {
    const { doc } = held;
    const contact = turned.get(String(doc.v["contactId"]));
    if (!contact) continue;
    const follow = followContact(doc, contact.before, contact.after);
    if (follow === "delete")
      work.merge({ c: doc.c, id: doc.id, k: "del", rev: doc.rev }, held);
    if (follow === "restore") work.restore(held);
  }
}

/** OFF-10: a code that something names is not lost, it stays as inactive. */
export async function keepCodes(work: GroupWork): Promise<void> {
  for (const held of await deletedButNamed(work.touched(), work.deps)) {
    work.restore(held);
    const { c, id, v } = held.doc;
    if (v["inactive"] === true) continue;
    const base = v["inactive"] === false ? false : null;
    const now = work.deps.working.get({ c, id });
    work.merge({ c, id, k: "set", f: { inactive: [base, true] } }, now);
  }
}

export async function addNotes(work: GroupWork): Promise<void> {
  if (work.conflicts.length === 0) return;
  const people = work.conflicts.flatMap(({ conflict }) => [
    conflict.winner.stamp.u,
    conflict.loser.stamp.u,
  ]);
  const names = await work.deps.tenant.userNames([...new Set(people)]);
  for (const { doc, conflict } of work.conflicts) {
    const note = conflictNote(work.deps.newId(), doc, conflict, names);
    work.put(noteDocument(note, "all", work.stamp()), null);
  }
}

/** The merged documents as a whole: parts of several devices may be good one by one and not together. */
export function check(work: GroupWork): void {
  for (const name of work.before.keys()) {
    const [c, id] = name.split("/") as [DocumentKey["c"], string];
    const doc = work.deps.working.get({ c, id })?.doc;
    if (!doc || doc.deleted) continue;
    const parsed = entityOf(c).fields.safeParse(doc.v);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const message = `${issue?.path.join("/")}: ${issue?.message}`;
      throw new GroupRefused("invalid_field", message.slice(0, 300));
    }
    if (JSON.stringify(doc.v).length > MAX_DOCUMENT_BYTES)
      throw new GroupRefused("document_too_large", "At most 64 KB.");
  }
}
