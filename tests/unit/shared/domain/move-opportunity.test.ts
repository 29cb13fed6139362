import { expect, it } from "vitest";
import {
  stagesFor,
  type MoveDraft,
  stageBefore,
  waysFrom,
} from "../../../../shared/domain/move-opportunity.ts";
import {
  activeEntry,
  closingDay,
  entriesInOrder,
} from "../../../../shared/domain/opportunity-entries.ts";
import {
  probabilityOf,
  stagesInUse,
} from "../../../../shared/domain/sales-cycle.ts";
import type { Code } from "../../../../shared/entities/code.ts";
import type { Opportunity } from "../../../../shared/entities/opportunity.ts";
import { Task } from "../../../../shared/entities/task.ts";
import { companyId } from "./contact-builder.ts";
import {
  active,
  affineur,
  luc,
  move,
  newCustomer,
  presented,
  tryMove,
} from "./opportunity-builder.ts";
import { task } from "./visit-builder.ts";

it("OPP-3: writes an entry; the one before it was open until then, and no move is before the last", () => {
  const third = presented();
  expect(
    entriesInOrder(third).map(({ entry, daysOpen }) => [
      entry.action,
      entry.changedOn,
      daysOpen,
    ]),
  ).toEqual([
    ["first", "2026-03-13", 7],
    ["next", "2026-03-20", 4],
    ["updated", "2026-03-24", 3],
    ["next", "2026-03-27", null],
  ]);
  expect(
    tryMove(third, { move: "updated", changedOn: "2026-03-26" }),
  ).toMatchObject({ error: { kind: "before-last-move" } });
});

it("OPP-4: chances stay once they are given, completed is the stage's: A13 to the franc", () => {
  const second = move(affineur(), { move: "next", changedOn: "2026-03-20" });
  expect(active(second)).toEqual([2, 5, 30, 17.5, 840_000]);
  const sure = move(second, {
    move: "updated",
    changedOn: "2026-03-24",
    chances: 60,
  });
  expect(active(sure)).toEqual([2, 5, 60, 32.5, 1_560_000]);
  expect(active(presented())).toEqual([3, 40, 60, 50, 2_400_000]);
});

it("OPP-4: chances that are nought come from the stage, the closing day from its formula", () => {
  const cycle: Code = {
    ...newCustomer,
    stages: newCustomer.stages?.map((stage) => ({
      ...stage,
      dateFormula: "1M",
    })),
  };
  const started = affineur({ start: { estimatedMinor: 100 } }, { cycle });
  expect(activeEntry(started)?.entry.chances).toBe(10);
  expect(closingDay(started)).toBe("2026-04-13");
  const kept = affineur(
    { start: { estimatedMinor: 100, closeOn: "2026-06-01" } },
    { cycle },
  );
  expect(closingDay(kept)).toBe("2026-06-01");
});

it.each([
  ["multiply", 20],
  ["add", 45],
  ["chances", 50],
  ["completed", 40],
] as const)("OPP-4: probability by %s", (method, expected) => {
  const of = { completed: 40, chances: 50 };
  expect(probabilityOf(method, of)).toBe(expected);
});

it("OPP-5: leads one on or back, on over what may be skipped, or back to any", () => {
  const second = move(affineur(), { move: "next", changedOn: "2026-03-20" });
  const to = (of: Opportunity, kind: MoveDraft["move"]) =>
    stagesFor(of, newCustomer, kind).map(({ stage }) => stage);
  expect(to(second, "next")).toEqual([3]);
  expect(to(second, "skipped")).toEqual([3, 4]);
  expect(to(second, "previous")).toEqual([1]);
  expect(to(second, "jumped")).toEqual([1]);
  expect(to(second, "updated")).toEqual([2]);
  expect(to(second, "first")).toEqual([]);
  expect(to(presented(), "jumped")).toEqual([1, 2]);
  expect(to(affineur({ start: undefined }), "first")).toEqual([1]);
  expect(
    tryMove(second, { move: "skipped", stage: 5, changedOn: "2026-03-24" }),
  ).toMatchObject({ error: { kind: "no-such-move" } });
});

