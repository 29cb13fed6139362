import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import { ERASED, isErasure } from "../../../shared/sync/erased.ts";
import type { Op } from "../../../shared/sync/protocol.ts";
import { freePlace } from "./aside-state.ts";
import type { JournalRecord } from "./journal-record.ts";
import type { JournalMemory } from "./journal-state.ts";
import { emptyEntry, nothingInPlaceOf } from "./unreadable-entry.ts";

type Erased = Extract<JournalRecord, { k: "erased" }>;

/**
 * PRV-5: nothing that was written about what is erased stays, sent or not. Numbers are kept by entries that change
 * nothing; what nobody has processed yet is among the refused ones, without its text, so that its writer hears of it.
 * The request to erase itself stays: a restored server is to be asked again.
 */
export function forgetErased(memory: JournalMemory, record: Erased): void {
  const keys = new Set(record.keys);
  const contacts = new Set(record.contacts);
  const isAbout = (op: Op) => !isErasure(op) && concerns(op, keys, contacts);
  const leftOf = (entry: JournalEntry) =>
    entry.ops.filter((op) => !isAbout(op));
  const tell = (entry: JournalEntry) => {
    const { aside: _aside, ...bare } = entry;
    const d = freePlace(memory, entry.d);
    memory.refused.set(d, withoutText({ ...bare, d }));
  };

  for (const [d, entry] of memory.kept) {
    const ops = leftOf(entry);
    if (ops.length === entry.ops.length) continue;
    const { ackedAt } = entry;
    const left = ops.length > 0 ? { ...entry, ops } : nothingInPlaceOf(entry);
    memory.kept.set(d, { ...left, ackedAt });
  }
  for (const [d, entry] of memory.pending) {
    const ops = leftOf(entry);
    if (ops.length === entry.ops.length) continue;
    if (ops.length > 0) {
      memory.pending.set(d, { ...entry, ops });
      continue;
    }
    memory.pending.set(d, emptyEntry(entry));
    if (!entry.empty && !entry.again) tell(entry);
  }
  for (const [d, entry] of memory.refused)
    if (entry.ops.some(isAbout)) memory.refused.set(d, withoutText(entry));
  for (const [m, entry] of memory.aside) {
    const ops = leftOf(entry);
    if (ops.length === entry.ops.length) continue;
    if (ops.length > 0) memory.aside.set(m, { ...entry, ops });
    else {
      memory.aside.delete(m);
      if (entry.aside.as === "held") tell(entry);
    }
  }
  for (const [name, { c, id }] of memory.merged)
    if (keys.has(`${c}/${id}`)) memory.merged.delete(name);
}

/** Whether there is anything to forget. */
export function remembersErased(
  { kept, pending, refused, aside, merged }: JournalMemory,
  { keys, contacts }: Erased,
): boolean {
  const entries = [kept, pending, refused, aside].flatMap(
    (list): readonly JournalEntry[] => [...list.values()],
  );
  const [documents, people] = [new Set(keys), new Set(contacts)];
  return (
    entries.some(({ ops }) =>
      ops.some((op) => !isErasure(op) && concerns(op, documents, people)),
    ) || [...merged.values()].some(({ c, id }) => documents.has(`${c}/${id}`))
  );
}

/** That something was refused because the contact is erased, and nothing of what it was. */
export function withoutText(entry: JournalEntry): JournalEntry {
  return { ...nothingInPlaceOf(entry), refused: { ...ERASED } };
}

/** An operation on one of the documents, or one that makes something about one of the contacts. */
function concerns(
  op: Op,
  keys: ReadonlySet<string>,
  contacts: ReadonlySet<string>,
): boolean {
  if (keys.has(`${op.c}/${op.id}`)) return true;
  if (op.k !== "ins") return false;
  const { contactId, docId } = op.v;
  return [contactId, docId].some(
    (id) => typeof id === "string" && contacts.has(id),
  );
}
