import { describe, expect, it } from "vitest";
import {
  deleteContact,
  type DeleteFacts,
} from "../../../../shared/domain/delete-contact.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import type { Task } from "../../../../shared/entities/task.ts";
import { companyId, gruyere, personId } from "./contact-builder.ts";

const luc: Contact = {
  ...{ id: personId, type: "person", name: "Luc Pasquier", companyId },
};
const id = (n: number) => `0190a0a0-0000-7000-8000-0000000000${n}`;
const task = (more: Partial<Task> = {}): Task => ({
  ...{ id: id(51), contactId: personId, companyId, type: "phoneCall" },
  ...{ description: "Appel mensuel", date: "2026-03-31", status: "notStarted" },
  ...more,
});
function facts(contact: Contact, more: Partial<DeleteFacts> = {}): DeleteFacts {
  const none = { interactions: [], tasks: [], opportunities: [] };
  return { contact, ...none, notes: [], files: [], ...more };
}
function deleted(all: readonly DeleteFacts[]) {
  const result = deleteContact(all);
  if (!result.ok) throw new Error("refused");
  return result.value;
}

describe("DEL", () => {
  it("DEL-1: open tasks and opportunities stand against it, by name", () => {
    const opportunity = {
      ...{ id: id(61), contactId: personId, description: "Affineur AF-200" },
      ...{ salesCycle: "NEW", status: "inProgress", createdOn: "2026-03-13" },
    } as unknown as DeleteFacts["opportunities"][number];
    const refused = deleteContact([
      facts(luc, { tasks: [task()], opportunities: [opportunity] }),
    ]);
    expect(!refused.ok && refused.error.open).toEqual([
      { contact: luc, kind: "task", description: "Appel mensuel", count: 1 },
      {
        ...{ contact: luc, kind: "opportunity" },
        ...{ description: "Affineur AF-200", count: 1 },
      },
    ]);
    const closed = task({ status: "completed" });
    expect(deleteContact([facts(luc, { tasks: [closed] })]).ok).toBe(true);
  });

  it("DEL-2: a company goes with all of its people or not at all", () => {
    const company = facts(gruyere());
    expect(deleteContact([company, facts(luc, { tasks: [task()] })]).ok).toBe(
      false,
    );
    const changes = deleted([company, facts(luc)]);
    expect(
      changes.map(({ id: of, after, origin }) => [of, after, origin]),
    ).toEqual([
      // That it goes because the company does: the server does not ask for an heir.
      [personId, null, "inherited"],
      [companyId, null, undefined],
    ]);
  });

  it("DEL-2: what was recorded with a person passes to the company it was recorded under", () => {
    const visit = { id: id(71), contactId: personId, date: "2026-03-09" };
    const changes = deleted([
      facts(luc, {
        interactions: [
          { ...visit, companyId },
          // When independent: nobody's now.
          { ...visit, id: id(72) },
        ],
        tasks: [task({ status: "completed" })],
      }),
    ]);
    expect(changes.map(({ c, id: of }) => [c, of])).toEqual([
      ["interactions", id(71)],
      ["tasks", id(51)],
      ["contacts", personId],
    ]);
    expect(changes[0]?.after).toEqual({
      ...visit,
      ...{ contactId: companyId, companyId },
    });
  });

  it("DEL-3: notes and pictures go along, a request to the office stays", () => {
    const note = { id: id(81), contactId: personId, text: "x" };
    const changes = deleted([
      facts(luc, {
        notes: [
          { ...note, kind: "comment" },
          { ...note, id: id(82), kind: "request" },
        ],
        files: [
          {
            ...{ id: id(91), contactId: personId, name: "p", bytes: 1 },
            ...{ mime: "image/png", sha256: "0".repeat(64), role: "picture" },
          },
        ],
      }),
    ]);
    expect(changes.map(({ c, id: of, after }) => [c, of, after])).toEqual([
      ["notes", id(81), null],
      ["files", id(91), null],
      ["contacts", personId, null],
    ]);
  });
});
