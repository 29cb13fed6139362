import { bridge } from "../../platform/bridge.ts";
import { reducePicture } from "../../platform/reduce-picture.ts";

/** Base64 of the small pictures of what was attached in this window; a draft keeps only what cannot be made again. */
const known = new Map<string, string | null>();
const MOST_KNOWN = 200;

/** Remembers the small picture of bytes that are at hand. */
export async function makeThumb(
  sha256: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  const thumb = (await reducePicture(bytes))?.thumb ?? null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(sha256, thumb);
  return thumb;
}

/** The small picture of an attached file, made again from the disk after a restart; null = there is none. */
export async function thumbOf(file: {
  readonly sha256: string;
  readonly bytes: number;
}): Promise<string | null> {
  const { sha256, bytes: size } = file;
  const made = known.get(sha256);
  if (made !== undefined) return made;
  const { bytes } = await bridge.invoke("files/read", { sha256, bytes: size });
  return bytes ? makeThumb(sha256, new Uint8Array(bytes)) : null;
}
