import { describe, expect, it } from "vitest";
import {
  concerns,
  dueTasks,
  fillInOrder,
  type PlannedTask,
} from "../../../../shared/domain/due-tasks.ts";

const TODAY = "2026-03-13";

function task(id: string, more: Partial<PlannedTask> = {}): PlannedTask {
  return {
    id,
    type: "task",
    description: id,
    date: TODAY,
    status: "notStarted",
    ...more,
  };
}
const idsOf = (
  tasks: readonly PlannedTask[],
  salesperson: string | null = null,
) => {
  const { overdue, today, soon, later } = dueTasks(tasks, TODAY, salesperson);
  expect(later.every(({ date }) => date > "2026-03-20")).toBe(true);
  return [overdue, today, soon].map((list) => list.map(({ id }) => id));
};

describe("what is due", () => {
  it("is parted into overdue, today and the next seven days; later ones wait", () => {
    expect(
      idsOf([
        task("week", { date: "2026-03-20" }),
        task("later", { date: "2026-03-21" }),
        task("today"),
        task("tomorrow", { date: "2026-03-14" }),
        task("yesterday", { date: "2026-03-12" }),
        task("long ago", { date: "2024-03-12" }),
      ]),
    ).toEqual([["long ago", "yesterday"], ["today"], ["tomorrow", "week"]]);
  });

  it("closed and cancelled ones are not (TSK-2)", () => {
    expect(
      idsOf([
        task("done", { status: "completed" }),
        task("cancelled", { canceled: true }),
        task("put off", { status: "postponed" }),
      ]),
    ).toEqual([[], ["put off"], []]);
  });

  it("stands in the order of time, then priority; without a time below", () => {
    expect(
      idsOf([
        task("c"),
        task("b", { priority: "high" }),
        task("d", { priority: "low" }),
        task("a2", { startTime: "14:00" }),
        task("a1", { startTime: "08:30", priority: "low" }),
      ])[1],
    ).toEqual(["a1", "a2", "b", "c", "d"]);
  });

  it("is the salesperson's own, and nobody's; not a colleague's or a team's (TSK-1)", () => {
    const tasks = [
      task("mine", { salesperson: "CRO" }),
      task("theirs", { salesperson: "MBE" }),
      task("team", { team: "EAST" }),
      task("nobody"),
    ];
    expect(idsOf(tasks, "CRO")[1]).toEqual(["mine", "nobody"]);
    expect(idsOf(tasks, null)[1]).toHaveLength(4);
    expect(concerns({ salesperson: "CRO", team: "EAST" }, "CRO")).toBe(true);
  });
});

it.each([
  [[0, 0, 0], 12, [0, 0, 0]],
  [[100, 3, 2], 12, [12, 0, 0]],
  [[1, 1, 1], 12, [1, 1, 1]],
  [[9, 2, 9], 12, [9, 2, 1]],
  [[5], 3, [3]],
])("%j fill %i places in their order: %j", (lengths, room, shares) => {
  expect(fillInOrder(lengths, room)).toEqual(shares);
});

describe("colleagues", () => {
  const tasks = [
    task("mine", { salesperson: "CRO" }),
    task("ours", { team: "ROM" }),
    task("theirs", { team: "DCH" }),
    task("Marco's", { salesperson: "MBE" }),
    task("later", { salesperson: "CRO", date: "2026-06-01" }),
  ];
  const idsFor = (code: string, salespeople: readonly string[] = []) =>
    dueTasks(tasks, TODAY, code, { teams: ["ROM"], salespeople }).today.map(
      ({ id }) => id,
    );

  it("TSK-7: a team's task is seen by all of its members", () => {
    expect(idsFor("CRO")).toEqual(["mine", "ours"]);
    expect(idsFor("MBE")).toEqual(["Marco's", "ours"]);
  });

  it("their own tasks are seen beside when one asks for them", () => {
    expect(idsFor("CRO", ["CRO", "MBE"])).toEqual(["Marco's", "mine", "ours"]);
  });

  it("what is due in more than a week is kept apart", () => {
    expect(dueTasks(tasks, TODAY, "CRO").later.map(({ id }) => id)).toEqual([
      "later",
    ]);
  });
});
