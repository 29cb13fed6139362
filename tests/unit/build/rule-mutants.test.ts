import { expect, test } from "vitest";
import {
  idsOf,
  NOT_FOLLOWED,
  type Section,
} from "../../../build/rules/rule-list.ts";
import { RULE_MUTANTS } from "../../helpers/rule-mutants.ts";
import { timesIn } from "../../helpers/run-mutant.ts";

/** Rules that are proved above the code that could be broken here, and where. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "NUM-4": "devices at the same time: tests/server/numbers.test.ts",
  "NUM-5": "two windows: tests/e2e/numbers.test.ts",
};

const SECTIONS = ["TYP", "INH", "NUM", "DEL", "SAL", "PRV"] as const;

test("every rule of these sections has code that can be broken on purpose: npm run soak -- rules", () => {
  const broken = new Set(RULE_MUTANTS.map(({ rule }) => rule));
  const missing = SECTIONS.flatMap((section: Section) => idsOf(section)).filter(
    (id) => !(id in NOT_FOLLOWED) && !(id in ELSEWHERE) && !broken.has(id),
  );
  expect(missing).toEqual([]);
});

test.each(RULE_MUTANTS)(
  "a mutant's text stands once in its file: $rule without $without",
  (mutant) => {
    expect(timesIn(mutant)).toBe(1);
  },
);
