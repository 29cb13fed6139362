import { syncedCollections } from "../entities/registry.ts";
import type {
  Checkpoint,
  Replica,
  SnapshotProgress,
  Transport,
} from "./ports.ts";
import type { StoredAnswer } from "./engine-state.ts";
import type { Cursors, Envelope } from "./protocol.ts";
import type { Failure, Reply } from "./reply.ts";
import type { SnapshotOffer, SnapshotPart } from "./snapshot.ts";

/** Parts between two strict barriers: as many are fetched again after a crash. */
const PARTS_A_BARRIER = 8;
/** So often one part is tried before the pages are. */
const TRIES = 4;
/** A person or time has to act, whichever way is taken. */
const NOT_THE_SNAPSHOTS_FAULT = new Set([401, 403, 426, 429]);

/** The first sync of a large company: a snapshot part by part, then the feed (sync.md §10). */
export interface Bootstrap {
  /**
   * Fetches and stores the next part. Its answer is like a page's: `more`, and no cursors before the last part is
   * durable.
   *
   * @param epoch the feed that is believed in; null = none yet
   * @param acked entries up to here no longer count as unsent
   * @param isCurrent false as soon as what is asked for must not be used
   * @returns null: page by page
   */
  step(
    epoch: string | null,
    acked: number,
    isCurrent: () => boolean,
  ): Promise<Reply<BootstrapPart> | null>;
  /** Half duplex: resolves when the part that was asked for ahead is stored or has failed. */
  untilStored(): Promise<void>;
}

export interface BootstrapPart {
  readonly answer: StoredAnswer;
  readonly checkpoint: Checkpoint;
}

interface Taking {
  readonly offer: SnapshotOffer;
  readonly snapshot: NonNullable<SnapshotOffer["snapshot"]>;
  next: number;
  /** The feed is read from here afterwards. */
  readonly floor: number;
}

type Part = Awaited<ReturnType<Transport["snapshotPart"]>>;

interface Ahead {
  readonly part: SnapshotPart;
  /** What was asked for under an earlier identity has not been stored. */
  readonly isCurrent: () => boolean;
  readonly fetched: Promise<Fetched>;
}

interface Fetched {
  readonly reply: Part;
  /** Resolves when its documents are in the store. */
  readonly stored: Promise<void>;
}

