import { isClosed } from "../../../shared/domain/close-task.ts";
import {
  concerns,
  dueTasks,
  fillInOrder,
  type PlannedTask,
} from "../../../shared/domain/due-tasks.ts";
import { weekOf, type CalendarDay } from "../../../shared/core/calendar.ts";
import { countingInteractions } from "../../../shared/domain/statistics.ts";
import { isOpenOpportunity } from "../../../shared/domain/opportunity-values.ts";
import {
  inSalesOrder,
  pipelineTotals,
  type Sale,
} from "../../../shared/domain/pipeline.ts";
import {
  lookBackFrom,
  weekLookBack,
  type DueVisit,
  type RecordedInteraction,
} from "../../../shared/domain/written-up.ts";
import type {
  ContactRow,
  DiaryAnswer,
  DiaryQuestion,
  DueAnswer,
  DueList,
  DueQuestion,
  PostponedAnswer,
  PostponedQuestion,
  SalesAnswer,
  SalesQuestion,
  WeekAnswer,
  WeekQuestion,
} from "../store.ts";
import { aTurn } from "./run-search.ts";

/** Between two turns of whoever else asks. */
const AT_ONCE = 1000;

export interface KnownContact {
  readonly row: ContactRow;
  readonly salesperson: string;
  /** Blocked for privacy: nothing may be logged about them (INT-13). */
  readonly blocked: boolean;
}

/** What is due, and what the week lacks. No clock, no I/O. */
export interface Agenda {
  due(question: DueQuestion): DueAnswer;
  /** In steps, between which others are answered: twelve weeks of a whole company are tens of thousands. */
  week(question: WeekQuestion): Promise<WeekAnswer>;
  diary(question: DiaryQuestion): DiaryAnswer;
  sales(question: SalesQuestion): SalesAnswer;
  postponed(question: PostponedQuestion): PostponedAnswer;
}

export function createAgenda(of: {
  readonly contactOf: (id: string) => KnownContact | null;
  readonly planned: () => Iterable<PlannedTask>;
  /** At least those of these days. */
  readonly interactionsBetween: (
    from: CalendarDay,
    to: CalendarDay,
  ) => Iterable<RecordedInteraction>;
  readonly sales: () => Iterable<Sale>;
  readonly postponed: () => Iterable<RecordedInteraction>;
  readonly visitsDue: (until: CalendarDay) => Iterable<DueVisit>;
}): Agenda {
  const { contactOf, planned, interactionsBetween } = of;

  function firstOf(list: readonly PlannedTask[], share: number): DueList {
    const rows = list.slice(0, share).map((task) => {
      const { contactId = "" } = task;
      return { task, contact: contactOf(contactId)?.row ?? null };
    });
    return { total: list.length, rows };
  }
  return {
    due({ today, salesperson, colleagues, room, more }) {
      const lists = dueTasks(planned(), today, salesperson, colleagues);
      const [overdue = 0, now = 0, soon = 0, later = 0] = fillInOrder(
        [lists.overdue, lists.today, lists.soon, lists.later].map(
          ({ length }) => length,
        ),
        room,
      );
      return {
        overdue: firstOf(lists.overdue, overdue + (more?.overdue ?? 0)),
        today: firstOf(lists.today, now + (more?.today ?? 0)),
        soon: firstOf(lists.soon, soon + (more?.soon ?? 0)),
        later: firstOf(lists.later, later + (more?.later ?? 0)),
      };
    },
    sales({ salesperson, contactId, which, room }) {
      const all = [...of.sales()].filter(
        (sale) =>
          concerns(sale, salesperson) &&
          (contactId === undefined ||
            sale.contactId === contactId ||
            sale.companyId === contactId),
      );
      const asked = all.filter(
        (sale) =>
          which === "all" || isOpenOpportunity(sale) === (which === "open"),
      );
      const rows = inSalesOrder(asked)
        .slice(0, room)
        .map((sale) => {
          const contact = contactOf(sale.contactId)?.row ?? null;
          return { sale, contact };
        });
      return { total: asked.length, rows, totals: pipelineTotals(all) };
    },
    postponed({ salesperson, room }) {
      const own = [...of.postponed()]
        .filter((one) => concerns(one, salesperson))
        .sort(
          (a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id),
        );
      const rows = own.slice(0, room).map(({ id, contactId }) => {
        return { id, contact: contactOf(contactId)?.row ?? null };
      });
      return { total: own.length, rows };
    },
    async week({ today, salesperson, room }) {
      const interactions: RecordedInteraction[] = [];
      const { sunday } = weekOf(today);
      for (const one of interactionsBetween(lookBackFrom(today), sunday)) {
        interactions.push(one);
        if (interactions.length % AT_ONCE === 0) await aTurn();
      }
      const { written, missing } = weekLookBack({
        tasks: planned(),
        interactions,
        contactOf(id) {
          const known = contactOf(id);
          if (!known || known.blocked) return null;
          return { salesperson: known.salesperson || undefined };
        },
        due: of.visitsDue(sunday),
        today,
        salesperson,
      });
      const rows = missing.slice(0, room).flatMap((one) => {
        const contact = contactOf(one.contactId)?.row;
        return contact ? [{ ...one, contact }] : [];
      });
      return { written, total: missing.length, rows };
    },
    diary({ monday, salesperson }) {
      const { sunday } = weekOf(monday);
      const isOwn = (one: PlannedTask | RecordedInteraction) =>
        one.date >= monday && one.date <= sunday && concerns(one, salesperson);
      const recorded = countingInteractions([
        ...interactionsBetween(monday, sunday),
      ]);
      return {
        recorded: recorded.filter(isOwn).map(({ id }) => id),
        planned: [...planned()].filter(
          (task) =>
            isOwn(task) && !isClosed(task) && task.contactId !== undefined,
        ),
      };
    },
  };
}
