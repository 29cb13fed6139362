import type { CollectionName } from "../entities/registry.ts";
import type { Hlc } from "../core/hlc.ts";
import type { Origin } from "../core/origin.ts";
import { decide } from "./decide.ts";
import { insertOver } from "./merge-insert.ts";
import { valueAt, withValueAt } from "./paths.ts";
import type { Op } from "./protocol.ts";
import { sameValue } from "./to-ops.ts";

/** Who wrote a value: edit time, device, user, how, and the document's revision that it made. */
export interface Stamp {
  readonly h: Hlc;
  readonly d: string;
  readonly u: string;
  readonly o?: Origin;
  readonly r?: number;
}

export interface StoredDocument {
  readonly c: CollectionName;
  readonly id: string;
  readonly rev: number;
  readonly deleted: boolean;
  readonly v: Readonly<Record<string, unknown>>;
  readonly created: Stamp;
  /** Only for what was written after creation; elements of sets as `set/ELEMENT`. */
  readonly stamps: Readonly<Record<string, Stamp>>;
}

export interface MergeContext {
  /** Already cut to the server's own time. */
  readonly hlc: Hlc;
  readonly device: string;
  readonly user: string;
}

/** Two people changed one thing without having seen each other: the loser is kept. Path "" = the whole document. */
export interface FieldConflict {
  readonly path: string;
  readonly base: unknown;
  readonly winner: { readonly value: unknown; readonly stamp: Stamp };
  readonly loser: { readonly value: unknown; readonly stamp: Stamp };
}

export interface HistoryRow {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
  /** `lost`: kept as a conflict; `discarded`: an inherited value that gave way to a typed one, no question asked. */
  readonly outcome: "set" | "lost" | "discarded";
  readonly stamp: Stamp;
}

export type MergeOutcome =
  | {
      readonly ok: true;
      readonly outcome: "ok" | "merged" | "conflict" | "same";
      readonly doc: StoredDocument;
      readonly changed: boolean;
      readonly conflicts: readonly FieldConflict[];
      readonly history: readonly HistoryRow[];
    }
  | {
      readonly ok: false;
      readonly code:
        "not_found" | "id_collision" | "invalid_field" | "immutable";
      readonly message: string;
    };

/** A merge under way: the document so far and what happened to it. Never leaves this folder. */
export interface Progress {
  doc: StoredDocument;
  changed: boolean;
  readonly conflicts: FieldConflict[];
  readonly history: HistoryRow[];
}

