import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bootstrap } from "../bootstrap.mjs";
import { start, untilEnded } from "../children.mjs";
import { nodePath, root, toolEnvironment } from "../node.mjs";
import { say } from "../say.mjs";
import { check } from "./check.mjs";

const HEADLESS = ["unit", "server"];
const PROJECTS = [...HEADLESS, "e2e"];

/**
 * Everything: checks, headless suites, build, the app itself. The last line is `N passed, N failed`.
 * `npm test -- PROJECT [filter …]` runs one project only, without the checks.
 */
export async function run(args) {
  const [project, ...filters] = args;
  if (PROJECTS.includes(project)) {
    const needsApp = project === "e2e";
    const machine = await bootstrap({
      electron: needsApp,
      // The packages are tested without a window, but not without the app.
      built: needsApp || project === "unit",
      rpm: project === "unit",
      postgres: project === "server",
    });
    return report([
      await suite([project], machine.env, filters).finally(machine.close),
    ]);
  }
  const machine = await bootstrap({
    electron: true,
    built: true,
    rpm: true,
    postgres: true,
  });
  try {
    return report([
      checks(await check()),
      await suite(HEADLESS, machine.env, args),
      await suite(["e2e"], machine.env, args),
    ]);
  } finally {
    machine.close();
  }
}

/** Runs vitest on some projects and counts. A file that does not load counts as one failure. */
async function suite(projects, env, filters) {
  const folder = mkdtempSync(path.join(tmpdir(), "carnet-vitest-"));
  const file = path.join(folder, "result.json");
  say(`tests: ${projects.join(", ")}`);
  try {
    const vitest = start(
      nodePath(),
      [
        path.join(root, "node_modules/vitest/vitest.mjs"),
        "run",
        "--config=build/vitest.config.ts",
        ...projects.map((name) => `--project=${name}`),
        "--passWithNoTests",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
        ...filters,
      ],
      { env: toolEnvironment(env) },
    );
    const code = await untilEnded(vitest);
    return counts(file, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function counts(file, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, names: ["vitest ended without a result"] };
  }
  const broken = result.testResults.filter(
    (one) => one.status === "failed" && one.assertionResults.length === 0,
  );
  const names = [
    ...broken.map((one) => `${path.relative(root, one.name)} did not load`),
    ...result.testResults.flatMap((one) =>
      one.assertionResults
        .filter((test) => test.status === "failed")
        .map((test) => `${path.relative(root, one.name)}: ${test.fullName}`),
    ),
  ];
  if (names.length === 0 && code !== 0) names.push("an error outside any test");
  return { passed: result.numPassedTests, failed: names.length, names };
}

function checks(failed) {
  const names = Array.from({ length: failed }, () => "a check, see above");
  return { passed: 0, failed, names };
}

function report(parts) {
  const passed = parts.reduce((sum, part) => sum + part.passed, 0);
  const failed = parts.reduce((sum, part) => sum + part.failed, 0);
  // Of a long report often only the end is kept.
  for (const name of parts.flatMap((part) => part.names))
    process.stdout.write(`failed: ${name}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