export function createBootstrap(
  deps: { readonly transport: Transport; readonly replica: Replica },
  unfinished: SnapshotProgress | null,
): Bootstrap {
  const { transport, replica } = deps;
  let begun = unfinished;
  let taking: Taking | null = null;
  let off = false;
  let failures = 0;
  /** The part that is fetched, and stored behind it, while another one is stored. */
  let ahead: Ahead | null = null;

  /** Settles which snapshot is taken, and where it goes on. */
  async function begin(
    epoch: string | null,
  ): Promise<Taking | Failure | "pages"> {
    const reply = await transport.snapshotOffer(begun?.id ?? null);
    if (reply.kind !== "answer") return isFatal(reply) ? "pages" : reply;
    const { value: offer } = reply;
    const { snapshot } = offer;
    const believed = epoch ?? begun?.epoch ?? null;
    if (believed !== null && believed !== offer.epoch)
      return {
        kind: "refused",
        ...{ http: 409, code: "epoch_changed", message: offer.epoch },
      };
    if (!snapshot) return "pages";
    if (begun?.id === snapshot.id)
      return { offer, snapshot, next: begun.next, floor: begun.floor };
    const held = begun?.floor ?? (await replica.oldestConfirmed(offer.epoch));
    const floor = Math.min(snapshot.seq, held);
    // What is here already may have been deleted since. Only the feed tells that, and so much of it is pages anyway.
    if (floor < snapshot.seq / 2) return "pages";
    const fresh = { offer, snapshot, next: 0, floor };
    await note(fresh);
    return fresh;
  }

  /** Without an epoch: a crash begins the exchange with the server anew, only not the fetching. */
  function note({ offer, snapshot, next, floor }: Taking): Promise<void> {
    begun = { id: snapshot.id, epoch: offer.epoch, next, floor };
    return replica.writeCheckpoint({
      ...{ epoch: null, cursors: {}, snapshot: begun },
    });
  }

  async function fetchPart(
    { offer, snapshot }: Taking,
    part: SnapshotPart,
    acked: number,
    isCurrent: () => boolean,
  ): Promise<Fetched> {
    const reply = await transport.snapshotPart(snapshot.id, part);
    if (reply.kind !== "answer" || !isCurrent())
      return { reply, stored: Promise.resolve() };
    const stored = replica.applySnapshot(offer.epoch, reply.value.docs, acked);
    // Told to whoever takes the part.
    stored.catch(() => {});
    return { reply, stored };
  }

  function taken(
    now: Taking,
    part: SnapshotPart,
    acked: number,
    isCurrent: () => boolean,
  ): Promise<Fetched> {
    const early = ahead;
    ahead = null;
    return early?.part === part && early.isCurrent()
      ? early.fetched
      : fetchPart(now, part, acked, isCurrent);
  }

  function fetchAhead(
    now: Taking,
    acked: number,
    isCurrent: () => boolean,
  ): void {
    const part = now.snapshot.parts[now.next + 1];
    if (!part) return;
    const fetched = fetchPart(now, part, acked, isCurrent);
    fetched.catch(() => {});
    ahead = { part, isCurrent, fetched };
  }

  async function stored(now: Taking, docs: readonly Envelope[]) {
    const { offer, snapshot } = now;
    now.next += 1;
    failures = 0;
    // The caller's own documents are one part more.
    const last = now.next > snapshot.parts.length;
    if (last || now.next % PARTS_A_BARRIER === 0) await replica.barrier();
    const { epoch } = offer;
    const cursors = last ? cursorsOf(now) : {};
    const checkpoint = { epoch, cursors, deletionsUpTo: now.floor };
    if (last) await replica.writeCheckpoint(checkpoint);
    else if (now.next % PARTS_A_BARRIER === 0) await note(now);
    const left = snapshot.parts
      .slice(now.next)
      .reduce((sum, part) => sum + part.docs, 0);
    const page = { epoch, head: snapshot.seq, more: true, cursors, left };
    return { answer: { ...page, docs: [...docs] }, checkpoint };
  }

  return {
    async untilStored() {
      const fetched = await ahead?.fetched.catch(() => null);
      await fetched?.stored.catch(() => {});
    },
    async step(epoch, acked, isCurrent) {
      if (off) return null;
      if (!taking) {
        const way = await begin(epoch);
        if (!isCurrent()) return null;
        if (way === "pages") {
          off = true;
          return null;
        }
        if ("kind" in way) return way;
        taking = way;
      }
      const part = taking.snapshot.parts[taking.next];
      if (!part) {
        const { docs, epoch: from } = taking.offer;
        await replica.applySnapshot(from, docs, acked);
        return { kind: "answer", value: await stored(taking, docs) };
      }
      const fetched = await taken(taking, part, acked, isCurrent);
      if (!isCurrent()) return null;
      const { reply } = fetched;
      if (reply.kind === "answer") {
        fetchAhead(taking, acked, isCurrent);
        await fetched.stored;
        const { docs } = reply.value;
        return { kind: "answer", value: await stored(taking, docs) };
      }
      failures += 1;
      const gone = reply.kind === "refused" && reply.http === 404;
      // A newer one has taken its place: that one is taken, and the feed is read from where this one stood.
      if (gone) taking = null;
      off = failures >= TRIES || (!gone && isFatal(reply));
      return off || gone ? this.step(epoch, acked, isCurrent) : reply;
    },
  };
}

/** Where a snapshot cannot be had, the pages are there. */
function isFatal(failure: Failure): boolean {
  return (
    failure.kind === "refused" && !NOT_THE_SNAPSHOTS_FAULT.has(failure.http)
  );
}

/** Collections that are not in the file are read from their beginning. */
function cursorsOf({ offer, floor }: Taking): Cursors {
  return Object.fromEntries(
    syncedCollections.map((c) => [
      c,
      offer.collections.includes(c) ? floor : 0,
    ]),
  );
}
