import type { JournalEntry } from "../../../shared/ipc/journal.ts";
import type { Op } from "../../../shared/sync/protocol.ts";

/** One field of a record, before and after all that is still unsent; null = absent. */
export interface FieldChange {
  readonly path: string;
  readonly old: unknown;
  readonly now: unknown;
}

/** One record with unsent work, whatever number of intentions it is spread over (ux.md 5(e)3). */
export interface OutboxLine {
  readonly c: string;
  readonly id: string;
  readonly state: "created" | "changed" | "deleted";
  /** Key of the words for the newest action; of a new record for the one that made it. */
  readonly label: string;
  /** Nobody has typed anything here: the record follows its company. */
  readonly follows: boolean;
  /** When the newest action was saved, Unix milliseconds. */
  readonly at: number;
  /** Numbers of the intentions, oldest first, and their mutation ids. */
  readonly order: readonly number[];
  readonly ms: readonly string[];
  readonly fields: readonly FieldChange[];
  /** The contact it belongs to, where the unsent values tell it. */
  readonly contactId: string | null;
  /** The name that the unsent values give the record. */
  readonly name: string | null;
}

/** One line a record, in the order in which the records were first touched: so they are sent. */
export function outboxLines(
  entries: readonly Pick<JournalEntry, "d" | "m" | "at" | "label" | "ops">[],
): readonly OutboxLine[] {
  const lines = new Map<string, Gathered>();
  for (const entry of entries) {
    for (const op of entry.ops) {
      const key = `${op.c}/${op.id}`;
      const line = lines.get(key) ?? startLine(op);
      lines.set(key, line);
      if (line.state !== "created") line.label = entry.label;
      // What was set up alone is no company's either.
      if (op.o !== "inherited" || op.c === "settings") line.follows = false;
      line.at = entry.at;
      line.order.add(entry.d);
      line.ms.add(entry.m);
      take(line, op);
    }
  }
  return [...lines.values()].map(finish);
}

interface Gathered {
  readonly c: string;
  readonly id: string;
  state: OutboxLine["state"];
  label: string;
  follows: boolean;
  at: number;
  readonly order: Set<number>;
  readonly ms: Set<string>;
  readonly fields: Map<string, FieldChange>;
}

function startLine({ c, id }: Op): Gathered {
  return {
    c,
    id,
    state: "changed",
    label: "",
    follows: true,
    at: 0,
    order: new Set(),
    ms: new Set(),
    fields: new Map(),
  };
}

function take(line: Gathered, op: Op): void {
  switch (op.k) {
    case "ins":
      line.state = "created";
      for (const [path, value] of Object.entries(op.v))
        put(line, path, null, value);
      return;
    case "set":
      for (const [path, [base, value]] of Object.entries(op.f))
        put(line, path, base, value);
      return;
    case "add":
    case "rem":
      putElements(line, op.k, op.f, op.e);
      return;
    case "del":
      line.state = "deleted";
      return;
  }
}

/** The first base stays: what the office has is older than every unsent step. */
function put(line: Gathered, path: string, base: unknown, now: unknown): void {
  const old = line.fields.has(path) ? line.fields.get(path)?.old : base;
  line.fields.set(path, { path, old: old ?? null, now });
}

/** A set tells only what came and what went; one that came and went again is no change. */
function putElements(
  line: Gathered,
  k: "add" | "rem",
  path: string,
  elements: readonly string[],
): void {
  const before = line.fields.get(path);
  const went = new Set(list(before?.old));
  const came = new Set(list(before?.now));
  for (const element of elements) {
    const [from, to] = k === "add" ? [went, came] : [came, went];
    if (!from.delete(element)) to.add(element);
  }
  line.fields.set(path, { path, old: [...went], now: [...came] });
}

function finish({ order, ms, fields, ...line }: Gathered): OutboxLine {
  const changes = [...fields.values()].filter(isChange);
  const valueOf = (path: string) => {
    const now = fields.get(path)?.now;
    return typeof now === "string" ? now : null;
  };
  return {
    ...line,
    order: [...order],
    ms: [...ms],
    fields: line.state === "deleted" ? [] : changes,
    contactId: line.c === "contacts" ? line.id : valueOf("contactId"),
    name: line.c === "contacts" ? valueOf("name") : null,
  };
}

/** A value typed and taken back again before it was sent is nothing to tell. */
function isChange({ old, now }: FieldChange): boolean {
  return JSON.stringify(old ?? null) !== JSON.stringify(now ?? null);
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === "string")
    : [];
}
