import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { findCycles } from "./boundaries/cycles.ts";
import { readModule, type Import } from "./boundaries/imports-of.ts";
import { layerOf, PACKAGE_HOMES, type Layer } from "./boundaries/layers.ts";

export type Rule =
  | "no files" // a checker that sees nothing would be green for ever
  | "unknown place" // a file in no layer: give it one in layers.ts
  | "does not parse"
  | "not found" // or written without its extension, which Node would not find
  | "arrow"
  | "feature" // features are strangers; pages introduce them
  | "tests"
  | "package"
  | "node module"
  | "barrel"
  | "cycle";

export interface Violation {
  readonly rule: Rule;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

const FOLDERS = ["shared", "electron", "renderer", "server", "build", "tests"];
const SKIP = /^(tests\/canary|build\/default-app)(\/|$)/;
const SOURCE = /\.(ts|tsx|mjs)$/;

/** Reads every source below `root` and holds its imports against the arrows. */
export function checkBoundaries(root: string): Violation[] {
  const files = FOLDERS.flatMap((folder) => sourcesBelow(root, folder));
  if (files.length === 0) {
    return [
      {
        rule: "no files",
        file: root,
        line: 0,
        message: "no source file found",
      },
    ];
  }
  const violations: Violation[] = [];
  const graph = new Map<string, string[]>();
  for (const file of files) {
    const report = (rule: Rule, line: number, message: string): void => {
      violations.push({ rule, file, line, message });
    };
    const layer = layerOf(file);
    if (layer === undefined) {
      report(
        "unknown place",
        0,
        "lies in no layer of build/boundaries/layers.ts",
      );
      continue;
    }
    const module = tryRead(root, file);
    if (module === undefined) {
      report("does not parse", 0, "is not TypeScript");
      continue;
    }
    if (module.barrel && /\/index\.tsx?$/.test(file)) {
      report(
        "barrel",
        1,
        "only re-exports: import from the module that has it",
      );
    }
    const targets: string[] = [];
    for (const one of module.imports) {
      const target = relativeTarget(file, one.specifier);
      if (target === undefined) {
        checkPackage(layer, one, report);
      } else if (!existsSync(path.join(root, target))) {
        report(
          "not found",
          one.line,
          `${one.specifier}: no such file (is the extension there?)`,
        );
      } else if (SOURCE.test(target)) {
        checkArrow(file, layer, target, one, report);
        if (!one.typeOnly) targets.push(target);
      }
    }
    graph.set(file, targets);
  }
  for (const cycle of findCycles(graph)) {
    const [file = ""] = cycle;
    violations.push({
      rule: "cycle",
      file,
      line: 0,
      message: [...cycle, file].join(" → "),
    });
  }
  return violations;
}

type Report = (rule: Rule, line: number, message: string) => void;

function checkArrow(
  file: string,
  from: Layer,
  target: string,
  one: Import,
  report: Report,
): void {
  const to = layerOf(target);
  // Its own "unknown place" says enough.
  if (to === undefined) return;
  if (featureOf(file) !== undefined && featureOf(target) !== undefined) {
    if (featureOf(file) !== featureOf(target)) {
      report(
        "feature",
        one.line,
        `imports ${target}: features do not know each other`,
      );
    }
  } else if (!mayImport(from, to, one.typeOnly)) {
    if (to.name.startsWith("tests"))
      report("tests", one.line, `imports ${target}: nothing imports tests`);
    else
      report(
        "arrow",
        one.line,
        `imports ${target}: ${from.name} may not import ${to.name}`,
      );
  }
}

function mayImport(from: Layer, to: Layer, typeOnly: boolean): boolean {
  if (from.name === to.name) return from.alone !== true;
  const allowed = typeOnly ? [...from.may, ...(from.mayType ?? [])] : from.may;
  return allowed.some(
    (name) =>
      name === "*" || to.name === name || to.name.startsWith(`${name}/`),
  );
}

function featureOf(file: string): string | undefined {
  return /^renderer\/features\/([^/]+)\//.exec(file)?.[1];
}

function checkPackage(from: Layer, one: Import, report: Report): void {
  const { specifier, line } = one;
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) {
    if (from.node !== true)
      report(
        "node module",
        line,
        `imports ${specifier}: ${from.name} has no Node`,
      );
    return;
  }
  if (from.name.startsWith("tests")) return;
  const listed = from.packages?.some(
    (name) => specifier === name || specifier.startsWith(`${name}/`),
  );
  if (listed === true) return;
  const home = PACKAGE_HOMES.find(({ packages }) => packages.test(specifier));
  if (
    listed === false ||
    (home !== undefined && !home.layers.test(from.name))
  ) {
    report(
      "package",
      line,
      `imports ${specifier}: ${from.name} may not use this package`,
    );
  }
}

function relativeTarget(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const [clean = ""] = specifier.split("?");
  return path.posix.join(path.posix.dirname(file), clean);
}

function tryRead(
  root: string,
  file: string,
): ReturnType<typeof readModule> | undefined {
  try {
    return readModule(file, readFileSync(path.join(root, file), "utf8"));
  } catch {
    return undefined;
  }
}

function sourcesBelow(root: string, folder: string): string[] {
  if (SKIP.test(folder) || !existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap(
    (entry) => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sourcesBelow(root, file);
      return SOURCE.test(entry.name) && !entry.name.endsWith(".d.ts")
        ? [file]
        : [];
    },
  );
}

if (import.meta.main) {
  const violations = checkBoundaries(path.resolve(import.meta.dirname, ".."));
  for (const { rule, file, line, message } of violations) {
    process.stdout.write(`${file}:${line} [${rule}] ${message}\n`);
  }
  process.exitCode = violations.length === 0 ? 0 : 1;
}
