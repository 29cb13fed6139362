import type {
  FileStorage,
  KeptFile,
} from "../../../server/storage/file-storage.ts";
import {
  tablesOf,
  type KeptUpload,
  type MemoryDatabase,
} from "./memory-database.ts";
import { AT_ONCE, type Pause } from "./memory-sync-storage.ts";

/** The port to the bytes of files on a database in memory; each call is one transaction. */
export function createMemoryFileStorage(
  database: MemoryDatabase,
  pause: Pause = AT_ONCE,
): FileStorage {
  const filesOf = async (statement: string, tenantId: string) => {
    await pause(statement);
    return tablesOf(database, tenantId).files;
  };
  return {
    async find(tenantId, sha256, nowMs) {
      const files = await filesOf("find file", tenantId);
      const file = files.get(sha256);
      return file && isAlive(file, nowMs) ? keptOf(file) : null;
    },
    async unfinished(tenantId, nowMs) {
      const files = await filesOf("count files", tenantId);
      return [...files.values()].filter(
        (file) => !file.stored && isAlive(file, nowMs),
      ).length;
    },
    async create(tenantId, { sha256, bytes }, nowMs, untilMs) {
      const files = await filesOf("create file", tenantId);
      const before = files.get(sha256);
      const stays =
        before &&
        (before.stored || (before.bytes === bytes && isAlive(before, nowMs)));
      if (stays) return keptOf(before);
      const fresh = { received: 0, stored: false, untilMs, chunks: [] };
      files.set(sha256, { sha256, bytes, ...fresh });
      return keptOf({ sha256, bytes, ...fresh });
    },
    async append(tenantId, sha256, offset, bytes, untilMs) {
      const files = await filesOf("append to file", tenantId);
      const before = files.get(sha256);
      if (!before || before.stored || before.received !== offset) return null;
      const to = offset + bytes.length;
      const chunk = { from: offset, to, bytes: bytes.slice() };
      const chunks = [...before.chunks, chunk];
      files.set(sha256, { ...before, received: to, untilMs, chunks });
      return keptOf({ ...before, received: to, untilMs });
    },
    async finish(tenantId, sha256) {
      const files = await filesOf("finish file", tenantId);
      const file = files.get(sha256);
      if (file && file.received === file.bytes)
        files.set(sha256, { ...file, stored: true, untilMs: null });
    },
    async remove(tenantId, sha256) {
      (await filesOf("remove file", tenantId)).delete(sha256);
    },
    async rows(tenantId, sha256) {
      const files = await filesOf("list pieces", tenantId);
      return (files.get(sha256)?.chunks ?? []).map(({ from, to }) => ({
        ...{ from, to },
      }));
    },
    async row(tenantId, sha256, from) {
      const files = await filesOf("read piece", tenantId);
      const chunks = files.get(sha256)?.chunks ?? [];
      return chunks.find((chunk) => chunk.from === from)?.bytes ?? null;
    },
    async removeExpired(tenantId, nowMs) {
      const files = await filesOf("remove expired", tenantId);
      for (const file of files.values())
        if (!isAlive(file, nowMs)) files.delete(file.sha256);
    },
  };
}

function isAlive({ stored, untilMs }: KeptFile, nowMs: number): boolean {
  return stored || (untilMs !== null && untilMs > nowMs);
}

function keptOf({
  sha256,
  bytes,
  received,
  stored,
  untilMs,
}: KeptFile | KeptUpload): KeptFile {
  return { sha256, bytes, received, stored, untilMs };
}
