import type { Change } from "../../shared/domain/change.ts";
import type { Account } from "../../shared/entities/account.ts";
import type { Note } from "../../shared/entities/note.ts";
import { isServers } from "../../shared/entities/registry.ts";
import { recordOf, stepsIn } from "../../shared/sync/merge-record.ts";
import { keyOf, reversed, stepsOf } from "../../shared/sync/reverse.ts";
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

/** Two are split: their accounts speak of whom they spoke before, but where somebody has said otherwise since. */
export async function movePrimaryBack(
  work: GroupWork,
  keep: string,
  other: string,
): Promise<void> {
  const { tenant, working } = work.deps;
  working.absorb(await tenant.notesOf(keep));
  const notes = working.all().flatMap(({ doc }): Note[] => {
    if (doc.c !== "notes") return [];
    // The record goes in the same group.
    const { v } = work.before.get(nameOf(doc)) ?? doc;
    const note = v as unknown as Note;
    return note.kind === "merge" && note.docId === other ? [note] : [];
  });
  const steps = stepsIn(notes).filter(({ c }) => c === "accounts");
  if (steps.length === 0) return;
  await working.load(steps.map(({ id }) => ({ c: "accounts" as const, id })));
  const now = new Map(
    accountsIn(work).map((one) => [keyOf({ c: "accounts", id: one.id }), one]),
  );
  for (const change of reversed(steps, now).changes)
    if (isServers(change.c))
      work.write({ ...change, origin: "merged" } as Change);
}

function accountsIn(work: GroupWork): readonly Account[] {
  return work.deps.working
    .all()
    .flatMap(({ doc }) =>
      doc.c === "accounts" && !doc.deleted ? [doc.v as unknown as Account] : [],
    );
}
