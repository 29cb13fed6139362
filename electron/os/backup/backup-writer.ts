import { createHash, randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupEntry,
  type BackupManifest,
} from "../../../shared/ipc/backup.ts";
import { SCHEMA } from "../../../shared/sync/protocol.ts";
import { syncFolder } from "../durable-file.ts";
import { CHUNK_BYTES, newBackupCipher } from "./backup-cipher.ts";
import {
  crcOf,
  DEFLATED,
  directoryOf,
  localHeader,
  STORED,
  type ZipEntry,
} from "./zip-format.ts";

const pack = promisify(deflateRaw);

/** A backup that is being written, part by part; what stands under its name is there whole or not at all. */
export interface BackupWriter {
  /** Documents of one collection, one a line. */
  addDocuments(collection: string, count: number, text: string): Promise<void>;
  addFile(sha256: string, bytes: Uint8Array): Promise<void>;
  /** An attachment whose bytes are not on this device. */
  noteMissing(sha256: string): void;
  /**
   * @param isWhole reads back what was written
   * @throws it is not; what is under its name is left as it was
   */
  finish(
    isWhole: (file: string) => Promise<boolean>,
  ): Promise<{ readonly bytes: number }>;
  cancel(): Promise<void>;
}

export async function createBackupWriter(deps: {
  readonly file: string;
  readonly passphrase: string;
  readonly app: string;
  readonly now: () => number;
  readonly cost?: { logN: number; r: number; p: number };
}): Promise<BackupWriter> {
  const cipher = await newBackupCipher(deps.passphrase, deps.cost);
  // Of this one alone: one that was given up may still be taken away while the next is written.
  const part = `${deps.file}.${randomUUID()}.part`;
  const handle = await open(part, "w", 0o600);
  await handle.writeFile(cipher.header);

  const zipped: ZipEntry[] = [];
  const entries: BackupEntry[] = [];
  const documents: Record<string, number> = {};
  const parts = new Map<string, number>();
  const missing = new Set<string>();
  const held = new Set<string>();
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let plain = 0;
  let chunks = 0;

  /** The last chunk is known only at the end, so that one is always kept back. */
  async function write(bytes: Buffer): Promise<void> {
    plain += bytes.length;
    waiting.push(bytes);
    waitingBytes += bytes.length;
    if (waitingBytes <= CHUNK_BYTES) return;
    const all = Buffer.concat(waiting);
    const sealed: Buffer[] = [];
    let at = 0;
    for (; all.length - at > CHUNK_BYTES; at += CHUNK_BYTES)
      sealed.push(
        cipher.seal(all.subarray(at, at + CHUNK_BYTES), chunks++, false),
      );
    waiting = [all.subarray(at)];
    waitingBytes = all.length - at;
    await handle.writeFile(Buffer.concat(sealed));
  }

  async function add(name: string, bytes: Buffer, packs: boolean) {
    const deflated = packs ? await pack(bytes) : bytes;
    const smaller = deflated.length < bytes.length;
    const body = smaller ? deflated : bytes;
    const entry = {
      name,
      method: smaller ? DEFLATED : STORED,
      crc: crcOf(bytes),
      packed: body.length,
      plain: bytes.length,
    };
    zipped.push({ ...entry, offset: plain });
    await write(localHeader(entry));
    await write(body);
  }

  function sumOf(bytes: Uint8Array): string {
    return createHash("sha256").update(bytes).digest("hex");
  }

  async function cancel(): Promise<void> {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
  }

  return {
    cancel,
    noteMissing: (sha256) => void missing.add(sha256),
    async addDocuments(collection, count, text) {
      const bytes = Buffer.from(text, "utf8");
      const index = (parts.get(collection) ?? 0) + 1;
      parts.set(collection, index);
      const name = `${collection}/${String(index).padStart(4, "0")}.jsonl`;
      await add(name, bytes, true);
      documents[collection] = (documents[collection] ?? 0) + count;
      const sha256 = sumOf(bytes);
      entries.push({ name, bytes: bytes.length, sha256, documents: count });
    },
    async addFile(sha256, bytes) {
      if (held.has(sha256)) return;
      held.add(sha256);
      const name = `files/${sha256}`;
      await add(name, Buffer.from(bytes), true);
      entries.push({ name, bytes: bytes.length, sha256 });
    },
    async finish(isWhole) {
      const manifest: BackupManifest = {
        ...{ format: BACKUP_FORMAT, version: BACKUP_VERSION, schema: SCHEMA },
        app: deps.app,
        createdAt: new Date(deps.now()).toISOString(),
        ...{ documents, entries, missing: [...missing] },
      };
      const text = `${JSON.stringify(manifest, null, 1)}\n`;
      await add("manifest.json", Buffer.from(text, "utf8"), true);
      await write(directoryOf(zipped, plain));
      const rest = Buffer.concat(waiting);
      await handle.writeFile(cipher.seal(rest, chunks, true));
      await handle.sync();
      const { size } = await handle.stat();
      await handle.close();
      if (!(await isWhole(part))) throw new Error("It cannot be read back.");
      await rename(part, deps.file);
      await syncFolder(path.dirname(deps.file));
      return { bytes: size };
    },
  };
}
