import path from "node:path";
import { replaceFile } from "./durable-file.ts";

/** `failed`: the disk refused; else, when nothing was saved, the person changed their mind. */
export interface Written {
  readonly saved: boolean;
  readonly failed?: boolean;
}

type Choose = (name: string) => Promise<string | null>;

/** Writes a text where the person says; `name` is only proposed, and nothing of a path in it counts. */
export function saveText(
  choose: Choose,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<Written> {
  return saveMade(choose, name, async () => text);
}

/** As `saveText`; what is written is made once the person has said where to. */
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
