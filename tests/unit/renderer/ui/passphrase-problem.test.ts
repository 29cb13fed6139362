import { expect, test } from "vitest";
import { passphraseProblem } from "../../../../renderer/ui/passphrase-problem.ts";

test.each([
  ["", "", "too-short"],
  ["1234567", "1234567", "too-short"],
  ["12345678", "", "differs"],
  ["12345678", "12345679", "differs"],
  ["12345678", "12345678", null],
  ["correct horse", "correct horse ", "differs"],
] as const)("%j repeated as %j: %s", (typed, repeated, problem) => {
  expect(passphraseProblem(typed, repeated)).toBe(problem);
});
