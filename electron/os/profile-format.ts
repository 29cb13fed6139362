import { readFile } from "node:fs/promises";
import { z } from "zod";
import { replaceFile } from "./durable-file.ts";

/**
 * Of the readable copy in Chromium's folders; goes up with every change that an older version would not understand. The
 * journal has a version of its own.
 */
const STORE_FORMAT = 1;

const Format = z.object({ store: z.int() });

/** The profile was last opened by a version that this one may not understand: nothing in it may be touched. */
export class ProfileIsNewer extends Error {
  override readonly name = "ProfileIsNewer";
}

/** Rejects with `ProfileIsNewer`; else the file says from now on what this version writes. */
export async function claimProfileFormat(file: string): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => "");
  const found = parsed(text);
  if (found > STORE_FORMAT)
    throw new ProfileIsNewer(
      `format ${found}, this version knows ${STORE_FORMAT}`,
    );
  if (found === STORE_FORMAT) return;
  // A disk that refuses must not keep the notebook closed: it is written at the next start.
  const content = `${JSON.stringify({ store: STORE_FORMAT })}\n`;
  await replaceFile(file, content).catch(() => undefined);
}

/** 0 = not said, as in profiles from before there was a file. */
function parsed(text: string): number {
  try {
    return Format.parse(JSON.parse(text)).store;
  } catch {
    return 0;
  }
}
