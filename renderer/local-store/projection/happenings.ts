import type { CalendarDay } from "../../../shared/core/calendar.ts";
import type { HappenedAnswer, HappenedQuestion } from "../store.ts";
import { numberOfDay } from "./columns/days.ts";
import { IS_COMPANY, type ContactTable } from "./contact-table.ts";
import type { Work } from "./work.ts";
import type { WorkTable } from "./work-table.ts";

/** A day may have more of them than were asked for; of so many more it is certain that they come by time. */
const SPARE = 100;

/**
 * What a card shows of what happened, the newest first, without asking each of thousands of people: as `timeline` says.
 * Of planned work what is due first.
 */
export function newestOf(
  table: ContactTable,
  work: Work,
  question: HappenedQuestion,
): HappenedAnswer {
  const about = table.ids.find(question.contactId);
  const met = work.interactions.work;
  const done: Dated[] = [];
  const open: Dated[] = [];
  for (const row of documentsOf(table, met, about, question))
    done.push({ of: met, row, day: met.days[row] ?? 0 });
  const recorded = new Set(done.map(({ row }) => row));
  for (const row of documentsOf(table, work.tasks, about, question)) {
    const day = work.tasks.days[row] ?? 0;
    // What is due first stands first.
    if (work.openTasks[row] === 1)
      open.push({ of: work.tasks, row, day: -day });
    else done.push({ of: work.tasks, row, day });
  }
  const chosen = [
    ...newest(done, question.want),
    ...newest(open, question.want),
  ];
  const rowsOf = (documents: WorkTable) =>
    chosen.filter(({ of }) => of === documents).map(({ row }) => row);
  const tasks = rowsOf(work.tasks);
  const interactions = new Set(rowsOf(met));
  addCorrections(work, interactions, recorded);
  // A correction may be of somebody else than what it corrects.
  const who = new Set([
    ...Array.from(interactions, (row) => met.contacts[row] ?? -1),
    ...tasks.map((row) => work.tasks.contacts[row] ?? -1),
  ]);
  who.delete(about);
  return {
    interactions: Array.from(interactions, (row) => met.ids.idAt(row)),
    tasks: tasks.map((row) => work.tasks.ids.idAt(row)),
    more: chosen.length < done.length + open.length,
    names: [...who]
      .filter(table.isHere)
      .map((row) => [table.ids.idAt(row), table.text(row, "name")]),
  };
}

/** Whose documents `newestOf` looks through. */
export function toldAbout(
  table: ContactTable,
  { contactId, withPeople, former }: HappenedQuestion,
): readonly string[] {
  const { staff, ids, flags } = table;
  const about = ids.find(contactId);
  const isCompany = about >= 0 && ((flags[about] ?? 0) & IS_COMPANY) !== 0;
  const told = new Set([contactId]);
  if (!isCompany || !withPeople) return [...told];
  for (const id of former) told.add(id);
  for (let who = staff.first(about); who >= 0; who = staff.next(who))
    told.add(ids.idAt(who));
  return [...told];
}

/** Whether as many interactions as are wanted are here of later days than this. */
export function hasHappened(
  table: ContactTable,
  work: Work,
  question: HappenedQuestion,
  after: CalendarDay,
): boolean {
  const met = work.interactions.work;
  const about = table.ids.find(question.contactId);
  const day = numberOfDay(after);
  let found = 0;
  for (const row of documentsOf(table, met, about, question))
    if ((met.days[row] ?? 0) > day) found += 1;
  return found >= question.want;
}

interface Dated {
  readonly of: WorkTable;
  readonly row: number;
  readonly day: number;
}

/** Those that `timeline` finds to belong to a contact. */
function* documentsOf(
  table: ContactTable,
  documents: WorkTable,
  about: number,
  question: HappenedQuestion,
): Generator<number> {
  if (about < 0) return;
  const { byContact, byCompany, contacts, companies } = documents;
  const isCompany = ((table.flags[about] ?? 0) & IS_COMPANY) !== 0;
  const employer = table.companies[about] ?? -1;
  for (let row = byContact.first(about); row >= 0; row = byContact.next(row)) {
    const under = companies[row] ?? -1;
    // TYP-9: what was recorded under a former employer is that company's.
    if (isCompany || under < 0 || under === employer) yield row;
  }
  if (!isCompany || !question.withPeople) return;
  const former = new Set(question.former.map((id) => table.ids.find(id)));
  const { staff, staffOf } = table;
  for (let row = byCompany.first(about); row >= 0; row = byCompany.next(row)) {
    const contact = contacts[row] ?? -1;
    if (contact < 0 || contact === about) continue;
    if (staffOf(contact) === about || former.has(contact)) yield row;
  }
  for (let who = staff.first(about); who >= 0; who = staff.next(who))
    for (let row = byContact.first(who); row >= 0; row = byContact.next(row))
      if ((companies[row] ?? -1) === -1) yield row;
}

/** The `want` of the highest days, and what stands beside the last of them on its day: of that the highest ids. */
function newest(all: readonly Dated[], want: number): readonly Dated[] {
  if (all.length <= want) return all;
  const days = Int32Array.from(all, ({ day }) => day).sort();
  const last = days[days.length - want] ?? 0;
  const later = all.filter(({ day }) => day > last);
  const ties = all.filter(({ day }) => day === last);
  const room = want + SPARE - later.length;
  if (ties.length <= room) return [...later, ...ties];
  return [...later, ...ties.toSorted(byId).slice(-room)];
}

function byId(a: Dated, b: Dated): number {
  return a.of.ids.idAt(a.row) < b.of.ids.idAt(b.row) ? -1 : 1;
}

/** A correction that says another day still marks the one that it corrects. */
function addCorrections(
  work: Work,
  rows: Set<number>,
  all: ReadonlySet<number>,
): void {
  const { amends } = work.interactions;
  for (let before = -1; before < rows.size;) {
    before = rows.size;
    for (const [row, corrected] of amends)
      if (rows.has(corrected) && all.has(row)) rows.add(row);
  }
}
