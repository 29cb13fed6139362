// Every visible word comes from a catalogue, and every catalogue says everything.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  isNode,
  lineAt,
  parse,
  textOf,
  visit,
  type SyntaxNode,
} from "./syntax.ts";

/** Folders with one file, or one folder of files, for each language. English is the measure. */
const CATALOGUES = ["electron/i18n", "renderer/i18n", "shared/commands/i18n"];
const LANGUAGES = ["en", "de-CH", "fr-CH", "it-CH"];
/** i18next's plural forms: languages have different ones. */
const PLURAL = /_(zero|one|two|few|many|other)$/;
const PLACEHOLDER = /\{\{?\s*([\w.]+)[^}]*\}\}?/g;

/** Attributes that a person sees or hears. */
const SPOKEN =
  /^(aria-label|aria-description|alt|title|label|placeholder|helperText|primary|secondary)$/;

/** Names, which no language translates. */
const NAMES = new Set(["Carnet", "Esc"]);

export async function checkTexts(root: string): Promise<string[]> {
  const faults: string[] = [];
  for (const folder of CATALOGUES) {
    if (existsSync(path.join(root, folder))) {
      faults.push(...(await catalogueFaults(root, folder)));
    }
  }
  for (const file of sourcesBelow(root, "renderer", ".tsx")) {
    faults.push(...literalFaults(root, file));
  }
  return faults;
}

type Texts = ReadonlyMap<string, string>;

async function catalogueFaults(
  root: string,
  folder: string,
): Promise<string[]> {
  const measure = await readLanguage(root, folder, "en");
  if (measure.size === 0) return [`${folder}: no texts found for en`];
  const faults: string[] = [];
  for (const language of LANGUAGES.slice(1)) {
    const texts = await readLanguage(root, folder, language);
    const place = `${folder}/${language}`;
    for (const [key, text] of measure) {
      const other = texts.get(key);
      if (other === undefined) faults.push(`${place}: ${key} is missing`);
      else if (placeholders(other) !== placeholders(text)) {
        faults.push(`${place}: ${key} has other placeholders than en`);
      }
    }
    for (const [key, text] of texts) {
      if (!measure.has(key)) faults.push(`${place}: ${key} is not in en`);
      if (text.trim() === "") faults.push(`${place}: ${key} is empty`);
    }
  }
  return faults;
}

/** All texts of a language by their path; the plural forms of a key are one text, the last of them. */
async function readLanguage(
  root: string,
  folder: string,
  language: string,
): Promise<Texts> {
  const single = `${folder}/${language}.ts`;
  const files = existsSync(path.join(root, single))
    ? [single]
    : sourcesBelow(root, `${folder}/${language}`, ".ts");
  const texts = new Map<string, string>();
  for (const file of files) {
    const module: unknown = await import(
      pathToFileURL(path.join(root, file)).href
    );
    // A module's one export is the catalogue; its name differs from language to language.
    for (const value of Object.values(module as object)) {
      flatten(
        value,
        files.length > 1 ? [path.basename(file, ".ts")] : [],
        texts,
      );
    }
  }
  return texts;
}

function flatten(
  value: unknown,
  keys: string[],
  into: Map<string, string>,
): void {
  if (typeof value === "string") {
    into.set(keys.join(".").replace(PLURAL, ""), value);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      flatten(inner, [...keys, key], into);
    }
  }
}

function placeholders(text: string): string {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? "");
  // A plural form may leave the number out ("one visit").
  return [...new Set(names)]
    .filter((name) => name !== "count")
    .toSorted()
    .join(",");
}

function literalFaults(root: string, file: string): string[] {
  const source = readFileSync(path.join(root, file), "utf8");
  const faults: string[] = [];
  visit(parse(file, source), (node) => {
    const text = writtenText(node);
    if (text === undefined || NAMES.has(text.trim())) return;
    if (!/\p{L}{2}/u.test(text)) return;
    const line = lineAt(source, node.start);
    faults.push(
      `${file}:${line}: "${text.trim()}" is written out; take it from renderer/i18n`,
    );
  });
  return faults;
}

function writtenText(node: SyntaxNode): string | undefined {
  if (node.type === "JSXText") return textOf(node);
  if (node.type !== "JSXAttribute") return undefined;
  const name = node["name"];
  return isNode(name) && SPOKEN.test(String(name["name"]))
    ? textOf(node["value"])
    : undefined;
}

function sourcesBelow(root: string, folder: string, ending: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), {
    recursive: true,
    encoding: "utf8",
  })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.posix.join(folder, name))
    .toSorted();
}

if (import.meta.main) {
  const faults = await checkTexts(path.resolve(import.meta.dirname, ".."));
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
