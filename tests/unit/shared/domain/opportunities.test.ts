import { describe, expect, it } from "vitest";
import type { RequestFacts } from "../../../../shared/domain/account-request.ts";
import {
  closeOpportunity,
  reasonsFor,
  type CloseDraft,
  type CloseFacts,
} from "../../../../shared/domain/close-opportunity.ts";
import { createOpportunity } from "../../../../shared/domain/create-opportunity.ts";
import {
  deleteOpportunity,
  editOpportunity,
  type OpportunityEdit,
} from "../../../../shared/domain/edit-opportunity.ts";
import {
  moveOpportunity,
  stagesFor,
  type MoveDraft,
  type MoveFacts,
  stageBefore,
  waysFrom,
} from "../../../../shared/domain/move-opportunity.ts";
import {
  activeEntry,
  closingDay,
  entriesInOrder,
} from "../../../../shared/domain/opportunity-entries.ts";
import {
  calculatedMinor,
  openValues,
} from "../../../../shared/domain/opportunity-values.ts";
import {
  probabilityOf,
  stagesInUse,
} from "../../../../shared/domain/sales-cycle.ts";
import {
  findCode,
  starterCodes,
} from "../../../../shared/domain/starter-codes.ts";
import type { Code } from "../../../../shared/entities/code.ts";
import { Note } from "../../../../shared/entities/note.ts";
import { Opportunity } from "../../../../shared/entities/opportunity.ts";
import { Task } from "../../../../shared/entities/task.ts";
import {
  companyId,
  gruyere,
  helvetia,
  otherPersonId,
  person,
} from "./contact-builder.ts";
import {
  affineur,
  creating,
  luc,
  newCustomer,
  newId,
} from "./opportunity-builder.ts";
import { task, visit } from "./visit-builder.ts";

function tryMove(
  opportunity: Opportunity,
  draft: MoveDraft,
  facts: Partial<MoveFacts> = {},
) {
  return moveOpportunity(
    {
      opportunity,
      cycle: newCustomer,
      tasks: [],
      activity: () => null,
      newId,
      ...facts,
    },
    draft,
  );
}

function move(opportunity: Opportunity, draft: MoveDraft): Opportunity {
  const result = tryMove(opportunity, draft);
  if (!result.ok) throw new Error(result.error.kind);
  return Opportunity.fields.parse(result.value[0]?.after);
}

function active(opportunity: Opportunity) {
  const entry = activeEntry(opportunity)?.entry;
  return [
    entry?.stage,
    entry?.completed,
    entry?.chances,
    entry?.probability,
    calculatedMinor(entry),
  ];
}

/** Story A13 until the quote is there and the third stage reached. */
function presented(): Opportunity {
  const second = move(affineur(), { move: "next", changedOn: "2026-03-20" });
  const sure = move(second, {
    move: "updated",
    changedOn: "2026-03-24",
    chances: 60,
  });
  return move(
    { ...sure, quoteNo: "Q-1001" },
    { move: "next", changedOn: "2026-03-27" },
  );
}

const template = starterCodes.find(
  ({ kind }) => kind === "customerTemplate",
) as Code;

function customer(values: Partial<RequestFacts> = {}): RequestFacts {
  return {
    request: { action: "create", kind: "customer", template: "CH-CORP" },
    contact: luc,
    company: gruyere(),
    account: null,
    templates: [{ ...template, code: "CH-CORP", contactType: "company" }],
    linkCodes: {
      customer: "CUST",
      vendor: "VEND",
      bank: "BANK",
      employee: "EMP",
    },
    ...values,
  };
}

function close(
  draft: Partial<CloseDraft> = {},
  facts: Partial<CloseFacts> = {},
) {
  return closeOpportunity(
    {
      opportunity: presented(),
      cycle: newCustomer,
      reason: findCode("closeCode", "PRODUCT_W", []),
      customer: customer(),
      newId,
      ...facts,
    },
    { outcome: "won", closedOn: "2026-04-10", valueMinor: 4_650_000, ...draft },
  );
}

