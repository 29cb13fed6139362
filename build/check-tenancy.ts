// Companies share the tables: a table that does not lead with the company cannot be spread over machines, and a
// statement that does not name it would one day mean all of them.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  lineAt,
  nodesOf,
  parse,
  textOf,
  visit,
  type SyntaxNode,
} from "./syntax.ts";

const SERVER = "server";
const SCHEMA = "server/storage/schema.ts";
/** The directory, by which a company is found, and what is the server's own. */
const SHARED = new Set([
  "tenant",
  "schema_migration",
  "server_secret",
  "code_failure",
]);
const STATEMENT = /^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|DECLARE)\s/;

export interface TenancyFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

interface Text {
  readonly file: string;
  readonly line: number;
  /** What is put in at run time stands as `?`. */
  readonly text: string;
}

export function checkTenancy(root: string): TenancyFault[] {
  const schema = textsOf(root, SCHEMA);
  const tables = schema.flatMap(({ text }) => {
    const name = /^\s*CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(\w+)/.exec(
      text,
    )?.[1];
    return name === undefined || SHARED.has(name) ? [] : [name];
  });
  const fenced = new RegExp(
    `\\b(?:FROM|JOIN|INTO|UPDATE|USING)\\s+(${tables.join("|")})\\b`,
  );
  const statements = sourcesBelow(root, SERVER).flatMap((file) =>
    textsOf(root, file),
  );
  return [
    ...schema.flatMap(faultsOfTable),
    ...statements.flatMap(({ text, ...place }) => {
      const table = STATEMENT.test(text) ? fenced.exec(text)?.[1] : undefined;
      return table === undefined || /\btenant_id\b/.test(text)
        ? []
        : [{ ...place, message: `${table} without tenant_id` }];
    }),
  ];
}

function faultsOfTable({ text, ...place }: Text): TenancyFault[] {
  const fault = (message: string) => [{ ...place, message }];
  const [, table, columns = ""] =
    /^\s*CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(\w+) \(([\s\S]*)/.exec(
      text,
    ) ?? [];
  if (table !== undefined && !SHARED.has(table)) {
    if (!/^\s*tenant_id uuid (NOT NULL|PRIMARY KEY)/.test(columns))
      return fault(`table ${table} does not lead with tenant_id`);
    for (const [, key = ""] of columns.matchAll(/(?:KEY|UNIQUE) \(([^)]*)\)/g))
      if (!key.startsWith("tenant_id,"))
        return fault(`a key of ${table} does not lead with tenant_id`);
  }
  const [, index, on, first] =
    /^\s*CREATE (?:UNIQUE )?INDEX (\w+) ON (\w+) \((\w+)/.exec(text) ?? [];
  return on !== undefined && !SHARED.has(on) && first !== "tenant_id"
    ? fault(`index ${index} does not lead with tenant_id`)
    : [];
}

function textsOf(root: string, file: string): Text[] {
  const source = readFileSync(path.join(root, file), "utf8");
  const texts: Text[] = [];
  visit(parse(file, source), (node) => {
    const text = node.type === "Literal" ? textOf(node) : templateOf(node);
    if (text !== undefined)
      texts.push({ file, line: lineAt(source, node.start), text });
  });
  return texts;
}

function templateOf(node: SyntaxNode): string | undefined {
  if (node.type !== "TemplateLiteral") return undefined;
  return nodesOf(node["quasis"])
    .map((part) => {
      const value = part["value"] as { readonly cooked?: unknown } | undefined;
      return typeof value?.cooked === "string" ? value.cooked : "";
    })
    .join("?");
}

function sourcesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), {
    recursive: true,
    encoding: "utf8",
  })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => path.join(folder, name));
}

if (import.meta.main) {
  const faults = checkTenancy(path.resolve(import.meta.dirname, ".."));
  for (const { file, line, message } of faults)
    process.stdout.write(`${file}:${line} ${message}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
