import {
  initialState,
  type EngineEffect,
  type EngineEvent,
  type EngineState,
} from "./engine-state.ts";
import { step } from "./machine.ts";
import { deletionsKnown, nextCheckpoint } from "./next-checkpoint.ts";
import type { Checkpoint } from "./ports.ts";
import type { Failure } from "./reply.ts";
import { comparePart, type ComparisonPlace } from "./comparison.ts";
import { createBootstrap } from "./bootstrap.ts";
import { createPages, everyCollection } from "./pages.ts";
import { createSurvey, hlcOf, wholeOf, type Survey } from "./survey.ts";
import type { SyncLog } from "./status.ts";
import { statusOf } from "./status-of.ts";
import type { SyncDeps, SyncService } from "./sync-service.ts";
import { takeAnswer } from "./take-answer.ts";

const LEASE_REFILL_BELOW = 20;

/**
 * Carries out what the machine decides. One effect at a time; the answer of an exchange is stored durably before
 * the machine hears of it, so a crash at any point repeats an exchange and never skips one.
 */
export async function createSyncService(
  deps: SyncDeps,
  /** Where the journal stands, and what was remembered at the last start. */
  before: {
    readonly lastD: number;
    readonly acked: number;
    readonly log: SyncLog;
  },
): Promise<SyncService> {
  const checkpoint = await deps.replica.readCheckpoint();
  const bootstrap = createBootstrap(deps, checkpoint.snapshot ?? null);
  let state: EngineState = initialState;
  let status = statusOf(state, deps.facts());
  let cancelWake: () => void = () => {};
  let stopped = false;
  /** Counts connections: what was asked for under an earlier identity, or before the stop, is no answer any more. */
  let link = 0;
  const listeners = new Set<() => void>();
  const pages = createPages({
    transport: deps.transport,
    replica: deps.replica,
    limit: () => state.pullLimit,
    acked: () => state.acked,
    isCurrent: (asked) => asked === link,
  });
  /** From its first page until everything has been sent that it showed to be missing. */
  let survey: Survey | null = null;
  /** A restored server may have given this device's numbers to another one. */
  let leasesAreOld = false;

  function dispatch(event: EngineEvent): void {
    if (stopped) return;
    if (event.kind === "connected" || event.kind === "disconnected") link += 1;
    const next = step(state, event, deps.clock.now());
    if (event.kind !== "started") rememberChanges(state, next.state);
    state = next.state;
    status = statusOf(state, deps.facts());
    for (const effect of next.effects) void carryOut(effect);
    for (const listener of listeners) listener();
  }

  function rememberChanges(was: EngineState, is: EngineState): void {
    const { lastSuccess, runs, comparedAt, doubted } = is;
    if (
      was.lastSuccess !== lastSuccess ||
      was.runs !== runs ||
      was.comparedAt !== comparedAt ||
      was.doubted !== doubted
    )
      deps.remember({ lastSuccess, runs, comparedAt, doubted });
  }

  async function carryOut(effect: EngineEffect): Promise<void> {
    const asked = link;
    try {
      await perform(effect);
    } catch (error) {
      // A failing local store must not stop the engine for good: nothing was acknowledged, so it is tried again.
      const message = error instanceof Error ? error.message : String(error);
      const code = "local_store";
      fail(asked, { kind: "refused", http: 0, code, message });
    }
  }

  async function perform(effect: EngineEffect): Promise<void> {
    if (effect.kind !== "pull" && effect.kind !== "wake") {
      const asked = link;
      await pages.giveUpAhead();
      await bootstrap.untilStored();
      // A new connection has its own exchanges: this one would go out beside them.
      if (asked !== link) return;
    }
    switch (effect.kind) {
      case "push":
        return push(effect);
      case "identity":
        return renewIdentity();
      case "survey":
        return readAll(effect.from);
      case "pull":
        return pull(effect.from);
      case "compare":
        return compare(effect.at, effect.epoch);
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

  async function push({
    after,
    limit,
    gapless,
    epoch,
  }: Extract<EngineEffect, { kind: "push" }>): Promise<void> {
    const asked = link;
    const device = deps.transport.device();
    if (device === null)
      return fail(asked, { kind: "unreachable", reason: "not-connected" });
    const found = await deps.outbox.groupsAfter(after, limit, gapless);
    if (asked !== link) return;
    if (found.length === 0) {
      survey = null;
      return hear(asked, { kind: "exhausted" });
    }
    const { acked } = state;
    const groups = found
      .map(({ d, m, hlc, ops }) => ({ d, m, hlc, ops }))
      .map((group) => survey?.rewritten(group, group.d <= acked) ?? group);
    const reply = await deps.transport.push(groups, epoch);
    if (asked !== link) return;
    if (reply.kind !== "answer") return fail(asked, reply);
    const answer = reply.value;
    // A server that does not read the epoch: nothing of its answer is used before everything has been compared.
    if (epoch !== null && answer.epoch !== epoch)
      return fail(asked, {
        kind: "refused",
        ...{ http: 409, code: "epoch_changed", message: answer.epoch },
      });
    await takeAnswer(deps, { found, groups, device }, answer, acked, survey);
    if (asked !== link) return;
    dispatch({ kind: "pushed", answer, count: answer.docs.length });
    if (state.sent >= state.lastD) survey = null;
  }

  /** One page of the whole feed; after the last one, what the server lacks is known and ready to be sent. */
  async function readAll(from: Checkpoint) {
    const asked = link;
    const { epoch, cursors } = from;
    const begins = Object.keys(cursors).length === 0;
    const now =
      begins || !survey ? createSurvey(await deps.outbox.ownWork()) : survey;
    survey = now;
    const reply = await deps.transport.pull({
      ...deletionsKnown(from),
      epoch: begins ? null : epoch,
      cursors: everyCollection(begins ? {} : cursors),
      limit: state.pullLimit,
    });
    if (asked !== link) return;
    if (reply.kind !== "answer") return fail(asked, reply);
    const answer = reply.value;
    const docs = now.take(answer.docs);
    await deps.replica.applyServer(answer.epoch, docs, state.acked, true);
    if (asked !== link) return;
    if (!now.isWhole(answer))
      return hear(asked, { kind: "surveyed", answer, end: null });
    const held = await deps.replica.heldBeside(now.has);
    if (asked !== link) return;
    const { gone, lost } = now.settle(held, answer);
    await deps.replica.removeUnknown(gone, state.acked);
    const sent = await deps.outbox.sendWhole(
      lost.map((doc) => ({ hlc: hlcOf(doc), op: wholeOf(doc) })),
    );
    if (asked !== link) return;
    leasesAreOld ||= answer.epoch !== state.checkpoint.epoch;
    const end = { cursors: now.end(answer.cursors), lastD: sent };
    hear(asked, { kind: "surveyed", answer, end });
  }

  async function pull(from: Checkpoint): Promise<void> {
    const asked = link;
    const { epoch, cursors } = from;
    if (Object.keys(cursors).length === 0) {
      const isCurrent = () => asked === link;
      const reply = await bootstrap.step(epoch, state.acked, isCurrent);
      if (!isCurrent()) return;
      if (reply?.kind === "answer")
        return hear(asked, { kind: "pulled", ...reply.value });
      if (reply) return fail(asked, reply);
    }
    const { reply, stored } = await pages.take(from, asked);
    if (asked !== link) return;
    if (reply.kind !== "answer") return fail(asked, reply);
    const answer = reply.value;
    const checkpoint = nextCheckpoint(from, answer);
    if (answer.more) pages.askAhead(checkpoint, asked);
    await stored;
    if (asked !== link) return;
    await deps.replica.writeCheckpoint(checkpoint);
    hear(asked, { kind: "pulled", answer, checkpoint });
  }

  async function compare(
    at: ComparisonPlace | null,
    epoch: string,
  ): Promise<void> {
    const asked = link;
    const wanted = () => asked === link;
    const reply = await comparePart(deps, at, epoch, state.acked, wanted);
    if (!wanted()) return;
    if (reply.kind !== "answer") return fail(asked, reply);
    hear(asked, { kind: "compared", ...reply.value });
  }

  async function renewIdentity(): Promise<void> {
    const asked = link;
    const reply = await deps.transport.renewIdentity();
    if (asked !== link) return;
    if (reply.kind === "answer")
      return hear(asked, { kind: "renumbered", ...reply.value });
    // A server that has no such thing: a person has to connect again with a code.
    if (reply.kind === "refused" && reply.http === 404)
      return fail(asked, { ...reply, code: "device_forked" });
    fail(asked, reply);
  }

  /** Keeps enough numbers on the device for a week without a line. A refusal is not a sync failure. */
  async function refillNumbers(asked: number): Promise<void> {
    const size = await deps.leaseSize();
    const left = await deps.numbers.left("contacts");
    if (size === 0) return;
    if (left >= LEASE_REFILL_BELOW && !leasesAreOld) return;
    const reply = await deps.transport.lease("contacts", size);
    if (asked === link && reply.kind === "answer") {
      await deps.numbers.addLease(reply.value, leasesAreOld);
      leasesAreOld = false;
    }
  }

  /**
   * What became of an exchange. Storing an answer takes a while, too: when a new connection has begun meanwhile, the
   * machine must not take it for an answer to what it asks now.
   */
  function hear(asked: number, event: EngineEvent): void {
    if (asked === link) dispatch(event);
  }

  function fail(asked: number, failure: Failure): void {
    if (asked !== link) return;
    dispatch({ kind: "failed", failure, random: deps.random() });
  }

  dispatch({
    kind: "started",
    checkpoint: {
      ...deletionsKnown(checkpoint),
      ...{ epoch: checkpoint.epoch, cursors: checkpoint.cursors },
    },
    ...before,
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
      link += 1;
      cancelWake();
    },
  };
}
