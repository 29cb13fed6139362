import { describe, expect, it } from "vitest";
import { localTime } from "../../../../shared/core/calendar.ts";

describe("INT-3: the time of now", () => {
  it("is rounded up to the minute", () => {
    expect(localTime(new Date(2026, 2, 13, 9, 59, 30))).toBe("10:00");
    expect(localTime(new Date(2026, 2, 13, 10, 0, 0))).toBe("10:00");
  });

  it("does not pass into the next day, where midnight would be the morning of this one", () => {
    expect(localTime(new Date(2026, 2, 13, 23, 59, 30))).toBe("23:59");
  });
});