describe("a new opportunity", () => {
  it("OPP-1: has description, contact, salesperson, cycle and day; the company is the contact's", () => {
    expect(affineur({}, { today: "2026-03-13" })).toMatchObject({
      description: "Affineur AF-200",
      contactId: luc.id,
      companyId,
      salesperson: "CRO",
      cycle: "NEW",
      createdOn: "2026-03-13",
    });
    const theirs = affineur({}, { userSalesperson: null });
    expect(theirs.salesperson).toBe("MBE");
  });

  it.each([
    ["description-missing", { description: "  " }, {}],
    [
      "salesperson-missing",
      {},
      { userSalesperson: null, contact: person({ companyId }) },
    ],
    ["cycle-missing", {}, { cycle: null }],
    ["cycle-missing", {}, { cycle: { ...newCustomer, inactive: true } }],
    ["privacy-blocked", {}, { contact: { ...luc, privacyBlocked: true } }],
  ] as const)("OPP-1, OPP-11: is refused: %s", (kind, draft, facts) => {
    const result = createOpportunity(creating(facts), {
      description: "Affineur",
      ...draft,
    });
    expect(result).toEqual({ ok: false, error: { kind } });
  });

  it("OPP-2: is not started until its first stage is, which needs value, chances and a later closing day", () => {
    const idle = createOpportunity(creating(), { description: "Affineur" });
    const waiting = Opportunity.fields.parse(idle.ok && idle.value[0]?.after);
    expect(waiting.status).toBe("notStarted");
    expect(waiting.entries).toBeUndefined();
    const first = { move: "first", changedOn: "2026-03-13" } as const;
    expect(tryMove(waiting, first)).toMatchObject({
      error: { kind: "value-missing" },
    });
    expect(
      tryMove(waiting, {
        ...first,
        estimatedMinor: 4_800_000,
        closeOn: "2026-03-12",
      }),
    ).toMatchObject({ error: { kind: "closing-before-move" } });
    expect(move(waiting, { ...first, estimatedMinor: 4_800_000 }).status).toBe(
      "inProgress",
    );
  });

  it("OPP-4: A13 begins with completed 2, probability 16 and 7'680.00", () => {
    expect(affineur().status).toBe("inProgress");
    expect(active(affineur())).toEqual([1, 2, 30, 16, 768_000]);
    expect(openValues(affineur())).toEqual({
      open: true,
      estimated: 4_800_000,
      current: 768_000,
    });
  });

  it("INT-11: a visit makes one opportunity with its result as comment, and none once it is cancelled", () => {
    const met = visit({ result: "Intéressé par l'AF-200" });
    const make = (
      interaction: typeof met,
      opportunities: readonly Opportunity[],
    ) =>
      createOpportunity(creating({ from: { interaction, opportunities } }), {
        description: "AF-200",
      });
    const made = make(met, []);
    const opportunity = Opportunity.fields.parse(
      made.ok && made.value[0]?.after,
    );
    expect(opportunity).toMatchObject({
      interactionId: met.id,
      comment: "Intéressé par l'AF-200",
    });
    expect(make(met, [opportunity])).toMatchObject({
      error: { kind: "interaction-used" },
    });
    expect(make({ ...met, opportunityId: opportunity.id }, [])).toMatchObject({
      error: { kind: "interaction-used" },
    });
    expect(make({ ...met, canceled: true }, [])).toMatchObject({
      error: { kind: "interaction-canceled" },
    });
  });
});

