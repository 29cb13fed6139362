import type { CalendarDay } from "../core/calendar.ts";
import { ok, refuse, type Result } from "../core/result.ts";
import type { Code, Stage } from "../entities/code.ts";
import type { Opportunity, StageEntry } from "../entities/opportunity.ts";
import type { Task } from "../entities/task.ts";
import type { Change } from "./change.ts";
import { isClosed } from "./close-task.ts";
import { applyDateFormula } from "./date-formula.ts";
import type { NewId } from "./new-id.ts";
import { activeEntry } from "./opportunity-entries.ts";
import { isOpenOpportunity } from "./opportunity-values.ts";
import { runActivity } from "./run-activity.ts";
import { probabilityOf, stagesOf } from "./sales-cycle.ts";

/** OPP-5, in the order in which they are offered. */
export const MOVES = [
  "first",
  "next",
  "skipped",
  "updated",
  "previous",
  "jumped",
] as const;
export type Move = (typeof MOVES)[number];

export interface MoveFacts {
  readonly opportunity: Opportunity;
  readonly cycle: Code | null;
  /** The tasks of this opportunity; a move may cancel the open ones (OPP-6). */
  readonly tasks: readonly Task[];
  /** By its code, also of an activity that was taken off its list. */
  readonly activity: (code: string) => Code | null;
  readonly newId: NewId;
}

export interface MoveDraft {
  readonly move: Move;
  /** Absent = the only one that the move can reach. */
  readonly stage?: number;
  readonly changedOn: CalendarDay;
  /** Absent = as before (OPP-4). */
  readonly estimatedMinor?: number;
  readonly chances?: number;
  readonly closeOn?: CalendarDay;
  readonly cancelTasks?: boolean;
}

export type MoveRefusal = {
  readonly kind:
    | "closed"
    | "no-such-move"
    | "quote-needed"
    | "before-last-move"
    | "value-missing"
    | "chances-missing"
    | "closing-before-move";
};

/** OPP-5: where a move can lead, whether or not its quote is there yet; nowhere once it is closed (OPP-8). */
export function stagesFor(
  opportunity: Opportunity,
  cycle: Code | null,
  move: Move,
): readonly Stage[] {
  if (!isOpenOpportunity(opportunity)) return [];
  return stagesFrom(activeEntry(opportunity)?.entry.stage ?? 0, cycle, move);
}

/** The same for the stage it stands in; 0 = not started. */
function stagesFrom(
  at: number,
  cycle: Code | null,
  move: Move,
): readonly Stage[] {
  const stages = stagesOf(cycle);
  if (at === 0) return move === "first" ? stages.slice(0, 1) : [];
  const later = stages.filter(({ stage }) => stage > at);
  const earlier = stages.filter(({ stage }) => stage < at);
  switch (move) {
    case "first":
      return [];
    case "next":
      return later.slice(0, 1);
    case "previous":
      return earlier.slice(-1);
    case "updated":
      return stages.filter(({ stage }) => stage === at);
    case "jumped":
      return earlier;
    case "skipped": {
      const fixed = later.findIndex(({ allowSkip }) => allowSkip !== true);
      return fixed < 0 ? later : later.slice(0, fixed + 1);
    }
  }
}

/** OPP-5: every move that is possible from a stage (0 = not started); what is next can be skipped to as well (A13). */
export function waysFrom(
  at: number,
  cycle: Code | null,
): readonly { readonly move: Move; readonly stage: Stage }[] {
  return MOVES.flatMap((move) =>
    stagesFrom(at, cycle, move).map((stage) => ({ move, stage })),
  );
}

/** OPP-5: the stage that one must go through before `to`, which cannot be reached from `at`; null when it can, or never. */
export function stageBefore(
  at: number,
  to: number,
  cycle: Code | null,
): Stage | null {
  const ways = waysFrom(at, cycle).map(({ stage }) => stage);
  if (ways.some(({ stage }) => stage === to)) return null;
  return ways.findLast(({ stage }) => stage > at && stage < to) ?? null;
}

/** OPP-5: a stage that stands for a quote cannot be reached by Next or Skip before there is one. */
export function lacksQuote(
  opportunity: Pick<Opportunity, "quoteNo">,
  move: Move,
  stage: Pick<Stage, "quoteRequired">,
): boolean {
  const forward = move === "next" || move === "skipped";
  return (
    forward && stage.quoteRequired === true && opportunity.quoteNo === undefined
  );
}

