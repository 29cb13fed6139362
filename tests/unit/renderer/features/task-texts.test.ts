import { expect, test } from "vitest";
import {
  draftOf,
  textsOfTask,
  textsSaid,
} from "../../../../renderer/features/tasks/task-texts.ts";

const TODAY = "2026-03-13";
const SAID = { today: TODAY, language: "fr-CH" };
const read = (texts: Readonly<Record<string, string>>) =>
  draftOf({ ...textsOfTask(null, null, TODAY, "CRO"), ...texts }, SAID);

test("times and durations are read as they are typed anywhere else", () => {
  expect(read({ startTime: "14h", duration: "1h30" })).toMatchObject({
    ok: true,
    value: { date: TODAY, startTime: "14:00", durationMin: 90 },
  });
  expect(read({ startTime: " ", duration: "" })).toMatchObject({
    ok: true,
    value: { startTime: undefined, durationMin: undefined },
  });
});

test("what cannot be read is told, and not saved as nothing", () => {
  expect(read({ startTime: "25:00" })).toEqual({
    ok: false,
    error: { kind: "time" },
  });
  expect(read({ duration: "long" })).toEqual({
    ok: false,
    error: { kind: "duration" },
  });
  expect(read({ date: "bientôt" })).toEqual({
    ok: false,
    error: { kind: "day" },
  });
});

test("the words of a new task set its day and kind, and the day is no part of its title", () => {
  const first = textsOfTask(null, null, TODAY, "CRO");
  const typed = {
    ...first,
    ...textsSaid(first, "Rappeler Clément demain", SAID),
  };
  expect(typed).toMatchObject({ date: "14.03.2026", type: "phoneCall" });
  expect(draftOf(typed, SAID)).toMatchObject({
    value: { description: "Rappeler Clément", date: "2026-03-14" },
  });
  const without = { ...typed, ...textsSaid(typed, "Offre", SAID) };
  expect(without).toMatchObject({ date: "13.03.2026", type: "task" });
});

test("a day or a kind that somebody has chosen stays, and the words stay in the title", () => {
  const first = textsOfTask(null, null, TODAY, "CRO");
  const chosen = { ...first, date: "20.03.2026", type: "meeting" };
  const typed = { ...chosen, ...textsSaid(chosen, "Rappeler demain", SAID) };
  expect(draftOf(typed, SAID)).toMatchObject({
    value: {
      description: "Rappeler demain",
      date: "2026-03-20",
      type: "meeting",
    },
  });
  const said = { ...first, ...textsSaid(first, "Rappeler demain", SAID) };
  expect(draftOf({ ...said, date: "20.03.2026" }, SAID)).toMatchObject({
    value: { description: "Rappeler demain", date: "2026-03-20" },
  });
});

test("nobody's task is the set-up's salesperson's, before that the contact's", () => {
  expect(textsOfTask(null, null, TODAY, undefined, "MBE")).toMatchObject({
    salesperson: "MBE",
  });
  expect(textsOfTask(null, null, TODAY, "CRO", "MBE")).toMatchObject({
    salesperson: "CRO",
  });
});
