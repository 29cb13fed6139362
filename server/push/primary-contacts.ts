import type { Change } from "../../shared/domain/change.ts";
import type { Account } from "../../shared/entities/account.ts";
import type { Note } from "../../shared/entities/note.ts";
import { recordOf, stepsIn } from "../../shared/sync/merge-record.ts";
import { stepsOf, type DoneStep } from "../../shared/sync/reverse.ts";
import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import { noteDocument } from "./conflict-note.ts";
import type { GroupWork } from "./group-work.ts";
import { nameOf } from "./working-set.ts";

// MRG-3, NAM-4: whom one speaks with at a customer of the ERP is the one that stands, and who it was before once they
// are split. Devices write nothing of the ERP's: the server alone does this, and its steps are in the record of the merge.

/** Accounts whose person has been absorbed speak of the one that stands. */
export async function movePrimary(
  work: GroupWork,
  from: string,
  to: string,
): Promise<void> {
  const { tenant, working, newId } = work.deps;
  working.absorb(await tenant.accountsOf(from));
  const person = working.get({ c: "contacts", id: to })?.doc.v;
  const changes = accountsIn(work).flatMap((before): Change[] => {
    if (before.primaryContactId !== from) return [];
    const name = person?.["name"];
    const after: Account = {
      ...before,
      primaryContactId: to,
      ...(typeof name === "string" ? { primaryContactName: name } : {}),
    };
    return [{ c: "accounts", id: before.id, before, after, origin: "merged" }];
  });
  if (changes.length === 0) return;
  for (const change of changes) work.write(change);
  const of = { keep: to, other: from };
  for (const note of recordOf(stepsOf(changes), of, newId))
    work.put(noteDocument(note, "all", work.stamp()), null);
}

/**
 * Two are split: their accounts speak of whom they spoke before, but where somebody has said otherwise since. Anybody may
 * have written a record: it says which accounts to look at, and what is put there is for the accounts themselves to say.
 */
export async function movePrimaryBack(
  work: GroupWork,
  keep: string,
  other: string,
): Promise<void> {
  const { tenant, working } = work.deps;
  working.absorb(await tenant.notesOf([keep]));
  const records = working.all().flatMap(({ doc }) => {
    if (doc.c !== "notes") return [];
    // The record goes in the same group.
    const { v } = work.before.get(nameOf(doc)) ?? doc;
    const note = v as unknown as Note;
    if (note.kind !== "merge" || note.docId !== other) return [];
    return [{ doc, steps: stepsIn([note]) }];
  });
  const ids = records.flatMap(({ steps }) =>
    steps.flatMap((step) => (movesPrimary(step, other, keep) ? step.id : [])),
  );
  await working.load(ids.map((id) => ({ c: "accounts" as const, id })));
  const name = working.get({ c: "contacts", id: other })?.doc.v["name"];
  for (const id of new Set(ids)) {
    const doc = working.get({ c: "accounts", id })?.doc;
    if (!doc || doc.deleted || !isPutByMerge(doc, keep)) continue;
    const before = doc.v as unknown as Account;
    const after: Account = {
      ...before,
      primaryContactId: other,
      ...(typeof name === "string" ? { primaryContactName: name } : {}),
    };
    work.write({ c: "accounts", id, before, after, origin: "merged" });
  }
  for (const { doc, steps } of records)
    if (!doc.deleted && steps.length > 0 && steps.every(isOnAccount))
      forget(work, doc);
}

function movesPrimary(step: DoneStep, from: string, to: string): boolean {
  if (step.k !== "set" || !isOnAccount(step)) return false;
  const [base, written] = step.f["primaryContactId"] ?? [];
  return base === from && written === to;
}

function isOnAccount({ c }: DoneStep): boolean {
  return c === "accounts";
}

function isPutByMerge({ v, stamps }: StoredDocument, keep: string): boolean {
  return (
    v["primaryContactId"] === keep && stamps["primaryContactId"]?.o === "merged"
  );
}

/** A device that has not seen the record cannot take it away; at a later split it would be taken back once more. */
function forget(work: GroupWork, { c, id, rev }: StoredDocument): void {
  work.merge({ c, id, k: "del", rev }, work.deps.working.get({ c, id }));
}

function accountsIn(work: GroupWork): readonly Account[] {
  return work.deps.working
    .all()
    .flatMap(({ doc }) =>
      doc.c === "accounts" && !doc.deleted ? [doc.v as unknown as Account] : [],
    );
}
