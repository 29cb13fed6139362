import { constants } from "node:fs";
import { open, readFile, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { replaceFile, syncFolder } from "../durable-file.ts";
import { JOURNAL_VERSION, type JournalRecord } from "./journal-record.ts";
import { emptyMemory, remember, type JournalMemory } from "./journal-state.ts";
import { readRecords } from "./read-records.ts";
import { decodeRecord, encodeRecord } from "./record-codec.ts";

const ZEROS = Buffer.alloc(64 * 1024);
const SEGMENT = /^journal-(\d{6})\.bin$/;

/** The newest segment, read to the end of what is valid. */
export interface ReadSegment {
  readonly file: string;
  readonly segment: number;
  /** Of its header; 0 when that cannot be read. */
  readonly version: number;
  readonly memory: JournalMemory;
  /** Sequence number of the record that would come next. */
  readonly nextSeq: number;
  readonly end: number;
  readonly size: number;
  /** End of the bytes after `end` that are not zeros; `end` when there are none. */
  readonly dirtyUpTo: number;
  /** Damage with readable records behind it; it stays where it is. */
  readonly damagedBytes: number;
}

/** The journal cannot be used and must not be overwritten. */
export class JournalUnusable extends Error {
  override readonly name = "JournalUnusable";
  readonly reason: "other-key" | "newer-version";
  constructor(reason: "other-key" | "newer-version") {
    super(`the journal cannot be used: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Reads the journal in `folder`, or starts one. A torn tail is left out and counted (`dirtyUpTo - end`); a segment in
 * which nothing can be read is set aside under another name, never deleted.
 *
 * Rejects with `JournalUnusable`, or with the disk's error.
 */
export async function readJournalFolder(
  folder: string,
  key: Uint8Array,
): Promise<ReadSegment> {
  const segments = await segmentsOf(folder);
  for (const segment of segments.toReversed()) {
    const read = await readSegment(folder, segment, key);
    if (read !== null) return read;
    await setAside(folder, segment);
  }
  return startSegment(folder, (segments.at(-1) ?? 0) + 1, key);
}

export async function segmentsOf(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder);
  return names
    .flatMap((name) => SEGMENT.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

export function segmentFile(folder: string, segment: number): string {
  const digits = String(segment).padStart(6, "0");
  return path.join(folder, `journal-${digits}.bin`);
}

export async function readSegment(
  folder: string,
  segment: number,
  key: Uint8Array,
): Promise<ReadSegment | null> {
  const file = segmentFile(folder, segment);
  const bytes = await readFile(file);
  const first = decodeRecord(key, { segment, seq: 1 }, bytes, 0);
  if (first.kind === "foreign") throw new JournalUnusable("other-key");

  let memory = emptyMemory();
  let readable = 0;
  let version = 0;
  const { nextSeq, end, damagedBytes } = await readRecords(
    key,
    segment,
    bytes,
    { at: 0, seq: 1 },
    (record) => {
      if (record.k === "header") {
        if (record.version > JOURNAL_VERSION)
          throw new JournalUnusable("newer-version");
        memory = emptyMemory(record.base);
        version = record.version;
      } else remember(memory, record);
      if (record.k !== "lost") readable += 1;
    },
  );
  if (readable === 0) return null;
  // Before version 3 nobody wrote down what had been on its way: anything may have been.
  if (version < 3) {
    const { counters } = memory;
    memory.counters = { ...counters, sent: counters.lastD };
  }
  const dirtyUpTo = endOfContent(bytes, end);
  if (dirtyUpTo > end)
    await keepCopy(folder, segment, end, bytes.subarray(end, dirtyUpTo));
  return {
    file,
    segment,
    version,
    memory,
    nextSeq,
    end,
    size: bytes.length,
    dirtyUpTo,
    damagedBytes,
  };
}

async function startSegment(
  folder: string,
  segment: number,
  key: Uint8Array,
): Promise<ReadSegment> {
  const file = segmentFile(folder, segment);
  const header: JournalRecord = {
    k: "header",
    version: JOURNAL_VERSION,
    base: null,
  };
  const bytes = encodeRecord(key, { segment, seq: 1 }, 1, header);
  await replaceFile(file, bytes);
  return {
    file,
    segment,
    version: JOURNAL_VERSION,
    memory: emptyMemory(),
    nextSeq: 2,
    end: bytes.length,
    size: bytes.length,
    dirtyUpTo: bytes.length,
    damagedBytes: 0,
  };
}

/** What is cut from the journal may be all that is left of somebody's work: it stays beside it, still sealed. */
async function keepCopy(
  folder: string,
  segment: number,
  at: number,
  bytes: Buffer,
): Promise<void> {
  const name = path.join(folder, `cut-${segment}-${at}.bin`);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
  const handle = await open(name, flags, 0o600).catch(() => null);
  if (handle === null) return;
  // A full disk must not keep the journal from opening.
  await handle.writeFile(bytes).catch(() => undefined);
  await handle.close();
}

/** What was cut off or set aside cannot be read, and may hold what is erased. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/^cut-|\.damaged-/.test(name)) await rm(path.join(folder, name));
}

async function setAside(folder: string, segment: number): Promise<void> {
  const file = segmentFile(folder, segment);
  await rename(file, `${file}.damaged-${Date.now()}`);
  await syncFolder(folder);
}

/** Sixteen megabytes of zeros are usual here, so they are compared in blocks. */
function endOfContent(bytes: Buffer, from: number): number {
  let end = bytes.length;
  while (
    end - from >= ZEROS.length &&
    ZEROS.equals(bytes.subarray(end - ZEROS.length, end))
  )
    end -= ZEROS.length;
  while (end > from && bytes[end - 1] === 0) end -= 1;
  return end;
}
