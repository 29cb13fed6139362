import { assert, assertNever } from "../core/assert.ts";
import type { EngineEffect, EngineEvent, EngineState } from "./engine-state.ts";
import { endRun, pushIsResting } from "./engine-turns.ts";
import { pulled, pushed, surveyed } from "./on-answer.ts";
import { compared, comparisonIsDue, newComparison } from "./on-compared.ts";
import { failed } from "./on-failure.ts";
import { isPause } from "./status.ts";

export interface Step {
  readonly state: EngineState;
  readonly effects: readonly EngineEffect[];
}

/**
 * The sync engine: `(state, event) → [state, effects]`. No timers, no promises, no network: a driver carries the
 * effects out and reports back. Half duplex: one exchange at a time, and its answer is stored before the next.
 *
 *   idle ── server restored ────► survey ──► apply ──► idle (again while `more`), then everything kept is sent
 *   idle ── something to send ──► push ──► apply ──► idle
 *   idle ── pull wanted ────────► pull ──► apply ──► idle (again while `more`)
 *   idle ── at rest, a day later or in doubt ──► compare a part ──► idle (again while there are parts)
 *   any exchange ── failure ────► waiting (back-off) ──► idle          blocked: until a person does something
 *
 * `now`: Unix milliseconds of this device.
 */
export function step(
  state: EngineState,
  event: EngineEvent,
  now: number,
): Step {
  return proceed(absorb(state, event, now), now);
}

function absorb(
  state: EngineState,
  event: EngineEvent,
  now: number,
): EngineState {
  switch (event.kind) {
    case "started":
      return {
        ...state,
        checkpoint: event.checkpoint,
        lastD: event.lastD,
        // A store that was lost tells nothing of the server: it may have been restored meanwhile.
        sent: event.checkpoint.epoch === null ? 0 : event.acked,
        acked: event.acked,
        lastSuccess: event.log.lastSuccess,
        runs: event.log.runs,
        comparedAt: event.log.comparedAt,
        doubted: event.log.doubted,
      };
    case "connected":
      return {
        ...state,
        connected: true,
        // The driver drops the answer of an exchange that began before.
        busy: "none",
        run: null,
        wantsPull: true,
        blocked: null,
        retryAt: null,
        failures: 0,
      };
    case "renumbered":
      return {
        ...state,
        ...{ busy: "none", forked: false, blocked: null, problem: null },
        ...{ lastD: event.lastD, acked: event.acked, sent: 0 },
        ...{ retryAt: null, failures: 0, gapless: false, wantsPull: true },
      };
    case "disconnected":
      return { ...state, connected: false, busy: "none", run: null };
    case "configured":
      return {
        ...state,
        everyMs: event.everyMs,
        paused: event.paused,
        // A pause is no part of the time that a run takes.
        run: event.paused ? null : state.run,
        wantsPull: state.wantsPull || (state.paused && !event.paused),
        periodicAt: event.everyMs === null ? null : now + event.everyMs,
      };
    case "saved":
      return { ...state, lastD: Math.max(state.lastD, event.d) };
    case "hinted":
      return event.head > state.head
        ? {
            ...state,
            wantsPull: true,
            // News is no reason not to wait as long as the server has asked.
            retryAt: isPause(state.problem) ? state.retryAt : null,
          }
        : state;
    case "nudged":
      return {
        ...state,
        wantsPull: true,
        retryAt: null,
        pushHeldUntil: null,
        blocked: null,
        problem: isPause(state.problem) ? null : state.problem,
      };
    case "woke":
      return wake(state, now);
    case "exhausted":
      return { ...state, busy: "none", sent: state.lastD };
    case "doubted":
      // One that is under way has passed by what is doubted now.
      return {
        ...state,
        doubted: true,
        comparison: state.comparison?.relink ? state.comparison : null,
      };
    case "compared":
      return compared(state, event, now);
    case "surveyed":
      return surveyed(state, event);
    case "pushed":
      return pushed(state, event.answer, event.count, now);
    case "pulled":
      return pulled(state, event);
    case "failed":
      return failed(state, event.failure, event.random, now);
    default:
      return assertNever(event);
  }
}

