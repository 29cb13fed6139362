import { expect, test } from "vitest";
import { usualMinutes } from "../../../../shared/domain/usual-minutes.ts";
import { visit } from "./visit-builder.ts";

const onSite = { template: "ONSITE" } as const;

test("a visit is as long as the last one of its kind that took place", () => {
  const newestFirst = [
    visit({ template: "OUTGOING", durationMin: 5 }),
    visit({ ...onSite, durationMin: 0, attemptFailed: true }),
    visit({ ...onSite, durationMin: 240, canceled: true }),
    visit({ ...onSite, durationMin: 240, postponed: true }),
    visit(onSite),
    visit({ ...onSite, durationMin: 90 }),
    visit({ ...onSite, durationMin: 60 }),
  ];
  expect(usualMinutes(newestFirst, "ONSITE")).toBe(90);
  expect(usualMinutes(newestFirst, "OUTGOING")).toBe(5);
  expect(usualMinutes(newestFirst, "INHOUSE")).toBeNull();
});

test("of a corrected one the correction counts", () => {
  const wrong = visit({ ...onSite, durationMin: 900 });
  const right = visit({ ...onSite, durationMin: 90, amends: wrong.id });
  expect(usualMinutes([wrong, right], "ONSITE")).toBe(90);
});
