import path from "node:path";
import { replaceFile } from "./durable-file.ts";

/** Writes a text where the person says; `name` is only proposed, and nothing of a path in it counts. */
export async function saveText(
  choose: (name: string) => Promise<string | null>,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<{ saved: boolean }> {
  const file = await choose(path.basename(name));
  if (file === null) return { saved: false };
  return replaceFile(file, text).then(
    () => ({ saved: true }),
    () => ({ saved: false }),
  );
}
