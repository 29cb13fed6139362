import { describe, expect, it } from "vitest";
import {
  nextTaskDate,
  statisticsOf,
  totalsOf,
} from "../../../../shared/domain/statistics.ts";
import { companyId, gruyere, person, personId } from "./contact-builder.ts";
import { anninaId, task, visit, weekOfA8 } from "./visit-builder.ts";

describe("the figures of story A8", () => {
  it("A8: the week is 4 interactions, 290 minutes, CHF 91", () => {
    expect(totalsOf(weekOfA8())).toEqual({
      interactions: 4,
      minutes: 290,
      costMinor: 9100,
    });
  });

  it("A8: the Gruyère card covers the company and its people", () => {
    expect(statisticsOf(gruyere(), weekOfA8())).toEqual({
      interactions: 2,
      minutes: 105,
      costMinor: 4500,
      lastInteraction: "2026-03-12",
      lastAttempted: "2026-03-09",
    });
  });

  it("A8: Annina, not reached, has an attempt and no last interaction", () => {
    expect(statisticsOf(person({ id: anninaId }), weekOfA8())).toEqual({
      interactions: 1,
      minutes: 5,
      costMinor: 100,
      lastInteraction: null,
      lastAttempted: "2026-03-11",
    });
  });

  it("STA-1: a person's figures are that person's alone", () => {
    const own = visit({ contactId: companyId, companyId, durationMin: 60 });
    expect(
      statisticsOf(person({ id: personId, companyId }), [...weekOfA8(), own])
        .minutes,
    ).toBe(105);
    expect(statisticsOf(gruyere(), [...weekOfA8(), own]).minutes).toBe(165);
  });
});

it("TYP-10: what one of its people did under no company counts, nobody else's does", () => {
  const before = [visit(), visit({ contactId: anninaId })];
  const people = [person({ companyId })];
  expect(statisticsOf(gruyere(), before, people).interactions).toBe(1);
  expect(statisticsOf(gruyere(), before).interactions).toBe(0);
  expect(statisticsOf(person({ id: companyId }), before, people)).toMatchObject(
    { interactions: 0 },
  );
});

describe("what counts", () => {
  it("INT-9: a cancelled entry counts nowhere, last dates included", () => {
    const canceled = visit({
      date: "2026-03-12",
      canceled: true,
      durationMin: 9,
    });
    expect(statisticsOf(person(), [canceled])).toEqual({
      interactions: 0,
      minutes: 0,
      costMinor: 0,
      lastInteraction: null,
      lastAttempted: null,
    });
  });

  it("INT-8: a postponed entry counts nowhere until it is finished", () => {
    const unfinished = visit({ postponed: true, durationMin: 9 });
    expect(totalsOf([unfinished]).interactions).toBe(0);
    expect(totalsOf([{ ...unfinished, postponed: false }]).minutes).toBe(9);
  });

  it("STA-1: of a corrected entry only the correction counts", () => {
    const first = visit({ durationMin: 60, date: "2026-03-12" });
    const second = visit({ durationMin: 30, amends: first.id });
    expect(statisticsOf(person(), [first, second])).toMatchObject({
      interactions: 1,
      minutes: 30,
      lastInteraction: "2026-03-09",
    });
  });

  it("TYP-9: what stayed with a former employer does not count on the person", () => {
    const moved = person({ companyId: anninaId });
    const then = visit({ contactId: moved.id, companyId: gruyere().id });
    expect(statisticsOf(moved, [then]).interactions).toBe(0);
    expect(statisticsOf(gruyere(), [then]).interactions).toBe(1);
  });

  it("TYP-9: what a person did elsewhere is not the company's", () => {
    const elsewhere = visit({ companyId: anninaId });
    expect(statisticsOf(gruyere(), [elsewhere]).interactions).toBe(0);
  });
});

it("TSK-10: the next task is the earliest open one", () => {
  expect(
    nextTaskDate([
      task({ date: "2026-03-20" }),
      task({ date: "2026-03-18", status: "inProgress" }),
      task({ date: "2026-03-14", status: "completed" }),
      task({ date: "2026-03-15", canceled: true }),
    ]),
  ).toBe("2026-03-18");
  expect(nextTaskDate([])).toBeNull();
});
