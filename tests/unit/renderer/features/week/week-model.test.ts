import { expect, test, vi } from "vitest";
import {
  createWeekModel,
  type WeekKnown,
} from "../../../../../renderer/features/week/week-model.ts";
import type { WeekRow } from "../../../../../shared/domain/week/week-row.ts";
import type { PlannedTask } from "../../../../../shared/domain/due-tasks.ts";
import type { Interaction } from "../../../../../shared/entities/interaction.ts";

const MONDAY = "2026-03-09";
const NOTHING: WeekKnown = {
  ...{ logged: [], existing: new Set(), steps: new Map() },
  ...{ planned: [], missing: [], opportunities: new Map() },
};
const MEETING: PlannedTask = {
  ...{ id: "t1", contactId: "luc", type: "meeting", description: "Visite" },
  ...{ date: "2026-03-10", startTime: "10:00", status: "notStarted" },
};

function open(stored: readonly WeekRow[] = []) {
  let made = 0;
  const kept = { row: vi.fn(), removed: vi.fn(), dismissed: vi.fn() };
  const model = createWeekModel({
    monday: MONDAY,
    reading: { today: "2026-03-13", language: "fr-CH" },
    newId: () => `id-${++made}`,
    newDraftId: () => `draft-${++made}`,
    kept,
  });
  model.start(stored, [], [], [], new Set(), "2026-03-13");
  const type = (patch: Partial<WeekRow>) => {
    const key = model.keys().at(-1) ?? "";
    model.edit(key, patch);
    return key;
  };
  const shown = () =>
    model
      .lines()
      .map((line) =>
        line.kind === "typed"
          ? line.row.note || line.state.kind
          : line.kind === "ghost"
            ? line.ghost.key
            : `saved ${line.visit.id}`,
      );
  return { model, kept, type, shown };
}
const visitOf = (key: string, date = "2026-03-13"): Interaction => ({
  ...{ id: key, contactId: "luc", date },
});

test("below everything there is always one empty row, and only what is typed is kept", () => {
  const { model, kept, type, shown } = open();
  expect(shown()).toEqual(["blank"]);
  expect(kept.row).not.toHaveBeenCalled();
  const key = type({ note: "a" });
  expect(shown()).toEqual(["a", "blank"]);
  expect(kept.row).toHaveBeenLastCalledWith(
    expect.objectContaining({ visitId: key, note: "a" }),
  );
  model.edit(key, { note: "" });
  expect(kept.removed).toHaveBeenCalledTimes(1);
});

test("a row keeps its place and its key when it is saved, and stands there again when that is taken back", () => {
  const { model, type, shown } = open();
  const first = type({ note: "a", contactId: "luc" });
  type({ note: "b", contactId: "luc" });
  model.saved([visitOf(first)], []);
  expect(shown()).toEqual([`saved ${first}`, "b", "blank"]);
  model.tell({
    ...NOTHING,
    logged: [visitOf(first)],
    existing: new Set([first]),
  });
  expect(shown()).toEqual([`saved ${first}`, "b", "blank"]);
  model.tell(NOTHING);
  expect(shown()).toEqual(["a", "b", "blank"]);
  // One that was saved in another week is no row of this one.
  model.tell({ ...NOTHING, existing: new Set([first]) });
  expect(shown()).toEqual(["b", "blank"]);
  expect(model.visitIds()).toContain(first);
});

test("a proposal that is accepted is a row in its place, a dismissed one is gone; both are taken back in their order", () => {
  const { model, kept, shown } = open();
  const other = { ...MEETING, id: "t2", contactId: "annina" };
  model.tell({ ...NOTHING, planned: [MEETING, other] });
  expect(shown()).toEqual(["task/t1", "task/t2", "blank"]);
  const key = model.accept("task/t1");
  model.dismiss("task/t2");
  expect(kept.dismissed).toHaveBeenLastCalledWith(["task/t2"]);
  expect(model.line(key)).toMatchObject({
    row: { taskId: "t1", day: "2026-03-10", time: "10:00" },
    about: "Visite",
  });
  expect(shown()).toEqual(["ready", "blank"]);
  expect(model.undo()).toBe(true);
  expect(shown()).toEqual(["ready", "task/t2", "blank"]);
  expect(model.undo()).toBe(true);
  expect(shown()).toEqual(["task/t1", "task/t2", "blank"]);
  expect(model.undo()).toBe(false);
  expect(model.redo()).toBe(true);
  expect(shown()).toEqual(["ready", "task/t2", "blank"]);
});

test("a deleted row comes back with what was typed, a double goes again, a pasted list as a whole", () => {
  const { model, kept, type, shown } = open();
  const key = type({ note: "a" });
  type({ note: "b" });
  model.remove(key);
  expect(shown()).toEqual(["b", "blank"]);
  expect(kept.removed).toHaveBeenLastCalledWith(
    expect.objectContaining({ note: "a" }),
  );
  model.undo();
  expect(shown()).toEqual(["a", "b", "blank"]);
  model.duplicate(key);
  expect(shown()).toEqual(["a", "a", "b", "blank"]);
  model.undo();
  const pasted = ["x", "y"].map((note) => ({
    ...model.blankRow("2026-03-09"),
    note,
  }));
  model.add(pasted);
  expect(shown()).toEqual(["x", "y", "a", "b", "blank"]);
  model.undo();
  expect(shown()).toEqual(["a", "b", "blank"]);
});

test("a day that is typed is read when its cell is left; rows stay where they are", () => {
  const { model, type, shown } = open();
  type({ note: "a" });
  const key = type({ note: "b", contactId: "luc", when: "lu 10h" });
  expect(model.line(key)).toMatchObject({ state: { why: "badDate" } });
  model.settle(key);
  expect(model.line(key)).toMatchObject({
    row: { day: "2026-03-09", time: "10:00", when: null },
    state: { kind: "ready" },
  });
  expect(shown()).toEqual(["a", "b", "blank"]);
  model.sort();
  expect(shown()).toEqual(["b", "a", "blank"]);
  // The next one is on the same day.
  const next = model.goOnFrom(key);
  expect(model.line(next)).toMatchObject({ row: { day: "2026-03-09" } });
});

test("a key draws the row that it is typed in, and no other", () => {
  const { model, type } = open();
  const [one, two] = [type({ note: "a" }), type({ note: "b" })];
  const drawn = { one: vi.fn(), two: vi.fn() };
  model.subscribeTo(one, drawn.one);
  model.subscribeTo(two, drawn.two);
  const keys = model.keys();
  const other = model.line(two);
  model.edit(one, { note: "ab" });
  expect(drawn.one).toHaveBeenCalledTimes(1);
  expect(drawn.two).not.toHaveBeenCalled();
  expect(model.keys()).toBe(keys);
  model.tell(NOTHING);
  expect(model.line(two)).toBe(other);
});
