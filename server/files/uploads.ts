import { createHash } from "node:crypto";
import type { Clock } from "../../shared/core/clock.ts";
import { MAX_FILE_BYTES } from "../../shared/entities/file.ts";
import { HttpError } from "../http/http-error.ts";
import type { FileStorage, KeptFile } from "../storage/file-storage.ts";

/** Of one request. */
export const MAX_CHUNK_BYTES = 4 * 1024 * 1024;
/** What nobody goes on with is forgotten after this time. */
const LIFE_MS = 24 * 3_600_000;
/** Uploads of a company that are not whole. */
const MAX_UNFINISHED = 500;

/**
 * Attachments are known by the SHA-256 of their bytes: two devices that send the same photograph send it once, and
 * whoever has begun can go on without remembering an address. Companies do not share them, or one could ask what
 * another one has.
 */
export interface Uploads {
  find(tenantId: string, sha256: string): Promise<KeptFile>;
  create(tenantId: string, sha256: string, bytes: number): Promise<KeptFile>;
  /** Stores a chunk; with the last one the whole is compared with its name. */
  append(
    tenantId: string,
    sha256: string,
    offset: number,
    bytes: Uint8Array,
  ): Promise<KeptFile>;
}

export function createUploads(deps: {
  readonly files: FileStorage;
  readonly clock: Clock;
  /** Of one file. */
  readonly maxBytes?: number;
}): Uploads {
  const { files, clock, maxBytes = MAX_FILE_BYTES } = deps;

  async function find(tenantId: string, sha256: string): Promise<KeptFile> {
    const file = await files.find(tenantId, sha256, clock.now());
    if (!file) throw new HttpError("not_found", "No such file.");
    return file;
  }

  async function isWhole(tenantId: string, sha256: string): Promise<boolean> {
    const hash = createHash("sha256");
    for (const { from } of await files.rows(tenantId, sha256)) {
      const bytes = await files.row(tenantId, sha256, from);
      if (bytes) hash.update(bytes);
    }
    return hash.digest("hex") === sha256;
  }

  /** Several may find it whole at the same time, and all say the same. */
  async function finished(tenantId: string, file: KeptFile): Promise<KeptFile> {
    if (file.stored || file.received < file.bytes) return file;
    if (!(await isWhole(tenantId, file.sha256))) {
      await files.remove(tenantId, file.sha256);
      throw new HttpError(
        "checksum_mismatch",
        "The whole is not what its name says: it has to be sent again.",
      );
    }
    await files.finish(tenantId, file.sha256);
    return { ...file, stored: true, untilMs: null };
  }

  return {
    find,
    async create(tenantId, sha256, bytes) {
      if (bytes > maxBytes)
        throw new HttpError("too_large", `At most ${maxBytes} bytes.`);
      const now = clock.now();
      await files.removeExpired(tenantId, now);
      if ((await files.unfinished(tenantId, now)) >= MAX_UNFINISHED)
        throw new HttpError("busy", "Too many uploads are not whole.", 60);
      const file = { sha256, bytes };
      const kept = await files.create(tenantId, file, now, now + LIFE_MS);
      // Nothing at all is whole already.
      return finished(tenantId, kept);
    },
    async append(tenantId, sha256, offset, bytes) {
      const before = await find(tenantId, sha256);
      if (before.received !== offset) throw notThere(before);
      if (offset + bytes.length > before.bytes)
        throw new HttpError("too_large", "There is more than was said.");
      if (bytes.length === 0) return finished(tenantId, before);
      const until = clock.now() + LIFE_MS;
      const kept = await files.append(
        ...([tenantId, sha256, offset, bytes, until] as const),
      );
      if (!kept) throw notThere(await find(tenantId, sha256));
      return finished(tenantId, kept);
    },
  };
}

function notThere({ received }: KeptFile): HttpError {
  return new HttpError("offset_conflict", `It stands at ${received}.`);
}