describe("a move", () => {
  it("OPP-3: writes an entry; the one before it was open until then, and no move is before the last", () => {
    const third = presented();
    expect(
      entriesInOrder(third).map(({ entry, daysOpen }) => [
        entry.action,
        entry.changedOn,
        daysOpen,
      ]),
    ).toEqual([
      ["first", "2026-03-13", 7],
      ["next", "2026-03-20", 4],
      ["updated", "2026-03-24", 3],
      ["next", "2026-03-27", null],
    ]);
    expect(
      tryMove(third, { move: "updated", changedOn: "2026-03-26" }),
    ).toMatchObject({ error: { kind: "before-last-move" } });
  });

  it("OPP-4: chances stay once they are given, completed is the stage's: A13 to the franc", () => {
    const second = move(affineur(), { move: "next", changedOn: "2026-03-20" });
    expect(active(second)).toEqual([2, 5, 30, 17.5, 840_000]);
    const sure = move(second, {
      move: "updated",
      changedOn: "2026-03-24",
      chances: 60,
    });
    expect(active(sure)).toEqual([2, 5, 60, 32.5, 1_560_000]);
    expect(active(presented())).toEqual([3, 40, 60, 50, 2_400_000]);
  });

  it("OPP-4: chances that are nought come from the stage, the closing day from its formula", () => {
    const cycle: Code = {
      ...newCustomer,
      stages: newCustomer.stages?.map((stage) => ({
        ...stage,
        dateFormula: "1M",
      })),
    };
    const started = affineur({ start: { estimatedMinor: 100 } }, { cycle });
    expect(activeEntry(started)?.entry.chances).toBe(10);
    expect(closingDay(started)).toBe("2026-04-13");
    const kept = affineur(
      { start: { estimatedMinor: 100, closeOn: "2026-06-01" } },
      { cycle },
    );
    expect(closingDay(kept)).toBe("2026-06-01");
  });

  it.each([
    ["multiply", 20],
    ["add", 45],
    ["chances", 50],
    ["completed", 40],
  ] as const)("OPP-4: probability by %s", (method, expected) => {
    const of = { completed: 40, chances: 50 };
    expect(probabilityOf(method, of)).toBe(expected);
  });

  it("OPP-5: leads one on or back, on over what may be skipped, or back to any", () => {
    const second = move(affineur(), { move: "next", changedOn: "2026-03-20" });
    const to = (of: Opportunity, kind: MoveDraft["move"]) =>
      stagesFor(of, newCustomer, kind).map(({ stage }) => stage);
    expect(to(second, "next")).toEqual([3]);
    expect(to(second, "skipped")).toEqual([3, 4]);
    expect(to(second, "previous")).toEqual([1]);
    expect(to(second, "jumped")).toEqual([1]);
    expect(to(second, "updated")).toEqual([2]);
    expect(to(second, "first")).toEqual([]);
    expect(to(presented(), "jumped")).toEqual([1, 2]);
    expect(to(affineur({ start: undefined }), "first")).toEqual([1]);
    expect(
      tryMove(second, { move: "skipped", stage: 5, changedOn: "2026-03-24" }),
    ).toMatchObject({ error: { kind: "no-such-move" } });
  });

  it("OPP-5: goes on to a stage that stands for a quote only when there is one", () => {
    const second = move(affineur(), { move: "next", changedOn: "2026-03-20" });
    const next = { move: "next", changedOn: "2026-03-24" } as const;
    expect(tryMove(second, next)).toMatchObject({
      error: { kind: "quote-needed" },
    });
    expect(
      tryMove(second, { ...next, move: "skipped", stage: 4 }),
    ).toMatchObject({ error: { kind: "quote-needed" } });
    expect(tryMove({ ...second, quoteNo: "Q-1001" }, next).ok).toBe(true);
  });

  it("OPP-6: an update needs value, chances and a closing day not before it", () => {
    const update = { move: "updated", changedOn: "2026-03-20" } as const;
    const refused = (draft: Partial<MoveDraft>) =>
      tryMove(affineur(), { ...update, ...draft });
    expect(refused({ estimatedMinor: 0 })).toMatchObject({
      error: { kind: "value-missing" },
    });
    expect(refused({ closeOn: "2026-03-19" })).toMatchObject({
      error: { kind: "closing-before-move" },
    });
  });

  it("OPP-6: cancels old tasks when asked to, and makes those of the stage's activity, but not on an update", () => {
    const cycle: Code = {
      ...newCustomer,
      stages: newCustomer.stages?.map((one) => ({ ...one, activity: "DEMO" })),
    };
    const demo: Code = {
      id: companyId,
      kind: "activity",
      code: "DEMO",
      description: "Démonstration",
      steps: [
        { type: "phoneCall", description: "Fixer la date" },
        { type: "meeting", description: "Démonstration", dateFormula: "2W" },
      ],
    };
    const old = task({ opportunityId: "x", description: "Rappeler" });
    const done = task({ status: "completed" });
    const opportunity = affineur();
    const result = tryMove(
      opportunity,
      { move: "next", changedOn: "2026-03-20", cancelTasks: true },
      { cycle, tasks: [old, done], activity: () => demo },
    );
    if (!result.ok) throw new Error(result.error.kind);
    const [, canceled, call, meeting, ...none] = result.value;
    expect(none).toEqual([]);
    expect(canceled).toMatchObject({
      id: old.id,
      after: { canceled: true, closedOn: "2026-03-20" },
    });
    expect(Task.fields.parse(call?.after)).toMatchObject({
      description: "Fixer la date",
      date: "2026-03-20",
      opportunityId: opportunity.id,
      contactId: luc.id,
      salesperson: "CRO",
    });
    expect(meeting?.after).toMatchObject({
      type: "meeting",
      date: "2026-04-03",
    });
    const update = tryMove(
      opportunity,
      { move: "updated", changedOn: "2026-03-20" },
      { cycle, tasks: [old], activity: () => demo },
    );
    expect(update.ok && update.value).toHaveLength(1);
  });
});

