import type { JournalHandle, JournalIo } from "./journal-io.ts";

/** Zeros are written ahead in blocks of this size, so that typing still works when the disk has filled up. */
export const PREALLOCATION_BYTES = 16 * 1024 * 1024;
const PREALLOCATION_RETRY_MS = 30_000;
const ZEROS = Buffer.alloc(1024 * 1024);

/** The bytes of one segment file: written at one place only, the end of what is valid. */
export interface JournalFile {
  /**
   * Resolves when the bytes are on disk. Rejects with the disk's error; then none of them counts, now or after a
   * restart (they are overwritten with zeros, at the latest before the next append). One call at a time.
   */
  append(bytes: Buffer): Promise<void>;
  /** Bytes written so far. */
  length(): number;
  close(): Promise<void>;
}

/**
 * `end` is where the valid records end, `size` how long the file is. From `end` to `dirtyUpTo` it holds bytes that do
 * not count; they become zeros now or, if the disk refuses, before the first append.
 */
export async function openJournalFile(deps: {
  readonly io: JournalIo;
  readonly path: string;
  readonly end: number;
  readonly size: number;
  readonly dirtyUpTo: number;
  readonly preallocation?: number | undefined;
}): Promise<JournalFile> {
  const preallocation = deps.preallocation ?? PREALLOCATION_BYTES;
  const handle = await deps.io.openFile(deps.path);
  let end = deps.end;
  let size = deps.size;
  let dirtyUpTo = deps.dirtyUpTo;
  let preallocating: Promise<void> = Promise.resolve();
  let nextPreallocation = 0;

  async function clean(): Promise<void> {
    if (dirtyUpTo <= end) return;
    await writeZeros(handle, end, dirtyUpTo);
    await handle.datasync();
    dirtyUpTo = end;
  }

  async function append(bytes: Buffer): Promise<void> {
    // Zeros are being written from `size` on: only a record that reaches there has to wait for them.
    if (end + bytes.length > size) await preallocating;
    await clean();
    try {
      dirtyUpTo = end + bytes.length;
      await writeAll(handle, bytes, end);
      await handle.datasync();
    } catch (error) {
      size = Math.max(size, dirtyUpTo);
      await clean().catch(() => undefined);
      throw error;
    }
    end += bytes.length;
    dirtyUpTo = end;
    size = Math.max(size, end);
    growAhead();
  }

  /** In the background, after the answer; a full disk is no failure until the space written ahead is used up. */
  function growAhead(): void {
    if (size - end > preallocation / 2 || Date.now() < nextPreallocation)
      return;
    const target = size + preallocation;
    preallocating = (async () => {
      await writeZeros(handle, size, target);
      await handle.datasync();
      size = target;
    })().catch(() => {
      nextPreallocation = Date.now() + PREALLOCATION_RETRY_MS;
    });
  }

  await clean().catch(() => undefined);
  growAhead();
  return {
    append,
    length: () => end,
    close: async () => {
      await preallocating;
      await handle.close();
    },
  };
}

async function writeAll(
  handle: JournalHandle,
  bytes: Buffer,
  at: number,
): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(
      bytes,
      done,
      bytes.length - done,
      at + done,
    );
    done += bytesWritten;
  }
}

async function writeZeros(
  handle: JournalHandle,
  from: number,
  to: number,
): Promise<void> {
  for (let at = from; at < to; at += ZEROS.length)
    await writeAll(
      handle,
      ZEROS.subarray(0, Math.min(ZEROS.length, to - at)),
      at,
    );
}
