import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { inflateRawSync } from "node:zlib";

// Our own reader, because a bare machine has no unzip and the packages may not be installed yet.
const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 5, 6]);
const LONGEST_END = 65_557;
const DEFLATED = 8;

/** Extracts the files for which `rename` gives a relative path; `undefined` leaves one out. */
export function unzip(archive, folder, rename) {
  const file = openSync(archive, "r");
  try {
    for (const entry of entries(file)) {
      const relative = rename(entry.name);
      if (relative === undefined || relative.endsWith("/")) continue;
      const target = path.join(folder, relative);
      if (!target.startsWith(folder + path.sep))
        throw new Error(`${archive}: bad path ${entry.name}`);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, contents(file, entry), {
        mode: entry.mode || 0o644,
      });
    }
  } finally {
    closeSync(file);
  }
}

function* entries(file) {
  const { size } = fstatSync(file);
  const tail = bytes(
    file,
    Math.max(0, size - LONGEST_END),
    Math.min(size, LONGEST_END),
  );
  const end = tail.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0) throw new Error("not a zip archive");
  const directory = bytes(
    file,
    tail.readUInt32LE(end + 16),
    tail.readUInt32LE(end + 12),
  );
  let at = 0;
  for (let left = tail.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = directory.readUInt16LE(at + 28);
    yield {
      name: directory.toString("utf8", at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      header: directory.readUInt32LE(at + 42),
    };
    at +=
      46 +
      nameLength +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
  }
}

function contents(file, { header, packed, method }) {
  const local = bytes(file, header, 30);
  const start = header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const raw = bytes(file, start, packed);
  return method === DEFLATED ? inflateRawSync(raw) : raw;
}

function bytes(file, position, length) {
  const buffer = Buffer.alloc(length);
  readSync(file, buffer, 0, length, position);
  return buffer;
}
