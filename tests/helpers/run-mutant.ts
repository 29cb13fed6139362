import { readFileSync } from "node:fs";
import path from "node:path";
import { startVitest, type TestCase } from "vitest/node";
import { define, root } from "../../build/vite.common.ts";
import type { RuleMutant } from "./rule-mutants/rule-mutant.ts";

/** What a run of a rule's tests has said; `others` are tests of the same file that are not named after it. */
export interface Outcome {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

/** Runs the tests of a file that are named after a rule, with its code as it is (null) or broken. */
export async function runRule(
  { rule, file, from, to, test }: RuleMutant,
  broken: boolean,
): Promise<Outcome> {
  const onServer = test.startsWith("tests/server/");
  // Of the two engines the embedded one: the rules are above both.
  const name = `^(?!.*\\bpostgres\\b).*\\b${rule}\\b`;
  const target = path.join(root, file);
  const vitest = await startVitest(
    [test],
    {
      // What is broken must be read, not remembered from the run before.
      fsModuleCache: false,
      ...{ root, config: false, watch: false, run: true, silent: true },
      ...{ reporters: [{}], testNamePattern: name, pool: "forks" },
      ...{ testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 1 },
      include: [test],
      setupFiles: ["tests/helpers/seed-properties.ts"],
      ...(onServer && { globalSetup: ["tests/helpers/server-setup.ts"] }),
    },
    {
      define,
      logLevel: "silent",
      plugins: [
        {
          name: "carnet:break-a-rule",
          enforce: "pre",
          transform(code, id) {
            if (!broken || id.split("?")[0] !== target) return null;
            return { code: code.replace(from, () => to), map: null };
          },
        },
      ],
    },
  );
  try {
    const tests: TestCase[] = vitest.state
      .getTestModules()
      .flatMap((module) => [...module.children.allTests()]);
    const named = (state: "passed" | "failed") =>
      tests
        .filter((one) => one.result().state === state)
        .map((one) => one.name);
    return { passed: named("passed"), failed: named("failed") };
  } finally {
    await vitest.close();
  }
}

/** How often a mutant's text stands in its file: once, or it breaks nothing or too much. */
export function timesIn({ file, from }: RuleMutant): number {
  const source = readFileSync(path.join(root, file), "utf8");
  return source.split(from).length - 1;
}
