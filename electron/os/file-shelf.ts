import { createHash, createHmac } from "node:crypto";
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
} from "node:fs/promises";
import path from "node:path";
import type { UploadShelf } from "../../shared/sync/upload-queue.ts";
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
export interface FileShelf extends UploadShelf {
  /** On disk, and waiting to be uploaded, when it resolves. Rejects when the disk refuses: nothing is kept then. */
  add(bytes: Uint8Array): Promise<ShelvedFile>;
  /** Null: not here, or not what it was. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Puts there what the server has given, to be read without a line; makes room for it. */
  keep(bytes: Uint8Array): Promise<void>;
  /** PRV-5: its bytes go, wherever they stand. */
  forget(sha256: string): Promise<void>;
  /** How each of them stands; `absent`: its bytes are not on this device. */
  standing(
    hashes: readonly string[],
  ): Promise<Readonly<Record<string, FileStanding>>>;
  /** Hashes of those that the server will never take. */
  refusedHashes(): Promise<readonly string[]>;
}

export type FileStanding = "waiting" | "sent" | "refused" | "absent";
type Place = Exclude<FileStanding, "absent"> | "damaged";
const READABLE = ["waiting", "sent", "refused"] as const;

/** What the server has too takes so much room here; what was looked at longest ago goes first (sync.md §9). */
const MOST_KEPT_BYTES = 2 * 1024 ** 3;
/** Younger ones stay in any case: a server that was restored is given them again. */
const KEPT_ANYWAY_MS = 31 * 86_400_000;

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

  /** Only ever by renaming: the bytes are in one place or the other, whatever happens in between. */
  async function move(name: string, from: Place, to: Place): Promise<void> {
    await rename(fileOf(name, from), fileOf(name, to)).catch(unlessGone);
    await syncFolder(folder);
  }

  async function openIn(name: string, place: Place) {
    const sealed = await readFile(fileOf(name, place)).catch(unlessGone);
    if (!sealed) return null;
    const bytes = unseal(key, purpose(name), sealed);
    // That copy alone: the same may lie whole in another place.
    if (!bytes) await move(name, place, "damaged");
    return bytes && new Uint8Array(bytes);
  }

  async function open(name: string) {
    for (const place of READABLE) {
      const bytes = await openIn(name, place);
      if (bytes) return bytes;
    }
    return null;
  }

  async function namesIn(place: Place) {
    const found: { name: string; sinceMs: number; bytes: number }[] = [];
    for (const file of await readdir(folder)) {
      const name = file.split(".")[0] ?? "";
      if (file !== `${name}.${place}`) continue;
      const seen = await stat(path.join(folder, file)).catch(unlessGone);
      if (seen) found.push({ name, sinceMs: seen.mtimeMs, bytes: seen.size });
    }
    return found.toSorted((a, b) => a.sinceMs - b.sinceMs);
  }

  /** Takes away what the server has, until `bytes` more have room. */
  async function makeRoom(bytes: number): Promise<void> {
    const sent = await namesIn("sent");
    let kept = sent.reduce((sum, file) => sum + file.bytes, bytes);
    for (const file of sent) {
      if (kept <= MOST_KEPT_BYTES) return;
      if (file.sinceMs > Date.now() - KEPT_ANYWAY_MS) return;
      await rm(fileOf(file.name, "sent"), { force: true });
      kept -= file.bytes;
    }
  }

  return {
    async add(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const name = nameOf(sha256);
      if (await openIn(name, "waiting")) return { sha256, bytes: bytes.length };
      // The same once more may be new to the server: it may have forgotten what nobody spoke of.
      const sealed = seal(key, purpose(name), bytes);
      await replaceFile(fileOf(name, "waiting"), sealed);
      return { sha256, bytes: bytes.length };
    },
    read: (sha256) => open(nameOf(sha256)),
    async keep(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const name = nameOf(sha256);
      if (await open(name)) return;
      await makeRoom(bytes.length);
      await replaceFile(fileOf(name, "sent"), seal(key, purpose(name), bytes));
    },
    async forget(sha256) {
      const name = nameOf(sha256);
      for (const place of [...READABLE, "damaged"] as const)
        await rm(fileOf(name, place), { force: true });
      await syncFolder(folder);
    },
    async standing(hashes) {
      const there = new Set(await readdir(folder));
      const of = (sha256: string): FileStanding => {
        const name = nameOf(sha256);
        const isIn = (place: Place) => there.has(`${name}.${place}`);
        return READABLE.find(isIn) ?? "absent";
      };
      return Object.fromEntries(hashes.map((sha256) => [sha256, of(sha256)]));
    },
    async refusedHashes() {
      const found: string[] = [];
      for (const { name } of await namesIn("refused")) {
        const bytes = await openIn(name, "refused");
        if (bytes) found.push(createHash("sha256").update(bytes).digest("hex"));
      }
      return found;
    },
    waiting: async () => (await namesIn("waiting")).map(({ name }) => name),
    refusedOnes: async () => (await namesIn("refused")).map(({ name }) => name),
    sentSince: async (sinceMs) =>
      (await namesIn("sent"))
        .filter((file) => file.sinceMs >= sinceMs)
        .map(({ name }) => name),
    open,
    async sent(name) {
      // Since when the server has it, which may be long after it was added; before the name says so.
      const now = Date.now() / 1000;
      await utimes(fileOf(name, "waiting"), now, now).catch(unlessGone);
      await move(name, "waiting", "sent");
    },
    async refused(name) {
      await move(name, "waiting", "refused");
      await move(name, "sent", "refused");
    },
  };
}

/** Where it is not, there is nothing to do; any other refusal of the disk is the caller's to hear. */
function unlessGone(error: unknown): void {
  if (diskErrorCode(error) !== "ENOENT") throw error;
}
