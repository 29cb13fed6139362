import { expect, test } from "vitest";
import {
  NOT_A_CUSTOMER,
  type Bought,
} from "../../../../../shared/domain/brief/bought.ts";
import {
  whatToAsk,
  type BriefFacts,
} from "../../../../../shared/domain/brief/what-to-ask.ts";
import {
  summarisePurchases,
  type PurchaseLine,
} from "../../../../../shared/domain/purchase-summary.ts";
import type { Stage } from "../../../../../shared/entities/code.ts";
import type { Contact } from "../../../../../shared/entities/contact.ts";
import type { Interaction } from "../../../../../shared/entities/interaction.ts";
import type { Task } from "../../../../../shared/entities/task.ts";

const luc: Contact = {
  id: "luc",
  type: "person",
  name: "Luc Pasquier",
  companyId: "gruyere",
  jobTitle: "Acheteur",
  phone: "+41 26 555 01 23",
  email: "luc@gruyere-est.example",
  city: "Bulle",
};

const visit = (date: string, more: Partial<Interaction> = {}): Interaction => ({
  ...{ id: `v${date}`, contactId: "luc", date },
  ...more,
});

const task = (date: string, more: Partial<Task> = {}): Task => ({
  ...{ id: `t${date}`, type: "task", description: `à faire ${date}`, date },
  ...{ status: "notStarted" },
  ...more,
});

const ask = (more: Partial<BriefFacts>) =>
  whatToAsk({
    ...{ contact: luc, people: 2, visits: [visit("2026-03-09")] },
    ...{ unfinished: [], tasks: [], sales: [], bought: NOT_A_CUSTOMER },
    today: "2026-03-13",
    ...more,
  });

test("what was promised is asked first, then what was put off, what was agreed on and what is unfinished", () => {
  const tasks = [
    task("2026-03-10", { description: "offre" }),
    // The visit itself.
    task("2026-03-13", { type: "meeting", description: "rendez-vous" }),
    task("2026-03-20", { description: "rappel", interactionId: "v" }),
    task("2026-03-27", { description: "plans", status: "postponed" }),
  ];
  expect(
    ask({ tasks, unfinished: [visit("2026-03-11", { postponed: true })] }),
  ).toEqual([
    { kind: "promised", what: "offre", day: "2026-03-10" },
    { kind: "putOff", what: "plans", day: "2026-03-27" },
    { kind: "agreed", what: "rappel", day: "2026-03-20" },
    { kind: "unfinished", day: "2026-03-11" },
  ]);
});

test("an opportunity asks for its decision once its day is past, else for what its next stage needs", () => {
  const stage: Stage = {
    ...{ stage: 3, description: "Présentation", completed: 40, chances: 60 },
    quoteRequired: true,
  };
  const sale = {
    ...{ description: "AF-200", closingOn: "2026-04-30" },
    ...{ quoteNo: undefined, next: stage },
  };
  const of = (more: Partial<typeof sale>) =>
    ask({ sales: [{ ...sale, ...more }] });
  expect(of({})).toEqual([{ kind: "quote", what: "AF-200", stage }]);
  expect(
    ask({ sales: [{ ...sale, quoteNo: "Q-1001" }] }).map(({ kind }) => kind),
  ).toEqual(["stage"]);
  expect(
    ask({ sales: [{ ...sale, next: null }] }).map(({ kind }) => kind),
  ).toEqual(["closing"]);
  expect(of({ closingOn: "2026-03-12" })).toEqual([
    { kind: "decision", what: "AF-200", day: "2026-03-12" },
  ]);
});

test("what was written last is asked after, in its first sentence", () => {
  const tasks = [task("2026-03-10")];
  const last = (result: string) =>
    ask({ tasks, visits: [visit("2026-03-09", { result })] }).at(-1);
  expect(last("Test vereinbart. Ruft an.")).toEqual({
    ...{ kind: "since", what: "Test vereinbart", day: "2026-03-09" },
  });
  expect(last(`${"lange ".repeat(30)}`)).toMatchObject({
    what: `${"lange ".repeat(15).trim()}…`,
  });
});

test("a visit that went badly, a visit without anything to follow, and a first visit are asked about", () => {
  expect(
    ask({ visits: [visit("2026-03-09", { evaluation: "negative" })] }),
  ).toEqual([
    { kind: "mend", day: "2026-03-09" },
    { kind: "noNextStep", day: "2026-03-09" },
  ]);
  // An attempt is no visit.
  expect(
    ask({ visits: [visit("2026-03-09", { attemptFailed: true })] }),
  ).toEqual([{ kind: "first" }]);
});

test("what was not bought for a year, and what only others buy", () => {
  const line: PurchaseLine = {
    type: "invoice",
    ...{ document: "R1", item: "1000", quantity: 2 },
    ...{ amountMinor: 780_000, currency: "CHF", description: "Cuve inox" },
    date: "",
  };
  const bought: Bought = {
    ...NOT_A_CUSTOMER,
    customers: ["C10010"],
    summary: summarisePurchases([
      { ...line, date: "2025-03-12" },
      { ...line, item: "1200", description: "Sel", date: "2025-03-14" },
      // Given back: not bought.
      { ...line, item: "1300", description: "Presse", date: "2024-01-01" },
      {
        ...line,
        type: "credit",
        ...{ item: "1300", date: "2024-02-01" },
        ...{ quantity: -2, amountMinor: -780_000 },
      },
    ]),
    never: [{ item: "AF-200", description: "Affineur", buyers: 5 }],
  };
  const planned = { kind: "agreed", day: "2026-05-01" };
  expect(ask({ tasks: [task("2026-05-01")], bought })).toEqual([
    expect.objectContaining(planned),
    { kind: "lapsed", what: "Cuve inox", day: "2025-03-12" },
    { kind: "never", what: "Affineur", buyers: 5 },
  ]);
});

test("what nobody has written down is asked for", () => {
  // The visit itself asks nothing.
  const tasks = [task("2026-03-13", { type: "meeting" })];
  expect(ask({ tasks })).toEqual([]);
  expect(
    ask({ tasks, contact: { id: "l", type: "person", name: "Luc" } }),
  ).toEqual([{ kind: "missing", fields: ["phone", "email", "address"] }]);
  const company: Contact = { id: "g", type: "company", name: "G", city: "B" };
  expect(ask({ tasks, contact: company, people: 0 })).toEqual([
    { kind: "whoDecides" },
    { kind: "missing", fields: ["phone", "email"] },
  ]);
});