describe("the end", () => {
  it("OPP-7: A13 won is 100/100/100 and 46'500.00, the entry before it was open for 14 days, the company a customer", () => {
    const result = close();
    if (!result.ok) throw new Error(result.error.kind);
    const [closed, request, ...none] = result.value;
    expect(none).toEqual([]);
    const won = Opportunity.fields.parse(closed?.after);
    expect([won.status, won.closedOn]).toEqual(["won", "2026-04-10"]);
    expect(active(won)).toEqual([3, 100, 100, 100, 4_650_000]);
    expect(entriesInOrder(won).at(-2)?.daysOpen).toBe(14);
    expect(Note.fields.parse(request?.after)).toMatchObject({
      contactId: companyId,
      request: { action: "create", kind: "customer", template: "CH-CORP" },
    });
  });

  it("OPP-7: a sale comes to the total of its quote, if that tells one, and to what was typed otherwise", () => {
    const value = (opportunity: Opportunity, valueMinor: number) => {
      const result = close({ valueMinor }, { opportunity });
      return result.ok
        ? active(result.value[0]?.after as Opportunity).at(-1)
        : result.error.kind;
    };
    const quoted = { ...presented(), quoteMinor: 4_700_000 };
    expect(value(quoted, 4_650_000)).toBe(4_700_000);
    expect(value(quoted, 0)).toBe(4_700_000);
    expect(value(presented(), 4_650_000)).toBe(4_650_000);
    expect(value({ ...quoted, quoteMinor: 0 }, 0)).toBe("value-missing");
    const { quoteNo: _, ...unquoted } = quoted;
    expect(value(unquoted, 4_650_000)).toBe(4_650_000);
  });

  it("OPP-7: a total that is told after the sale corrects it; one of what was lost or still runs does not", () => {
    const won = close();
    const lost = close(
      { outcome: "lost" },
      { reason: findCode("closeCode", "PRICE_L", []) },
    );
    const told = (opportunity: Opportunity) => {
      const result = editOpportunity(
        { opportunity, others: [], tasks: [], followTasks: false },
        { quoteNo: "Q-1001", quoteMinor: 4_700_000 },
      );
      if (!result.ok) throw new Error(result.error.kind);
      const after = Opportunity.fields.parse(result.value[0]?.after);
      expect(after.quoteMinor).toBe(4_700_000);
      return active(after).at(-1);
    };
    expect(told((won.ok && won.value[0]?.after) as Opportunity)).toBe(
      4_700_000,
    );
    expect(told((lost.ok && lost.value[0]?.after) as Opportunity)).toBe(0);
    expect(told(presented())).toBe(2_400_000);
  });

  it("OPP-7: who is a customer already, or about to be one, is not asked for again", () => {
    const relations = {
      [otherPersonId]: {
        code: "CUST",
        linkKind: "customer" as const,
        linkNo: "C1",
      },
    };
    const already = close(
      {},
      { customer: customer({ company: gruyere({ relations }) }) },
    );
    expect(already.ok && already.value).toHaveLength(1);
    const waiting = close({}, { customer: null });
    expect(waiting.ok && waiting.value).toHaveLength(1);
    const impossible = close({}, { customer: customer({ templates: [] }) });
    expect(impossible).toMatchObject({
      error: { kind: "no-customer", why: "template_missing" },
    });
  });

  it("OPP-7: a sale needs its value, either end a reason of its own kind", () => {
    expect(close({ valueMinor: 0 })).toMatchObject({
      error: { kind: "value-missing" },
    });
    const lost = findCode("closeCode", "PRICE_L", []);
    expect(close({}, { reason: lost })).toMatchObject({
      error: { kind: "reason-missing" },
    });
    const groups = (outcome: "won" | "lost") => [
      ...new Set(reasonsFor(starterCodes, outcome).map(({ group }) => group)),
    ];
    expect([groups("won"), groups("lost")]).toEqual([["WON"], ["LOST"]]);
    expect(close({ closedOn: "2026-03-26" })).toMatchObject({
      error: { kind: "before-last-move" },
    });
  });

  it("OPP-7: lost is completed, with no value, chances or probability, and asks for nothing", () => {
    const result = close(
      { outcome: "lost" },
      { reason: findCode("closeCode", "PRICE_L", []) },
    );
    if (!result.ok) throw new Error(result.error.kind);
    expect(result.value).toHaveLength(1);
    const lost = Opportunity.fields.parse(result.value[0]?.after);
    expect(active(lost)).toEqual([3, 100, 0, 0, 0]);
    expect(lost.status).toBe("lost");
  });

  it("OPP-8: what is closed does not move, what runs is not deleted", () => {
    const result = close();
    const won = Opportunity.fields.parse(result.ok && result.value[0]?.after);
    expect(
      tryMove(won, { move: "updated", changedOn: "2026-04-11" }),
    ).toMatchObject({ error: { kind: "closed" } });
    expect(close({}, { opportunity: won })).toMatchObject({
      error: { kind: "closed" },
    });
    expect(stagesFor(won, newCustomer, "jumped")).toEqual([]);
    expect(deleteOpportunity(won).ok).toBe(true);
    expect(deleteOpportunity(affineur({ start: undefined })).ok).toBe(true);
    expect(deleteOpportunity(affineur())).toMatchObject({
      error: { kind: "in-progress" },
    });
  });
});

