import {
  syncedCollections,
  type CollectionName,
} from "../entities/registry.ts";
import {
  compareDigest,
  FIRST_ID,
  type DifferingRange,
  type DigestItem,
} from "./digest.ts";
import type { HeldMarks, Replica, Transport } from "./ports.ts";
import type { Cursors, Envelope, RangeAnswer } from "./protocol.ts";
import type { DocumentKey, Failure, Reply } from "./reply.ts";

/** Documents of one part: a save waits for one part at most before it is sent. */
export const PART = 4000;
const RANGES = 256;

export interface ComparisonPlace {
  readonly c: CollectionName;
  readonly from: string;
}

/** A comparison of everything that is held with what the server has, by digest, part by part (sync.md D15). */
export interface Comparison {
  /** The next part; null = the first. */
  readonly at: ComparisonPlace | null;
  /** Where each collection can be read on from: the feed's end when its first part was compared. */
  readonly cursors: Cursors;
  /** The server has forgotten deletions: reading goes on from `cursors`. Otherwise from where it was. */
  readonly relink: boolean;
  readonly mended: number;
  readonly startedAt: number;
}

export interface ComparedPart {
  readonly c: CollectionName;
  readonly epoch: string;
  readonly head: number;
  /** Null = that was the last part. */
  readonly next: ComparisonPlace | null;
  /** Documents that were fetched again or taken out. */
  readonly mended: number;
  /** There are documents here of which the server knows nothing and that are on no way to it. */
  readonly strays: boolean;
}

/**
 * Compares one part and puts right what differs: fetches the ranges in which the sums differ, and takes out what the
 * server no longer has. Unsent work is never taken out: it stays on top of whatever comes.
 *
 * @param processedUpTo entries up to here are no longer unsent
 */
export async function comparePart(
  deps: {
    readonly transport: Pick<Transport, "digest" | "range">;
    readonly replica: Replica;
  },
  at: ComparisonPlace | null,
  epoch: string,
  processedUpTo: number,
  /** False: the engine has gone another way meanwhile, nothing more is to be written. */
  stillWanted: () => boolean,
): Promise<Reply<ComparedPart>> {
  const { transport, replica } = deps;
  const { c, from } = at ?? firstPlace();
  const marks = await replica.marksFrom(c, from, PART + 1, processedUpTo);
  const held = marks.slice(0, PART);
  const until = marks[PART]?.id ?? null;
  const reply = await transport.digest({
    ...{ collection: c, ranges: RANGES, from },
    ...(until === null ? {} : { until }),
  });
  if (reply.kind !== "answer") return reply;
  if (reply.value.epoch !== epoch) return otherEpoch(reply.value.epoch);
  const { head, ranges } = reply.value;
  const differing = compareDigest(ranges, itemsOf(held, epoch), until);
  let strays = held.some(isStray);
  let mended = 0;
  for (const range of joined(differing)) {
    for (let next: string | null = range.from; next !== null;) {
      const fetched = await transport.range({
        ...{ collection: c, from: next },
        ...(range.until === null ? {} : { until: range.until }),
      });
      if (fetched.kind !== "answer") return fetched;
      if (fetched.value.epoch !== epoch) return otherEpoch(fetched.value.epoch);
      if (!stillWanted()) return { kind: "unreachable", reason: "interrupted" };
      const end = fetched.value.until ?? range.until;
      const begin: string = next;
      const inside = held.filter(
        ({ id }) => id >= begin && (end === null || id < end),
      );
      const verdict = judge(inside, fetched.value, epoch);
      strays ||= verdict.strays;
      mended += verdict.changed + verdict.gone.length;
      const { docs } = fetched.value;
      await replica.applyServer(epoch, docs, processedUpTo, true);
      const keys = verdict.gone.map((id): DocumentKey => ({ c, id }));
      await replica.removeUnknown(keys, processedUpTo);
      next = fetched.value.until;
    }
  }
  const next = until === null ? placeAfter(c) : { c, from: until };
  return { kind: "answer", value: { c, epoch, head, next, mended, strays } };
}

/** What the server must have, as far as this device can tell. Where it cannot, the sums differ and it is fetched. */
function itemsOf(held: readonly HeldMarks[], epoch: string): DigestItem[] {
  return held.flatMap(({ id, seq, rev, epoch: own, deleted, unsent }) =>
    seq === null || (deleted && !unsent)
      ? []
      : [{ id, seq: own === epoch ? seq : 0, rev: rev ?? 0 }],
  );
}

function isStray({ seq, deleted, unsent }: HeldMarks): boolean {
  return seq === null && !deleted && !unsent;
}

function judge(
  held: readonly HeldMarks[],
  { docs, head }: RangeAnswer,
  epoch: string,
) {
  const there = new Map(docs.map((doc) => [doc.id, doc]));
  const here = new Map(held.map((marks) => [marks.id, marks]));
  const missing = held.filter(
    ({ id, seq, deleted, unsent }) =>
      !there.has(id) && seq !== null && !deleted && !unsent,
  );
  // Of a feed that the server no longer has, or beyond its end: it has lost them, and must not lose them here too.
  const lost = missing.filter(
    ({ seq, epoch: own }) => own !== epoch || (seq ?? 0) > head,
  );
  return {
    strays: lost.length > 0,
    gone: missing.filter((one) => !lost.includes(one)).map(({ id }) => id),
    changed: docs.filter((doc) => !isSame(here.get(doc.id), doc, epoch)).length,
  };
}

function isSame(
  here: HeldMarks | undefined,
  { seq, rev }: Envelope,
  epoch: string,
): boolean {
  return here?.seq === seq && here.rev === rev && here.epoch === epoch;
}

/** Neighbours are fetched in one go. */
function joined(ranges: readonly DifferingRange[]) {
  const runs: { from: string; until: string | null }[] = [];
  for (const { from, until } of ranges) {
    const last = runs.at(-1);
    if (last?.until === from) last.until = until;
    else runs.push({ from, until });
  }
  return runs;
}

function firstPlace(): ComparisonPlace {
  const [c] = syncedCollections;
  if (c === undefined) throw new Error("Nothing is synced.");
  return { c, from: FIRST_ID };
}

function placeAfter(c: CollectionName): ComparisonPlace | null {
  const next = syncedCollections[syncedCollections.indexOf(c) + 1];
  return next === undefined ? null : { c: next, from: FIRST_ID };
}

function otherEpoch(epoch: string): Failure {
  return {
    kind: "refused",
    ...{ http: 409, code: "epoch_changed", message: epoch },
  };
}
