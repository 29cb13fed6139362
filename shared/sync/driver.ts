import type { Clock } from "../core/clock.ts";
import { isCollection, syncedCollections } from "../entities/registry.ts";
import {
  initialState,
  type EngineEffect,
  type EngineEvent,
  type EngineState,
} from "./engine-state.ts";
import { step } from "./machine.ts";
import type { Numbers, Outbox, Replica, Timers, Transport } from "./ports.ts";
import type { Group, GroupResult, PushAnswer } from "./protocol.ts";
import type { DocumentKey, Failure } from "./reply.ts";
import type { SyncStatus } from "./status.ts";
import { statusOf } from "./status-of.ts";

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
      | "configured"
      | "saved"
      | "hinted"
      | "nudged";
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
}

/** What the status tells besides the engine's own state. */
export interface SyncFacts {
  readonly waiting: number;
  readonly refused: number;
  readonly server: string | null;
}

const LEASE_REFILL_BELOW = 20;

/**
 * Carries out what the machine decides. One effect at a time; the answer of an exchange is stored durably before
 * the machine hears of it, so a crash at any point repeats an exchange and never skips one.
 */
export async function createSyncService(
  deps: SyncDeps,
  journal: { readonly lastD: number; readonly acked: number },
): Promise<SyncService> {
  let state: EngineState = initialState;
  let status = statusOf(state, deps.facts());
  let cancelWake: () => void = () => {};
  let stopped = false;
  /** Counts connections: what was asked for under an earlier identity must not be taken as an answer to this one. */
  let link = 0;
  const listeners = new Set<() => void>();

  function dispatch(event: EngineEvent): void {
    if (stopped) return;
    if (event.kind === "connected" || event.kind === "disconnected") link += 1;
    const next = step(state, event, deps.clock.now());
    state = next.state;
    status = statusOf(state, deps.facts());
    for (const effect of next.effects) void carryOut(effect);
    for (const listener of listeners) listener();
  }

  async function carryOut(effect: EngineEffect): Promise<void> {
    try {
      await perform(effect);
    } catch (error) {
      // A failing local store must not stop the engine for good: nothing was acknowledged, so it is tried again.
      const message = error instanceof Error ? error.message : String(error);
      fail({ kind: "refused", http: 0, code: "local_store", message });
    }
  }

  async function perform(effect: EngineEffect): Promise<void> {
    switch (effect.kind) {
      case "push":
        return push(deps.outbox.pendingAfter(effect.after, effect.limit));
      case "pull":
        return pull(effect.epoch, effect.cursors);
      case "wake":
        cancelWake();
        cancelWake = deps.timers.wakeAt(effect.at, () =>
          dispatch({ kind: "woke" }),
        );
        return;
      case "run-ended":
        // Not part of the exchange: without new numbers the next contact gets a provisional one.
        return refillNumbers(link).catch(() => {});
    }
  }

  async function push(groups: readonly Group[]): Promise<void> {
    const asked = link;
    const device = deps.transport.device();
    if (device === null)
      return fail({ kind: "unreachable", reason: "not-connected" });
    const reply = await deps.transport.push(groups);
    if (asked !== link) return;
    if (reply.kind !== "answer") return fail(reply);
    const answer = reply.value;
    await deps.replica.applyServer(answer.epoch, answer.docs, answer.upto);
    const refused = answer.results.filter(
      ({ s, d }) => s === "rejected" && d <= answer.upto,
    );
    await deps.replica.removeUnknown(refusedInserts(groups, refused, answer));
    await deps.outbox.acknowledge(answer.upto, refused, device);
    dispatch({ kind: "pushed", answer, count: answer.docs.length });
  }

  async function pull(
    epoch: string | null,
    cursors: EngineState["checkpoint"]["cursors"],
  ): Promise<void> {
    const all = Object.fromEntries(
      syncedCollections.map((c) => [c, cursors[c] ?? 0]),
    );
    const asked = link;
    const reply = await deps.transport.pull({
      epoch,
      cursors: all,
      limit: 1000,
    });
    if (asked !== link) return;
    if (reply.kind !== "answer") return fail(reply);
    const answer = reply.value;
    await deps.replica.applyServer(answer.epoch, answer.docs, state.acked);
    await deps.replica.writeCheckpoint({
      epoch: answer.epoch,
      cursors: answer.cursors,
    });
    dispatch({ kind: "pulled", answer });
  }

  /** Keeps enough numbers on the device for a week without a line. A refusal is not a sync failure. */
  async function refillNumbers(asked: number): Promise<void> {
    const size = await deps.leaseSize();
    const left = await deps.numbers.left("contacts");
    if (size === 0 || left >= LEASE_REFILL_BELOW) return;
    const reply = await deps.transport.lease("contacts", size);
    if (asked === link && reply.kind === "answer") {
      await deps.numbers.addLease(reply.value);
    }
  }

  function fail(failure: Failure): void {
    dispatch({ kind: "failed", failure, random: deps.random() });
  }

  dispatch({
    kind: "started",
    checkpoint: await deps.replica.readCheckpoint(),
    ...journal,
  });
  return {
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: dispatch,
    syncNow: () => dispatch({ kind: "nudged" }),
    stop() {
      stopped = true;
      cancelWake();
    },
  };
}

/** Documents that only this device believed in: their insert was refused and the server sent nothing for them. */
function refusedInserts(
  groups: readonly Group[],
  refused: readonly GroupResult[],
  answer: PushAnswer,
): readonly DocumentKey[] {
  const known = new Set(answer.docs.map((doc) => doc.id));
  return refused
    .flatMap(
      (result) => groups.find((group) => group.d === result.d)?.ops ?? [],
    )
    .flatMap((op) =>
      op.k === "ins" && isCollection(op.c) && !known.has(op.id)
        ? [{ c: op.c, id: op.id }]
        : [],
    );
}
