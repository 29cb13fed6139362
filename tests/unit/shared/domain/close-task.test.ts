import { describe, expect, it } from "vitest";
import {
  cancelTask,
  completeTask,
  isClosed,
  reopenTask,
} from "../../../../shared/domain/close-task.ts";
import { undone } from "../../../../shared/domain/undone.ts";
import { Task } from "../../../../shared/entities/task.ts";
import { countingIds, otherPersonId } from "./contact-builder.ts";
import { task } from "./visit-builder.ts";

const newId = countingIds();

const open = task({ status: "waiting", salesperson: "MBE" });

function closeTask(of: Task, today: string, by: string | null) {
  const result = completeTask(of, { today, by, newId });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

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

  it("TSK-2: cancelled is closed, with its mark", () => {
    const changes = cancelTask(open, "2026-03-13", newId, false);
    expect(only(changes)).toMatchObject({
      status: "completed",
      canceled: true,
      closedOn: "2026-03-13",
    });
    expect(cancelTask(only(changes), "2026-03-14", newId, true)).toEqual([]);
  });

  it("TSK-7: a team's is one task for all of it, and closed only by somebody", () => {
    const ours = task({ team: "ROM", description: "Préparer Agrovina" });
    expect(
      completeTask(ours, { today: "2026-03-13", by: null, newId }),
    ).toMatchObject({ error: { kind: "who-missing" } });
    expect(only(closeTask(ours, "2026-03-13", "MBE"))).toMatchObject({
      status: "completed",
      completedBy: "MBE",
    });
  });
});

describe("a recurring task", () => {
  const monthly = task({
    no: "TD000007",
    description: "Appel mensuel",
    date: "2026-03-31",
    status: "inProgress",
    salesperson: "CRO",
    attendees: [otherPersonId],
    comment: "Marie",
    repeatEvery: "1M",
    repeatFrom: "due",
  });

  it("TSK-5: A14 is followed by the next one, from the due day or the closing day", () => {
    const [closed, next, ...none] = closeTask(monthly, "2026-04-02", "CRO");
    expect(none).toEqual([]);
    expect(closed?.after).toMatchObject({ closedOn: "2026-04-02" });
    expect(Task.fields.parse(next?.after)).toEqual({
      id: next?.id,
      contactId: monthly.contactId,
      type: "phoneCall",
      description: "Appel mensuel",
      date: "2026-04-30",
      status: "notStarted",
      salesperson: "CRO",
      attendees: [otherPersonId],
      comment: "Marie",
      repeatEvery: "1M",
      repeatFrom: "due",
    });
    const fromClosing = { ...monthly, repeatFrom: "closed" as const };
    const after = closeTask(fromClosing, "2026-04-02", "CRO").at(-1)?.after;
    expect(after).toMatchObject({ date: "2026-05-02", status: "notStarted" });
  });

  it("TSK-5: cancelled is followed by another only when one says so", () => {
    expect(cancelTask(monthly, "2026-04-02", newId, false)).toHaveLength(1);
    expect(
      cancelTask(monthly, "2026-04-02", newId, true).at(-1)?.after,
    ).toMatchObject({ date: "2026-04-30" });
  });

  it("TSK-5: a formula that leads back, or none, is followed by nothing", () => {
    const back = { ...monthly, repeatEvery: "-1W" };
    expect(closeTask(back, "2026-04-02", "CRO")).toHaveLength(1);
    const { repeatFrom: _, ...without } = monthly;
    expect(closeTask(without, "2026-04-02", "CRO")).toHaveLength(1);
  });
});
