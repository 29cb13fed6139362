import type { CollectionName } from "../entities/registry.ts";
import type { HeldDocument } from "./ports.ts";
import {
  MAX_OPS_PER_GROUP,
  type Cursors,
  type Envelope,
  type Group,
  type Op,
} from "./protocol.ts";
import { rebase } from "./rebase.ts";
import type { DocumentKey } from "./reply.ts";

/** Written by the server alone: what it no longer has of these nobody can give it back. */
const SERVER_ONLY = new Set<string>(["accounts", "purchases"]);

/** What the device has of its own on documents, by `keyOf`. */
export interface OwnWork {
  /** Named by entries that the server has acknowledged and that are still kept. */
  readonly acknowledged: ReadonlySet<string>;
  /** Named by entries that it has not, now: people go on working while the feed is read. */
  readonly unsent: Pick<ReadonlySet<string>, "has">;
}

/**
 * A reading of the whole feed from its start: after a server restore, or when something suggests that the two stores
 * differ. It ends with knowing which documents of this device the server does not have.
 */
export interface Survey {
  /**
   * Takes a page in and says which of its documents may be stored at once. Not so what acknowledged entries speak of:
   * they are sent again first, or a restored server's older values would be seen here meanwhile.
   */
  take(docs: readonly Envelope[]): readonly Envelope[];
  has(key: DocumentKey): boolean;
  /** Where to read on: the feed's end, but not beyond what was set aside. */
  end(cursors: Cursors): Cursors;
  /** Sorts what is held here and not there. To be called once, after the last page. */
  settle(
    held: readonly HeldDocument[],
    feed: { readonly epoch: string; readonly head: number },
  ): Strays;
  /**
   * The group as it must be sent now that it is known what the server lacks; the same however often it is asked for,
   * since a push may have to be repeated.
   */
  rewritten(group: Group, acknowledged: boolean): Group;
}

export interface Strays {
  /** The server has forgotten their deletion, or they are its own to write: they go. */
  readonly gone: readonly DocumentKey[];
  /** It has lost them, and no entry of this device spoke of them by then: they are sent back whole. */
  readonly lost: readonly HeldDocument[];
}

export function keyOf({
  c,
  id,
}: {
  readonly c: string;
  readonly id: string;
}): string {
  return `${c}/${id}`;
}

export function createSurvey(own: OwnWork): Survey {
  const seen = new Set<string>();
  const setAside = new Map<string, number>();
  /** Held here and lost there. */
  const whole = new Map<string, Op>();
  /** By which operation a document comes into the world again. */
  const given = new Map<string, Place>();

  function gapOf(doc: HeldDocument, feed: { epoch: string; head: number }) {
    const bucket = doc.v["bucket"];
    if (SERVER_ONLY.has(doc.c)) return "gone";
    if (typeof bucket === "string" && bucket !== "all") return "gone";
    const unsent = own.unsent.has(keyOf(doc));
    if (doc.seq === null) return unsent ? "new" : "lost";
    const forgotten = doc.epoch === feed.epoch && doc.seq <= feed.head;
    return forgotten && !unsent ? "gone" : "lost";
  }

  function insertAt(op: Op, here: Place): readonly Op[] {
    const ins = whole.get(keyOf(op));
    const place = given.get(keyOf(op)) ?? here;
    if (!ins || isBefore(place, here)) return [];
    given.set(keyOf(op), here);
    return [ins];
  }

  /** What was acknowledged is in the document as it is held: its single steps would only bring older values back. */
  function again(op: Op, here: Place): readonly Op[] {
    const key = keyOf(op);
    if (whole.has(key)) return insertAt(op, here);
    if (op.k === "ins" && !given.has(key)) given.set(key, here);
    const place = given.get(key);
    return seen.has(key) || (place && !isBefore(here, place)) ? [op] : [];
  }

  function stillNew(op: Op, here: Place): readonly Op[] {
    const ins = insertAt(op, here);
    return op.k === "ins" && whole.has(keyOf(op)) ? ins : [...ins, op];
  }

  return {
    take(docs) {
      const now: Envelope[] = [];
      for (const doc of docs) {
        seen.add(keyOf(doc));
        if (own.acknowledged.has(keyOf(doc))) {
          const first = setAside.get(doc.c) ?? Infinity;
          setAside.set(doc.c, Math.min(first, doc.seq));
        } else now.push(doc);
      }
      return now;
    },
    has: (key) => seen.has(keyOf(key)),
    end: (cursors) =>
      Object.fromEntries(
        Object.entries(cursors).map(([c, cursor]) => [
          c,
          Math.max(0, Math.min(cursor, (setAside.get(c) ?? Infinity) - 1)),
        ]),
      ),
    settle(held, feed) {
      const gone: DocumentKey[] = [];
      const lost: HeldDocument[] = [];
      for (const doc of held) {
        if (seen.has(keyOf(doc))) continue;
        const verdict = gapOf(doc, feed);
        if (verdict === "gone") gone.push({ c: doc.c, id: doc.id });
        if (verdict !== "lost") continue;
        const key = keyOf(doc);
        // All of them: until it is sent, any of them may be edited.
        whole.set(key, wholeOf(doc));
        if (!own.acknowledged.has(key) && !own.unsent.has(key)) lost.push(doc);
      }
      return { gone, lost };
    },
    rewritten(group, acknowledged) {
      const { d } = group;
      const ops = group.ops.flatMap((op, i) =>
        (acknowledged ? again : stillNew)(op, { d, i }),
      );
      const few = ops.length > MAX_OPS_PER_GROUP ? folded(ops) : ops;
      return { ...group, ops: few.length > 0 ? few : [nothing(group)] };
    },
  };
}

/** For what would be too much for one group: the documents are given with the operations on them done. */
function folded(ops: readonly Op[]): Op[] {
  const given = new Set(ops.filter(({ k }) => k === "ins").map(keyOf));
  return ops.flatMap((op): Op[] => {
    if (op.k !== "ins") return given.has(keyOf(op)) ? [] : [op];
    const own = ops.filter((o) => o !== op && keyOf(o) === keyOf(op));
    const v = rebase(op.v, own);
    return v ? [{ ...op, v: v as typeof op.v }] : [];
  });
}

/** One operation of one group. */
interface Place {
  readonly d: number;
  readonly i: number;
}

function isBefore(a: Place, b: Place): boolean {
  return a.d < b.d || (a.d === b.d && a.i < b.i);
}

/** The insert that gives a document back as it is held here. */
export function wholeOf({ c, id, v }: HeldDocument): Op {
  return { c, id, k: "ins", v: v as Extract<Op, { k: "ins" }>["v"] };
}

/** When a document was last written, as far as it says so: an edit of that time or later is younger than all of it. */
export function hlcOf({ v }: HeldDocument): string {
  const at = v["modifiedAt"];
  const ms = typeof at === "string" ? Date.parse(at) : Number.NaN;
  return `${Number.isFinite(ms) ? Math.max(0, ms) : 0}.0`;
}

/** A group keeps its number even when nothing of it is left; this the server refuses, and nobody is told. */
function nothing({ m }: Group): Op {
  return { c: "notes" satisfies CollectionName, id: m, k: "del", rev: 0 };
}
