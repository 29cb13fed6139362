import { describe, expect, it } from "vitest";
import {
  logVisit,
  type VisitDraft,
  type VisitFacts,
} from "../../../../shared/domain/log-visit.ts";
import { findCode } from "../../../../shared/domain/starter-codes.ts";
import { Interaction } from "../../../../shared/entities/interaction.ts";
import { Task } from "../../../../shared/entities/task.ts";
import { companyId, countingIds, gruyere, person } from "./contact-builder.ts";

const luc = person({
  companyId,
  companyName: "Fromagerie Gruyère-Est SA",
  language: "FRS",
  salesperson: "MBE",
});

function facts(values: Partial<VisitFacts> = {}): VisitFacts {
  return {
    contact: luc,
    template: findCode("interactionTemplate", "ONSITE", []),
    userSalesperson: "CRO",
    today: "2026-03-13",
    time: "17:04",
    newId: countingIds(),
    ...values,
  };
}

function log(draft: VisitDraft, around: Partial<VisitFacts> = {}) {
  const result = logVisit(facts(around), draft);
  if (!result.ok) throw new Error(result.error.kind);
  const visit = result.value[0]?.after as Interaction;
  const task = result.value[1]?.after as Task | undefined;
  expect(Interaction.fields.safeParse(visit).error).toBeUndefined();
  if (task) expect(Task.fields.safeParse(task).error).toBeUndefined();
  return { visit, task, changes: result.value };
}

describe("a visit", () => {
  it("A8: is logged with what was typed, the template's presets and its next step", () => {
    const { visit, task, changes } = log({
      date: "2026-03-09",
      time: "10:00",
      durationMin: 90,
      evaluation: "positive",
      result: "Intéressé par l'affineur AF-200 ; offre avant Pâques",
      nextStep: { description: "call", date: "2026-03-20", type: "phoneCall" },
    });
    expect(visit).toEqual({
      id: visit.id,
      contactId: luc.id,
      companyId,
      date: "2026-03-09",
      time: "10:00",
      template: "ONSITE",
      group: "MEETING",
      description: "Visite chez le client",
      result: "Intéressé par l'affineur AF-200 ; offre avant Pâques",
      flow: "out",
      initiatedBy: "us",
      evaluation: "positive",
      costMinor: 4500,
      durationMin: 90,
      salesperson: "CRO",
      language: "FRS",
    });
    expect(task).toEqual({
      id: task?.id,
      contactId: luc.id,
      companyId,
      type: "phoneCall",
      description: "call",
      date: "2026-03-20",
      status: "notStarted",
      salesperson: "CRO",
      interactionId: visit.id,
    });
    expect(changes.map((change) => [change.c, change.before])).toEqual([
      ["interactions", null],
      ["tasks", null],
    ]);
  });

  it("INT-2: has contact, template, salesperson, day and description, whatever was typed", () => {
    expect(log({}).visit).toMatchObject({
      contactId: luc.id,
      template: "ONSITE",
      salesperson: "CRO",
      date: "2026-03-13",
      description: "Visite chez le client",
    });
  });

  it("INT-4, INT-5: is in the contact's language and by the channel that the contact prefers", () => {
    const annina = person({ language: "RMC", correspondence: "email" });
    expect(log({}, { contact: annina }).visit).toMatchObject({
      language: "RMC",
      correspondence: "email",
    });
    expect(log({}, { contact: person() }).visit).not.toHaveProperty(
      "correspondence",
    );
  });

  it("INT-6: goes to the alternative address that is valid on its day", () => {
    const chalet = "0190a0a0-0000-7000-8000-0000000000c1";
    const away = person({
      altAddresses: {
        [chalet]: { code: "CHALET", from: "2026-03-09", to: "2026-03-10" },
      },
    });
    const on = (date: string) => log({ date }, { contact: away }).visit;
    expect(on("2026-03-10").altAddress).toBe("CHALET");
    expect(on("2026-03-11")).not.toHaveProperty("altAddress");
  });

  it("TSK-3: is linked to the task that it was, and to its opportunity", () => {
    const about = { taskId: companyId, opportunityId: luc.id };
    expect(log(about).visit).toMatchObject(about);
  });

  it("INT-7: an attempt without typed minutes has none, a visit has the template's", () => {
    expect(log({ successful: false }).visit.durationMin).toBeUndefined();
    expect(log({}).visit.durationMin).toBe(180);
    expect(log({ durationMin: null }).visit.durationMin).toBeUndefined();
  });

  it("A8: somebody not reached is a failed attempt", () => {
    const { visit } = log(
      { date: "2026-03-11", durationMin: 5, successful: false },
      { template: findCode("interactionTemplate", "OUTGOING", []) },
    );
    expect(visit).toMatchObject({
      attemptFailed: true,
      costMinor: 100,
      durationMin: 5,
      flow: "out",
    });
  });

  it("needs nothing but who", () => {
    const { visit, changes } = log(
      {},
      { template: null, userSalesperson: null, contact: person() },
    );
    expect(visit).toEqual({
      id: visit.id,
      contactId: luc.id,
      date: "2026-03-13",
      time: "17:04",
    });
    expect(changes).toHaveLength(1);
  });

  it("INT-3: starts today, now, by the user or else the contact's salesperson", () => {
    expect(log({}).visit).toMatchObject({
      date: "2026-03-13",
      time: "17:04",
      salesperson: "CRO",
    });
    expect(log({}, { userSalesperson: null }).visit.salesperson).toBe("MBE");
  });

  it("INT-3: what was typed beats the template", () => {
    const typed: VisitDraft = {
      description: "Foire",
      costMinor: 0,
      durationMin: 20,
      flow: "in",
      initiatedBy: "them",
    };
    expect(log(typed).visit).toMatchObject(typed);
  });

  it("INT-3: no time is guessed for another day", () => {
    expect(log({ date: "2026-03-12" }).visit).not.toHaveProperty("time");
  });

  it("TYP-9: a visit at a company is the company's own", () => {
    const { visit } = log({}, { contact: gruyere() });
    expect(visit).toMatchObject({ contactId: companyId, companyId });
  });

  it("TYP-3: an independent person has no company on the visit", () => {
    expect(log({}, { contact: person() }).visit).not.toHaveProperty(
      "companyId",
    );
  });

  it("a text too long for its line is kept whole beside it", () => {
    const { visit, task } = log({
      description: "d".repeat(130),
      result: "r",
      nextStep: { description: "t".repeat(120) },
    });
    expect(visit.description).toBe("d".repeat(100));
    expect(visit.result).toBe(`${"d".repeat(130)}\n\nr`);
    expect(task?.description).toBe("t".repeat(100));
    expect(task?.comment).toBe("t".repeat(120));
  });

  it("a sign that no store takes does not keep a visit from being saved", () => {
    const { visit } = log({ result: "a\u0000b\ud800", description: "\u0000" });
    expect(visit.result).toBe("ab\ufffd");
    expect(visit.description).toBe("Visite chez le client");
  });

  it("INT-8: a postponed visit says so", () => {
    expect(log({ postponed: true }).visit.postponed).toBe(true);
  });
});

