import { expect, test } from "vitest";
import { keyOf, reversed, stepsOf } from "../../../../shared/sync/reverse.ts";

const id = "0190a0a0-0000-7000-8000-000000000001";
const sale = {
  ...{ id, contactId: "0190a0a0-0000-7000-8000-000000000002" },
  ...{ description: "Caves", createdOn: "2026-03-01" },
  status: "notStarted",
} as const;
const steps = stepsOf([{ c: "opportunities", id, before: null, after: sale }]);
const back = (now: object) =>
  reversed(steps, new Map([[keyOf({ c: "opportunities", id }), now as never]]));

test("an opportunity that the server has given its number and its cycle is as it was made: it goes", () => {
  const given = { ...sale, no: "OP000001", cycle: "NEW" };
  expect(back(given).changes).toMatchObject([{ before: given, after: null }]);
});

test("one that has been moved in its cycle since stays", () => {
  const entries = { e: { stage: 1, changedOn: "2026-03-02", action: "first" } };
  const { changes, kept } = back({ ...sale, cycle: "NEW", entries });
  expect(changes).toEqual([]);
  expect(kept).toEqual([{ c: "opportunities", id, path: "" }]);
});
