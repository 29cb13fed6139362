import type { JournalEntry } from "../../../shared/ipc/contract.ts";
import type { Op } from "../../../shared/sync/protocol.ts";

/** One field of one record, as the outbox shows it. */
export interface FieldChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One record with unsent work: however many entries speak of it, it is one line. */
export interface OutboxRecord {
  readonly key: string;
  readonly c: string;
  readonly id: string;
  readonly kind: "created" | "changed" | "deleted";
  /** Unix milliseconds of the latest entry. */
  readonly at: number;
  /** What the screens did, in order; i18n keys. */
  readonly labels: readonly string[];
  readonly fields: readonly FieldChange[];
}

/** The unsent entries by record, in the order in which the records were first touched. */
export function outboxRecords(
  entries: readonly JournalEntry[],
): readonly OutboxRecord[] {
  const records = new Map<string, OutboxRecord>();
  for (const entry of entries) {
    for (const op of entry.ops) {
      const key = `${op.c}/${op.id}`;
      records.set(key, withOp(records.get(key), key, op, entry));
    }
  }
  return [...records.values()];
}

function withOp(
  record: OutboxRecord | undefined,
  key: string,
  op: Op,
  entry: JournalEntry,
): OutboxRecord {
  const labels = record?.labels ?? [];
  return {
    key,
    c: op.c,
    id: op.id,
    kind: kindAfter(record?.kind, op),
    at: entry.at,
    labels: labels.includes(entry.label) ? labels : [...labels, entry.label],
    fields: mergeFields(record?.fields ?? [], fieldsOf(op)),
  };
}

function kindAfter(
  before: OutboxRecord["kind"] | undefined,
  op: Op,
): OutboxRecord["kind"] {
  if (op.k === "del") return "deleted";
  if (op.k === "ins") return "created";
  return before ?? "changed";
}

/** The fields an operation writes, old and new; an insert has no old ones. */
export function fieldsOf(op: Op): readonly FieldChange[] {
  switch (op.k) {
    case "ins":
      return Object.entries(op.v)
        .filter(([path]) => !HIDDEN.has(path))
        .map(([path, after]) => ({ path, before: null, after }));
    case "set":
      return Object.entries(op.f)
        .filter(([path]) => !HIDDEN.has(path))
        .map(([path, [before, after]]) => ({ path, before, after }));
    case "add":
      return [{ path: op.f, before: null, after: op.e }];
    case "rem":
      return [{ path: op.f, before: op.e, after: null }];
    case "del":
      return [];
  }
}

/** Ids say nothing to a person, and the search name only repeats the name. */
const HIDDEN: ReadonlySet<string> = new Set([
  "id",
  "contactId",
  "companyId",
  "interactionId",
  "taskId",
  "opportunityId",
  "searchName",
]);

/** Two edits of one field are one line: the oldest value and the newest. Sets keep each step. */
function mergeFields(
  known: readonly FieldChange[],
  added: readonly FieldChange[],
): readonly FieldChange[] {
  return added.reduce<readonly FieldChange[]>((fields, change) => {
    const isSet = Array.isArray(change.before) || Array.isArray(change.after);
    const at = fields.findIndex(({ path }) => path === change.path);
    const old = fields[at];
    if (!old || isSet) return [...fields, change];
    return fields.with(at, { ...change, before: old.before });
  }, known);
}
