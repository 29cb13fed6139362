import { parseSync } from "vite";

export interface Import {
  readonly specifier: string;
  /** `import type`: gone when the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface Module {
  readonly imports: readonly Import[];
  /** Nothing in it but `export … from` and imports. */
  readonly barrel: boolean;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Every way one module can name another: import, export from, import(), import type, a worker's URL. */
export function readModule(file: string, text: string): Module {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0)
    throw new Error(`${file}: ${errors[0]?.message ?? "does not parse"}`);
  const imports: Import[] = [];
  const lineAt = (position: number): number =>
    text.slice(0, position).split("\n").length;
  visit(program as unknown as Node, (node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return;
    imports.push({
      specifier,
      typeOnly: isTypeOnly(node),
      line: lineAt(node.start),
    });
  });
  const body = program.body as unknown as readonly Node[];
  const barrel =
    body.length > 0 && body.every((node) => isNode(node["source"]));
  return { imports, barrel };
}

function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return text(node["source"]);
    case "NewExpression":
      return isWorkerUrl(node)
        ? text((node["arguments"] as readonly unknown[])[0])
        : undefined;
    default:
      return undefined;
  }
}

/** `new URL("./x.worker.ts", import.meta.url)`: how Vite finds a worker. */
function isWorkerUrl(node: Node): boolean {
  const callee = node["callee"];
  if (!isNode(callee) || callee["name"] !== "URL") return false;
  const [address, base] = node["arguments"] as readonly unknown[];
  return (
    /^\..*\.[jt]sx?$/.test(text(address) ?? "") &&
    isNode(base) &&
    base.type === "MemberExpression"
  );
}

function isTypeOnly(node: Node): boolean {
  return (
    node.type === "TSImportType" ||
    node["importKind"] === "type" ||
    node["exportKind"] === "type"
  );
}

function text(node: unknown): string | undefined {
  return isNode(node) && typeof node["value"] === "string"
    ? node["value"]
    : undefined;
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) visit(child, see);
    }
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { type?: unknown }).type === "string"
  );
}