it("OPP-11: a stage in which an open opportunity stands stays in its cycle", () => {
  const won = { ...presented(), status: "won" as const };
  const other = { ...presented(), cycle: "EXISTING" };
  expect([
    ...stagesInUse("NEW", [
      affineur(),
      move(affineur(), { move: "next", changedOn: "2026-03-20" }),
      affineur({ start: undefined }),
      won,
      other,
    ]),
  ]).toEqual([1, 2]);
});

describe("an edit", () => {
  function edit(
    opportunity: Opportunity,
    values: OpportunityEdit,
    facts: Partial<Parameters<typeof editOpportunity>[0]> = {},
  ) {
    return editOpportunity(
      { opportunity, others: [], tasks: [], followTasks: false, ...facts },
      values,
    );
  }
  const marie = person({ id: otherPersonId, name: "Marie Clerc", companyId });

  it("OPP-9: changes the contact freely before the start, afterwards within the company", () => {
    const idle = affineur({ start: undefined });
    const moved = edit(idle, { contact: helvetia() });
    expect(moved.ok && moved.value[0]?.after).toMatchObject({
      contactId: helvetia().id,
      companyId: helvetia().id,
    });
    expect(edit(affineur(), { contact: helvetia() })).toMatchObject({
      error: { kind: "other-company" },
    });
    expect(edit(affineur(), { contact: marie }).ok).toBe(true);
    expect(edit(affineur(), { contact: gruyere() }).ok).toBe(true);
  });

  it("OPP-9: its open tasks follow contact and salesperson when asked to", () => {
    const open = task({ contactId: luc.id });
    const done = task({ status: "completed" });
    const tasks = [open, done];
    const values = { contact: marie, salesperson: "MBE" };
    const alone = edit(affineur(), values, { tasks });
    expect(alone.ok && alone.value).toHaveLength(1);
    const together = edit(affineur(), values, { tasks, followTasks: true });
    if (!together.ok) throw new Error(together.error.kind);
    expect(together.value.slice(1)).toMatchObject([
      {
        id: open.id,
        after: { contactId: marie.id, salesperson: "MBE", companyId },
      },
    ]);
  });

  it("OPP-10: neither is the quote of a new one somebody else's, nor that of nobody's company", () => {
    const others = [{ id: otherPersonId, quoteNo: "Q-1001" }];
    const draft = { description: "AF-200", quoteNo: " Q-1001 " };
    expect(createOpportunity({ ...creating(), others }, draft)).toMatchObject({
      error: { kind: "quote-taken" },
    });
    const contact = person({ name: "Annina Caduff" });
    expect(createOpportunity({ ...creating(), contact }, draft)).toMatchObject({
      error: { kind: "quote-without-company" },
    });
    const made = createOpportunity(creating(), draft);
    expect(made.ok && made.value[0]?.after).toMatchObject({
      quoteNo: "Q-1001",
    });
  });

  it("OPP-10: a quote that was there before is no reason to refuse an edit beside it", () => {
    const others = [{ id: otherPersonId, quoteNo: "Q-1001" }];
    const twice = affineur({ quoteNo: "Q-1001" });
    const kept = { quoteNo: "Q-1001", comment: "Rappelé" };
    expect(edit(twice, kept, { others }).ok).toBe(true);
    const { companyId: _erased, ...left } = twice;
    expect(edit(left, kept).ok).toBe(true);
  });

  it("OPP-10: a quote belongs to one opportunity, and to a contact of a company", () => {
    const others = [{ id: otherPersonId, quoteNo: "Q-1001" }];
    expect(edit(affineur(), { quoteNo: "q-1001 " }, { others })).toMatchObject({
      error: { kind: "quote-taken" },
    });
    const annina = person({ name: "Annina Caduff" });
    expect(
      edit(affineur({}, { contact: annina }), { quoteNo: "Q-1002" }),
    ).toMatchObject({ error: { kind: "quote-without-company" } });
    const assigned = edit(affineur(), { quoteNo: " Q-1002 " }, { others });
    expect(assigned.ok && assigned.value[0]?.after).toMatchObject({
      quoteNo: "Q-1002",
    });
    const quoted = { ...affineur(), quoteNo: "Q-1002", quoteMinor: 100 };
    const freed = edit(quoted, { quoteNo: null });
    expect(freed.ok && freed.value[0]?.after).not.toHaveProperty("quoteNo");
    expect(freed.ok && freed.value[0]?.after).not.toHaveProperty("quoteMinor");
  });
});

it("OPP-5: Skip offers what is next, too, and a stage out of reach names the one before it", () => {
  const offered = (at: number) =>
    waysFrom(at, newCustomer).map(({ move, stage }) => [move, stage.stage]);
  expect(offered(0)).toEqual([["first", 1]]);
  expect(offered(2)).toEqual([
    ["next", 3],
    ["skipped", 3],
    ["skipped", 4],
    ["updated", 2],
    ["previous", 1],
    ["jumped", 1],
  ]);
  expect(stageBefore(1, 4, newCustomer)?.stage).toBe(2);
  expect(stageBefore(2, 4, newCustomer)).toBeNull();
  expect(stageBefore(1, 0, newCustomer)).toBeNull();
});
