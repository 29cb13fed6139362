import {
  isNode,
  lineAt,
  nodesOf,
  parse,
  textOf,
  visit,
  type SyntaxNode,
} from "../syntax.ts";

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

/** Every way one module can name another: import, export from, import(), import type, a worker's URL. */
export function readModule(file: string, source: string): Module {
  const program = parse(file, source);
  const imports: Import[] = [];
  visit(program, (node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return;
    imports.push({
      specifier,
      typeOnly: isTypeOnly(node),
      line: lineAt(source, node.start),
    });
  });
  const body = nodesOf(program["body"]);
  const barrel =
    body.length > 0 && body.every((node) => isNode(node["source"]));
  return { imports, barrel };
}

function specifierOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return textOf(node["source"]);
    case "NewExpression":
      return workerUrl(node);
    default:
      return undefined;
  }
}

/** `new URL("./x.worker.ts", import.meta.url)`: how Vite finds a worker. */
function workerUrl(node: SyntaxNode): string | undefined {
  const callee = node["callee"];
  if (!isNode(callee) || callee["name"] !== "URL") return undefined;
  const [address, base] = nodesOf(node["arguments"]);
  const text = textOf(address);
  const isModule = text !== undefined && /^\..*\.[jt]sx?$/.test(text);
  return isModule && base?.type === "MemberExpression" ? text : undefined;
}

function isTypeOnly(node: SyntaxNode): boolean {
  return (
    node.type === "TSImportType" ||
    node["importKind"] === "type" ||
    node["exportKind"] === "type"
  );
}
