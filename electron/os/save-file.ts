import path from "node:path";
import { replaceFile } from "./durable-file.ts";

/** `failed`: the disk refused; else, when nothing was saved, the person changed their mind. */
export interface Written {
  readonly saved: boolean;
  readonly failed?: boolean;
}

type Choose = (name: string) => Promise<string | null>;

/** Writes a file where the person says; `name` is only proposed, and nothing of a path in it counts. */
export function saveContent(
  choose: Choose,
  {
    name,
    content,
  }: { readonly name: string; readonly content: string | Uint8Array },
): Promise<Written> {
  return saveMade(choose, name, async () => content);
}

/** As `saveContent`; what is written is made once the person has said where to. */
export async function saveMade(
  choose: Choose,
  name: string,
  make: () => Promise<string | Uint8Array>,
): Promise<Written> {
  const file = await choose(path.basename(name));
  if (file === null) return { saved: false };
  try {
    await replaceFile(file, await make());
    return { saved: true };
  } catch {
    return { saved: false, failed: true };
  }
}
