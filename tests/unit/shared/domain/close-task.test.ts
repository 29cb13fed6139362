import { describe, expect, it } from "vitest";
import {
  closeTask,
  isClosed,
  reopenTask,
} from "../../../../shared/domain/close-task.ts";
import { undone } from "../../../../shared/domain/undone.ts";
import { Task } from "../../../../shared/entities/task.ts";
import { task } from "./visit-builder.ts";

const open = task({ status: "waiting", salesperson: "MBE" });

function only(changes: ReturnType<typeof closeTask>): Task {
  expect(changes).toHaveLength(1);
  return Task.fields.parse(changes[0]?.after);
}

describe("a task", () => {
  it("TSK-2: completed is closed on the work date by the person themselves", () => {
    expect(only(closeTask(open, "2026-03-13", "CRO"))).toEqual({
      ...open,
      status: "completed",
      closedOn: "2026-03-13",
      completedBy: "CRO",
    });
  });

  it("TSK-2: is completed by nobody when the person has no code", () => {
    const former = { ...open, completedBy: "MBE" };
    expect(only(closeTask(former, "2026-03-13", null))).not.toHaveProperty(
      "completedBy",
    );
  });

  it("TSK-2: reopened is in progress, without closing day, cancel mark and who", () => {
    const done = only(closeTask(open, "2026-03-13", "CRO"));
    expect(only(reopenTask({ ...done, canceled: true }))).toEqual({
      ...open,
      status: "inProgress",
    });
  });

  it("TSK-2: a cancelled task is closed and can be reopened", () => {
    const canceled = { ...open, canceled: true };
    expect(isClosed(canceled)).toBe(true);
    expect(closeTask(canceled, "2026-03-13", "CRO")).toEqual([]);
    expect(only(reopenTask(canceled)).status).toBe("inProgress");
  });

  it("TSK-2: what is so already does not change", () => {
    const done = only(closeTask(open, "2026-03-13", "CRO"));
    expect(closeTask(done, "2026-03-14", "MBE")).toEqual([]);
    expect(reopenTask(open)).toEqual([]);
  });

  it("undone is as it was before, its waiting status too", () => {
    const closed = closeTask(open, "2026-03-13", "CRO");
    expect(undone(closed)).toMatchObject([
      { before: closed[0]?.after, after: open },
    ]);
  });
});
