import { assert, assertNever } from "../core/assert.ts";
import { backoffMs } from "./backoff.ts";
import type { EngineEffect, EngineEvent, EngineState } from "./engine-state.ts";
import {
  MAX_GROUPS,
  MAX_PULL,
  type PullAnswer,
  type PushAnswer,
} from "./protocol.ts";
import type { Failure } from "./reply.ts";
import { isPause, type SyncRun } from "./status.ts";

const PUSH_HOLD_MS = 30_000;
const RUNS_KEPT = 50;
/** Documents of a page on the slowest line. */
const SMALLEST_PAGE = 20;
const COMPARED_EVERY_MS = 86_400_000;

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
      return pulled(state, event.answer);
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
    pushHeldUntil: stillHeld(state, now) ? state.pushHeldUntil : null,
    wantsPull: state.wantsPull || due,
    periodicAt:
      due && state.everyMs !== null ? now + state.everyMs : state.periodicAt,
  };
}

function stillHeld(state: EngineState, now: number): boolean {
  return state.pushHeldUntil !== null && now < state.pushHeldUntil;
}

/** The driver has stored the answer's documents and told the journal: only then does this event arrive. */
function pushed(
  state: EngineState,
  answer: PushAnswer,
  count: number,
  now: number,
): EngineState {
  const acked = Math.max(state.acked, answer.upto);
  const sent =
    answer.expected === undefined
      ? Math.max(state.sent, answer.upto)
      : answer.expected - 1;
  // It has lost what it had acknowledged: everything is compared first. While that is being sent again, it merely says
  // where it stands.
  const lost = sent < acked;
  if (lost && state.sent >= state.acked)
    return surveyFromStart({ ...state, acked });
  if (acked === state.acked && sent === state.sent && state.gapless === lost) {
    const message = `The server expects entry ${answer.expected ?? "?"}.`;
    return held(state, message, now);
  }
  // Before the first pull nothing else tells of a restore between two exchanges.
  const checkpoint =
    state.checkpoint.epoch === null
      ? { epoch: answer.epoch, cursors: {} }
      : state.checkpoint;
  return {
    ...state,
    busy: "none",
    checkpoint,
    acked,
    sent,
    gapless: lost && (state.gapless || answer.expected !== undefined),
    pushLimit: Math.min(MAX_GROUPS, state.pushLimit * 2),
    run: state.run && { ...state.run, sent: state.run.sent + count },
    // Others may have written meanwhile: what they wrote is pulled in the same run.
    wantsPull: true,
    failures: 0,
  };
}

/** The same push would be asked for again and again: it rests, what others wrote is still received. */
function held(state: EngineState, message: string, now: number): EngineState {
  return {
    ...state,
    busy: "none",
    pushHeldUntil: now + PUSH_HOLD_MS,
    problem: { code: "push_stuck", message },
    wantsPull: true,
  };
}

function pulled(state: EngineState, answer: PullAnswer): EngineState {
  return {
    ...state,
    busy: "none",
    checkpoint: { epoch: answer.epoch, cursors: answer.cursors },
    head: answer.head,
    wantsPull: answer.more,
    pullLimit: Math.min(MAX_PULL, state.pullLimit * 2),
    run: state.run && {
      ...state.run,
      received: state.run.received + answer.docs.length,
    },
    failures: 0,
  };
}

/**
 * A restored server, or one that has forgotten deletions: its whole feed is read, then everything that is kept is sent
 * again. `acked` stays where it is, so older values are not laid over what the server says, and the checkpoint on disk
 * stays the old one until all of that is done: a crash begins it anew.
 */
function surveyFromStart(state: EngineState): EngineState {
  return {
    ...state,
    busy: "none",
    survey: { epoch: null, cursors: {} },
    // It tells the same, and more.
    comparison: null,
    wantsPull: true,
  };
}

/** The server has forgotten deletions since this device last read: what they were is found by comparing. */
function compareAfterGap(state: EngineState, now: number): EngineState {
  return {
    ...state,
    busy: "none",
    comparison: { ...newComparison(now), relink: true },
  };
}

function newComparison(now: number): NonNullable<EngineState["comparison"]> {
  return { at: null, cursors: {}, relink: false, mended: 0, startedAt: now };
}

function compared(
  state: EngineState,
  part: Extract<EngineEvent, { kind: "compared" }>,
  now: number,
): EngineState {
  const { comparison } = state;
  if (!comparison) return { ...state, busy: "none" };
  const { c, head, next } = part;
  // What changes behind the first part is behind this place in the feed, too, and is read from there.
  const cursors = { [c]: head, ...comparison.cursors };
  const mended = comparison.mended + part.mended;
  const on = { ...state, busy: "none" as const, failures: 0 };
  if (part.strays) return surveyFromStart({ ...on, ...settled(now) });
  if (next !== null)
    return { ...on, comparison: { ...comparison, at: next, cursors, mended } };
  const done = { ...on, ...settled(now) };
  if (comparison.relink)
    return {
      ...done,
      checkpoint: { epoch: part.epoch, cursors },
      wantsPull: true,
      run: done.run && { ...done.run, received: done.run.received + mended },
    };
  if (mended === 0) return done;
  const { startedAt: at } = comparison;
  const run = { at, ok: true, sent: 0, received: mended, ms: now - at };
  return { ...done, runs: [run, ...state.runs].slice(0, RUNS_KEPT) };
}

