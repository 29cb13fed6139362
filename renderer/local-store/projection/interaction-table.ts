import type { CalendarDay } from "../../../shared/core/calendar.ts";
import {
  isVisit,
  type RecordedInteraction,
} from "../../../shared/domain/written-up.ts";
import { createAttendees } from "./columns/attendees.ts";
import { createDictionary } from "./columns/dictionary.ts";
import { dayOfNumber, numberOfDay } from "./columns/days.ts";
import type { IdTable } from "./columns/id-table.ts";
import { createLists } from "./columns/lists.ts";
import { narrowed, withNumber } from "./columns/narrow.ts";
import { grown, type Numbers } from "./columns/numbers.ts";
import { partOf, type Packed } from "./columns/pack.ts";
import { createWorkTable, type WorkTable } from "./work-table.ts";
import type { SlimInteraction } from "./slim-work.ts";

export const CANCELED = 1;
export const POSTPONED = 2;
export const ATTEMPT_FAILED = 4;
export const STARTED_BY_US = 8;
/** A conversation face to face that took place. */
export const IS_VISIT = 16;

/** Interactions as columns: years of visits take a few bytes each and are never looked through for a screen. */
export interface InteractionTable {
  readonly work: WorkTable;
  readonly marks: Uint8Array;
  /** Rows beyond their ends have none. */
  readonly minutes: Numbers;
  readonly costs: Numbers;
  /** Row of the one that it corrects. */
  readonly amends: ReadonlyMap<number, number>;
  show(row: number, interaction: SlimInteraction | null): void;
  /** Ids of those with somebody else at which a contact was met. */
  attendedBy(contactId: string): readonly string[];
  /** Those of the weeks of these days and between, and some days around; what comes meanwhile disturbs nobody. */
  between(
    from: CalendarDay,
    to: CalendarDay,
  ): IterableIterator<RecordedInteraction>;
  /** Those that wait to be finished (INT-8) and are not cancelled. */
  postponed(): IterableIterator<RecordedInteraction>;
  pack(): Packed;
}

const DAYS_A_WEEK = 7;

export function createInteractionTable(
  contactIds: IdTable,
  from?: Packed,
): InteractionTable {
  const work = createWorkTable(contactIds, partOf(from, "work"));
  const groups = createDictionary(partOf(from, "groups"));
  const salespersons = createDictionary(partOf(from, "salespersons"));
  const byWeek = createLists(work.days.length);
  let marks = partOf<Uint8Array>(from, "marks") ?? new Uint8Array();
  let minutes = partOf<Numbers>(from, "minutes") ?? new Uint8Array();
  let costs = partOf<Numbers>(from, "costs") ?? new Uint8Array();
  const amends = new Map(
    (from?.["amends"] as unknown as [number, number][] | undefined) ?? [],
  );
  const attendees = createAttendees(work.ids, from?.["attendees"]);
  const waiting = new Set<number>();
  for (let row = 0; row < work.days.length; row++) {
    byWeek.move(row, -1, weekAt(row));
    putAmongWaiting(row);
  }

  function weekAt(row: number): number {
    const day = work.days[row] ?? 0;
    return day === 0 ? -1 : Math.floor(day / DAYS_A_WEEK);
  }
  function putAmongWaiting(row: number): void {
    if (((marks[row] ?? 0) & (POSTPONED | CANCELED)) === POSTPONED)
      waiting.add(row);
    else waiting.delete(row);
  }
  function has(row: number, mark: number): boolean {
    return ((marks[row] ?? 0) & mark) !== 0;
  }
  function recordedAt(row: number): RecordedInteraction {
    const { contacts, companies, days, ids } = work;
    const company = companies[row] ?? -1;
    const amended = amends.get(row);
    const group = groups.at(row);
    const salesperson = salespersons.at(row);
    const met = attendees.at(row);
    return {
      id: ids.idAt(row),
      contactId: contactIds.idAt(contacts[row] ?? 0),
      date: dayOfNumber(days[row] ?? 0),
      ...(company >= 0 && { companyId: contactIds.idAt(company) }),
      ...(group !== "" && { group }),
      ...(salesperson !== "" && { salesperson }),
      ...(has(row, ATTEMPT_FAILED) && { attemptFailed: true }),
      ...(has(row, CANCELED) && { canceled: true }),
      ...(has(row, POSTPONED) && { postponed: true }),
      ...(amended !== undefined && { amends: ids.idAt(amended) }),
      ...(met && { attendees: [...met] }),
    };
  }
  return {
    work,
    get marks() {
      return marks;
    },
    get minutes() {
      return minutes;
    },
    get costs() {
      return costs;
    },
    amends,
    show(row, interaction) {
      if (interaction?.amends === undefined) amends.delete(row);
      else amends.set(row, work.ids.add(interaction.amends));
      attendees.set(row, interaction?.attendees);
      const week = weekAt(row);
      work.show(row, interaction);
      marks = grown(marks, Math.max(row + 1, work.ids.size));
      marks[row] = interaction ? marksOf(interaction) : 0;
      minutes = withNumber(minutes, row, interaction?.durationMin ?? 0);
      costs = withNumber(costs, row, interaction?.costMinor ?? 0);
      groups.set(row, interaction?.group ?? "");
      salespersons.set(row, interaction?.salesperson ?? "");
      byWeek.move(row, week, weekAt(row));
      putAmongWaiting(row);
    },
    attendedBy: attendees.attendedBy,
    *between(since, until) {
      const last = Math.floor(numberOfDay(until) / DAYS_A_WEEK);
      const rows: number[] = [];
      let week = Math.floor(numberOfDay(since) / DAYS_A_WEEK);
      for (; week <= last; week++)
        for (let row = byWeek.first(week); row >= 0; row = byWeek.next(row))
          rows.push(row);
      // One that was deleted since has no day.
      for (const row of rows) if (work.days[row]) yield recordedAt(row);
    },
    *postponed() {
      for (const row of waiting) yield recordedAt(row);
    },
    pack() {
      const packed = work.pack();
      const rows = work.ids.size;
      return {
        work: packed,
        groups: groups.pack(rows),
        salespersons: salespersons.pack(rows),
        marks: grown(marks, rows).slice(0, rows),
        minutes: narrowed(minutes, rows),
        costs: narrowed(costs, rows),
        amends: [...amends],
        attendees: attendees.pack(),
      };
    },
  };
}

function marksOf(interaction: SlimInteraction): number {
  return (
    (interaction.canceled === true ? CANCELED : 0) |
    (interaction.postponed === true ? POSTPONED : 0) |
    (interaction.attemptFailed === true ? ATTEMPT_FAILED : 0) |
    (interaction.initiatedBy === "us" ? STARTED_BY_US : 0) |
    (isVisit(interaction) ? IS_VISIT : 0)
  );
}
