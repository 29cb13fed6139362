import { spawn } from "node:child_process";
import path from "node:path";
import { bootstrap } from "../bootstrap.mjs";
import { bin, nodePath, root, toolEnvironment } from "../node.mjs";
import { say } from "../say.mjs";
import { formatted, sourceFolders, unlinted } from "../sources.mjs";

const ENVIRONMENTS = [
  "shared",
  "electron",
  "renderer",
  "worker",
  "server",
  "build",
  "tests",
];

/** What a step remembers of the last run, by content: only what has changed is looked at again. */
const CACHE = "node_modules/.cache/carnet-check";

const STEPS = [
  ...ENVIRONMENTS.map((name) => ({
    name: `types: ${name}`,
    tool: "tsc",
    args: [
      ...["-p", `build/tsconfig.${name}.json`, "--incremental"],
      ...["--tsBuildInfoFile", `${CACHE}/${name}.tsbuildinfo`],
    ],
  })),
  {
    name: "lint",
    tool: "oxlint",
    args: [
      "--config=build/oxlint.json",
      "--type-aware",
      "--deny-warnings",
      "--report-unused-disable-directives",
      ...unlinted.map((folder) => `--ignore-pattern=${folder}`),
      ...sourceFolders,
    ],
  },
  {
    name: "format",
    tool: "prettier",
    args: [
      ...["--check", "--log-level=warn", ...formatted],
      ...["--cache", "--cache-strategy=content"],
      ...["--cache-location", `${CACHE}/prettier`],
    ],
  },
  { name: "boundaries", script: "build/check-boundaries.ts" },
  { name: "queries", script: "build/check-queries.ts" },
  { name: "tenancy", script: "build/check-tenancy.ts" },
  { name: "texts", script: "build/check-texts.ts" },
  { name: "rules", script: "build/check-rules.ts" },
];

export async function run() {
  await bootstrap();
  return (await check()) === 0 ? 0 : 1;
}

/** All steps, also after a failure. Answers how many failed. */
export async function check() {
  say("check: types, lint, format, boundaries");
  const waiting = [...STEPS];
  let failed = 0;
  const worker = async () => {
    for (
      let step = waiting.shift();
      step !== undefined;
      step = waiting.shift()
    ) {
      const { code, output } = await runStep(step);
      if (code === 0) continue;
      failed++;
      // Shown whole, and only where something is wrong.
      process.stderr.write(`\n--- ${step.name}: failed\n${output}\n`);
    }
  };
  await Promise.all([worker(), worker()]);
  say(
    failed === 0
      ? `check: ${STEPS.length} steps passed`
      : `check: ${failed} of ${STEPS.length} steps failed`,
  );
  return failed;
}

function runStep({ tool, script, args = [] }) {
  const program = tool === undefined ? nodePath() : path.join(bin, tool);
  const child = spawn(
    program,
    script === undefined ? args : [script, ...args],
    {
      cwd: root,
      env: toolEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    },
  );
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.once("error", (error) =>
      resolve({ code: 127, output: error.message }),
    );
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