function settled(now: number) {
  return { comparison: null, comparedAt: now, doubted: false };
}

function surveyed(
  state: EngineState,
  { answer, end }: Extract<EngineEvent, { kind: "surveyed" }>,
): EngineState {
  const run = state.run && {
    ...state.run,
    received: state.run.received + answer.docs.length,
  };
  const { epoch, head } = answer;
  const read = {
    ...{ ...state, busy: "none" as const, run, head, failures: 0 },
    pullLimit: Math.min(MAX_PULL, state.pullLimit * 2),
  };
  if (!end) return { ...read, survey: { epoch, cursors: answer.cursors } };
  return {
    ...read,
    survey: null,
    checkpoint: { epoch, cursors: end.cursors },
    sent: 0,
    gapless: false,
    lastD: Math.max(state.lastD, end.lastD),
  };
}

const NOT_UNDERSTOOD = new Set([400, 404]);

const UNTIL_A_PERSON_ACTS = new Set([
  "unauthenticated",
  "revoked",
  "forbidden",
  "device_mismatch",
  "device_forked",
  "client_too_old",
]);

function failed(
  state: EngineState,
  failure: Failure,
  random: number,
  now: number,
): EngineState {
  const problem =
    failure.kind === "refused"
      ? { code: failure.code, message: failure.message }
      : { code: "unreachable", message: failure.reason };
  if (failure.kind === "refused") {
    if (failure.code === "epoch_changed") return surveyFromStart(state);
    if (failure.code === "cursor_too_old")
      return state.survey
        ? surveyFromStart(state)
        : compareAfterGap(state, now);
    if (state.busy === "compare" && NOT_UNDERSTOOD.has(failure.http))
      // An older server: its whole feed tells the same, at a higher price.
      return state.comparison?.relink
        ? surveyFromStart(state)
        : { ...state, busy: "none", ...settled(now) };
    if (failure.code === "device_forked" && !state.forked)
      return { ...state, busy: "none", forked: true };
    if (failure.code === "too_large") {
      if (state.pushLimit === 1) return held(state, failure.message, now);
      const pushLimit = Math.floor(state.pushLimit / 2);
      return { ...state, busy: "none", pushLimit };
    }
  }
  if (isPause(problem)) {
    // Not a failure: the run goes on when the server is ready for it.
    const failures = state.failures + 1;
    const retryAt = now + waitFor(failure, failures, random);
    return { ...state, busy: "none", problem, failures, retryAt };
  }
  const smaller = isTimeOut(failure) ? withSmallerBatch(state) : state;
  const ended = endRun(
    { ...smaller, busy: "none", problem },
    now,
    problem.code,
  );
  if (failure.kind === "refused" && UNTIL_A_PERSON_ACTS.has(failure.code))
    return { ...ended, blocked: problem };
  const failures = state.failures + 1;
  return {
    ...ended,
    failures,
    wantsPull: true,
    retryAt: now + waitFor(failure, failures, random),
  };
}

function waitFor(failure: Failure, failures: number, random: number): number {
  const retryAfter =
    failure.kind === "refused" ? (failure.retryAfterMs ?? 0) : 0;
  return Math.max(retryAfter, backoffMs(failures, random));
}

function isTimeOut(failure: Failure): boolean {
  return failure.kind === "unreachable" && failure.reason === "timeout";
}

/** What did not come through in time may come through in halves. It grows again with every answer. */
function withSmallerBatch(state: EngineState): EngineState {
  const { busy, pushLimit, pullLimit } = state;
  const half = (limit: number) => Math.max(1, Math.floor(limit / 2));
  if (busy === "push") return { ...state, pushLimit: half(pushLimit) };
  if (busy === "pull")
    return { ...state, pullLimit: Math.max(SMALLEST_PAGE, half(pullLimit)) };
  return state;
}

function endRun(
  state: EngineState,
  now: number,
  problem?: string,
): EngineState {
  if (!state.run) return state;
  const { at, sent, received } = state.run;
  const run: SyncRun = {
    at,
    sent,
    received,
    ms: now - at,
    ok: problem === undefined,
    ...(problem ? { problem } : {}),
  };
  return {
    ...state,
    run: null,
    runs: [run, ...state.runs].slice(0, RUNS_KEPT),
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
  const { epoch, cursors } = state.checkpoint;
  if (state.survey) {
    return {
      state: { ...state, busy: "pull", run },
      effects: [{ kind: "survey", ...state.survey }],
    };
  }
  if (state.lastD > state.sent && !stillHeld(state, now)) {
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
      effects: [{ kind: "pull", epoch, cursors }],
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

function comparisonIsDue(state: EngineState, now: number): boolean {
  const { checkpoint, comparison, comparedAt, doubted } = state;
  if (checkpoint.epoch === null) return false;
  if (comparison !== null || doubted) return true;
  // A clock set back must not put it off for years.
  return comparedAt !== null && Math.abs(now - comparedAt) >= COMPARED_EVERY_MS;
}

/** Nothing to do: a run that was under way is over, and somebody has to wake us. */
function rest(state: EngineState, now: number): Step {
  const stuck = stillHeld(state, now);
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
