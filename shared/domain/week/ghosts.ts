import { localDay, localTime, type CalendarDay } from "../../core/calendar.ts";
import type { Interaction } from "../../entities/interaction.ts";
import type { PlannedTask } from "../due-tasks.ts";
import { DEFAULT_TEMPLATE } from "../typed-visit.ts";
import type { Unwritten } from "../written-up.ts";
import type { Reached } from "./reached.ts";
import type { WeekRow } from "./week-row.ts";

/** A visit that the week proposes: nothing of it is kept before somebody accepts it. */
export interface Ghost {
  /** The same for the same thing, so that what was dismissed does not come back. */
  readonly key: string;
  readonly why:
    "task" | "meeting" | "phoneCall" | "mail" | "cadence" | "calendar";
  readonly day: CalendarDay;
  readonly time: string;
  /** Empty = not known here: `who` has a name to look for. */
  readonly contactId: string;
  readonly who: string;
  readonly template: string;
  readonly minutes: number | null;
  /** What it was to be about. */
  readonly about: string;
  readonly taskId: string;
  /** Of a cadence: the usual interval, in days. */
  readonly everyDays: number | null;
}

/** An appointment of a calendar file, in local time. */
export interface CalendarEvent {
  readonly uid: string;
  readonly day: CalendarDay;
  readonly time: string;
  readonly minutes: number | null;
  readonly title: string;
  /** Who or where it may have been with. */
  readonly who: string;
  readonly contactId: string;
}

export interface GhostFacts {
  readonly planned: readonly PlannedTask[];
  readonly missing: readonly Unwritten[];
  readonly events: readonly CalendarEvent[];
  readonly reached: readonly Reached[];
  readonly recorded: readonly Pick<
    Interaction,
    "contactId" | "companyId" | "date" | "taskId" | "attendees" | "template"
  >[];
  readonly rows: readonly WeekRow[];
  readonly dismissed: ReadonlySet<string>;
  /** The work date: nothing is proposed that has not been yet (INT-17). */
  readonly today: CalendarDay;
}

const TEMPLATES = {
  task: DEFAULT_TEMPLATE,
  meeting: DEFAULT_TEMPLATE,
  phoneCall: "OUTGOING",
  mail: "EMAIL",
} as const;

/**
 * What the week proposes (INT-17): its open tasks, meetings and calls, appointments of a calendar, and whoever is usually
 * visited by now. Not what is written up or begun already, nor what somebody has dismissed; a contact whose meeting is
 * proposed is not proposed for its interval as well.
 */
export function ghostsOf(facts: GhostFacts): readonly Ghost[] {
  const { recorded, rows, dismissed, today } = facts;
  const doneTasks = new Set([
    ...recorded.flatMap(({ taskId }) => taskId ?? []),
    ...rows.map(({ taskId }) => taskId),
  ]);
  const taken = new Set(rows.map(({ ghost }) => ghost));
  const isOn = (day: CalendarDay, id: string) =>
    id !== "" &&
    (recorded.some(
      (one) => one.date === day && peopleOf(one).some((who) => who === id),
    ) ||
      rows.some((row) => row.contactId === id && row.day === day));
  const spokenOf = new Set([
    ...recorded.flatMap(peopleOf),
    ...rows.map(({ contactId }) => contactId),
  ]);

  const found = [
    ...facts.planned
      .filter(({ id }) => !doneTasks.has(id))
      .map(ofTask)
      .filter(
        ({ why, day, contactId }) => why === "task" || !isOn(day, contactId),
      ),
    ...facts.events
      .map(ofEvent)
      .filter(({ day, contactId }) => !isOn(day, contactId)),
  ];
  // A call or mail from here that was not logged; a visit of the same day says nothing of it.
  const calls = facts.reached
    .map(ofReached)
    .filter(
      ({ day, contactId, template }) =>
        ![...recorded, ...rows].some(
          (one) =>
            ("date" in one ? one.date : one.day) === day &&
            one.contactId === contactId &&
            one.template === template,
        ),
    );
  found.push(...calls);
  // A meeting that was ticked off, and of which nothing is told.
  const held = facts.missing.flatMap((one) =>
    one.meeting !== null &&
    !doneTasks.has(one.meeting.taskId) &&
    !facts.planned.some(({ id }) => id === one.meeting?.taskId) &&
    !isOn(one.meeting.date, one.contactId)
      ? [ofMeeting(one.contactId, one.meeting)]
      : [],
  );
  found.push(...held);
  const proposed = new Set(found.map(({ contactId }) => contactId));
  const usual = facts.missing.flatMap((one) =>
    one.meeting === null &&
    !proposed.has(one.contactId) &&
    !spokenOf.has(one.contactId)
      ? [ofCadence(one, today)]
      : [],
  );
  return [...found, ...usual].filter(
    ({ key, day }) => day <= today && !dismissed.has(key) && !taken.has(key),
  );
}

function peopleOf(
  one: Pick<Interaction, "contactId" | "companyId" | "attendees">,
): readonly string[] {
  const { contactId, companyId, attendees = [] } = one;
  return [contactId, ...attendees, ...(companyId ? [companyId] : [])];
}

function ofTask(task: PlannedTask): Ghost {
  return {
    key: `task/${task.id}`,
    why: task.type,
    day: task.date,
    time: task.startTime ?? "",
    contactId: task.contactId ?? "",
    who: "",
    template: TEMPLATES[task.type],
    minutes: null,
    about: task.description,
    taskId: task.id,
    everyDays: null,
  };
}

function ofMeeting(
  contactId: string,
  { taskId, date }: NonNullable<Unwritten["meeting"]>,
): Ghost {
  return ofTask({
    ...{ id: taskId, contactId, type: "meeting", description: "", date },
    status: "completed",
  });
}

function ofReached(reached: Reached): Ghost {
  const { contactId, kind, startedAt, minutes } = reached;
  const why = kind === "call" ? "phoneCall" : "mail";
  const at = new Date(startedAt);
  return {
    ...{ key: `reached/${contactId}/${startedAt}`, why, contactId, minutes },
    ...{ day: localDay(at), time: localTime(at), template: TEMPLATES[why] },
    ...{ who: "", about: "", taskId: "", everyDays: null },
  };
}

function ofEvent(event: CalendarEvent): Ghost {
  return {
    key: `calendar/${event.uid}/${event.day}/${event.time}`,
    why: "calendar",
    day: event.day,
    time: event.time,
    contactId: event.contactId,
    who: event.who,
    template: DEFAULT_TEMPLATE,
    minutes: event.minutes,
    about: event.title,
    taskId: "",
    everyDays: null,
  };
}

/** One that would be tomorrow is proposed for today: the week is being written up. */
function ofCadence(one: Unwritten, today: CalendarDay): Ghost {
  return {
    key: `cadence/${one.contactId}`,
    why: "cadence",
    day: one.expected <= today ? one.expected : today,
    time: "",
    contactId: one.contactId,
    who: "",
    template: DEFAULT_TEMPLATE,
    minutes: null,
    about: "",
    taskId: "",
    everyDays: one.everyDays,
  };
}

/** The row that an accepted proposal becomes; what it was about is not what came of it, and stays in sight beside it. */
export function acceptGhost(ghost: Ghost, blank: WeekRow): WeekRow {
  return {
    ...blank,
    day: ghost.day,
    time: ghost.time,
    contactId: ghost.contactId,
    who: ghost.who,
    template: ghost.template,
    minutes: ghost.minutes === null ? null : String(ghost.minutes),
    note: ghost.why === "calendar" ? ghost.about : "",
    taskId: ghost.taskId,
    ghost: ghost.key,
  };
}