describe("the next step", () => {
  it("INT-16: without a day is due in a week, without words is called like the visit", () => {
    expect(log({ nextStep: {} }).task).toMatchObject({
      date: "2026-03-20",
      description: "Visite chez le client",
      type: "task",
    });
  });

  it("INT-16: without any words at all is called like the contact", () => {
    expect(log({ nextStep: {} }, { template: null }).task?.description).toBe(
      "Luc Pasquier",
    );
  });
});

function logged(draft: VisitDraft, around: Partial<VisitFacts>) {
  const result = logVisit(facts(around), draft);
  const visit = result.ok ? (result.value[0]?.after as Interaction) : undefined;
  return { visit };
}

describe("what is refused", () => {
  it("INT-17: a day after the work date", () => {
    expect(logVisit(facts(), { date: "2026-03-16" })).toEqual({
      ok: false,
      error: { kind: "in-the-future" },
    });
    expect(logVisit(facts(), { date: "2026-03-13" }).ok).toBe(true);
  });

  it("INT-13: who is blocked stands nowhere as met, whoever ticked them", () => {
    const met = [
      { ...luc, id: "p1" },
      { ...luc, id: "p2", privacyBlocked: true },
    ];
    const attendees = met.map(({ id }) => id);
    const { visit } = logged({ attendees }, { met });
    expect(visit?.attendees).toEqual(["p1"]);
    const alone = logged({ attendees: ["p2"] }, { met });
    expect(alone.visit?.attendees).toBeUndefined();
  });

  it("INT-13: a contact that is blocked", () => {
    const contact = { ...luc, privacyBlocked: true };
    expect(logVisit(facts({ contact }), {})).toEqual({
      ok: false,
      error: { kind: "privacy-blocked" },
    });
  });
});
