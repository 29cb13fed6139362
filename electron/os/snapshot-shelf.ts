import { open, mkdir, readdir, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { syncFolder } from "./durable-file.ts";
import { seal, unseal } from "./sealed-bytes.ts";

const zip = promisify(gzip);
const unzip = promisify(gunzip);
const NAME = /^\d{4}-\d\d-\d\dT[\d-]+Z\.snapshot$/;
const PART = ".part";
const LENGTH_BYTES = 4;

/** Which one is being written. */
export type SnapshotToken = number;

interface Writing {
  readonly token: SnapshotToken;
  readonly name: string;
  readonly file: FileHandle;
  pieces: number;
}

/** Copies of what the server has confirmed, one a day, outside what Chromium clears; each sealed piece by piece. */
export interface SnapshotShelf {
  /** Newest first; only what was read back whole gets such a name. */
  list(): Promise<readonly string[]>;
  /** Gives up one that is being written; whoever was at it can neither add to this one nor finish it. */
  begin(): Promise<SnapshotToken>;
  add(token: SnapshotToken, text: string): Promise<void>;
  /** True when everything could be read back; then the oldest ones go. */
  finish(token: SnapshotToken): Promise<boolean>;
  /** PRV-5: older ones hold what is erased; so may one that was begun. */
  keepNewest(): Promise<void>;
  /** One piece of a snapshot; null behind the last one, and where it cannot be read. */
  read(name: string, piece: number): Promise<string | null>;
}

export async function openSnapshotShelf(deps: {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly now: () => number;
  /** How many are kept. */
  readonly keeps: number;
}): Promise<SnapshotShelf> {
  const { folder, key } = deps;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let writing: Writing | null = null;
  let begun = 0;

  const purpose = (name: string, piece: number) =>
    `carnet/snapshot/${name}/${piece}`;

  async function list(): Promise<readonly string[]> {
    const names = await readdir(folder);
    return names
      .filter((name) => NAME.test(name))
      .sort()
      .toReversed();
  }

  async function pieceOf(
    file: FileHandle,
    name: string,
    wanted: number,
  ): Promise<Buffer | null> {
    const head = Buffer.alloc(LENGTH_BYTES);
    for (let at = 0, piece = 0; ; piece++) {
      const { bytesRead } = await file.read(head, 0, LENGTH_BYTES, at);
      if (bytesRead < LENGTH_BYTES) return null;
      const length = head.readUInt32LE();
      at += LENGTH_BYTES;
      if (piece < wanted) {
        at += length;
        continue;
      }
      const bytes = Buffer.alloc(length);
      await file.read(bytes, 0, length, at);
      return unseal(key, purpose(name, piece), bytes);
    }
  }

  async function read(
    file: string,
    name: string,
    piece: number,
  ): Promise<string | null> {
    const handle = await open(path.join(folder, file), "r");
    try {
      const zipped = await pieceOf(handle, name, piece);
      return zipped && (await unzip(zipped)).toString("utf8");
    } catch {
      return null;
    } finally {
      await handle.close();
    }
  }

  async function giveUp(): Promise<void> {
    await writing?.file.close().catch(() => undefined);
    writing = null;
    for (const name of await readdir(folder))
      if (name.endsWith(PART)) await rm(path.join(folder, name));
  }

  return {
    list,
    async begin() {
      const token = ++begun;
      await giveUp();
      const day = new Date(deps.now()).toISOString().replaceAll(/[:.]/g, "-");
      const name = `${day}.snapshot`;
      const file = await open(path.join(folder, name + PART), "w", 0o600);
      writing = { token, name, file, pieces: 0 };
      return token;
    },
    async add(token, text) {
      const own = writing;
      if (own?.token !== token) throw new Error("no snapshot was begun");
      const place = purpose(own.name, own.pieces);
      const sealed = seal(key, place, await zip(text));
      const head = Buffer.alloc(LENGTH_BYTES);
      head.writeUInt32LE(sealed.length);
      await own.file.write(Buffer.concat([head, sealed]));
      own.pieces += 1;
    },
    async finish(token) {
      const own = writing;
      if (own?.token !== token) return false;
      const { name, file } = own;
      await file.sync();
      for (let piece = 0; piece < own.pieces; piece++)
        if ((await read(name + PART, name, piece)) === null) {
          if (writing === own) await giveUp();
          return false;
        }
      if (writing !== own) return false;
      writing = null;
      await file.close();
      await rename(path.join(folder, name + PART), path.join(folder, name));
      await syncFolder(folder);
      for (const older of (await list()).slice(deps.keeps))
        await rm(path.join(folder, older));
      return true;
    },
    async keepNewest() {
      await giveUp();
      for (const older of (await list()).slice(1))
        await rm(path.join(folder, older));
      await syncFolder(folder);
    },
    async read(name, piece) {
      if (!(await list()).includes(name)) return null;
      return read(name, name, piece);
    },
  };
}
