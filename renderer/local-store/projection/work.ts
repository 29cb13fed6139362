import type { PlannedTask } from "../../../shared/domain/due-tasks.ts";
import type { Sale } from "../../../shared/domain/pipeline.ts";
import { createAttendees } from "./columns/attendees.ts";
import type { IdTable } from "./columns/id-table.ts";
import { grown } from "./columns/numbers.ts";
import { partOf, type Packed } from "./columns/pack.ts";
import {
  createInteractionTable,
  type InteractionTable,
} from "./interaction-table.ts";
import type { SlimOpportunity, SlimTask } from "./slim-work.ts";
import { createWorkTable, type WorkTable } from "./work-table.ts";

/** Everything about contacts that is not one: what was done, is planned, may be sold and was bought. */
export interface Work {
  readonly interactions: InteractionTable;
  readonly tasks: WorkTable;
  /** By row of a task: 1 = is open. */
  readonly openTasks: Uint8Array;
  /** Ids of those with somebody else in which a contact takes part. */
  tasksAttendedBy(contactId: string): readonly string[];
  readonly opportunities: WorkTable;
  /** For the agenda: see `SlimTask`. */
  planned(): IterableIterator<PlannedTask>;
  /** Everything that may be sold, was, or was not. */
  sales(): IterableIterator<Sale>;
  readonly openOpportunities: Uint8Array;
  readonly estimated: Float64Array;
  readonly current: Float64Array;
  readonly purchases: WorkTable;
  showTask(row: number, task: SlimTask | null): void;
  showOpportunity(row: number, opportunity: SlimOpportunity | null): void;
  pack(): Packed;
}

export function createWork(contactIds: IdTable, from?: Packed): Work {
  const interactions = createInteractionTable(
    contactIds,
    partOf(from, "interactions"),
  );
  const tasks = createWorkTable(contactIds, partOf(from, "tasks"));
  const opportunities = createWorkTable(
    contactIds,
    partOf(from, "opportunities"),
  );
  const purchases = createWorkTable(contactIds, partOf(from, "purchases"));
  const planned = new Map(
    (from?.["planned"] as unknown as [number, PlannedTask][] | undefined) ?? [],
  );
  const sales = new Map(
    (from?.["sales"] as unknown as [number, Sale][] | undefined) ?? [],
  );
  const attendees = createAttendees(tasks.ids, from?.["taskAttendees"]);
  let openTasks = partOf<Uint8Array>(from, "openTasks") ?? new Uint8Array();
  let openOpportunities =
    partOf<Uint8Array>(from, "openOpportunities") ?? new Uint8Array();
  let estimated = partOf<Float64Array>(from, "estimated") ?? new Float64Array();
  let current = partOf<Float64Array>(from, "current") ?? new Float64Array();
  return {
    interactions,
    tasks,
    opportunities,
    purchases,
    get openTasks() {
      return openTasks;
    },
    get openOpportunities() {
      return openOpportunities;
    },
    get estimated() {
      return estimated;
    },
    get current() {
      return current;
    },
    tasksAttendedBy: attendees.attendedBy,
    planned: () => planned.values(),
    sales: () => sales.values(),
    showTask(row, task) {
      tasks.show(row, task);
      openTasks = grown(openTasks, row + 1);
      openTasks[row] = task?.open === true ? 1 : 0;
      attendees.set(row, task?.attendees);
      if (task?.planned) planned.set(row, task.planned);
      else planned.delete(row);
    },
    showOpportunity(row, opportunity) {
      opportunities.show(row, opportunity);
      openOpportunities = grown(openOpportunities, row + 1);
      estimated = grown(estimated, row + 1);
      current = grown(current, row + 1);
      openOpportunities[row] = opportunity?.open === true ? 1 : 0;
      estimated[row] = opportunity?.estimated ?? 0;
      current[row] = opportunity?.current ?? 0;
      if (opportunity) sales.set(row, opportunity.sale);
      else sales.delete(row);
    },
    pack: () => ({
      interactions: interactions.pack(),
      tasks: tasks.pack(),
      opportunities: opportunities.pack(),
      purchases: purchases.pack(),
      planned: [...planned] as unknown as Packed[string],
      sales: [...sales] as unknown as Packed[string],
      taskAttendees: attendees.pack(),
      openTasks: openTasks.slice(),
      openOpportunities: openOpportunities.slice(),
      estimated: estimated.slice(),
      current: current.slice(),
    }),
  };
}
