import { expect, test } from "vitest";
import {
  draftOf,
  textsOfTask,
} from "../../../../renderer/features/tasks/task-texts.ts";

const TODAY = "2026-03-13";
const read = (texts: Readonly<Record<string, string>>) =>
  draftOf({ ...textsOfTask(null, null, TODAY, "CRO"), ...texts }, TODAY);

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
