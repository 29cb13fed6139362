import type { Change } from "../../shared/domain/change.ts";
import { recordOf } from "../../shared/sync/merge-record.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import { stepsOf } from "../../shared/sync/reverse.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import { sameValue } from "../../shared/sync/to-ops.ts";
import { noteDocument } from "./conflict-note.ts";
import type { GroupWork } from "./group-work.ts";
import { movePrimary, movePrimaryBack } from "./primary-contacts.ts";

// MRG: two devices may have merged the same contacts otherwise, and more comes in for those that are gone.

/** Contacts on the way from an absorbed one to the one that stands for it: more is a ring. */
const LONGEST = 100;
const REFERENCES = ["contactId", "companyId"] as const;
const POINTING: ReadonlySet<string> = new Set([
  ...["contacts", "interactions", "tasks", "opportunities", "notes", "files"],
]);

type Working = GroupWork["deps"]["working"];

/** MRG: the contact that has absorbed this one; null = none has. */
function absorber(working: Working, id: string): string | null {
  const into = working.get({ c: "contacts", id })?.doc.v["mergedInto"];
  return typeof into === "string" ? into : null;
}

/** Loads all contacts on the way; their ids in order, the one that stands for all last. Null = they go round. */
async function wayOf(
  { deps: { working } }: GroupWork,
  id: string,
): Promise<readonly string[] | null> {
  const way: string[] = [];
  for (let at: string | null = id; at !== null; at = absorber(working, at)) {
    if (way.includes(at) || way.length > LONGEST) return null;
    way.push(at);
    await working.load([{ c: "contacts", id: at }]);
  }
  return way;
}

/**
 * What of an operation still has a meaning, whoever else has merged meanwhile: a contact that another one has absorbed
 * stays there, two are not absorbed by each other, and what a merge points elsewhere is moved only from where that merge
 * has seen it. The rest follows from `followMerges`.
 */
export async function mergeable(
  work: GroupWork,
  op: Op,
  stored: StoredDocument | null,
): Promise<Op> {
  if (op.k !== "set") return op;
  const f = { ...op.f };
  const into = f["mergedInto"];
  if (op.c === "contacts" && into && stored) {
    const [base, now] = into;
    const moved = !sameValue(stored.v["mergedInto"], base);
    const way = typeof now === "string" ? await wayOf(work, now) : [];
    if (moved || way === null || way.includes(op.id)) {
      delete f["mergedInto"];
      work.leftOut.add(op.id);
    }
  }
  if (op.o === "merged" && stored)
    for (const path of REFERENCES) {
      const [base, now] = f[path] ?? [null, null];
      for (const id of [base, now])
        if (typeof id === "string") await wayOf(work, id);
      const gone = !sameValue(stored.v[path], base);
      if (path in f && (gone || isIntoARing(work, stored, path, now)))
        delete f[path];
    }
  return { ...op, f };
}

/**
 * Two have absorbed each other, and the first of them stands: what the second merge would move to the absorbed one stays.
 * What a merge has put here goes back when it is taken back, before the two are let go of.
 */
function isIntoARing(
  work: GroupWork,
  { v, stamps }: StoredDocument,
  path: string,
  to: unknown,
): boolean {
  const from = v[path];
  if (typeof from !== "string" || typeof to !== "string") return false;
  if (absorber(work.deps.working, to) === null) return false;
  return work.leftOut.has(from) || stamps[path]?.o !== "merged";
}

/** Whether one of two contacts is absorbed by the other, by way of others too, now or before this group. */
export function areMerged(work: GroupWork, a: unknown, b: unknown): boolean {
  if (typeof a !== "string" || typeof b !== "string") return false;
  return leadsTo(work, a, b) || leadsTo(work, b, a);
}

function leadsTo(work: GroupWork, from: string, to: string): boolean {
  const seen = new Set<string>();
  const next = [from];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === to) return true;
    if (seen.has(id) || seen.size > LONGEST) continue;
    seen.add(id);
    const before = work.before.get(`contacts/${id}`)?.v["mergedInto"];
    const now = absorber(work.deps.working, id);
    for (const one of [before, now])
      if (typeof one === "string") next.push(one);
  }
  return false;
}

/**
 * MRG-3, MRG-6: what names a contact that has been absorbed names the one that stands for it, also what the device that
 * merged has not seen and what comes later. It is written down like what that device did, so that it goes back when the
 * two are split; the numbers lead to the one that stands.
 */