it("OPP-5: goes on to a stage that stands for a quote only when there is one", () => {
  const second = move(affineur(), { move: "next", changedOn: "2026-03-20" });
  const next = { move: "next", changedOn: "2026-03-24" } as const;
  expect(tryMove(second, next)).toMatchObject({
    error: { kind: "quote-needed" },
  });
  expect(tryMove(second, { ...next, move: "skipped", stage: 4 })).toMatchObject(
    { error: { kind: "quote-needed" } },
  );
  expect(tryMove({ ...second, quoteNo: "Q-1001" }, next).ok).toBe(true);
});

it("OPP-6: an update needs value, chances and a closing day not before it", () => {
  const update = { move: "updated", changedOn: "2026-03-20" } as const;
  const refused = (draft: Partial<MoveDraft>) =>
    tryMove(affineur(), { ...update, ...draft });
  expect(refused({ estimatedMinor: 0 })).toMatchObject({
    error: { kind: "value-missing" },
  });
  expect(refused({ closeOn: "2026-03-19" })).toMatchObject({
    error: { kind: "closing-before-move" },
  });
});

it("OPP-6: cancels old tasks when asked to, and makes those of the stage's activity, but not on an update", () => {
  const cycle: Code = {
    ...newCustomer,
    stages: newCustomer.stages?.map((one) => ({ ...one, activity: "DEMO" })),
  };
  const demo: Code = {
    id: companyId,
    kind: "activity",
    code: "DEMO",
    description: "Démonstration",
    steps: [
      { type: "phoneCall", description: "Fixer la date" },
      { type: "meeting", description: "Démonstration", dateFormula: "2W" },
    ],
  };
  const old = task({ opportunityId: "x", description: "Rappeler" });
  const done = task({ status: "completed" });
  const opportunity = affineur();
  const result = tryMove(
    opportunity,
    { move: "next", changedOn: "2026-03-20", cancelTasks: true },
    { cycle, tasks: [old, done], activity: () => demo },
  );
  if (!result.ok) throw new Error(result.error.kind);
  const [, canceled, call, meeting, ...none] = result.value;
  expect(none).toEqual([]);
  expect(canceled).toMatchObject({
    id: old.id,
    after: { canceled: true, closedOn: "2026-03-20" },
  });
  expect(Task.fields.parse(call?.after)).toMatchObject({
    description: "Fixer la date",
    date: "2026-03-20",
    opportunityId: opportunity.id,
    contactId: luc.id,
    salesperson: "CRO",
  });
  expect(meeting?.after).toMatchObject({
    type: "meeting",
    date: "2026-04-03",
  });
  const update = tryMove(
    opportunity,
    { move: "updated", changedOn: "2026-03-20" },
    { cycle, tasks: [old], activity: () => demo },
  );
  expect(update.ok && update.value).toHaveLength(1);
});

it("OPP-5: Skip offers what is next, too, and a stage out of reach names the one before it", () => {
  const offered = (at: number) =>
    waysFrom(at, newCustomer).map(({ move, stage }) => [move, stage.stage]);
  expect(offered(0)).toEqual([["first", 1]]);
  expect(offered(2)).toEqual([
    ["next", 3],
    ["skipped", 3],
    ["skipped", 4],
    ["updated", 2],
    ["previous", 1],
    ["jumped", 1],
  ]);
  expect(stageBefore(1, 4, newCustomer)?.stage).toBe(2);
  expect(stageBefore(2, 4, newCustomer)).toBeNull();
  expect(stageBefore(1, 0, newCustomer)).toBeNull();
});

it("OPP-11: a stage in which an open opportunity stands stays in its cycle", () => {
  const won = { ...presented(), status: "won" as const };
  const other = { ...presented(), cycle: "EXISTING" };
  expect([
    ...stagesInUse("NEW", [
      affineur(),
      move(affineur(), { move: "next", changedOn: "2026-03-20" }),
      affineur({ start: undefined }),
      won,
      other,
    ]),
  ]).toEqual([1, 2]);
});
