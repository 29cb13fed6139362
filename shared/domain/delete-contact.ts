import { ok, refuse, type Result } from "../core/result.ts";
import type { Contact } from "../entities/contact.ts";
import type { FileInfo } from "../entities/file.ts";
import type { Interaction } from "../entities/interaction.ts";
import type { Note } from "../entities/note.ts";
import type { Opportunity } from "../entities/opportunity.ts";
import type { Task } from "../entities/task.ts";
import type { Change } from "./change.ts";

/** One contact with all that hangs on it. */
export interface DeleteFacts {
  readonly contact: Contact;
  readonly interactions: readonly Interaction[];
  /** Of a company also what stays with it of people who have left (TYP-9); of opportunities, too. */
  readonly tasks: readonly Task[];
  readonly opportunities: readonly Opportunity[];
  readonly notes: readonly Note[];
  readonly files: readonly FileInfo[];
}

/** DEL-1: whose open work stands against it, and the first of it in words. */
export interface OpenWork {
  readonly contact: Contact;
  readonly kind: "task" | "opportunity";
  readonly description: string;
  readonly count: number;
}

export interface DeleteRefusal {
  readonly kind: "open-work";
  readonly open: readonly OpenWork[];
}

/**
 * Deletes a contact: a person, or a company with all of its people, all or nothing (DEL-1, DEL-2). What was recorded
 * with a person of a company passes to that company; with a company it stays as it is, without a contact. Notes,
 * pictures and what is on the card itself go along (DEL-3). That somebody goes because the company does is the deletion's
 * origin: the server then does not ask who takes their work over. A linked customer or vendor stays, and the server empties its
 * primary contact.
 *
 * @param all the contact, and for a company its people
 */
export function deleteContact(
  all: readonly DeleteFacts[],
): Result<readonly Change[], DeleteRefusal> {
  const open = all.flatMap(openWork);
  if (open.length > 0) return refuse({ kind: "open-work", open });
  const gone = new Set(all.map(({ contact }) => contact.id));
  // People before their company, so that it is empty when it goes.
  const order = all.toSorted(
    (a, b) =>
      Number(a.contact.type === "company") -
      Number(b.contact.type === "company"),
  );
  return ok(order.flatMap((facts) => removalOf(facts, gone)));
}

function openWork({ contact, tasks, opportunities }: DeleteFacts): OpenWork[] {
  const openTasks = tasks.filter(
    (task) => task.status !== "completed" && task.canceled !== true,
  );
  const openOpportunities = opportunities.filter(
    ({ status }) => status === "notStarted" || status === "inProgress",
  );
  return (
    [
      ["task", openTasks],
      ["opportunity", openOpportunities],
    ] as const
  ).flatMap(([kind, work]) => {
    const [first] = work;
    if (!first) return [];
    const { description } = first;
    return [{ contact, kind, description, count: work.length }];
  });
}

function removalOf(facts: DeleteFacts, gone: ReadonlySet<string>): Change[] {
  const { contact } = facts;
  const { companyId } = contact;
  const goesWithCompany =
    contact.type === "person" && companyId !== undefined && gone.has(companyId);
  const passed =
    contact.type === "person"
      ? [
          ...facts.interactions.map((one) => passedOn("interactions", one)),
          ...facts.tasks.map((one) => passedOn("tasks", one)),
          ...facts.opportunities.map((one) => passedOn("opportunities", one)),
        ]
      : [];
  return [
    // A company that goes, too, takes nothing over.
    ...passed.flatMap((change) =>
      change && !gone.has(change.to) ? [change.change] : [],
    ),
    ...facts.notes
      .filter(({ kind }) => kind !== "request")
      .map((one): Change => deletion("notes", one)),
    ...facts.files.map((one): Change => deletion("files", one)),
    goesWithCompany
      ? { ...deletion("contacts", contact), origin: "inherited" }
      : deletion("contacts", contact),
  ];
}

/** To the company under which it was recorded; what was recorded under none stays with nobody. */
function passedOn(
  c: "interactions" | "tasks" | "opportunities",
  before: {
    readonly id: string;
    readonly companyId?: string | undefined;
  },
): { readonly to: string; readonly change: Change } | null {
  const to = before.companyId;
  if (to === undefined) return null;
  const change = {
    c,
    id: before.id,
    before,
    after: { ...before, contactId: to },
  };
  return { to, change: change as unknown as Change };
}

function deletion(
  c: "contacts" | "notes" | "files",
  before: { readonly id: string },
): Change {
  return { c, id: before.id, before, after: null } as Change;
}