export async function followMerges(work: GroupWork): Promise<void> {
  for (const { c, id, before, after } of work.touched()) {
    if (c !== "contacts" || after.deleted) continue;
    const into = after.v["mergedInto"];
    const until = before?.v["mergedInto"];
    if (into === until) continue;
    if (typeof until === "string") await movePrimaryBack(work, until, id);
    if (into === undefined) continue;
    const way = await standingWay(work, id);
    for (const [i, to] of way.slice(1).entries()) {
      const from = way[i] ?? id;
      await loadPointing(work, from);
      work.deps.working.absorb(await work.deps.tenant.filesOf([to]));
      takeNumbers(work, from, to);
      await movePrimary(work, from, to);
      pointOn(work, from, to, pointingAt(work, from));
    }
  }
  for (const { c, id, after } of work.touched()) {
    if (!POINTING.has(c) || after.deleted) continue;
    for (const path of REFERENCES) {
      const named = after.v[path];
      if (typeof named !== "string" || named === id) continue;
      if (isSplitOff(work, after, path)) continue;
      const way = await standingWay(work, named);
      for (const [i, to] of way.slice(1).entries()) {
        const from = way[i] ?? named;
        if (c === "files")
          work.deps.working.absorb(await work.deps.tenant.filesOf([to]));
        // What was written down at one step goes along at the next.
        const along = i === 0 ? [{ c, id }] : pointingAt(work, from);
        pointOn(work, from, to, along);
      }
    }
    for (const met of listOf(after.v["attendees"])) {
      if (typeof met !== "string") continue;
      if (isSplitOff(work, after, `attendees/${met}`)) continue;
      const way = await standingWay(work, met);
      for (const [i, to] of way.slice(1).entries())
        pointOn(work, way[i] ?? met, to, [{ c, id }]);
    }
  }
}

/** The way to a contact that is shown; empty = there is none, or nothing to go. */
async function standingWay(
  work: GroupWork,
  id: string,
): Promise<readonly string[]> {
  const way = await wayOf(work, id);
  const end = way?.at(-1);
  return way && end !== undefined && stands(work, end) ? way : [];
}

function stands(work: GroupWork, id: string): boolean {
  return work.deps.working.get({ c: "contacts", id })?.doc.deleted === false;
}

async function loadPointing(work: GroupWork, id: string): Promise<void> {
  const { tenant, working } = work.deps;
  working.absorb(await tenant.workOf(id));
  working.absorb(await tenant.visitsOf(id));
  working.absorb(await tenant.attendedBy(id));
  working.absorb(await tenant.peopleOf([id]));
  working.absorb(await tenant.notesOf([id]));
  working.absorb(await tenant.filesOf([id]));
}

/** What a contact looks like is one: the absorbed one's stays with it where the other has its own. */
function isSecondPicture(work: GroupWork, doc: StoredDocument, to: string) {
  return (
    isPicture(doc) &&
    work.deps.working
      .all()
      .some(
        ({ doc: other }) =>
          isPicture(other) && !other.deleted && other.v["contactId"] === to,
      )
  );
}

function isPicture({ c, v }: StoredDocument): boolean {
  return c === "files" && v["role"] === "picture";
}

function pointingAt(work: GroupWork, id: string): readonly DocumentKey[] {
  return work.deps.working
    .all()
    .map(({ doc }) => doc)
    .filter(
      ({ c, id: own, v, deleted }) =>
        !deleted &&
        own !== id &&
        POINTING.has(c) &&
        (REFERENCES.some((path) => v[path] === id) ||
          listOf(v["attendees"]).includes(id)),
    );
}

/** This group has put it there on purpose: a merge that is taken back gives back before it lets go. */
function isSplitOff(work: GroupWork, doc: StoredDocument, path: string) {
  const stamp = doc.stamps[path];
  const { hlc, device } = work.context;
  return stamp?.o === "merged" && stamp.h === hlc && stamp.d === device;
}

function pointOn(
  work: GroupWork,
  from: string,
  to: string,
  keys: readonly DocumentKey[],
): void {
  const { working, newId } = work.deps;
  const name = working.get({ c: "contacts", id: to })?.doc.v["name"];
  const changes = keys.flatMap((key): Change[] => {
    const doc = working.get(key)?.doc;
    if (!doc || isSecondPicture(work, doc, to)) return [];
    const before = doc.v;
    const after = { ...before };
    for (const path of REFERENCES) if (after[path] === from) after[path] = to;
    const met = listOf(before["attendees"]);
    if (met.includes(from))
      after["attendees"] = [
        ...new Set(met.map((id) => (id === from ? to : id))),
      ].filter((id) => id !== before["contactId"]);
    if (key.c === "contacts") after["companyName"] = name;
    return [{ ...key, before, after, origin: "merged" } as unknown as Change];
  });
  if (changes.length === 0) return;
  for (const change of changes) work.write(change);
  for (const note of recordOf(
    stepsOf(changes),
    { keep: to, other: from },
    newId,
  ))
    work.put(noteDocument(note, "all", work.stamp()), null);
}

function takeNumbers(work: GroupWork, from: string, to: string): void {
  const { working, newId } = work.deps;
  const other = working.get({ c: "contacts", id: from })?.doc.v;
  const before = working.get({ c: "contacts", id: to })?.doc.v;
  if (!other || !before) return;
  const own = listOf(before["aliases"]);
  const more = [other["no"], ...listOf(other["aliases"])].filter(
    (no) => no !== undefined && no !== before["no"] && !own.includes(no),
  );
  if (more.length === 0) return;
  const after = { ...before, aliases: [...own, ...new Set(more)] };
  const change = {
    ...{ c: "contacts", id: to, before, after, origin: "merged" },
  } as unknown as Change;
  work.write(change);
  for (const note of recordOf(
    stepsOf([change]),
    { keep: to, other: from },
    newId,
  ))
    work.put(noteDocument(note, "all", work.stamp()), null);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
