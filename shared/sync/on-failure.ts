import { backoffMs } from "./backoff.ts";
import type { EngineState } from "./engine-state.ts";
import { endRun, pushRests, surveyFromStart } from "./engine-turns.ts";
import { compareAfterGap, settled } from "./on-compared.ts";
import type { Failure } from "./reply.ts";
import { isPause } from "./status.ts";

/** Documents of a page on the slowest line. */
const SMALLEST_PAGE = 20;

const NOT_UNDERSTOOD = new Set([400, 404]);

const UNTIL_A_PERSON_ACTS = new Set([
  "unauthenticated",
  "revoked",
  "forbidden",
  "device_mismatch",
  "device_forked",
  "client_too_old",
]);

/** `random` in [0, 1): jitter of the back-off. */
export function failed(
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
      if (state.pushLimit === 1) return pushRests(state, failure.message, now);
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
