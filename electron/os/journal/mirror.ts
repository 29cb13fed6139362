import { mkdir, readFile, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { replaceFile } from "../durable-file.ts";
import {
  JournalUnusable,
  readSegment,
  segmentFile,
  segmentsOf,
} from "./journal-folder.ts";
import type { JournalHandle, JournalIo } from "./journal-io.ts";

/*
 * The journal lies on the disk twice, in two folders: a file that is deleted, cut or spoiled costs nothing. The second one
 * is written beside the first and never read but at a start.
 */

/**
 * Brings the newest segment back from the second folder where it is better there; what was in its place stays beside it.
 * Gives the file that is the same in both, as it usually is: it need not be compared once more.
 */
export async function mendFromMirror(
  folder: string,
  mirror: string,
  key: Uint8Array,
): Promise<string | null> {
  await mkdir(mirror, { recursive: true, mode: 0o700 });
  const segment = (await segmentsOf(mirror)).at(-1);
  if (segment === undefined) return null;
  const file = segmentFile(folder, segment);
  const other = segmentFile(mirror, segment);
  const [here, there] = await Promise.all([bytesOf(file), bytesOf(other)]);
  if (there === null) return null;
  if (here !== null && here.equals(there)) return file;
  // A later segment than the mirror's is a compaction that was cut short.
  if ((await segmentsOf(folder)).some((one) => one > segment)) return null;
  if (here !== null) {
    const value = await worthOf(folder, segment, key);
    if (value >= (await worthOf(mirror, segment, key))) return null;
    await rename(file, `${file}.damaged-${Date.now()}`);
  }
  await replaceFile(file, there);
  return file;
}

/** From here on the second folder holds what the first one holds. */
export async function renewMirror(file: string, mirror: string): Promise<void> {
  const other = copyIn(mirror, file);
  const [here, there] = await Promise.all([bytesOf(file), bytesOf(other)]);
  if (here === null) return;
  if (there === null || !here.equals(there)) await replaceFile(other, here);
  await removeBeside(other);
}

/** Where the same lies in the second folder. */
export function copyIn(mirror: string, file: string): string {
  return path.join(mirror, path.basename(file));
}

/** Whatever else lies in the second folder. */
export async function removeBeside(copy: string): Promise<void> {
  const mirror = path.dirname(copy);
  for (const older of await readdir(mirror))
    if (older !== path.basename(copy))
      await rm(path.join(mirror, older), { force: true });
}

/** Every write goes to both; the first alone decides, and a second that fails is let go until the next start. */
export function mirroredIo(io: JournalIo, mirror: string): JournalIo {
  return {
    async openFile(file) {
      const first = await io.openFile(file);
      const name = path.join(mirror, path.basename(file));
      let second = await io.openFile(name).catch(() => null);
      const both = async <T>(
        step: (handle: JournalHandle) => Promise<T>,
      ): Promise<T> => {
        const beside = second && step(second);
        beside?.catch(() => {
          void second?.close().catch(() => undefined);
          second = null;
        });
        const done = await step(first);
        await beside?.catch(() => undefined);
        return done;
      };
      const write = (bytes: Buffer, at: number, length: number, to: number) =>
        both(async (handle) => {
          let done = 0;
          while (done < length) {
            const { bytesWritten } = await handle.write(
              ...([bytes, at + done, length - done, to + done] as const),
            );
            done += bytesWritten;
          }
          return { bytesWritten: done, buffer: bytes };
        });
      return {
        write: write as JournalHandle["write"],
        datasync: () => both((handle) => handle.datasync()),
        async close() {
          await second?.close().catch(() => undefined);
          await first.close();
        },
      };
    },
  };
}

/** How far a segment can be read; -1 = nothing of it, Infinity = it is a later version's and not ours to touch. */
async function worthOf(
  folder: string,
  segment: number,
  key: Uint8Array,
): Promise<number> {
  const read = await readSegment(folder, segment, key).catch(
    (error: unknown) => {
      if (!(error instanceof JournalUnusable)) throw error;
      return error.reason === "newer-version" ? ("newer" as const) : null;
    },
  );
  if (read === "newer") return Infinity;
  return read === null ? -1 : read.nextSeq - (read.damagedBytes > 0 ? 0.5 : 0);
}

async function bytesOf(file: string): Promise<Buffer | null> {
  return readFile(file).catch(() => null);
}
