import { describe, expect, it } from "vitest";
import type { PlannedTask } from "../../../../shared/domain/due-tasks.ts";
import {
  lookBackFrom,
  weekLookBack,
  type DueVisit,
  type RecordedInteraction,
} from "../../../../shared/domain/written-up.ts";

/** A Friday; its week is 9 to 15 March. */
const TODAY = "2026-03-13";

function visit(
  contactId: string,
  date: string,
  more: Partial<RecordedInteraction> = {},
): RecordedInteraction {
  return {
    id: `${contactId}/${date}`,
    contactId,
    date,
    group: "MEETING",
    salesperson: "CRO",
    ...more,
  };
}
function meeting(
  contactId: string,
  date: string,
  more: Partial<PlannedTask> = {},
): PlannedTask {
  return {
    id: `task/${contactId}/${date}`,
    contactId,
    type: "meeting",
    description: "Visite",
    date,
    status: "notStarted",
    salesperson: "CRO",
    ...more,
  };
}
function lookBack(
  facts: {
    tasks?: readonly PlannedTask[];
    interactions?: readonly RecordedInteraction[];
    due?: readonly DueVisit[];
    salesperson?: string | null;
    owners?: Readonly<Record<string, string | null>>;
  },
  today = TODAY,
) {
  const { tasks = [], interactions = [], salesperson = "CRO" } = facts;
  const { due = [] } = facts;
  const { written, missing } = weekLookBack({
    tasks,
    interactions,
    due,
    today,
    salesperson,
    contactOf: (id) => {
      const owner = facts.owners?.[id];
      return owner === null ? null : { salesperson: owner ?? "CRO" };
    },
  });
  return { written, missing, ids: missing.map(({ contactId }) => contactId) };
}

describe("a contact with a meeting this week", () => {
  it("is missing until something is recorded in the week", () => {
    const tasks = [meeting("a", "2026-03-09"), meeting("b", "2026-03-15")];
    expect(lookBack({ tasks }).missing).toEqual([
      {
        contactId: "a",
        meeting: { taskId: "task/a/2026-03-09", date: "2026-03-09" },
        everyDays: null,
        expected: "2026-03-09",
        lastVisit: null,
      },
      expect.objectContaining({ contactId: "b" }),
    ]);
    const interactions = [visit("a", "2026-03-09")];
    expect(lookBack({ tasks, interactions }).ids).toEqual(["b"]);
  });

  it.each(["2026-03-08", "2026-03-16"])("not for a meeting of %s", (day) => {
    expect(lookBack({ tasks: [meeting("a", day)] }).ids).toEqual([]);
  });

  it("is missing also when the meeting was ticked off, not when it was cancelled", () => {
    const done = meeting("a", "2026-03-10", { status: "completed" });
    const off = meeting("b", "2026-03-10", { canceled: true });
    const call = meeting("c", "2026-03-10", { type: "phoneCall" });
    expect(lookBack({ tasks: [done, off, call] }).ids).toEqual(["a"]);
  });

  it("is the salesperson's, not a colleague's; nobody's when blocked or gone (INT-13)", () => {
    const tasks = [
      meeting("a", "2026-03-10", { salesperson: "MBE" }),
      meeting("b", "2026-03-10"),
      meeting("c", "2026-03-10"),
    ];
    expect(lookBack({ tasks, owners: { c: null } }).ids).toEqual(["b"]);
    expect(lookBack({ tasks, salesperson: null }).ids).toHaveLength(3);
  });

  it.each<[string, Partial<RecordedInteraction>, readonly string[]]>([
    ["an attempt that failed", { attemptFailed: true }, []],
    ["a call", { group: "PHONE" }, []],
    ["a cancelled entry", { canceled: true }, ["a"]],
    ["a postponed entry (INT-8)", { postponed: true }, ["a"]],
    [
      "a visit to somebody of the company",
      { contactId: "p", companyId: "a" },
      [],
    ],
    [
      "a visit at which they were met",
      { contactId: "p", attendees: ["a"] },
      [],
    ],
  ])("%s", (_, more, ids) => {
    const interactions = [visit("a", "2026-03-11", more)];
    const tasks = [meeting("a", "2026-03-11")];
    expect(lookBack({ tasks, interactions }).ids).toEqual(ids);
  });
});

