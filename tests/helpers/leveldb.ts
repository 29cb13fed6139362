import { unsnappy } from "./snappy.ts";

const FOOTER = 48;
const MAGIC = Buffer.from("57fb808b247547db", "hex");
const LOG_BLOCK = 32 * 1024;
const LOG_HEADER = 7;
/** What Chromium puts before a value that it has compressed itself. */
const COMPRESSED_VALUE = Buffer.from([0xff, 0x11, 0x02]);

/** Everything that can be read in a file of LevelDB: the file, its blocks, and their values, without any compression. */
export function unpacked(name: string, bytes: Buffer): readonly Buffer[] {
  const parts = name.endsWith(".ldb")
    ? tableBlocks(bytes)
    : name.endsWith(".log")
      ? [logRecords(bytes)]
      : [];
  const plain = [bytes, ...parts];
  return [...plain, ...plain.flatMap(compressedValues)];
}

/** Index and data blocks of a table. */
function tableBlocks(bytes: Buffer): readonly Buffer[] {
  if (bytes.length < FOOTER || !bytes.subarray(-8).equals(MAGIC)) return [];
  const footer = bytes.subarray(-FOOTER);
  const [, afterMeta] = handleAt(footer, 0);
  const [index] = handleAt(footer, afterMeta);
  const entries = block(bytes, index);
  return [entries, ...handlesIn(entries).map((one) => block(bytes, one))];
}

interface Handle {
  readonly offset: number;
  readonly size: number;
}

function handleAt(bytes: Buffer, at: number): readonly [Handle, number] {
  const [offset, afterOffset] = varint(bytes, at);
  const [size, end] = varint(bytes, afterOffset);
  return [{ offset, size }, end];
}

function block(bytes: Buffer, { offset, size }: Handle): Buffer {
  const content = bytes.subarray(offset, offset + size);
  return bytes[offset + size] === 1 ? unsnappy(content) : content;
}

/** Values of an index block: where the data blocks lie. */
function handlesIn(entries: Buffer): readonly Handle[] {
  const restarts = entries.readUInt32LE(entries.length - 4);
  const end = entries.length - 4 - restarts * 4;
  const handles: Handle[] = [];
  for (let at = 0; at < end;) {
    const [, afterShared] = varint(entries, at);
    const [own, afterOwn] = varint(entries, afterShared);
    const [length, begin] = varint(entries, afterOwn);
    handles.push(handleAt(entries, begin + own)[0]);
    at = begin + own + length;
  }
  return handles;
}

/** Records of a log without the heads that cut them. */
function logRecords(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + LOG_HEADER <= bytes.length;) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    if (left < LOG_HEADER) {
      at += left;
      continue;
    }
    const length = bytes.readUInt16LE(at + 4);
    parts.push(bytes.subarray(at + LOG_HEADER, at + LOG_HEADER + length));
    at += LOG_HEADER + length;
  }
  return Buffer.concat(parts);
}

function compressedValues(bytes: Buffer): readonly Buffer[] {
  const values: Buffer[] = [];
  for (let at = 0; (at = bytes.indexOf(COMPRESSED_VALUE, at)) >= 0;) {
    at += COMPRESSED_VALUE.length;
    try {
      values.push(unsnappy(bytes.subarray(at)));
    } catch {
      // Three bytes that happened to be the same.
    }
  }
  return values;
}

function varint(bytes: Buffer, from: number): readonly [number, number] {
  let value = 0;
  for (let at = from, shift = 1; ; at++, shift *= 128) {
    const byte = bytes[at];
    if (byte === undefined) throw new Error("cut short");
    value += (byte & 127) * shift;
    if (byte < 128) return [value, at + 1];
  }
}
