import type { CollectionName } from "../entities/registry.ts";
import { compareHlc, type Hlc } from "../core/hlc.ts";
import { ERASED, erase, isErased, isErasure } from "./erased.ts";
import { mergeElement, mergeField } from "./merge-field.ts";
import { givesWay } from "./gives-way.ts";
import { insertOver } from "./merge-insert.ts";
import { valueAt } from "./paths.ts";
import type { Op } from "./protocol.ts";
import type {
  HistoryRow,
  MergeContext,
  MergeOutcome,
  Progress,
  Stamp,
  StoredDocument,
} from "./stored-document.ts";
import { sameValue } from "./to-ops.ts";
import { INTERACTION_REGISTERS, isWrittenOnce } from "./written-once.ts";

/**
 * Applies one validated operation to the server's document, field by field, under the tenant's lock.
 *
 * Pure, total, and the only merge there is: the server runs it, the simulation runs it. Repeating an operation
 * changes nothing. A field that somebody else changed meanwhile is a conflict only if both changed the same field.
 */
export function mergeOp(
  stored: StoredDocument | null,
  op: Op,
  context: MergeContext,
): MergeOutcome {
  const stamp = stampOf(op, context, (stored?.rev ?? 0) + 1);
  if (isErasure(op)) return erase(stored, op, stamp);
  if (stored && isErased(stored)) return { ok: false, ...ERASED };
  if (!stored) {
    if (op.k !== "ins")
      return { ok: false, code: "not_found", message: "No such document." };
    const { author } = context;
    const doc = {
      c: op.c as CollectionName,
      id: op.id,
      rev: 1,
      deleted: false,
      v: op.v,
      created:
        op.h !== undefined && author !== undefined
          ? { ...stamp, author }
          : stamp,
      stamps: {},
    };
    const history: HistoryRow[] = [
      { path: "", from: null, to: null, outcome: "set", stamp },
    ];
    return {
      ok: true,
      outcome: "ok",
      doc,
      changed: true,
      conflicts: [],
      history,
    };
  }
  const progress: Progress = {
    doc: stored,
    changed: false,
    joined: false,
    conflicts: [],
    history: [],
  };
  if (givesWay(stored, op, context.device)) return finish(stored, progress);
  switch (op.k) {
    case "ins": {
      const collision = insertOver(progress, op, stamp);
      if (collision) return collision;
      break;
    }
    case "set": {
      // What a deleted person would inherit is nobody's wish to have them back.
      if (stored.deleted && op.o === "inherited") break;
      const frozen = frozenPath(stored, op, context);
      if (frozen)
        return {
          ok: false,
          code: "immutable",
          message: `${frozen} is written once.`,
        };
      revive(progress, stamp);
      for (const [path, [base, now]] of Object.entries(op.f))
        mergeField(progress, path, base, now, stamp);
      break;
    }
    case "add":
    case "rem":
      revive(progress, stamp);
      for (const element of op.e)
        mergeElement(progress, op.f, element, op.k, stamp);
      break;
    case "del":
      mergeDelete(progress, op.rev, stamp);
      break;
  }
  return finish(stored, progress);
}

function finish(stored: StoredDocument, progress: Progress): MergeOutcome {
  const { changed, conflicts, history } = progress;
  const doc = changed ? { ...progress.doc, rev: stored.rev + 1 } : stored;
  const decided = history.some((row) => row.outcome === "discarded");
  const different = history.some(({ from, to }) => !sameValue(from, to));
  const outcome =
    conflicts.length > 0
      ? "conflict"
      : decided || progress.joined
        ? "merged"
        : different
          ? "ok"
          : "same";
  return { ok: true, outcome, doc, changed, conflicts, history };
}

export function stampOf(op: Op, context: MergeContext, rev: number): Stamp {
  const origin = op.o && op.o !== "typed" ? { o: op.o } : {};
  const writtenAt = op.k === "ins" ? op.h : undefined;
  return {
    h: writtenAt ? earlier(writtenAt, context.hlc) : context.hlc,
    d: context.device,
    u: context.user,
    ...origin,
    r: rev,
  };
}

function earlier(a: Hlc, b: Hlc): Hlc {
  return compareHlc(a, b) < 0 ? a : b;
}

/** Edit beats stale delete: a deletion that had not seen somebody else's edit leaves the document (OFF-7). */
function mergeDelete(progress: Progress, seenRev: number, stamp: Stamp): void {
  const { doc } = progress;
  if (doc.deleted) return;
  const stamps = [doc.created, ...Object.values(doc.stamps)];
  const unseen = stamps.find(
    ({ r = 0, d, o }) => r > seenRev && d !== stamp.d && o !== "inherited",
  );
  if (unseen) {
    progress.conflicts.push({
      path: "",
      base: null,
      winner: { value: "edited", stamp: unseen },
      loser: { value: "deleted", stamp },
    });
    progress.history.push({
      path: "",
      from: null,
      to: "deleted",
      outcome: "lost",
      stamp,
    });
    return;
  }
  progress.doc = {
    ...doc,
    deleted: true,
    stamps: { ...doc.stamps, "": stamp },
  };
  progress.changed = true;
  progress.history.push({
    path: "",
    from: null,
    to: "deleted",
    outcome: "set",
    stamp,
  });
}

/** An edit of a deleted document brings it back, and says so. */
function revive(progress: Progress, stamp: Stamp): void {
  if (!progress.doc.deleted) return;
  const holder = progress.doc.stamps[""] ?? progress.doc.created;
  progress.doc = { ...progress.doc, deleted: false };
  progress.changed = true;
  progress.conflicts.push({
    path: "",
    base: null,
    winner: { value: "edited", stamp },
    loser: { value: "deleted", stamp: holder },
  });
}

function frozenPath(
  stored: StoredDocument,
  op: Extract<Op, { k: "set" }>,
  context: MergeContext,
): string | null {
  if (!isWrittenOnce(stored)) return null;
  // The author may correct it until the server has acknowledged it: the corrections travel right behind it. Here that
  // is everything the same device wrote before anybody else; that it is not offered later is the screens' promise.
  const { device, user } = context;
  const { created, stamps } = stored;
  const own = created.d === device || created.author === user;
  if (own && Object.values(stamps).every(({ d }) => d === device)) return null;
  const frozen = Object.entries(op.f).find(
    ([path, [, now]]) =>
      !INTERACTION_REGISTERS.has(path) &&
      !(path === "contactId" && changesHands(stored, now, context)) &&
      !isOfAMerge(op, path, valueAt(stored.v, path), context) &&
      !sameValue(valueAt(stored.v, path), now),
  );
  return frozen?.[0] ?? null;
}

/** MRG-3: what was recorded with a contact goes where that goes when it is absorbed, and back. */
function isOfAMerge(
  op: Extract<Op, { k: "set" }>,
  path: string,
  from: unknown,
  { areOne = () => true }: MergeContext,
): boolean {
  const points = path === "contactId" || path === "companyId";
  return op.o === "merged" && points && areOne(from, op.f[path]?.[1]);
}

/** DEL-2: a visit passes from a deleted person to the company it was recorded under, and back when they are restored. */
export function changesHands(
  { v }: StoredDocument,
  to: unknown,
  { isPersonOf = () => true }: MergeContext,
): boolean {
  const company = v["companyId"];
  if (typeof company !== "string" || typeof to !== "string") return false;
  if (to === company) return true;
  return v["contactId"] === company && isPersonOf(to, company);
}
