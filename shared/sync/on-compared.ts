import type { EngineEvent, EngineState } from "./engine-state.ts";
import { surveyFromStart, withRun } from "./engine-turns.ts";

const COMPARED_EVERY_MS = 86_400_000;

export function comparisonIsDue(state: EngineState, now: number): boolean {
  const { checkpoint, comparison, comparedAt, doubted } = state;
  if (checkpoint.epoch === null) return false;
  if (comparison !== null || doubted) return true;
  // A clock set back must not put it off for years.
  return comparedAt !== null && Math.abs(now - comparedAt) >= COMPARED_EVERY_MS;
}

/** The server has forgotten deletions since this device last read: what they were is found by comparing. */
export function compareAfterGap(state: EngineState, now: number): EngineState {
  return {
    ...state,
    busy: "none",
    comparison: { ...newComparison(now), relink: true },
  };
}

export function newComparison(
  now: number,
): NonNullable<EngineState["comparison"]> {
  return { at: null, cursors: {}, relink: false, mended: 0, startedAt: now };
}

export function compared(
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
      checkpoint: {
        ...{ epoch: part.epoch, cursors },
        // What was deleted while it went on is behind the places where its parts were compared.
        deletionsUpTo: Math.min(...Object.values(cursors)),
      },
      wantsPull: true,
      run: done.run && { ...done.run, received: done.run.received + mended },
    };
  if (mended === 0) return done;
  const { startedAt: at } = comparison;
  const run = { at, ok: true, sent: 0, received: mended, ms: now - at };
  return { ...done, runs: withRun(state.runs, run) };
}

/** No comparison is under way or wanted. */
export function settled(now: number) {
  return { comparison: null, comparedAt: now, doubted: false };
}
