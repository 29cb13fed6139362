import { crc32 } from "node:zlib";

/** The few records of a zip file (APPNOTE 6.3.10) that a backup needs; beyond 4 GB and 65,535 entries by ZIP64. */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const MOST_32 = 0xffffffff;
const MOST_16 = 0xffff;
const VERSION = 45;
const UTF8_NAMES = 0x0800;
/** 1 January 1980: when each part was written is nobody's business. */
const DATE = 0x0021;

export const STORED = 0;
export const DEFLATED = 8;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly plain: number;
  /** Of its local header, from the start of the zip file. */
  readonly offset: number;
}

export const crcOf = (bytes: Uint8Array): number => crc32(bytes);

export function localHeader(entry: Omit<ZipEntry, "offset">): Buffer {
  const name = Buffer.from(entry.name, "utf8");
  const head = Buffer.alloc(30);
  head.writeUInt32LE(LOCAL, 0);
  head.writeUInt16LE(VERSION, 4);
  writeShared(head, 6, entry, name);
  return Buffer.concat([head, name]);
}

function centralHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name, "utf8");
  const far = entry.offset >= MOST_32;
  const extra = Buffer.alloc(far ? 12 : 0);
  if (far) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(entry.offset), 4);
  }
  const head = Buffer.alloc(46);
  head.writeUInt32LE(CENTRAL, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  writeShared(head, 8, entry, name);
  head.writeUInt16LE(extra.length, 30);
  head.writeUInt32LE(far ? MOST_32 : entry.offset, 42);
  return Buffer.concat([head, name, extra]);
}

function writeShared(
  head: Buffer,
  at: number,
  { method, crc, packed, plain }: Omit<ZipEntry, "offset">,
  name: Buffer,
): void {
  head.writeUInt16LE(UTF8_NAMES, at);
  head.writeUInt16LE(method, at + 2);
  head.writeUInt16LE(DATE, at + 6);
  head.writeUInt32LE(crc, at + 8);
  head.writeUInt32LE(packed, at + 12);
  head.writeUInt32LE(plain, at + 16);
  head.writeUInt16LE(name.length, at + 20);
}

/** What stands behind the entries. `at`: how many bytes stand before it. */
export function directoryOf(entries: readonly ZipEntry[], at: number): Buffer {
  const directory = Buffer.concat(entries.map(centralHeader));
  const count = entries.length;
  const isLarge = count >= MOST_16 || at + directory.length >= MOST_32;
  const end64 = Buffer.alloc(isLarge ? 56 + 20 : 0);
  if (isLarge) {
    end64.writeUInt32LE(END64, 0);
    end64.writeBigUInt64LE(44n, 4);
    end64.writeUInt16LE(VERSION, 12);
    end64.writeUInt16LE(VERSION, 14);
    end64.writeBigUInt64LE(BigInt(count), 24);
    end64.writeBigUInt64LE(BigInt(count), 32);
    end64.writeBigUInt64LE(BigInt(directory.length), 40);
    end64.writeBigUInt64LE(BigInt(at), 48);
    end64.writeUInt32LE(LOCATOR64, 56);
    end64.writeBigUInt64LE(BigInt(at + directory.length), 64);
    end64.writeUInt32LE(1, 72);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(isLarge ? MOST_16 : count, 8);
  end.writeUInt16LE(isLarge ? MOST_16 : count, 10);
  end.writeUInt32LE(isLarge ? MOST_32 : directory.length, 12);
  end.writeUInt32LE(isLarge ? MOST_32 : at, 16);
  return Buffer.concat([directory, end64, end]);
}

/** Reads bytes of the zip file; null when they cannot be had as they were written. */
export type ReadAt = (at: number, length: number) => Promise<Buffer | null>;

/** What a directory may take: far more than any backup, and no more than memory has. */
const DIRECTORY_MAX = 256 * 1024 * 1024;

/** Where everything is, by the directory; null when it is none that can be read. */
export async function readDirectory(
  readAt: ReadAt,
  size: number,
): Promise<readonly ZipEntry[] | null> {
  const tail = await readAt(Math.max(0, size - 98), Math.min(98, size));
  if (!tail || tail.length < 22) return null;
  const end = tail.subarray(-22);
  if (end.readUInt32LE(0) !== END) return null;
  let length = end.readUInt32LE(12);
  let at = end.readUInt32LE(16);
  if (at === MOST_32 || end.readUInt16LE(10) === MOST_16) {
    const end64 = tail.subarray(0, 56);
    if (tail.length < 98 || end64.readUInt32LE(0) !== END64) return null;
    length = Number(end64.readBigUInt64LE(40));
    at = Number(end64.readBigUInt64LE(48));
  }
  if (length > DIRECTORY_MAX || at + length > size) return null;
  const directory = await readAt(at, length);
  if (!directory) return null;
  const entries: ZipEntry[] = [];
  for (let i = 0; i < directory.length;) {
    const entry = centralEntry(directory, i);
    if (!entry) return null;
    entries.push(entry.entry);
    i = entry.next;
  }
  return entries;
}

function centralEntry(directory: Buffer, i: number) {
  if (i + 46 > directory.length || directory.readUInt32LE(i) !== CENTRAL)
    return null;
  const nameLength = directory.readUInt16LE(i + 28);
  const extraLength = directory.readUInt16LE(i + 30);
  const next =
    i + 46 + nameLength + extraLength + directory.readUInt16LE(i + 32);
  if (next > directory.length) return null;
  const name = directory.toString("utf8", i + 46, i + 46 + nameLength);
  let offset = directory.readUInt32LE(i + 42);
  const extra = i + 46 + nameLength;
  if (offset === MOST_32) {
    if (extraLength < 12 || directory.readUInt16LE(extra) !== 1) return null;
    offset = Number(directory.readBigUInt64LE(extra + 4));
  }
  const entry: ZipEntry = {
    name,
    method: directory.readUInt16LE(i + 10),
    crc: directory.readUInt32LE(i + 16),
    packed: directory.readUInt32LE(i + 20),
    plain: directory.readUInt32LE(i + 24),
    offset,
  };
  return { entry, next };
}

/** Where an entry's bytes begin, by its local header. */
export async function bodyAt(
  readAt: ReadAt,
  { offset }: ZipEntry,
): Promise<number | null> {
  const head = await readAt(offset, 30);
  if (!head || head.readUInt32LE(0) !== LOCAL) return null;
  return offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
}
