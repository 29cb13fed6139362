// The code of each rule is broken, one listed patch at a time, and the tests named after the rule must fail; with the
// code as it is they pass. A mutant that no test notices is a test that proves nothing.
import { parseArgs } from "node:util";
import { RULE_MUTANTS } from "../helpers/rule-mutants.ts";
import type { RuleMutant } from "../helpers/rule-mutants/rule-mutant.ts";
import { runRule, timesIn } from "../helpers/run-mutant.ts";
import { runSoak } from "../helpers/run-soak.ts";

const { values } = parseArgs({
  options: {
    /** Ids or sections, with commas: `SAL,DEL-2`. */
    rules: { type: "string" },
    /** One mutant of so many, from the first on. */
    every: { type: "string" },
  },
});

const asked = values.rules?.split(",");
const every = Number(values.every ?? 1);
const chosen = RULE_MUTANTS.filter(
  ({ rule }) =>
    !asked || asked.some((one) => rule === one || rule.startsWith(`${one}-`)),
).filter((_, i) => i % every === 0);

await runSoak("rules", async (say) => {
  const unnoticed: string[] = [];
  const wholes = new Map<string, boolean>();
  for (const mutant of chosen) {
    const words = `${mutant.rule} without ${mutant.without}`;
    const fault = await faultOf(mutant, wholes);
    say(fault === null ? `${words}: noticed` : `${words}: ${fault}`);
    if (fault !== null) unnoticed.push(`${words}: ${fault}`);
  }
  const rules = new Set(chosen.map(({ rule }) => rule)).size;
  return {
    ok: unnoticed.length === 0 && chosen.length > 0,
    ...{ rules, mutants: chosen.length, unnoticed },
  };
});

/** Null = the rule's tests pass on the code as it is and fail on the broken one. */
async function faultOf(
  mutant: RuleMutant,
  wholes: Map<string, boolean>,
): Promise<string | null> {
  const times = timesIn(mutant);
  if (times !== 1) return `its text stands ${times} times in ${mutant.file}`;
  const key = `${mutant.test} ${mutant.rule}`;
  if (!wholes.has(key)) {
    const { passed, failed } = await runRule(mutant, false);
    wholes.set(key, passed.length > 0 && failed.length === 0);
  }
  if (wholes.get(key) !== true) return `${mutant.test} does not pass as it is`;
  const { failed } = await runRule(mutant, true);
  return failed.length > 0 ? null : `${mutant.test} notices nothing`;
}
