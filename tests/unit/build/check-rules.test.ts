import path from "node:path";
import { expect, test } from "vitest";
import { readRules } from "../../../build/check-rules.ts";

const canary = path.resolve(import.meta.dirname, "../../canary/rules");
const { table, faults } = readRules(canary, {
  complete: ["INH"],
  notFollowed: { "TYP-8": "there are no segments", "INH-9": "for the canary" },
});

test("a rule without a test, a title without a rule and a test that does not run are found", () => {
  const file = "tests/unit/planted.test.ts";
  expect(faults).toEqual([
    `${file}:2 skip: a test that does not run`,
    `${file}:3 skip: a test that does not run`,
    `${file}:6 there is no rule INH-99`,
    `${file}:8 TYP-8 is listed as not followed`,
    "INH-5 has no test and no reason why it is not followed",
    "INH-7 has no test and no reason why it is not followed",
    "INH-8 has no test and no reason why it is not followed",
  ]);
});

test("each rule has one line: the test that is about it most, or the reason", () => {
  expect(table.split("\n").filter((line) => /-\d/.test(line))).toEqual([
    "| TYP-8 | not followed: there are no segments |",
    "| INH-1 | tests/unit/planted.test.ts › INH-1: a flag that is off stops its field |",
    "| INH-2 | tests/unit/planted.test.ts › INH-2: what is not run proves nothing |",
    "| INH-3 | tests/unit/planted.test.ts › INH-3: out of order |",
    "| INH-4 | tests/unit/planted.test.ts › INH-4: case %s |",
    "| INH-6 | tests/unit/planted.test.ts › INH-6: a column \\| in a title |",
    "| INH-9 | not followed: for the canary |",
  ]);
});
