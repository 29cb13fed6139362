import { assertNever } from "../core/assert.ts";
import { backoffMs } from "./backoff.ts";
import type { Checkpoint } from "./ports.ts";
import type { Cursors, PullAnswer, PushAnswer } from "./protocol.ts";
import type { Failure } from "./reply.ts";
import type { SyncRun } from "./status.ts";

/**
 * The sync engine: `(state, event) → [state, effects]`. No timers, no promises, no network: a driver carries the
 * effects out and reports back. Half duplex: one exchange at a time, and its answer is stored before the next.
 *
 *   idle ── something to send ──► push ──► apply ──► idle
 *   idle ── pull wanted ────────► pull ──► apply ──► idle (again while `more`)
 *   any exchange ── failure ────► waiting (back-off) ──► idle          blocked: until a person does something
 */
export interface EngineState {
  readonly connected: boolean;
  readonly paused: boolean;
  readonly busy: "none" | "push" | "pull";
  readonly checkpoint: Checkpoint;
  /** Highest entry of the journal, highest one handed to the server, highest one it has processed. */
  readonly lastD: number;
  readonly sent: number;
  readonly acked: number;
  /** The server's head as last heard; a hint at or below it brings no news. */
  readonly head: number;
  readonly wantsPull: boolean;
  readonly pushLimit: number;
  readonly failures: number;
  readonly retryAt: number | null;
  /** Period of the unasked pull, milliseconds; null = only by hand. */
  readonly everyMs: number | null;
  readonly periodicAt: number | null;
  readonly blocked: { readonly code: string; readonly message: string } | null;
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly run: {
    readonly at: number;
    readonly sent: number;
    readonly received: number;
  } | null;
  readonly lastSuccess: number | null;
  readonly runs: readonly SyncRun[];
}

export type EngineEvent =
  | {
      readonly kind: "started";
      readonly checkpoint: Checkpoint;
      readonly lastD: number;
      readonly acked: number;
    }
  | { readonly kind: "connected" }
  | { readonly kind: "disconnected" }
  | {
      readonly kind: "configured";
      readonly everyMs: number | null;
      readonly paused: boolean;
    }
  | { readonly kind: "saved"; readonly d: number }
  | { readonly kind: "hinted"; readonly head: number }
  /** Sync now, woken up, network changed, stream came up: try at once, whatever the back-off says. */
  | { readonly kind: "nudged" }
  | { readonly kind: "woke" }
  | {
      readonly kind: "pushed";
      readonly answer: PushAnswer;
      readonly count: number;
    }
  | { readonly kind: "pulled"; readonly answer: PullAnswer }
  | {
      readonly kind: "failed";
      readonly failure: Failure;
      readonly random: number;
    };

export type EngineEffect =
  | { readonly kind: "push"; readonly after: number; readonly limit: number }
  | {
      readonly kind: "pull";
      readonly epoch: string | null;
      readonly cursors: Cursors;
    }
  | { readonly kind: "wake"; readonly at: number }
  /** A run has ended well: a good moment to refill the lease of numbers. */
  | { readonly kind: "run-ended" };

const PUSH_LIMIT = 200;
const RUNS_KEPT = 50;

export const initialState: EngineState = {
  connected: false,
  paused: false,
  busy: "none",
  checkpoint: { epoch: null, cursors: {} },
  lastD: 0,
  sent: 0,
  acked: 0,
  head: 0,
  wantsPull: false,
  pushLimit: PUSH_LIMIT,
  failures: 0,
  retryAt: null,
  everyMs: 300_000,
  periodicAt: null,
  blocked: null,
  problem: null,
  run: null,
  lastSuccess: null,
  runs: [],
};

export interface Step {
  readonly state: EngineState;
  readonly effects: readonly EngineEffect[];
}

