import { describe, expect, test } from "vitest";
import type {
  ContactColumn,
  ContactValues,
} from "../../../../shared/domain/contact-columns.ts";
import {
  filterTest,
  readFilter,
  type Condition,
} from "../../../../shared/domain/contact-filter.ts";

const TODAY = "2026-11-22";
const met = (values: ContactValues, ...all: readonly Condition[]) =>
  filterTest({ all: [...all] }, TODAY)(values);
const where = (
  column: ContactColumn,
  op: Condition["op"],
  ...values: string[]
): Condition => ({ column, op, values });

describe("SRC-2: a condition on one column", () => {
  test.each([
    [{ city: "Zürich" }, where("city", "is", "zurich"), true],
    [{ city: "Zürich" }, where("city", "isNot", "zurich"), false],
    [{}, where("city", "isNot", "zurich"), true],
    [{ city: "Neuchâtel" }, where("city", "contains", "CHAT"), true],
    [
      { city: "Bulle" },
      where("city", "oneOf", "Lausanne", "Bulle", "Sion"),
      true,
    ],
    [{ email: "" }, where("email", "empty"), true],
    [{ email: "a@b.example" }, where("email", "notEmpty"), true],
    [
      { phone: "+41 26 411 02 03" },
      where("phone", "contains", "026 411"),
      true,
    ],
    [{ phone: "+41 26 411 02 03" }, where("phone", "contains", "999"), false],
    [{ phone: "+41 26 411 02 03" }, where("phone", "is", "0264110203"), true],
    [{ salesperson: "CRO" }, where("salesperson", "is", "cro"), false],
    [{ relation: ["CUST", "LAW"] }, where("relation", "is", "LAW"), true],
    [{ relation: ["CUST"] }, where("relation", "isNot", "LAW"), true],
    [{ relation: [] }, where("relation", "empty"), true],
    [{ interactions: 3 }, where("interactions", "after", "2"), true],
    [{}, where("interactions", "before", "1"), true],
    [{}, where("interactions", "is", "0"), true],
    [{ lastVisit: "2026-11-20" }, where("lastVisit", "lastDays", "2"), true],
    [{ lastVisit: "2026-11-19" }, where("lastVisit", "lastDays", "2"), false],
    [{ lastVisit: "2026-11-23" }, where("lastVisit", "lastDays", "2"), false],
    [{}, where("lastVisit", "notLastDays", "90"), true],
    [{ nextTask: "2026-11-21" }, where("nextTask", "before", "today"), true],
    [{ nextTask: "2026-11-22" }, where("nextTask", "before", "today"), false],
    [{}, where("nextTask", "before", "today"), false],
    [{ nextTask: "2026-11-30" }, where("nextTask", "after", "today+7"), true],
    [
      { changed: "2026-11-22T23:00:00.000Z" },
      where("changed", "is", "today"),
      true,
    ],
    [{ city: "Bulle" }, where("city", "is"), true],
  ])("%j, %j: %s", (values, condition, expected) => {
    expect(met(values, condition)).toBe(expected);
  });
});

test("SRC-2: all conditions must be met, and one of each group", () => {
  const filter = {
    all: [
      where("type", "is", "company"),
      { any: [where("city", "is", "Bulle"), where("city", "is", "Sion")] },
    ],
  };
  const passes = filterTest(filter, TODAY);
  expect(passes({ type: "company", city: "Sion" })).toBe(true);
  expect(passes({ type: "person", city: "Sion" })).toBe(false);
  expect(passes({ type: "company", city: "Bern" })).toBe(false);
});

test("a filter of a later version, or of nobody, is not guessed at", () => {
  const all = [{ column: "city", op: "is", values: ["Bulle"] }];
  expect(readFilter({ all })).toEqual({ all });
  expect(readFilter({ all: [{ ...all[0], op: "soundsLike" }] })).toBeNull();
  expect(readFilter({ all: [{ ...all[0], column: "iban" }] })).toBeNull();
  expect(readFilter("city")).toBeNull();
});
