import type { HappenedAnswer, HappenedQuestion } from "../store.ts";
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
  const { want } = question;
  const about = table.ids.find(question.contactId);
  const interactions = work.interactions.work;
  const done: Dated[] = [];
  const open: Dated[] = [];
  for (const row of documentsOf(table, interactions, about, question))
    done.push(dated(interactions, row, "interactions"));
  for (const row of documentsOf(table, work.tasks, about, question))
    (work.openTasks[row] === 1 ? open : done).push(
      dated(work.tasks, row, "tasks"),
    );
  done.sort((a, b) => b.day - a.day || (a.id < b.id ? 1 : -1));
  open.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
  const past = withTies(done, want);
  const chosen = [...past, ...withTies(open, want)];
  const rows = new Set(
    chosen.filter(({ c }) => c === "interactions").map(({ row }) => row),
  );
  addCorrections(work, rows, new Set(done.map(({ row }) => row)));
  const who = new Set(chosen.map(({ contact }) => contact));
  who.delete(about);
  return {
    interactions: Array.from(rows, (row) => interactions.ids.idAt(row)),
    tasks: chosen.filter(({ c }) => c === "tasks").map(({ id }) => id),
    more: chosen.length < done.length + open.length,
    names: [...who]
      .filter(table.isHere)
      .map((row) => [table.ids.idAt(row), table.text(row, "name")]),
  };
}

interface Dated {
  readonly c: "interactions" | "tasks";
  readonly row: number;
  readonly id: string;
  readonly day: number;
  readonly contact: number;
}

function dated(documents: WorkTable, row: number, c: Dated["c"]): Dated {
  return {
    ...{ c, row, id: documents.ids.idAt(row) },
    day: documents.days[row] ?? 0,
    contact: documents.contacts[row] ?? -1,
  };
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
  const { staff } = table;
  for (let row = byCompany.first(about); row >= 0; row = byCompany.next(row)) {
    const contact = contacts[row] ?? -1;
    if (contact < 0 || contact === about) continue;
    if (staff.listOf(contact) === about || former.has(contact)) yield row;
  }
  for (let who = staff.first(about); who >= 0; who = staff.next(who))
    for (let row = byContact.first(who); row >= 0; row = byContact.next(row))
      if (companies[row] === -1) yield row;
}

/** The first `want`, and what stands beside the last of them on its day. */
function withTies(sorted: readonly Dated[], want: number): readonly Dated[] {
  const last = sorted[want - 1]?.day;
  let end = Math.min(want, sorted.length);
  while (end < want + SPARE && sorted[end]?.day === last) {
    if (end >= sorted.length) break;
    end += 1;
  }
  return sorted.slice(0, end);
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
