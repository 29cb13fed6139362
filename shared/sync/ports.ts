import type { DocumentKey, Reply } from "./reply.ts";
import type {
  Cursors,
  Envelope,
  Group,
  GroupResult,
  LeaseAnswer,
  PullAnswer,
  PullRequest,
  PushAnswer,
} from "./protocol.ts";

/** All that the sync engine may ask of the world. The app, the tests and the simulation each bring their own. */

export interface Transport {
  /** As whom a push that began now would be sent; null while not connected. */
  device(): string | null;
  /** The transport adds protocol, schema and device; it checks the answer against the wire schema. */
  push(groups: readonly Group[]): Promise<Reply<PushAnswer>>;
  pull(
    request: Pick<PullRequest, "epoch" | "cursors" | "limit">,
  ): Promise<Reply<PullAnswer>>;
  lease(series: string, count: number): Promise<Reply<LeaseAnswer>>;
}

/** The journal's side that the engine sees. */
export interface Outbox {
  /** Groups with `d` above `after`, oldest first. */
  pendingAfter(after: number, limit: number): readonly Group[];
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
}

/** What the engine may do to the local store; nobody else gets it. */
export interface Replica {
  /**
   * Stores server documents with the device's unsent operations on top (`rebase`), never a lower `seq` within an
   * epoch. Resolves when they are durable. Operations of entries up to `processedUpTo` no longer count as unsent.
   */
  applyServer(
    epoch: string,
    docs: readonly Envelope[],
    processedUpTo: number,
  ): Promise<void>;
  readCheckpoint(): Promise<Checkpoint>;
  /** Durable, and only called after the documents it speaks of are. */
  writeCheckpoint(checkpoint: {
    readonly epoch: string;
    readonly cursors: Cursors;
  }): Promise<void>;
  /** Documents that a refused insert had created here and the server does not have: taken out again. */
  removeUnknown(keys: readonly DocumentKey[]): Promise<void>;
}

export interface Numbers {
  left(series: string): Promise<number>;
  addLease(lease: LeaseAnswer): Promise<void>;
}

export interface Timers {
  /** Calls `fn` once at Unix millisecond `at`; the return value cancels. */
  wakeAt(at: number, fn: () => void): () => void;
}
