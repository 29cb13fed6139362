// Which test proves which business rule, read from the tests' own titles and kept as tests/RULES.md. A rule without a
// test, a title that names no rule, and a test that does not run are faults.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  COMPLETE,
  idsOf,
  NOT_FOLLOWED,
  RULES_IN,
  type Section,
} from "./rules/rule-list.ts";
import { isNode, lineAt, nodesOf, parse, textOf, visit } from "./syntax.ts";
import type { SyntaxNode } from "./syntax.ts";

const TABLE = "tests/RULES.md";
const TESTS = /^(test|it|describe)$/;
const NOT_RUN = /^(skip|skipIf|runIf|todo|only|fails)$/;
const NOT_RUN_ALIAS = /^(xit|xtest|xdescribe|fit|fdescribe)$/;
const sections = Object.keys(RULES_IN) as readonly Section[];
const RULE = new RegExp(`\\b(?:${sections.join("|")})-\\d+\\b`, "g");

export interface Rules {
  readonly complete: readonly Section[];
  readonly notFollowed: Readonly<Record<string, string>>;
}

interface Found {
  readonly file: string;
  readonly line: number;
  readonly title: string;
}

/** The table as it should be, and what is wrong with the tests; titles are read below `tests`, planted ones left out. */
export function readRules(
  root: string,
  { complete, notFollowed }: Rules,
): { readonly table: string; readonly faults: readonly string[] } {
  const known = new Set(sections.flatMap(idsOf));
  const faults: string[] = [];
  const tests = new Map<string, Found[]>();
  for (const file of testFiles(root)) {
    const source = readFileSync(path.join(root, file), "utf8");
    visit(parse(file, source), (node) => {
      const at = () => `${file}:${lineAt(source, node.start)}`;
      const call = testCall(node);
      if (call === null) return;
      if (call.unrun)
        faults.push(`${at()} ${call.unrun}: a test that does not run`);
      if (call.title === undefined) return;
      for (const [id] of call.title.matchAll(RULE)) {
        if (!known.has(id)) faults.push(`${at()} there is no rule ${id}`);
        else if (id in notFollowed)
          faults.push(`${at()} ${id} is listed as not followed`);
        const line = lineAt(source, node.start);
        const found = { file, line, title: call.title };
        tests.set(id, [...(tests.get(id) ?? []), found]);
      }
    });
  }
  for (const id of complete.flatMap(idsOf))
    if (!tests.has(id) && !(id in notFollowed))
      faults.push(`${id} has no test and no reason why it is not followed`);
  const lines = [...known].flatMap((id) => {
    const [test] = (tests.get(id) ?? []).toSorted(
      (a, b) => clarity(b.title, id) - clarity(a.title, id),
    );
    const reason = notFollowed[id];
    if (reason !== undefined) return [`| ${id} | not followed: ${reason} |`];
    if (test === undefined) return [];
    return [`| ${id} | ${test.file} › ${test.title.replaceAll("|", "\\|")} |`];
  });
  return { table: tableOf(lines), faults };
}

function tableOf(lines: readonly string[]): string {
  const head = [
    "# Business rules and the tests that prove them",
    "",
    "Made by `npm run rules` from the tests' titles; `npm run check` fails when it is out of date. A rule with several",
    "tests shows the one that is about it most.",
    "",
    "| Rule | Proof |",
    "| --- | --- |",
  ];
  return `${[...head, ...lines].join("\n")}\n`;
}

/** A title that begins with the rule tells most about it; one that is filled in for each row cannot be looked up. */
function clarity(title: string, id: string): number {
  const first = new RegExp(`^${id}\\b`).test(title) ? 2 : 0;
  return first + (/%|\$|…/.test(title) ? 0 : 1);
}

interface TestCall {
  /** What keeps it from running. */
  readonly unrun: string | undefined;
  /** Of a test; groups of tests have none. */
  readonly title: string | undefined;
}

function testCall(node: SyntaxNode): TestCall | null {
  if (node.type !== "CallExpression") return null;
  const chain = chainOf(node["callee"]);
  const [base = "", ...members] = chain;
  if (NOT_RUN_ALIAS.test(base)) return { unrun: base, title: undefined };
  if (!TESTS.test(base)) return null;
  const unrun =
    members.find((member) => NOT_RUN.test(member)) ?? unrunOption(node);
  const [first] = nodesOf(node["arguments"]);
  const title = base === "describe" ? undefined : writtenTitle(first);
  return { unrun, title };
}

/** `test.each(rows)` → ["test", "each"]. */
function chainOf(callee: unknown): readonly string[] {
  if (!isNode(callee)) return [];
  if (callee.type === "Identifier") return [String(callee["name"])];
  if (callee.type === "CallExpression") return chainOf(callee["callee"]);
  if (callee.type === "TaggedTemplateExpression") return chainOf(callee["tag"]);
  if (callee.type !== "MemberExpression") return [];
  const property = callee["property"];
  const name = isNode(property) ? String(property["name"]) : "";
  const object = chainOf(callee["object"]);
  // A pattern's `test` begins with no name.
  return object.length > 0 ? [...object, name] : [];
}

/** `test("…", { skip: true }, …)`. */
function unrunOption(call: SyntaxNode): string | undefined {
  return nodesOf(call["arguments"])
    .filter(({ type }) => type === "ObjectExpression")
    .flatMap((options) => nodesOf(options["properties"]))
    .map(({ key }) => (isNode(key) ? String(key["name"]) : ""))
    .find((name) => NOT_RUN.test(name));
}

function writtenTitle(node: SyntaxNode | undefined): string | undefined {
  if (node?.type !== "TemplateLiteral") return textOf(node);
  return nodesOf(node["quasis"])
    .map(({ value }) => (value as { readonly cooked: string }).cooked)
    .join("…");
}

function testFiles(root: string): readonly string[] {
  return readdirSync(path.join(root, "tests"), {
    recursive: true,
    encoding: "utf8",
  })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("canary"))
    .map((name) => path.posix.join("tests", name.split(path.sep).join("/")))
    .toSorted();
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, "..");
  const { table, faults } = readRules(root, {
    complete: COMPLETE,
    notFollowed: NOT_FOLLOWED,
  });
  const file = path.join(root, TABLE);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  if (process.argv.includes("--write")) writeFileSync(file, table);
  else if (!existsSync(file) || readFileSync(file, "utf8") !== table) {
    process.stdout.write(`${TABLE} is out of date: npm run rules\n`);
    process.exitCode = 1;
  }
  if (faults.length > 0) process.exitCode = 1;
}
