import { createHash, createHmac } from "node:crypto";
import { mkdir, readdir, readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import { diskErrorCode, replaceFile, syncFolder } from "./durable-file.ts";
import { seal, unseal } from "./sealed-bytes.ts";

/** A file of the shelf: what a `files` document says of its bytes. */
export interface ShelvedFile {
  /** Of its bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * The bytes of attachments, one sealed file each, under a name that only the key can tell from the hash of the bytes:
 * whoever has the disk cannot ask whether a known picture is on it. The end of the name says where it stands, so that
 * the shelf itself is the queue, and a rename all that ever changes.
 */
export interface FileShelf {
  /** On disk, and waiting to be uploaded, when it resolves. Rejects when the disk refuses: nothing is kept then. */
  add(bytes: Uint8Array): Promise<ShelvedFile>;
  /** Null: not here, or not what it was. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Names of those that wait, oldest first. */
  waiting(): Promise<readonly string[]>;
  /** Names of those that the server has had since `sinceMs` (Unix ms, when they were added). */
  sentSince(sinceMs: number): Promise<readonly string[]>;
  /** By name. Null: gone, or what the disk gives back is not what was sealed; that one waits no longer. */
  open(name: string): Promise<Buffer | null>;
  /** The server has it whole. */
  sent(name: string): Promise<void>;
  /** The server will never take it; its bytes stay. */
  refused(name: string): Promise<void>;
}

type Place = "waiting" | "sent" | "refused" | "damaged";
const READABLE: readonly Place[] = ["waiting", "sent", "refused"];

export async function openFileShelf(
  folder: string,
  key: Uint8Array,
): Promise<FileShelf> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const nameOf = (sha256: string) =>
    createHmac("sha256", key).update(sha256).digest("hex");
  const fileOf = (name: string, place: Place) =>
    path.join(folder, `${name}.${place}`);
  const purpose = (name: string) => `carnet/files/${name}`;

  async function move(name: string, to: Place): Promise<void> {
    for (const from of READABLE)
      await rename(fileOf(name, from), fileOf(name, to)).catch(unlessGone);
    await syncFolder(folder);
  }

  async function open(name: string): Promise<Buffer | null> {
    for (const place of READABLE) {
      const sealed = await readFile(fileOf(name, place)).catch(unlessGone);
      if (!sealed) continue;
      const bytes = unseal(key, purpose(name), sealed);
      if (!bytes) await move(name, "damaged");
      return bytes;
    }
    return null;
  }

  async function namesIn(place: Place) {
    const found: { name: string; addedMs: number }[] = [];
    for (const file of await readdir(folder)) {
      const name = file.split(".")[0] ?? "";
      if (file !== `${name}.${place}`) continue;
      const seen = await stat(path.join(folder, file)).catch(unlessGone);
      if (seen) found.push({ name, addedMs: seen.mtimeMs });
    }
    return found.toSorted((a, b) => a.addedMs - b.addedMs);
  }

  return {
    async add(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const name = nameOf(sha256);
      const waits = await stat(fileOf(name, "waiting")).catch(unlessGone);
      if ((await open(name)) && waits) return { sha256, bytes: bytes.length };
      // The same once more may be new to the server: it may have forgotten what nobody spoke of.
      const sealed = seal(key, purpose(name), bytes);
      await replaceFile(fileOf(name, "waiting"), sealed);
      return { sha256, bytes: bytes.length };
    },
    async read(sha256) {
      const bytes = await open(nameOf(sha256));
      return bytes && new Uint8Array(bytes);
    },
    waiting: async () => (await namesIn("waiting")).map(({ name }) => name),
    sentSince: async (sinceMs) =>
      (await namesIn("sent"))
        .filter(({ addedMs }) => addedMs >= sinceMs)
        .map(({ name }) => name),
    open,
    sent: (name) => move(name, "sent"),
    refused: (name) => move(name, "refused"),
  };
}

/** Where it is not, there is nothing to do; any other refusal of the disk is the caller's to hear. */
function unlessGone(error: unknown): void {
  if (diskErrorCode(error) !== "ENOENT") throw error;
}
