import type { EngineState } from "./engine-state.ts";
import type { SyncRun } from "./status.ts";

const PUSH_HOLD_MS = 30_000;
const RUNS_KEPT = 50;

/**
 * A restored server, or one that has forgotten deletions: its whole feed is read, then everything that is kept is sent
 * again. `acked` stays where it is, so older values are not laid over what the server says, and the checkpoint on disk
 * stays the old one until all of that is done: a crash begins it anew.
 */
export function surveyFromStart(state: EngineState): EngineState {
  return {
    ...state,
    busy: "none",
    survey: { epoch: null, cursors: {} },
    // It tells the same, and more.
    comparison: null,
    wantsPull: true,
  };
}

/** The same push would be asked for again and again: it rests, what others wrote is still received. */
export function pushRests(
  state: EngineState,
  message: string,
  now: number,
): EngineState {
  return {
    ...state,
    busy: "none",
    pushHeldUntil: now + PUSH_HOLD_MS,
    problem: { code: "push_stuck", message },
    wantsPull: true,
  };
}

/** Is sending still put off by `pushRests`? */
export function pushIsResting(state: EngineState, now: number): boolean {
  return state.pushHeldUntil !== null && now < state.pushHeldUntil;
}

/** The newest first. */
export function withRun(
  runs: readonly SyncRun[],
  run: SyncRun,
): readonly SyncRun[] {
  return [run, ...runs].slice(0, RUNS_KEPT);
}

/** A run that was under way goes to the list of runs; `problem` is what ended it. */
export function endRun(
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
  return { ...state, run: null, runs: withRun(state.runs, run) };
}
