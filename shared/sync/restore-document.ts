import type { Change } from "../domain/change.ts";
import {
  entityOf,
  isServers,
  type CollectionName,
  type Documents,
} from "../entities/registry.ts";
import type { Op } from "./protocol.ts";
import { sameValue } from "./to-ops.ts";
import { validateOp } from "./validate-op.ts";
import { INTERACTION_REGISTERS } from "./written-once.ts";

type Row = Readonly<Record<string, unknown>>;

/** What a person tells apart in a backup. */
export const RESTORE_KINDS = [
  "companies",
  "persons",
  "interactions",
  "tasks",
  "opportunities",
  "files",
  "notes",
  "accounts",
  "purchases",
  "lists",
  "settings",
  "drafts",
] as const;
export type RestoreKind = (typeof RESTORE_KINDS)[number];

/** A document of a backup, checked like one that comes over the wire. */
export interface BackedUp {
  readonly c: CollectionName;
  readonly doc: Row & { readonly id: string };
  /** When the server last wrote it; empty = it had never been there. */
  readonly modifiedAt: string;
}

/** `conflict`: somebody has worked on it here since. `left`: not this person's, or not this device's, to write. */
export type RestoreVerdict = "new" | "same" | "changed" | "conflict" | "left";

export interface RestoreRights {
  readonly manages: boolean;
  readonly connected: boolean;
}

/** With what differs: what is here stays, is replaced, or gets what it lacks. */
export type RestoreWay = "keep" | "take" | "fill";

/** Null: no document of this version. */
export function readBackedUp(
  c: CollectionName,
  value: unknown,
): BackedUp | null {
  if (typeof value !== "object" || value === null) return null;
  const v = value as Record<string, unknown>;
  const { id, modifiedAt } = v;
  if (typeof id !== "string") return null;
  const doc = entityOf(c).localOnly
    ? entityOf(c).fields.safeParse(v).data
    : checked({ c, id, k: "ins", v: v as Extract<Op, { k: "ins" }>["v"] });
  if (!doc) return null;
  return {
    c,
    doc: doc as BackedUp["doc"],
    modifiedAt: typeof modifiedAt === "string" ? modifiedAt : "",
  };
}

function checked(op: Op): Row | undefined {
  const verdict = validateOp(op);
  return verdict.ok && verdict.op.k === "ins" ? verdict.op.v : undefined;
}

/**
 * Null: it is nobody's to bring back, neither here nor from the preview (what the server says and nobody wrote).
 *
 * @param connected the notebook has a server, which alone says what the ERP holds
 */
export function kindOf(
  { c, doc }: BackedUp,
  connected: boolean,
): RestoreKind | null {
  switch (c) {
    case "contacts":
      return doc["type"] === "company" ? "companies" : "persons";
    case "codes":
      return "lists";
    case "notes":
      return PEOPLES_NOTES.has(String(doc["kind"])) ? "notes" : null;
    case "purchases":
    case "accounts":
      return connected ? null : c;
    default:
      return c;
  }
}

const PEOPLES_NOTES = new Set(["comment", "vcard", "merge"]);

/**
 * What restoring a document would come to.
 *
 * @param here as it stands now
 * @param pending something of it has not been sent yet
 * @param rights `manages`: the set-up, and who is absorbed by whom, is theirs to change (design.md §7)
 */
export function judge(
  one: BackedUp,
  here: Row | null,
  pending: boolean,
  { manages, connected }: RestoreRights,
): RestoreVerdict {
  const { c, doc, modifiedAt } = one;
  if (kindOf(one, connected) === null) return "left";
  if (!manages && isManagers(one)) return "left";
  if (here === null) return "new";
  if (differing(one, here).length === 0) return "same";
  if (isServers(c) && isSaidByServer(here)) return "left";
  // Theirs to add to, and to nothing else.
  if (c === "codes" && !manages) return "left";
  const since = typeof here["modifiedAt"] === "string" && here["modifiedAt"];
  return pending || (since || "") > modifiedAt || doc.id !== here["id"]
    ? "conflict"
    : "changed";
}

/** What a server has once said stands until it says otherwise, without a line to it, too. */
export function isSaidByServer(here: object): boolean {
  return "modifiedAt" in here && here.modifiedAt !== undefined;
}

function isManagers({ c, doc }: BackedUp): boolean {
  return (
    (c === "contacts" && doc["mergedInto"] !== undefined) ||
    (c === "notes" && doc["kind"] === "merge") ||
    (c === "settings" && doc["key"] !== "view")
  );
}

/** The change that restores it; null when nothing of it does. */
export function restoring(
  { c, doc }: BackedUp,
  here: Row | null,
  way: RestoreWay,
): Change | null {
  const { id } = doc;
  if (here === null)
    return {
      ...{ c, id, before: null, after: doc as Documents[CollectionName] },
      origin: "restored",
    } as unknown as Change;
  if (way === "keep") return null;
  const after: Record<string, unknown> = { ...here };
  for (const name of differing({ c, doc, modifiedAt: "" }, here)) {
    const value =
      way === "take"
        ? doc[name]
        : filled(here[name], doc[name], entityOf(c).sets.includes(name));
    if (value === undefined || value === null) delete after[name];
    else after[name] = value;
  }
  if (sameValue(after, here)) return null;
  return {
    c,
    id,
    before: here,
    after,
    origin: "imported",
  } as unknown as Change;
}

/**
 * What the server gives, or works out from others: no difference that anybody has made. Nor does a value here merge or
 * split two contacts: that moves all that hangs on them, and is done in its own place.
 */
const GIVEN = new Set([
  ...["no", "aliases", "companyName", "businessRelation", "mergedInto"],
]);

/** Members that are other ones here and may still be changed. */
export function differing({ c, doc }: BackedUp, here: Row): readonly string[] {
  if (c === "files" || c === "drafts") return [];
  const company = c === "contacts" && doc["type"] === "company";
  const once = c === "interactions" && here["postponed"] !== true;
  return Object.keys(entityOf(c).fields.shape).filter(
    (name) =>
      name !== "id" &&
      !GIVEN.has(name) &&
      !(company && name === "companyId") &&
      (!once || INTERACTION_REGISTERS.has(name)) &&
      !sameValue(elements(doc[name]), elements(here[name])),
  );
}

/** The order of a set says nothing. */
function elements(value: unknown): unknown {
  const isSet =
    Array.isArray(value) && value.every((one) => typeof one === "string");
  return isSet ? value.toSorted() : value;
}

function filled(here: unknown, doc: unknown, isSet: boolean): unknown {
  if (here === undefined || here === null || here === "") return doc;
  if (isSet && Array.isArray(here) && Array.isArray(doc))
    return [...new Set([...here, ...doc])];
  if (isPlain(here) && isPlain(doc)) return { ...doc, ...here };
  return here;
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
