import { describe, expect, it } from "vitest";
import {
  carriersOf,
  codeUse,
  replaceInWork,
  type Carrier,
} from "../../../../shared/domain/code-uses.ts";
import { CodeKind } from "../../../../shared/entities/code.ts";
import { entityOf } from "../../../../shared/entities/registry.ts";

const ID = "0190a0a0-0000-7000-8000-0000000000c1";
const task = {
  ...{ id: ID, type: "task", description: "x", date: "2026-03-31" },
  status: "notStarted",
};
const opportunity = {
  ...{ id: ID, description: "x", contactId: ID, status: "inProgress" },
  createdOn: "2026-03-13",
};
const visit = { id: ID, contactId: ID, date: "2026-03-09" };
const purchase = {
  ...{ id: ID, document: "F1", line: 1, type: "invoice", customer: "C1" },
  ...{ item: "1000", description: "Cuve", date: "2026-01-01", quantity: 1 },
  amountMinor: 1,
};
const account = { id: ID, kind: "customer", no: "C1", name: "Firma" };
const code = (kind: CodeKind, more: object) => ({
  ...{ id: ID, kind, code: "X", description: "X" },
  ...more,
});
const stage = { stage: 1, description: "x", completed: 1, chances: 1 };
const entry = { stage: 1, changedOn: "2026-03-13", action: "lost" };

const rows: readonly [CodeKind, Carrier, object, "open" | "recorded"][] = [
  ["salesperson", "interactions", { ...visit, salesperson: "OLD" }, "recorded"],
  ["salesperson", "tasks", { ...task, salesperson: "OLD" }, "open"],
  [
    "salesperson",
    "tasks",
    { ...task, salesperson: "OLD", status: "completed" },
    "recorded",
  ],
  [
    "salesperson",
    "tasks",
    { ...task, completedBy: "OLD", status: "completed" },
    "recorded",
  ],
  [
    "salesperson",
    "opportunities",
    { ...opportunity, salesperson: "OLD" },
    "open",
  ],
  [
    "salesperson",
    "opportunities",
    { ...opportunity, salesperson: "OLD", status: "won" },
    "recorded",
  ],
  ["salesperson", "accounts", { ...account, salesperson: "OLD" }, "recorded"],
  ["salesperson", "codes", code("team", { members: ["A", "OLD"] }), "open"],
  ["team", "tasks", { ...task, team: "OLD" }, "open"],
  ["language", "interactions", { ...visit, language: "OLD" }, "recorded"],
  ["language", "accounts", { ...account, language: "OLD" }, "recorded"],
  ["country", "accounts", { ...account, country: "OLD" }, "recorded"],
  ["country", "codes", code("customerTemplate", { country: "OLD" }), "open"],
  ["territory", "accounts", { ...account, territory: "OLD" }, "recorded"],
  ["territory", "codes", code("vendorTemplate", { territory: "OLD" }), "open"],
  ["currency", "purchases", { ...purchase, currency: "OLD" }, "recorded"],
  ["currency", "accounts", { ...account, currency: "OLD" }, "recorded"],
  ["currency", "codes", code("customerTemplate", { currency: "OLD" }), "open"],
  [
    "interactionTemplate",
    "interactions",
    { ...visit, template: "OLD" },
    "recorded",
  ],
  ["interactionGroup", "interactions", { ...visit, group: "OLD" }, "recorded"],
  [
    "interactionGroup",
    "codes",
    code("interactionTemplate", { group: "OLD" }),
    "open",
  ],
  ["salesCycle", "opportunities", { ...opportunity, cycle: "OLD" }, "recorded"],
  [
    "closeCode",
    "opportunities",
    { ...opportunity, entries: { [ID]: { ...entry, closeCode: "OLD" } } },
    "recorded",
  ],
  [
    "activity",
    "codes",
    code("salesCycle", { stages: [stage, { ...stage, activity: "OLD" }] }),
    "open",
  ],
  ["customerTemplate", "accounts", { ...account, template: "OLD" }, "recorded"],
  ["vendorTemplate", "accounts", { ...account, template: "OLD" }, "recorded"],
];

describe("a code that work names", () => {
  it.each(rows)("OFF-10: %s is found in %s", (kind, c, document, use) => {
    expect(codeUse(c, document as never, kind, "OLD")).toBe(use);
    expect(codeUse(c, document as never, kind, "OTHER")).toBeNull();
    const [change] = replaceInWork(c, [document] as never, kind, "OLD", "NEW");
    if (use === "recorded") expect(change).toBeUndefined();
    else
      expect(JSON.stringify(change?.after)).toBe(
        JSON.stringify(document).replace('"OLD"', '"NEW"'),
      );
  });

  it("every place was tried, and is a member of its entity", () => {
    const tried = (kind: CodeKind) =>
      new Set(rows.filter(([of]) => of === kind).map(([, c]) => c));
    for (const kind of CodeKind.options)
      expect(tried(kind)).toEqual(new Set(carriersOf(kind)));
    for (const [, c, document] of rows) {
      const whole = { currency: "CHF", ...document };
      const { currency: _, ...without } = whole;
      const fields = entityOf(c).fields;
      const fits = [document, whole, without].some(
        (one) => fields.safeParse(one).success,
      );
      expect(fits).toBe(true);
    }
  });

  it("a list of another kind with the same member is left alone, and nobody stands twice in a team", () => {
    const closing = code("closeCode", { group: "OLD" });
    expect(
      codeUse("codes", closing as never, "interactionGroup", "OLD"),
    ).toBeNull();
    const team = code("team", { members: ["OLD", "NEW"] });
    const [change] = replaceInWork(
      ...(["codes", [team as never], "salesperson", "OLD", "NEW"] as const),
    );
    expect(change?.after).toMatchObject({ members: ["NEW"] });
  });
});
