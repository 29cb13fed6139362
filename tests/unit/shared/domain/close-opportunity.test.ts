import { expect, it } from "vitest";
import type { RequestFacts } from "../../../../shared/domain/account-request.ts";
import {
  closeOpportunity,
  reasonsFor,
  type CloseDraft,
  type CloseFacts,
} from "../../../../shared/domain/close-opportunity.ts";
import {
  deleteOpportunity,
  editOpportunity,
} from "../../../../shared/domain/edit-opportunity.ts";
import { stagesFor } from "../../../../shared/domain/move-opportunity.ts";
import { entriesInOrder } from "../../../../shared/domain/opportunity-entries.ts";
import {
  findCode,
  starterCodes,
} from "../../../../shared/domain/starter-codes.ts";
import type { Code } from "../../../../shared/entities/code.ts";
import { Note } from "../../../../shared/entities/note.ts";
import { Opportunity } from "../../../../shared/entities/opportunity.ts";
import { companyId, gruyere, otherPersonId } from "./contact-builder.ts";
import {
  active,
  affineur,
  luc,
  newCustomer,
  newId,
  presented,
  tryMove,
} from "./opportunity-builder.ts";

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
  expect(told((won.ok && won.value[0]?.after) as Opportunity)).toBe(4_700_000);
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
