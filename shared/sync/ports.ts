import type { CollectionName } from "../entities/registry.ts";
import type { DocumentKey, Reply } from "./reply.ts";
import type {
  Cursors,
  DigestAnswer,
  DigestRequest,
  Envelope,
  Group,
  GroupResult,
  LeaseAnswer,
  Op,
  PullAnswer,
  PullRequest,
  PushAnswer,
  RangeAnswer,
  RangeRequest,
} from "./protocol.ts";

import type { SnapshotOffer, SnapshotPart } from "./snapshot.ts";
import type { OwnWork } from "./survey.ts";

/** All that the sync engine may ask of the world. The app, the tests and the simulation each bring their own. */

export interface Transport {
  /** As whom a push that began now would be sent; null while not connected. */
  device(): string | null;
  /** The transport adds protocol, schema and device; it checks the answer against the wire schema. */
  push(
    groups: readonly Group[],
    /** The feed that is believed in; null = none known. */
    epoch: string | null,
  ): Promise<Reply<PushAnswer>>;
  pull(
    request: Pick<PullRequest, "epoch" | "cursors" | "limit" | "deletionsUpTo">,
  ): Promise<Reply<PullAnswer>>;
  digest(request: DigestRequest): Promise<Reply<DigestAnswer>>;
  range(
    request: Omit<RangeRequest, "proto" | "schema">,
  ): Promise<Reply<RangeAnswer>>;
  /** `known`: a snapshot that this device has a part of. */
  snapshotOffer(known: string | null): Promise<Reply<SnapshotOffer>>;
  /** A part whose bytes are not what `part` says is refused. */
  snapshotPart(
    id: string,
    part: SnapshotPart,
  ): Promise<Reply<{ readonly docs: readonly Envelope[] }>>;
  /** Another device id at the server, and the journal's numbers under it. */
  renewIdentity(): Promise<
    Reply<{ readonly lastD: number; readonly acked: number }>
  >;
  lease(series: string, count: number): Promise<Reply<LeaseAnswer>>;
}

/** The journal's side that the engine sees. */
export interface Outbox {
  /**
   * Groups with `d` above `after`, oldest first, those that were acknowledged in the last 30 days too. `gapless`: from
   * `after` + 1 on; what is older is stood in for by groups that a server refuses.
   */
  groupsAfter(
    after: number,
    limit: number,
    gapless: boolean,
  ): Promise<readonly Group[]>;
  /** Documents that kept entries speak of. */
  ownWork(): Promise<OwnWork>;
  /** Durable: documents that a restored server has lost, as entries of their own. Returns the highest `d`. */
  sendWhole(
    docs: readonly { readonly hlc: string; readonly op: Op }[],
  ): Promise<number>;
  /**
   * Durable: the server has processed everything up to `upto`; `refused` are kept for the person. `device`: as whom the
   * entries were sent; their numbers are that identity's own.
   */
  acknowledge(
    upto: number,
    refused: readonly GroupResult[],
    device: string,
  ): Promise<void>;
}

export interface Checkpoint {
  readonly epoch: string | null;
  readonly cursors: Cursors;
  /** Every deletion up to here is known; absent in what an earlier version wrote. */
  readonly deletionsUpTo?: number;
  /** A first sync from a snapshot that is not finished; then there are no cursors yet. */
  readonly snapshot?: SnapshotProgress;
}

export interface SnapshotProgress {
  readonly id: string;
  readonly epoch: string;
  /** Parts before this one are durable. */
  readonly next: number;
  /** The feed is read from here afterwards: the place of the oldest snapshot that something was taken from. */
  readonly floor: number;
}

/** What the engine may do to the local store; nobody else gets it. */
export interface Replica {
  /**
   * Stores server documents with the device's unsent operations on top (`rebase`), never a lower `seq` within an
   * epoch unless `anyway` (a server may have lost its end). Resolves when they are durable. Operations of entries up to
   * `processedUpTo` no longer count as unsent.
   */
  applyServer(
    epoch: string,
    docs: readonly Envelope[],
    processedUpTo: number,
    anyway?: boolean,
  ): Promise<void>;
  /** As `applyServer`, in bulk: durable only after `barrier`. */
  applySnapshot(
    epoch: string,
    docs: readonly Envelope[],
    processedUpTo: number,
  ): Promise<void>;
  /** Everything that was stored before is durable, whatever happens to the machine. */
  barrier(): Promise<void>;
  /** Lowest `seq` of the server's documents here; Infinity = there are none, 0 = there are some of another epoch. */
  oldestConfirmed(epoch: string): Promise<number>;
  /** What is shown of every synced collection and `isThere` does not know; what is unsent comes after it. */
  heldBeside(
    isThere: (key: DocumentKey) => boolean,
  ): Promise<readonly HeldDocument[]>;
  /** Marks of what is stored of a collection, deleted or not, with ids from `from` on, in the order of ids. */
  marksFrom(
    c: CollectionName,
    from: string,
    limit: number,
    processedUpTo: number,
  ): Promise<readonly HeldMarks[]>;
  readCheckpoint(): Promise<Checkpoint>;
  /** Durable, and only called after the documents it speaks of are. */
  writeCheckpoint(checkpoint: Checkpoint): Promise<void>;
  /**
   * Documents that the server does not have: taken out here, but for what entries above `processedUpTo` still say of
   * them.
   */
  removeUnknown(
    keys: readonly DocumentKey[],
    processedUpTo: number,
  ): Promise<void>;
}

/** A document as it is held here, without what is unsent. */
export interface HeldDocument {
  readonly c: CollectionName;
  readonly id: string;
  readonly v: Readonly<Record<string, unknown>>;
  /** Of the server's version in it; null = the server has never confirmed it. */
  readonly seq: number | null;
  readonly epoch: string | null;
}

/** What is known of a stored document besides its content. */
export interface HeldMarks {
  readonly id: string;
  /** Of the server's version in it; null = the server has never confirmed it. */
  readonly seq: number | null;
  readonly rev: number | null;
  readonly epoch: string | null;
  readonly deleted: boolean;
  /** Entries above `processedUpTo` speak of it. */
  readonly unsent: boolean;
}

export interface Numbers {
  left(series: string): Promise<number>;
  /** `renewed`: what is left of earlier leases is no longer this device's. */
  addLease(lease: LeaseAnswer, renewed: boolean): Promise<void>;
}

export interface Timers {
  /** Calls `fn` once at Unix millisecond `at`; the return value cancels. */
  wakeAt(at: number, fn: () => void): () => void;
}
