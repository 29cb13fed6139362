import { expect, test } from "vitest";
import type { PlannedTask } from "../../../../shared/domain/due-tasks.ts";
import { taskReminders } from "../../../../shared/domain/task-reminder.ts";

const task = (id: string, date: string, more: Partial<PlannedTask> = {}) => ({
  ...({ id, date, type: "task", description: id } as const),
  status: "notStarted" as const,
  ...more,
});

test("one is told at a task's time, else in the morning of its day", () => {
  const tasks = [
    task("late", "2026-03-20"),
    task("timed", "2026-03-13", { startTime: "14:30" }),
    task("untimed", "2026-03-13"),
    task("weekend", "2026-03-10"),
    task("old", "2026-03-09"),
    task("far", "2026-03-21"),
    task("done", "2026-03-13", { status: "completed" }),
    task("off", "2026-03-13", { canceled: true }),
  ];
  expect(
    taskReminders(tasks, "2026-03-13").map(({ task: { id }, at }) => [id, at]),
  ).toEqual([
    ["weekend", "2026-03-10T08:00"],
    ["untimed", "2026-03-13T08:00"],
    ["timed", "2026-03-13T14:30"],
    ["late", "2026-03-20T08:00"],
  ]);
});

test("no more than the system is asked to remember", () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    task(`t${i}`, "2026-03-13", {
      startTime: `10:${String(i).padStart(2, "0")}`,
    }),
  );
  const told = taskReminders(many.toReversed(), "2026-03-13");
  expect(told.length).toBe(50);
  expect(told.at(-1)?.task.id).toBe("t49");
});
