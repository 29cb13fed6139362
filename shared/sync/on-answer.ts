import type { EngineEvent, EngineState } from "./engine-state.ts";
import { pushRests, surveyFromStart } from "./engine-turns.ts";
import { nextCheckpoint } from "./next-checkpoint.ts";
import {
  MAX_GROUPS,
  MAX_PULL,
  type PullAnswer,
  type PushAnswer,
} from "./protocol.ts";

/** The driver has stored the answer's documents and told the journal: only then does this event arrive. */
export function pushed(
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
    return pushRests(state, message, now);
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

export function pulled(
  state: EngineState,
  { answer, checkpoint }: Extract<EngineEvent, { kind: "pulled" }>,
): EngineState {
  return {
    ...state,
    busy: "none",
    checkpoint,
    head: answer.head,
    wantsPull: answer.more,
    pullLimit: Math.min(MAX_PULL, state.pullLimit * 2),
    run: state.run && {
      ...state.run,
      received: state.run.received + answer.docs.length,
      left: answer.left ?? leftOf(answer),
    },
    failures: 0,
  };
}

/** Each document has one place in the feed, so no more than that can be left. */
function leftOf({ more, head, cursors }: PullAnswer): number {
  const at = Math.max(0, ...Object.values(cursors));
  return more ? Math.max(0, head - at) : 0;
}

export function surveyed(
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
  const survey = state.survey && nextCheckpoint(state.survey, answer);
  if (!end) return { ...read, survey };
  return {
    ...read,
    survey: null,
    checkpoint: { ...survey, epoch, cursors: end.cursors },
    sent: 0,
    gapless: false,
    lastD: Math.max(state.lastD, end.lastD),
  };
}
