import { readFile } from "node:fs/promises";
import { z } from "zod";
import { replaceFile } from "./durable-file.ts";

/**
 * Of the readable copy in Chromium's folders; goes up with every change that an older version would not understand. The
 * journal has a version of its own.
 */
const STORE_FORMAT = 1;

const Format = z.object({
  store: z.int(),
  /** What is also written in the readable copy: one that has none, or another, is not the one that was here. */
  mark: z.uuid().optional(),
});

/** The profile was last opened by a version that this one may not understand: nothing in it may be touched. */
export class ProfileIsNewer extends Error {
  override readonly name = "ProfileIsNewer";
}

/** Rejects with `ProfileIsNewer`; else the file says from now on what this version writes. */
export async function claimProfileFormat(file: string): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => "");
  const { store: found, mark } = parsed(text);
  if (found > STORE_FORMAT)
    throw new ProfileIsNewer(
      `format ${found}, this version knows ${STORE_FORMAT}`,
    );
  if (found === STORE_FORMAT) return;
  // A disk that refuses must not keep the notebook closed: it is written at the next start.
  await write(file, mark).catch(() => undefined);
}

/** The mark of the readable copy that was last used here; null = none yet, or it was put aside. */
export async function readStoreMark(file: string): Promise<string | null> {
  return parsed(await readFile(file, "utf8").catch(() => "")).mark ?? null;
}

export async function writeStoreMark(
  file: string,
  mark: string | null,
): Promise<void> {
  await write(file, mark ?? undefined);
}

async function write(file: string, mark: string | undefined): Promise<void> {
  const content = `${JSON.stringify({ store: STORE_FORMAT, mark })}\n`;
  await replaceFile(file, content);
}

/** 0 = not said, as in profiles from before there was a file. */
function parsed(text: string): z.infer<typeof Format> {
  try {
    return Format.parse(JSON.parse(text));
  } catch {
    return { store: 0 };
  }
}
