import type { PlannedTask } from "../../../shared/domain/due-tasks.ts";
import { openValues } from "../../../shared/domain/opportunity-values.ts";
import { saleOf, type Sale } from "../../../shared/domain/pipeline.ts";
import type { RecordedInteraction } from "../../../shared/domain/written-up.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import type { Purchase } from "../../../shared/entities/purchase.ts";
import type { Task } from "../../../shared/entities/task.ts";
import { fieldWords, type FieldWords } from "./search/words.ts";

type Row = Readonly<Record<string, unknown>>;

/** What every document about a contact is kept with. Absent = of nobody. */
export interface SlimDocument {
  readonly contactId?: string | undefined;
  readonly companyId?: string | undefined;
  readonly date: string;
  /** Field numbers as in `WORK_FIELDS`. The texts themselves stay in the store. */
  readonly words: FieldWords;
}

/** What the projection keeps of an interaction: figures and words, and nothing that was said. */
export type SlimInteraction = RecordedInteraction &
  Pick<Interaction, "durationMin" | "costMinor" | "initiatedBy"> &
  Pick<SlimDocument, "words">;

export interface SlimTask extends SlimDocument {
  readonly open: boolean;
  /** Who takes part besides. */
  readonly attendees?: readonly string[] | undefined;
  /** For the agenda: open ones, and meetings, which the week's look back wants done, too. */
  readonly planned: PlannedTask | null;
}

export interface SlimOpportunity extends SlimDocument {
  readonly open: boolean;
  /** In minor units. */
  readonly estimated: number;
  readonly current: number;
  readonly sale: Sale;
}

/** Where the words of a document stand, the more telling field first. */
export const WORK_FIELDS = {
  interactions: ["description", "result"],
  tasks: ["description", "comment"],
  opportunities: ["description", "comment"],
  purchases: ["item", "description", "document"],
} as const;

export type WorkName = keyof typeof WORK_FIELDS;

export const workNames = Object.keys(WORK_FIELDS) as readonly WorkName[];

const TASK = [
  "id",
  "contactId",
  "companyId",
  "type",
  "description",
  "date",
  "startTime",
  "status",
  "priority",
  "salesperson",
  "team",
  "canceled",
] as const satisfies readonly (keyof PlannedTask)[];

const INTERACTION = [
  "id",
  "contactId",
  "companyId",
  "date",
  "group",
  "salesperson",
  "attemptFailed",
  "canceled",
  "postponed",
  "amends",
  "attendees",
  "durationMin",
  "costMinor",
  "initiatedBy",
] as const satisfies readonly (keyof Interaction)[];

/** One collection's way of being kept. */
export const slimWork = {
  interactions: (v: Row): SlimInteraction =>
    ({
      ...pick(v, INTERACTION),
      words: wordsIn("interactions", v),
    }) as unknown as SlimInteraction,
  tasks(v: Row): SlimTask {
    const task = pick(v, TASK) as unknown as PlannedTask & Task;
    const open = task.status !== "completed" && task.canceled !== true;
    const kept = task.canceled !== true && (open || task.type === "meeting");
    return {
      ...pick(v, ["contactId", "companyId", "attendees"]),
      date: task.date,
      words: wordsIn("tasks", v),
      open,
      planned: kept ? task : null,
    };
  },
  opportunities(v: Row): SlimOpportunity {
    const opportunity = v as unknown as Opportunity;
    return {
      ...pick(v, ["contactId", "companyId"]),
      date: opportunity.createdOn,
      words: wordsIn("opportunities", v),
      ...openValues(opportunity),
      sale: saleOf(opportunity),
    };
  },
  purchases: (v: Row): SlimDocument => ({
    ...pick(v, ["contactId"]),
    date: (v as unknown as Purchase).date,
    words: wordsIn("purchases", v),
  }),
} as const;

function wordsIn(c: WorkName, v: Row): FieldWords {
  return fieldWords(
    WORK_FIELDS[c].map((name, field) => {
      const text = v[name];
      return [field, typeof text === "string" ? text : ""] as const;
    }),
  );
}

function pick(v: Row, members: readonly string[]): Row {
  return Object.fromEntries(
    members.flatMap((name) => (v[name] === undefined ? [] : [[name, v[name]]])),
  );
}
