import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import {
  BACKUP_PART_MAX,
  BACKUP_VERSION,
  BackupManifest,
  type BackupEntry,
  type OpenedBackup,
} from "../../../shared/ipc/backup.ts";
import { MAX_FILE_BYTES } from "../../../shared/entities/file.ts";
import { SCHEMA } from "../../../shared/sync/protocol.ts";
import {
  CHUNK_BYTES,
  HEADER_BYTES,
  openBackupCipher,
  SEALED_CHUNK_BYTES,
  type BackupCipher,
} from "./backup-cipher.ts";
import {
  bodyAt,
  crcOf,
  DEFLATED,
  readDirectory,
  type ReadAt,
  type ZipEntry,
} from "./zip-format.ts";

const unpack = promisify(inflateRaw);
const MANIFEST = "manifest.json";
const MANIFEST_MAX = 64 * 1024 * 1024;

/** A backup that is open; each part is checked against its seal and its sum whenever it is read. */
export interface BackupReader {
  readonly manifest: BackupManifest;
  /** Null when it is no longer what was written. */
  read(entry: BackupEntry): Promise<Buffer | null>;
  close(): Promise<void>;
}

type Failed = Exclude<OpenedBackup, { kind: "open" }>;

export async function openBackup(
  file: string,
  passphrase: string,
): Promise<{ kind: "open"; reader: BackupReader } | Failed> {
  const handle = await open(file).catch(() => null);
  if (!handle) return { kind: "unreadable" };
  const opened = await openOn(handle, passphrase).catch((): Failed => ({
    kind: "unreadable",
  }));
  if (opened.kind !== "open") await handle.close();
  return opened;
}

async function openOn(
  handle: FileHandle,
  passphrase: string,
): Promise<{ kind: "open"; reader: BackupReader } | Failed> {
  const stat = await handle.stat();
  if (!stat.isFile()) return { kind: "unreadable" };
  const header = await bytesOf(handle, 0, HEADER_BYTES);
  const opened = await openBackupCipher(passphrase, header);
  if (opened.kind !== "open") return opened;
  const sealed = stat.size - HEADER_BYTES;
  const chunks = Math.ceil(sealed / SEALED_CHUNK_BYTES);
  const plain = sealed - chunks * (SEALED_CHUNK_BYTES - CHUNK_BYTES);
  if (chunks === 0 || plain < 0) return { kind: "damaged" };
  const readAt = chunkedReader(handle, opened.cipher, chunks);
  const directory = await readDirectory(readAt, plain);
  if (!directory) return { kind: "damaged" };
  const places = new Map(directory.map((one) => [one.name, one]));
  const found = places.get(MANIFEST);
  const text = found && (await contentOf(readAt, found, MANIFEST_MAX));
  if (!text) return { kind: "damaged" };
  const manifest = manifestIn(text);
  if (manifest === null) return { kind: "damaged" };
  if (manifest.version > BACKUP_VERSION || manifest.schema > SCHEMA)
    return { kind: "newer" };
  const reader: BackupReader = {
    manifest,
    async read(entry) {
      const place = places.get(entry.name);
      const most =
        entry.documents === undefined ? MAX_FILE_BYTES : 4 * BACKUP_PART_MAX;
      const bytes =
        place && place.plain === entry.bytes
          ? await contentOf(readAt, place, most).catch(() => null)
          : null;
      if (!bytes) return null;
      const sum = createHash("sha256").update(bytes).digest("hex");
      return sum === entry.sha256 ? bytes : null;
    },
    close: () => handle.close(),
  };
  return { kind: "open", reader };
}

function manifestIn(text: Buffer): BackupManifest | null {
  try {
    const found = BackupManifest.safeParse(JSON.parse(text.toString("utf8")));
    return found.data ?? null;
  } catch {
    return null;
  }
}

/** The zip file as if it lay there in clear: whatever is asked for is opened chunk by chunk. */
function chunkedReader(
  handle: FileHandle,
  cipher: BackupCipher,
  chunks: number,
): ReadAt {
  return async (at, length) => {
    const first = Math.floor(at / CHUNK_BYTES);
    const last = Math.floor((at + Math.max(1, length) - 1) / CHUNK_BYTES);
    if (last >= chunks) return null;
    const from = HEADER_BYTES + first * SEALED_CHUNK_BYTES;
    const sealed = await bytesOf(
      handle,
      from,
      (last - first + 1) * SEALED_CHUNK_BYTES,
    );
    const opened: Buffer[] = [];
    for (let i = first; i <= last; i++) {
      const start = (i - first) * SEALED_CHUNK_BYTES;
      const chunk = sealed.subarray(start, start + SEALED_CHUNK_BYTES);
      const clear = cipher.open(chunk, i, i === chunks - 1);
      if (!clear) return null;
      opened.push(clear);
    }
    const start = at - first * CHUNK_BYTES;
    const bytes = Buffer.concat(opened).subarray(start, start + length);
    return bytes.length === length ? bytes : null;
  };
}

async function contentOf(
  readAt: ReadAt,
  entry: ZipEntry,
  most: number,
): Promise<Buffer | null> {
  if (entry.plain > most || entry.packed > most) return null;
  const at = await bodyAt(readAt, entry);
  const body = at === null ? null : await readAt(at, entry.packed);
  if (!body) return null;
  const bytes =
    entry.method === DEFLATED
      ? await unpack(body, { maxOutputLength: Math.max(1, entry.plain) })
      : body;
  const isWhole = bytes.length === entry.plain && crcOf(bytes) === entry.crc;
  return isWhole ? bytes : null;
}

/** As many as there are. */
async function bytesOf(handle: FileHandle, at: number, length: number) {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, at);
  return bytes.subarray(0, bytesRead);
}