/** What may still change on an interaction that is not postponed (design.md §6.4). */
const INTERACTION_REGISTERS = new Set(["evaluation", "canceled"]);

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
  if (!stored) {
    if (op.k !== "ins")
      return { ok: false, code: "not_found", message: "No such document." };
    const c = op.c as CollectionName;
    const doc = {
      c,
      id: op.id,
      rev: 1,
      deleted: false,
      v: op.v,
      created: stamp,
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
    conflicts: [],
    history: [],
  };
  switch (op.k) {
    case "ins": {
      const collision = insertOver(progress, op, stamp);
      if (collision) return collision;
      break;
    }
    case "set": {
      const frozen = frozenPath(stored, Object.keys(op.f), context);
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
  const outcome =
    conflicts.length > 0
      ? "conflict"
      : decided
        ? "merged"
        : changed
          ? "ok"
          : "same";
  return { ok: true, outcome, doc, changed, conflicts, history };
}

export function stampOf(op: Op, context: MergeContext, rev: number): Stamp {
  const origin = op.o && op.o !== "typed" ? { o: op.o } : {};
  return {
    h: context.hlc,
    d: context.device,
    u: context.user,
    ...origin,
    r: rev,
  };
}

/** Who wrote the value at `path` last: its own stamp, that of the item it is in, or the document's creation. */
export function stampAt(doc: StoredDocument, path: string): Stamp {
  const item = path.split("/").slice(0, 2).join("/");
  return doc.stamps[path] ?? doc.stamps[item] ?? doc.created;
}

/** sync.md §3.2, with the order of precedence of design.md §5. */
export function mergeField(
  progress: Progress,
  path: string,
  base: unknown,
  now: unknown,
  stamp: Stamp,
): void {
  const current = valueAt(progress.doc.v, path);
  if (sameValue(current, now)) return;
  if (sameValue(withValueAt(progress.doc.v, path, now), progress.doc.v)) {
    return keepAsLost(progress, path, base, now, stamp);
  }
  const holder = stampAt(progress.doc, path);
  // Made on top of what is there, or by the device that wrote it (its earlier answer was lost): nothing to decide.
  if (sameValue(current, base) || holder.d === stamp.d)
    return write(progress, path, current, now, stamp);
  const winner = decide({ path, base, current, holder, incoming: now, stamp });
  if (winner === "incoming" || winner === "incoming-quietly") {
    if (winner === "incoming") {
      progress.conflicts.push({
        path,
        base,
        winner: { value: now, stamp },
        loser: { value: current, stamp: holder },
      });
    } else {
      progress.history.push({
        path,
        from: base,
        to: current,
        outcome: "discarded",
        stamp: holder,
      });
    }
    return write(progress, path, current, now, stamp);
  }
  if (winner === "current") {
    progress.conflicts.push({
      path,
      base,
      winner: { value: current, stamp: holder },
      loser: { value: now, stamp },
    });
  }
  const outcome = winner === "current" ? "lost" : "discarded";
  progress.history.push({ path, from: current, to: now, outcome, stamp });
}

function write(
  progress: Progress,
  path: string,
  from: unknown,
  to: unknown,
  stamp: Stamp,
): void {
  const v = withValueAt(progress.doc.v, path, to);
  const stamps = { ...progress.doc.stamps, [path]: stamp };
  progress.doc = { ...progress.doc, v, stamps };
  progress.changed = true;
  progress.history.push({ path, from, to, outcome: "set", stamp });
}

/** The item it belongs to was removed by somebody else: there is no place to write to, the value is kept as lost. */
function keepAsLost(
  progress: Progress,
  path: string,
  base: unknown,
  now: unknown,
  stamp: Stamp,
): void {
  const winner = { value: null, stamp: stampAt(progress.doc, path) };
  progress.conflicts.push({ path, base, winner, loser: { value: now, stamp } });
  progress.history.push({ path, from: null, to: now, outcome: "lost", stamp });
}

/** Sets merge per element; the later clock decides, and adding wins a tie. */
export function mergeElement(
  progress: Progress,
  set: string,
  element: string,
  k: "add" | "rem",
  stamp: Stamp,
): void {
  const old = Array.isArray(progress.doc.v[set])
    ? (progress.doc.v[set] as string[])
    : [];
  const has = old.includes(element);
  const path = `${set}/${element}`;
  const holder = progress.doc.stamps[path];
  if (has === (k === "add")) return;
  if (holder && holder.d !== stamp.d && !isLater(stamp, holder, k === "add"))
    return;
  const now =
    k === "add" ? [...old, element] : old.filter((e) => e !== element);
  const v = withValueAt(progress.doc.v, set, now.length > 0 ? now : null);
  progress.doc = {
    ...progress.doc,
    v,
    stamps: { ...progress.doc.stamps, [path]: stamp },
  };
  progress.changed = true;
  progress.history.push({
    path,
    from: has ? element : null,
    to: has ? null : element,
    outcome: "set",
    stamp,
  });
}

function isLater(a: Stamp, b: Stamp, winsTie: boolean): boolean {
  const [aMs = 0, aCount = 0] = a.h.split(".").map(Number);
  const [bMs = 0, bCount = 0] = b.h.split(".").map(Number);
  const order = aMs - bMs || aCount - bCount;
  return order > 0 || (order === 0 && winsTie);
}

/** Edit beats stale delete: a deletion that had not seen somebody else's edit leaves the document (OFF-7). */
function mergeDelete(progress: Progress, seenRev: number, stamp: Stamp): void {
  const { doc } = progress;
  if (doc.deleted) return;
  const stamps = [doc.created, ...Object.values(doc.stamps)];
  const unseen = stamps.find((s) => (s.r ?? 0) > seenRev && s.d !== stamp.d);
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
  paths: readonly string[],
  context: MergeContext,
): string | null {
  if (stored.c !== "interactions" || stored.v["postponed"] === true)
    return null;
  // The author may correct it until the server has acknowledged it: its corrections travel right behind it.
  if (stored.created.d === context.device && stored.rev === 1) return null;
  return paths.find((path) => !INTERACTION_REGISTERS.has(path)) ?? null;
}
