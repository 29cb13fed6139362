import { expect, it } from "vitest";
import { createOpportunity } from "../../../../shared/domain/create-opportunity.ts";
import { openValues } from "../../../../shared/domain/opportunity-values.ts";
import { Opportunity } from "../../../../shared/entities/opportunity.ts";
import { companyId, person } from "./contact-builder.ts";
import {
  active,
  affineur,
  creating,
  luc,
  newCustomer,
  move,
  tryMove,
} from "./opportunity-builder.ts";
import { visit } from "./visit-builder.ts";

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
  const opportunity = Opportunity.fields.parse(made.ok && made.value[0]?.after);
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