/** OPP-3 to OPP-6: one more entry, the status that follows, the tasks of the stage's activity. */
export function moveOpportunity(
  facts: MoveFacts,
  draft: MoveDraft,
): Result<readonly Change[], MoveRefusal> {
  const { opportunity, cycle, newId } = facts;
  if (!isOpenOpportunity(opportunity)) return refuse({ kind: "closed" });
  const targets = stagesFor(opportunity, cycle, draft.move);
  const stage =
    draft.stage === undefined && targets.length === 1
      ? targets[0]
      : targets.find((one) => one.stage === draft.stage);
  if (!stage) return refuse({ kind: "no-such-move" });
  if (lacksQuote(opportunity, draft.move, stage))
    return refuse({ kind: "quote-needed" });
  const entry = entryOf(facts, draft, stage);
  const no = entryRefusal(opportunity, entry);
  if (no) return refuse({ kind: no });
  const after: Opportunity = {
    ...opportunity,
    status: "inProgress",
    entries: { ...opportunity.entries, [newId()]: entry },
  };
  return ok([
    { c: "opportunities", id: after.id, before: opportunity, after },
    ...(draft.cancelTasks === true
      ? canceled(facts.tasks, draft.changedOn)
      : []),
    ...tasksOf(facts, draft, stage),
  ]);
}

/** OPP-4: what is not typed stays as it was, or comes from the stage. */
export function entryOf(
  { opportunity, cycle }: Pick<MoveFacts, "opportunity" | "cycle">,
  draft: MoveDraft,
  stage: Stage,
): StageEntry {
  const before = activeEntry(opportunity)?.entry;
  const chances = (draft.chances ?? before?.chances) || stage.chances;
  const { completed } = stage;
  const typed = draft.closeOn ?? before?.closeOn;
  const byFormula =
    stage.dateFormula !== undefined &&
    (typed === undefined || typed === draft.changedOn)
      ? applyDateFormula(stage.dateFormula, draft.changedOn)
      : null;
  const closeOn = byFormula ?? typed;
  return {
    stage: stage.stage,
    changedOn: draft.changedOn,
    action: draft.move,
    estimatedMinor: draft.estimatedMinor ?? before?.estimatedMinor ?? 0,
    chances,
    completed,
    probability: probabilityOf(cycle?.probability, { completed, chances }),
    ...(closeOn === undefined ? {} : { closeOn }),
  };
}

/** OPP-2, OPP-6: what an estimate needs; OPP-3: a change is never before the last one. */
function entryRefusal(
  opportunity: Opportunity,
  entry: StageEntry,
): MoveRefusal["kind"] | null {
  const last = activeEntry(opportunity)?.entry.changedOn;
  if (entry.changedOn < (last ?? opportunity.createdOn))
    return "before-last-move";
  if (entry.action !== "first" && entry.action !== "updated") return null;
  if ((entry.estimatedMinor ?? 0) <= 0) return "value-missing";
  if ((entry.chances ?? 0) <= 0) return "chances-missing";
  return (entry.closeOn ?? entry.changedOn) < entry.changedOn
    ? "closing-before-move"
    : null;
}

function tasksOf(
  { opportunity, activity, newId }: MoveFacts,
  { move, changedOn }: MoveDraft,
  stage: Stage,
): readonly Change[] {
  const steps =
    move === "updated" || stage.activity === undefined
      ? null
      : activity(stage.activity);
  if (!steps) return [];
  const { id, contactId, companyId, salesperson } = opportunity;
  const about = {
    contactId,
    opportunityId: id,
    ...(companyId === undefined ? {} : { companyId }),
    ...(salesperson === undefined ? {} : { salesperson }),
  };
  return runActivity(steps, changedOn, about, newId);
}

function canceled(
  tasks: readonly Task[],
  closedOn: CalendarDay,
): readonly Change[] {
  return tasks
    .filter((task) => !isClosed(task))
    .map((before) => {
      const after: Task = {
        ...before,
        status: "completed",
        canceled: true,
        closedOn,
      };
      return { c: "tasks", id: before.id, before, after };
    });
}