describe("a contact that is visited regularly", () => {
  const every14 = [visit("a", "2026-02-12"), visit("a", "2026-02-26")];

  it("is missing in the week in which the usual interval ends", () => {
    expect(lookBack({ interactions: every14 }).missing).toEqual([
      {
        contactId: "a",
        meeting: null,
        everyDays: 14,
        expected: "2026-03-12",
        lastVisit: "2026-02-26",
      },
    ]);
    expect(lookBack({ interactions: every14 }, "2026-03-06").ids).toEqual([]);
    expect(lookBack({ interactions: every14 }, "2026-03-20").ids).toEqual([]);
  });

  it.each<[string, readonly RecordedInteraction[]]>([
    ["one visit is no habit", [visit("a", "2026-02-26")]],
    [
      "two on one day are one",
      [visit("a", "2026-02-26"), visit("a", "2026-02-26", { id: "x" })],
    ],
    [
      "what lies before the twelve weeks does not count",
      [visit("a", "2025-12-14"), visit("a", "2026-01-26")],
    ],
    ["calls are no visits", every14.map((one) => ({ ...one, group: "PHONE" }))],
    [
      "a corrected visit counts by its correction",
      [
        ...every14,
        visit("a", "2026-02-20", { id: "x", amends: "a/2026-02-26" }),
      ],
    ],
  ])("%s", (_, interactions) => {
    expect(lookBack({ interactions }).ids).toEqual([]);
  });

  it("is the salesperson's own contact, whoever was there last", () => {
    const theirs = every14.map((one) => ({ ...one, salesperson: "MBE" }));
    expect(lookBack({ interactions: theirs }).ids).toEqual(["a"]);
    const owners = { a: "MBE" };
    expect(lookBack({ interactions: every14, owners }).ids).toEqual([]);
  });

  it("with a meeting this week is told once, by the meeting", () => {
    const tasks = [meeting("a", "2026-03-10"), meeting("a", "2026-03-09")];
    expect(lookBack({ tasks, interactions: every14 }).missing).toEqual([
      expect.objectContaining({
        everyDays: 14,
        expected: "2026-03-09",
        lastVisit: "2026-02-26",
      }),
    ]);
  });
});

it("visits of the week are counted: the person's own that took place", () => {
  const interactions = [
    visit("a", "2026-03-09"),
    visit("a", "2026-03-15"),
    visit("b", "2026-03-10", { salesperson: "MBE" }),
    visit("c", "2026-03-10", { attemptFailed: true }),
    visit("d", "2026-03-10", { group: "EMAIL" }),
    visit("e", "2026-03-08"),
    visit("f", "2026-03-16"),
  ];
  expect(lookBack({ interactions }).written).toBe(2);
  expect(lookBack({ interactions, salesperson: null }).written).toBe(3);
});

it("the week begins on Monday, on a Sunday too", () => {
  expect(lookBackFrom("2026-03-15")).toBe("2025-12-15");
  expect(lookBackFrom("2026-03-16")).toBe("2025-12-22");
});

describe("visit cadence", () => {
  const due = (contactId: string, day: string): DueVisit => ({
    ...{ contactId, due: day, everyDays: 28 },
  });

  it("misses whoever is due by the end of the week, what is over from its Monday on", () => {
    const { missing } = lookBack({
      due: [due("b", "2026-03-12"), due("a", "2026-01-05")],
      interactions: [visit("a", "2025-12-20")],
    });
    expect(missing).toEqual([
      {
        ...{ contactId: "a", meeting: null, everyDays: 28 },
        ...{ expected: "2026-03-09", lastVisit: "2025-12-20" },
      },
      {
        ...{ contactId: "b", meeting: null, everyDays: 28 },
        ...{ expected: "2026-03-12", lastVisit: null },
      },
    ]);
  });

  it("misses nobody who is written up this week, is somebody else's or is blocked", () => {
    const { missing } = lookBack({
      due: [due("met", "2026-03-12"), due("ske", "2026-03-12")].concat(
        due("blocked", "2026-03-12"),
      ),
      interactions: [visit("met", "2026-03-10")],
      owners: { ske: "SKE", blocked: null },
    });
    expect(missing).toEqual([]);
  });

  it("counts before the average of the last visits, and a meeting before it", () => {
    const { missing } = lookBack({
      due: [due("a", "2026-03-12"), due("b", "2026-03-12")],
      // Every ten days on average.
      interactions: [visit("a", "2026-02-20"), visit("a", "2026-03-02")],
      tasks: [meeting("b", "2026-03-13")],
    });
    expect(missing).toMatchObject([
      { contactId: "a", everyDays: 28, expected: "2026-03-12" },
      { contactId: "b", everyDays: 28, expected: "2026-03-13" },
    ]);
  });
});