function wake(state: EngineState, now: number): EngineState {
  const due = state.periodicAt !== null && now >= state.periodicAt;
  const retry = state.retryAt !== null && now >= state.retryAt;
  return {
    ...state,
    retryAt: retry ? null : state.retryAt,
    problem: retry && isPause(state.problem) ? null : state.problem,
    pushHeldUntil: pushIsResting(state, now) ? state.pushHeldUntil : null,
    wantsPull: state.wantsPull || due,
    periodicAt:
      due && state.everyMs !== null ? now + state.everyMs : state.periodicAt,
  };
}

/** Starts the next exchange if there is one, else says when to look again. */
function proceed(state: EngineState, now: number): Step {
  if (
    !state.connected ||
    state.paused ||
    state.blocked ||
    state.busy !== "none"
  )
    return { state, effects: [] };
  if (state.retryAt !== null && state.retryAt > now)
    return { state, effects: [{ kind: "wake", at: state.retryAt }] };
  const run = state.run ?? { at: now, sent: 0, received: 0 };
  if (state.forked) {
    return {
      state: { ...state, busy: "identity", run },
      effects: [{ kind: "identity" }],
    };
  }
  const { epoch } = state.checkpoint;
  if (state.survey) {
    return {
      state: { ...state, busy: "pull", run },
      effects: [{ kind: "survey", from: state.survey }],
    };
  }
  if (state.lastD > state.sent && !pushIsResting(state, now)) {
    const { sent: after, pushLimit: limit, gapless } = state;
    return {
      state: { ...state, busy: "push", run },
      effects: [{ kind: "push", after, limit, gapless, epoch }],
    };
  }
  if (state.comparison?.relink) return compareOn(state, run);
  if (state.wantsPull) {
    return {
      state: { ...state, busy: "pull", run },
      effects: [{ kind: "pull", from: state.checkpoint }],
    };
  }
  return rest(state, now);
}

function compareOn(state: EngineState, run: EngineState["run"]): Step {
  const { comparison, checkpoint } = state;
  assert(comparison !== null, "a comparison is under way");
  assert(checkpoint.epoch !== null, "there is something to compare");
  const { at } = comparison;
  return {
    state: { ...state, busy: "compare", run },
    effects: [{ kind: "compare", at, epoch: checkpoint.epoch }],
  };
}

/** Nothing to do: a run that was under way is over, and somebody has to wake us. */
function rest(state: EngineState, now: number): Step {
  const stuck = pushIsResting(state, now);
  const effects: EngineEffect[] = state.run ? [{ kind: "run-ended" }] : [];
  const rested = state.run ? ended(state, now, stuck) : state;
  if (!stuck && comparisonIsDue(rested, now)) {
    const comparison = rested.comparison ?? newComparison(now);
    const next = compareOn({ ...rested, comparison }, null);
    return { ...next, effects: [...effects, ...next.effects] };
  }
  const wakes = [rested.periodicAt, stuck ? rested.pushHeldUntil : null];
  const at = Math.min(...wakes.filter((one) => one !== null));
  if (Number.isFinite(at)) effects.push({ kind: "wake", at });
  return { state: rested, effects };
}

function ended(state: EngineState, now: number, stuck: boolean): EngineState {
  const periodicAt = state.everyMs === null ? null : now + state.everyMs;
  const done = {
    ...endRun(state, now, stuck ? state.problem?.code : undefined),
    periodicAt,
    retryAt: null,
  };
  if (stuck) return done;
  // What a first sync has just brought is not compared at once.
  const comparedAt = state.comparedAt ?? now;
  return {
    ...done,
    caughtUp: true,
    lastSuccess: now,
    comparedAt,
    problem: null,
  };
}
