// Documents are sealed: a selector on a sealed member finds nothing, and says so without an error. The storage
// wrapper throws when such a query runs; this finds it before. And counting walks over every document: what is read
// again after each change asks for the first one instead.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  isNode,
  lineAt,
  nodesOf,
  parse,
  textOf,
  visit,
  type SyntaxNode,
} from "./syntax.ts";

const FOLDER = "renderer/local-store";
const LIVE = ["renderer/features", "renderer/pages", "renderer/app"];
const QUERIES = /^(find|findOne|count)$/;
const IN_CLEAR = /^(id|contactId|atDesc|_deleted|_meta\.lwt|\$and|\$or|\$nor)$/;

export interface QueryFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export function checkQueries(root: string): QueryFault[] {
  return [
    ...faultsIn(root, FOLDER, faultsOf),
    ...LIVE.flatMap((folder) => faultsIn(root, folder, countsIn)),
  ];
}

function faultsIn(
  root: string,
  folder: string,
  faultsOfNode: (node: SyntaxNode) => readonly string[],
): readonly QueryFault[] {
  const faults: QueryFault[] = [];
  for (const file of sourcesBelow(path.join(root, folder))) {
    const source = readFileSync(file, "utf8");
    visit(parse(file, source), (node) => {
      for (const message of faultsOfNode(node)) {
        const line = lineAt(source, node.start);
        faults.push({ file: path.relative(root, file), line, message });
      }
    });
  }
  return faults;
}

/** `store.counts()` inside a live query. */
function countsIn(call: SyntaxNode): readonly string[] {
  if (call.type !== "CallExpression") return [];
  const callee = call["callee"];
  if (!isNode(callee) || callee["name"] !== "useLive") return [];
  const faults: string[] = [];
  for (const argument of nodesOf(call["arguments"]))
    visit(argument, ({ type, object, property }) => {
      const counts =
        type === "MemberExpression" &&
        isNode(object) &&
        object["name"] === "store" &&
        isNode(property) &&
        property["name"] === "counts";
      if (counts)
        faults.push("a live query that counts: ask for the first one");
    });
  return faults;
}

function faultsOf(call: SyntaxNode): string[] {
  if (call.type !== "CallExpression") return [];
  const method = calledMethod(call);
  const [query] = nodesOf(call["arguments"]);
  // An array's find takes a function; a query that is built elsewhere is for the wrapper to refuse.
  if (method === undefined || query?.type !== "ObjectExpression") return [];
  const members = membersOf(query);
  const unsealed = membersOf(members.get("selector"));
  const order = nodesOf(members.get("sort")?.["elements"]).flatMap((one) => [
    ...membersOf(one).values(),
  ]);
  return [
    ...[...unsealed.keys()]
      .filter((name) => !IN_CLEAR.test(name))
      .map((name) => `a selector on ${name}, which is sealed`),
    ...(members.has("skip") ? ["skip: page by the last key instead"] : []),
    ...(method === "find" && !members.has("limit") ? ["no limit"] : []),
    ...order
      .filter((direction) => textOf(direction) === "desc")
      .map(() => "a descending sort: store an inverted number"),
  ];
}

function calledMethod(call: SyntaxNode): string | undefined {
  const callee = call["callee"];
  if (!isNode(callee) || callee.type !== "MemberExpression") return undefined;
  const property = callee["property"];
  const name = isNode(property) ? property["name"] : undefined;
  return typeof name === "string" && QUERIES.test(name) ? name : undefined;
}

function membersOf(object: SyntaxNode | undefined): Map<string, SyntaxNode> {
  const members = new Map<string, SyntaxNode>();
  for (const property of nodesOf(object?.["properties"])) {
    const key = property["key"];
    const value = property["value"];
    if (!isNode(key) || !isNode(value)) continue;
    const name = textOf(key) ?? key["name"];
    if (typeof name === "string") members.set(name, value);
  }
  return members;
}

function sourcesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}

if (import.meta.main) {
  const faults = checkQueries(path.resolve(import.meta.dirname, ".."));
  for (const { file, line, message } of faults) {
    process.stdout.write(`${file}:${line} ${message}\n`);
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
}
