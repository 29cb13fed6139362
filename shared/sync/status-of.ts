import type { EngineState } from "./engine-state.ts";
import { isPause, type SyncStatus } from "./status.ts";
import type { SyncFacts } from "./sync-service.ts";

/** The engine's state in the words of the status bar (ux.md 5(e)). Green only when everything was acknowledged. */
export function statusOf(state: EngineState, facts: SyncFacts): SyncStatus {
  const { waiting, refused, server } = facts;
  const { lastSuccess, runs, comparedAt } = state;
  const nextTry =
    state.paused || state.blocked ? null : (state.retryAt ?? state.periodicAt);
  const problem = state.blocked ?? state.problem;
  return {
    kind: kindOf(state, facts),
    waiting,
    waited: Math.max(waiting, facts.waited ?? 0),
    refused,
    held: facts.held ?? 0,
    server,
    lastSuccess,
    runs,
    comparedAt,
    clockOffsetMs: facts.clockOffsetMs ?? 0,
    nextTry,
    problem,
    progress: progressOf(state),
  };
}

/** From so many documents on it takes longer than a second, and is worth a bar. */
const LONG = 3000;

function progressOf({ run, paused }: EngineState): SyncStatus["progress"] {
  if (!run || paused) return null;
  const { at: since, received, left = 0 } = run;
  return left > 0 && received + left >= LONG ? { received, left, since } : null;
}

function kindOf(state: EngineState, facts: SyncFacts): SyncStatus["kind"] {
  if (!state.connected) return "not-connected";
  if (state.paused) return "paused";
  if (state.blocked)
    return state.blocked.code === "unauthenticated"
      ? "signed-out"
      : "attention";
  // What was discarded leaves a number that is sent without anything in it.
  if (state.busy === "push") return facts.waiting > 0 ? "sending" : "receiving";
  if (isPause(state.problem)) return "asked-to-wait";
  if (state.problem)
    return state.problem.code === "unreachable" ? "offline" : "attention";
  if (state.busy === "pull" && state.checkpoint.epoch === null)
    return "receiving";
  if (facts.refused > 0) return "attention";
  if (facts.waiting > 0) return "sending";
  if (state.caughtUp) return "current";
  // What was right yesterday is not said of today.
  return state.busy === "none" && state.lastSuccess === null
    ? "never-synced"
    : "receiving";
}
