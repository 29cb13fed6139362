import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { unpacked } from "./leveldb.ts";

/**
 * Which of `texts` stand in clear in any file below `folder`, as UTF-8, UTF-16 or Latin-1, compressed by LevelDB or not.
 */
export function findInFolder(
  folder: string,
  texts: readonly string[],
): readonly string[] {
  const found = new Set<string>();
  const patterns = texts.flatMap((text) =>
    (["utf8", "utf16le", "latin1"] as const).map(
      (encoding) => [text, Buffer.from(text, encoding)] as const,
    ),
  );
  for (const name of readdirSync(folder, {
    recursive: true,
    encoding: "utf8",
  })) {
    const file = path.join(folder, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    for (const bytes of unpacked(file, readFileSync(file)))
      for (const [text, pattern] of patterns)
        if (!found.has(text) && bytes.includes(pattern)) found.add(text);
  }
  return texts.filter((text) => found.has(text));
}
