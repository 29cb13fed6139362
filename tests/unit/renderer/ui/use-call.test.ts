import { expect, test } from "vitest";
import { minutesBetween } from "../../../../renderer/ui/use-call.ts";
import { callMade, emptyVisit } from "../../../../shared/domain/typed-visit.ts";

test("a call that was just made is written up as one, with its time and minutes", () => {
  const startedAt = new Date(2026, 2, 13, 9, 5, 40).getTime();
  expect(callMade("id", "2026-03-13", { startedAt, minutes: 12 })).toEqual({
    ...emptyVisit("id", "2026-03-13"),
    template: "OUTGOING",
    time: "09:05",
    duration: "12",
  });
});

test("minutes are whole, and one at least", () => {
  expect(minutesBetween(0, 4_000)).toBe(1);
  expect(minutesBetween(0, 12 * 60_000 + 29_000)).toBe(12);
});
