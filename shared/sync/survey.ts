import { compareHlc } from "../core/hlc.ts";
import { isServers, type CollectionName } from "../entities/registry.ts";
import { isLostWith } from "./lost-work.ts";
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
  /**
   * Whether nothing can have been missed. A page ends at the head that its server read first: what was edited while the
   * last one was being read has left it and lies behind. So the feed is at its end when it ends twice at one place.
   */
  isWhole(page: { readonly more: boolean; readonly head: number }): boolean;
  /** The server has it, and no acknowledged entry speaks of it: what is held of it here tells nothing. */
  has(key: DocumentKey): boolean;
  /** Where to read on: the feed's end, but not beyond what was set aside. */
  end(cursors: Cursors): Cursors;
  /** Sorts what is held here and `has` does not know. To be called once, after the last page. */
  settle(
    held: readonly HeldDocument[],
    feed: { readonly epoch: string; readonly head: number },
  ): Strays;
  /**
   * The group as it must be sent now that it is known what the server lacks; the same however often it is asked for,
   * since a push may have to be repeated.
   */
  rewritten(group: Group, acknowledged: boolean): Group;
  /**
   * Whether work of this person is lost as the server refuses a group now that it had taken before: they must hear of it.
   *
   * @param sent the same group as `rewritten`
   * @param docs as the server answered the refusal
   */
  isLost(group: Group, sent: Group, docs: readonly Envelope[]): boolean;
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
  let endedAt: number | null = null;
  const setAside = new Map<string, number>();
  /** Held here of what was set aside. */
  const heldAs = new Map<string, HeldDocument["v"]>();
  /** Held here and lost there. */
  const whole = new Map<string, Op>();
  /** By which operation a document comes into the world again. */
  const given = new Map<string, Place>();

  function gapOf(doc: HeldDocument, feed: { epoch: string; head: number }) {
    const bucket = doc.v["bucket"];
    // What the server no longer has of these nobody can give it back.
    if (isServers(doc.c)) return "gone";
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
    isWhole({ more, head }) {
      const again = !more && endedAt === head;
      endedAt = more ? null : head;
      return again;
    },
    has: (key) => seen.has(keyOf(key)) && !own.acknowledged.has(keyOf(key)),
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
        const key = keyOf(doc);
        heldAs.set(key, doc.v);
        if (seen.has(key)) continue;
        const verdict = gapOf(doc, feed);
        if (verdict === "gone") gone.push({ c: doc.c, id: doc.id });
        if (verdict !== "lost") continue;
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
      return asOldAs(few, {
        ...group,
        ops: few.length > 0 ? few : [nothing(group)],
      });
    },
    isLost({ ops }, sent, docs) {
      const now = new Map(docs.map((doc) => [keyOf(doc), doc.v]));
      const asked = new Set(sent.ops.map(keyOf));
      return ops.some((op) => {
        const key = keyOf(op);
        if (!asked.has(key)) return false;
        return isLostWith(op, heldAs.get(key) ?? null, now.get(key) ?? null);
      });
    },
  };
}

/** For what would be too much for one group: the documents are given with the operations on them done. */
function folded(ops: readonly Op[]): Op[] {
  const given = new Set(ops.filter(({ k }) => k === "ins").map(keyOf));
  return ops.flatMap((op): Op[] => {
    if (op.k !== "ins") return given.has(keyOf(op)) ? [] : [op];
    const own = ops.filter((o) => o !== op && keyOf(o) === keyOf(op));
    const { h: _earlier, ...ins } = op;
    const v = rebase(op.v, own);
    return v ? [{ ...ins, v: v as typeof op.v }] : [];
  });
}

/**
 * A document is given back in the place of its own insert, but with what was edited since: as old as that insert, the
 * younger part would give way to what somebody else has given back with less in it.
 */
function asOldAs(ops: readonly Op[], group: Group): Group {
  const times = ops.map((op) => (op.k === "ins" ? (op.h ?? "") : ""));
  const latest = times.reduce(
    (a, b) => (a !== "" && (b === "" || compareHlc(a, b) > 0) ? a : b),
    "",
  );
  const isAllBack = times.length > 0 && times.every((h) => h !== "");
  return isAllBack && compareHlc(latest, group.hlc) > 0
    ? { ...group, hlc: latest }
    : group;
}

/** One operation of one group. */
interface Place {
  readonly d: number;
  readonly i: number;
}

function isBefore(a: Place, b: Place): boolean {
  return a.d < b.d || (a.d === b.d && a.i < b.i);
}

/** The insert that gives a document back as it is held here, and as old as it is: what was edited since is younger. */
export function wholeOf(doc: HeldDocument): Op {
  const { c, id } = doc;
  const v = doc.v as Extract<Op, { k: "ins" }>["v"];
  const h = doc.v["modifiedAt"] === undefined ? {} : { h: hlcOf(doc) };
  return { c, id, k: "ins", v, ...h };
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
