import { expect, it } from "vitest";
import {
  editTask,
  planTask,
  postponeTask,
  typesFor,
  type PlanFacts,
  type TaskDraft,
} from "../../../../shared/domain/plan-task.ts";
import { runActivity } from "../../../../shared/domain/run-activity.ts";
import { timeline } from "../../../../shared/domain/timeline.ts";
import { Task } from "../../../../shared/entities/task.ts";
import {
  companyId,
  countingIds,
  gruyere,
  otherPersonId,
  person,
} from "./contact-builder.ts";
import { task } from "./visit-builder.ts";

const newId = countingIds();
const marie = person({ id: otherPersonId, name: "Marie Clerc", companyId });

function draft(values: Partial<TaskDraft> = {}): TaskDraft {
  return {
    type: "phoneCall",
    description: " Appel mensuel ",
    date: "2026-03-31",
    salesperson: "CRO",
    ...values,
  };
}

function plan(values: Partial<TaskDraft> = {}, facts: Partial<PlanFacts> = {}) {
  return planTask({ contact: marie, newId, ...facts }, draft(values));
}

function planned(...args: Parameters<typeof plan>): Task {
  const result = plan(...args);
  if (!result.ok) throw new Error(result.error.kind);
  return Task.fields.parse(result.value[0]?.after);
}

it("TSK-1: a task has a day, and a salesperson or a team", () => {
  expect(planned()).toMatchObject({
    description: "Appel mensuel",
    date: "2026-03-31",
    status: "notStarted",
    salesperson: "CRO",
    contactId: otherPersonId,
    companyId,
  });
  expect(planned({ salesperson: undefined, team: "ROM" }).team).toBe("ROM");
  expect(plan({ salesperson: undefined })).toMatchObject({
    error: { kind: "nobody" },
  });
  expect(plan({ description: " " })).toMatchObject({
    error: { kind: "description-missing" },
  });
});

it("TSK-4: a call may become a task and back, a meeting stays one", () => {
  const call = planned();
  expect(editTask(call, marie, draft({ type: "task" })).ok).toBe(true);
  expect(editTask(call, marie, draft({ type: "meeting" }))).toMatchObject({
    error: { kind: "type-kept" },
  });
  expect(typesFor({ type: "meeting" })).toEqual(["meeting"]);
});

it("TSK-5: recurring needs its interval and its base", () => {
  expect(plan({ repeatEvery: "1M" })).toMatchObject({
    error: { kind: "base-missing" },
  });
  expect(plan({ repeatEvery: "monthly", repeatFrom: "due" })).toMatchObject({
    error: { kind: "no-formula" },
  });
  expect(planned({ repeatEvery: "1M", repeatFrom: "due" }).repeatEvery).toBe(
    "1M",
  );
});

it("TSK-8: a contact's task stands on the contact's list, and follows when it is about another", () => {
  const call = planned();
  const facts = { contact: marie, interactions: [], people: [] };
  const shown = timeline({ ...facts, tasks: [call, task()] });
  expect(shown.map(({ id }) => id)).toEqual([call.id]);
  const moved = editTask(call, gruyere(), draft());
  expect(moved.ok && moved.value[0]?.after).toMatchObject({
    contactId: companyId,
    companyId,
  });
  const alone = editTask(call, null, draft());
  expect(alone.ok && alone.value[0]?.after).not.toHaveProperty("contactId");
});

it("an edit keeps where the task comes from and the employer of its day", () => {
  const old = task({ interactionId: otherPersonId, companyId: otherPersonId });
  const luc = person({ companyId });
  const edited = editTask(old, luc, draft({ comment: "x", location: " " }));
  expect(edited.ok && edited.value[0]?.after).toMatchObject({
    interactionId: otherPersonId,
    companyId: otherPersonId,
    comment: "x",
  });
  expect(edited.ok && edited.value[0]?.after).not.toHaveProperty("location");
});

it("postponed has another day and says so; what is closed stays", () => {
  const call = planned();
  expect(postponeTask(call, "2026-04-07")[0]?.after).toMatchObject({
    date: "2026-04-07",
    status: "postponed",
  });
  expect(postponeTask(call, call.date)).toEqual([]);
  const done = { ...call, status: "completed" as const };
  expect(postponeTask(done, "2026-04-07")).toEqual([]);
});

it("TSK-9: the steps of an activity are tasks, each at the start day plus its formula", () => {
  const changes = runActivity(
    {
      steps: [
        { type: "phoneCall", description: "Fixer la date", priority: "high" },
        { type: "meeting", description: "Démonstration", dateFormula: "1W+1D" },
      ],
    },
    "2026-03-13",
    { contactId: otherPersonId, salesperson: "CRO" },
    newId,
  );
  expect(changes.map(({ after }) => Task.fields.parse(after))).toMatchObject([
    {
      type: "phoneCall",
      description: "Fixer la date",
      date: "2026-03-13",
      priority: "high",
      contactId: otherPersonId,
      salesperson: "CRO",
      status: "notStarted",
    },
    { type: "meeting", description: "Démonstration", date: "2026-03-21" },
  ]);
});