/** `now`: Unix milliseconds of this device. */
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
        sent: event.acked,
        acked: event.acked,
      };
    case "connected":
      return {
        ...state,
        connected: true,
        wantsPull: true,
        blocked: null,
        retryAt: null,
        failures: 0,
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
        ? { ...state, wantsPull: true, retryAt: null }
        : state;
    case "nudged":
      return { ...state, wantsPull: true, retryAt: null, blocked: null };
    case "woke":
      return wake(state, now);
    case "pushed":
      return pushed(state, event.answer, event.count);
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
    wantsPull: state.wantsPull || due,
    periodicAt:
      due && state.everyMs !== null ? now + state.everyMs : state.periodicAt,
  };
}

/** The driver has stored the answer's documents and told the journal: only then does this event arrive. */
function pushed(
  state: EngineState,
  answer: PushAnswer,
  count: number,
): EngineState {
  const acked = Math.max(state.acked, answer.upto);
  return {
    ...renewed(state, answer.epoch),
    busy: "none",
    acked,
    sent:
      answer.expected === undefined
        ? Math.max(state.sent, answer.upto)
        : Math.max(acked, answer.expected - 1),
    pushLimit: PUSH_LIMIT,
    run: state.run && { ...state.run, sent: state.run.sent + count },
    // Others may have written meanwhile: what they wrote is pulled in the same run.
    wantsPull: true,
    failures: 0,
  };
}

function pulled(state: EngineState, answer: PullAnswer): EngineState {
  return {
    ...state,
    busy: "none",
    checkpoint: { epoch: answer.epoch, cursors: answer.cursors },
    head: answer.head,
    wantsPull: answer.more,
    run: state.run && {
      ...state.run,
      received: state.run.received + answer.docs.length,
    },
    failures: 0,
  };
}

/** A restored server has a new epoch: positions in its old feed mean nothing, everything is read again. */
function renewed(state: EngineState, epoch: string): EngineState {
  if (state.checkpoint.epoch === null || state.checkpoint.epoch === epoch)
    return state;
  return { ...state, checkpoint: { epoch: null, cursors: {} }, head: 0 };
}

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
    if (failure.code === "epoch_changed" || failure.code === "cursor_too_old") {
      return {
        ...state,
        busy: "none",
        checkpoint: { epoch: null, cursors: {} },
        head: 0,
        wantsPull: true,
      };
    }
    if (failure.code === "too_large" && state.pushLimit > 1) {
      return {
        ...state,
        busy: "none",
        pushLimit: Math.floor(state.pushLimit / 2),
      };
    }
  }
  const ended = endRun({ ...state, busy: "none", problem }, now, problem.code);
  if (failure.kind === "refused" && UNTIL_A_PERSON_ACTS.has(failure.code))
    return { ...ended, blocked: problem };
  const failures = state.failures + 1;
  const retryAfter =
    failure.kind === "refused" ? (failure.retryAfterMs ?? 0) : 0;
  return {
    ...ended,
    failures,
    wantsPull: true,
    retryAt: now + Math.max(retryAfter, backoffMs(failures, random)),
  };
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
  if (state.lastD > state.sent) {
    const limit = state.pushLimit;
    return {
      state: { ...state, busy: "push", run },
      effects: [{ kind: "push", after: state.sent, limit }],
    };
  }
  if (state.wantsPull) {
    const { epoch, cursors } = state.checkpoint;
    return {
      state: { ...state, busy: "pull", run },
      effects: [{ kind: "pull", epoch, cursors }],
    };
  }
  const effects: EngineEffect[] = [];
  let rested = state;
  if (state.run) {
    const periodicAt = state.everyMs === null ? null : now + state.everyMs;
    rested = {
      ...endRun(state, now),
      lastSuccess: now,
      problem: null,
      periodicAt,
      retryAt: null,
    };
    effects.push({ kind: "run-ended" });
  }
  if (rested.periodicAt !== null)
    effects.push({ kind: "wake", at: rested.periodicAt });
  return { state: rested, effects };
}
