import type { Clock } from "../core/clock.ts";
import type { EngineEvent } from "./engine-state.ts";
import type { Numbers, Outbox, Replica, Timers, Transport } from "./ports.ts";
import type { SyncLog, SyncStatus } from "./status.ts";

export interface SyncService {
  /** The same object until something changes. */
  status(): SyncStatus;
  subscribe(listener: () => void): () => void;
  /** Tells the engine what happened outside it. */
  tell(event: OutsideEvent): void;
  syncNow(): void;
  stop(): void;
}

export type OutsideEvent = Extract<
  EngineEvent,
  {
    kind:
      | "connected"
      | "disconnected"
      | "renumbered"
      | "configured"
      | "saved"
      | "hinted"
      | "nudged"
      | "doubted";
  }
>;

export interface SyncDeps {
  readonly transport: Transport;
  readonly outbox: Outbox;
  readonly replica: Replica;
  readonly numbers: Numbers;
  readonly clock: Clock;
  readonly timers: Timers;
  /** In [0, 1): jitter of the back-off. */
  readonly random: () => number;
  /** Numbers leased at a time; 0 = leases are off. */
  readonly leaseSize: () => Promise<number>;
  readonly facts: () => SyncFacts;
  /** Called whenever what should outlive this start has changed. */
  readonly remember: (log: SyncLog) => void;
}

/** What the status tells besides the engine's own state. */
export interface SyncFacts {
  readonly waiting: number;
  /** Most that have waited since nothing did; absent where nobody counts it. */
  readonly waited?: number;
  readonly refused: number;
  /** Records that the person has told to wait. */
  readonly held?: number;
  readonly server: string | null;
  /** The server's clock minus this device's, ms, as last measured; absent = not yet. */
  readonly clockOffsetMs?: number;
}
