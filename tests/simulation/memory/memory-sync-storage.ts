import { rangesFrom } from "../../../server/storage/sql-digest.ts";
import type {
  DigestPart,
  FeedPage,
  SavedDocument,
  SyncStorage,
} from "../../../server/storage/sync-storage.ts";
import { FIRST_ID } from "../../../shared/sync/digest.ts";
import { tablesOf, type MemoryDatabase } from "./memory-database.ts";
import { createMemoryTenantWriter } from "./memory-tenant-writer.ts";

/** Waits before a statement; the simulation decides how long, and whether the statement is ever made. */
export type Pause = (statement: string) => Promise<void>;

export const AT_ONCE: Pause = () => Promise.resolve();

/** The port on a database in memory, with the same contract as the one on SQL. */
export function createMemorySyncStorage(
  database: MemoryDatabase,
  pause: Pause = AT_ONCE,
): SyncStorage {
  return {
    async head(tenantId) {
      await pause("head");
      const { epoch, seq, gcSeq } = tablesOf(database, tenantId);
      return { epoch, seq, gcSeq };
    },
    async changedCollections(tenantId, buckets, cursors, upTo) {
      await pause("changed collections");
      const found = new Set<SavedDocument["doc"]["c"]>();
      for (const { doc, seq, bucket } of tablesOf(
        database,
        tenantId,
      ).docs.values()) {
        const after = cursors.get(doc.c);
        if (after === undefined || seq <= after || seq > upTo) continue;
        if (buckets.includes(bucket)) found.add(doc.c);
      }
      return found;
    },
    async feed(tenantId, page) {
      await pause("feed");
      const { docs } = tablesOf(database, tenantId);
      return [...docs.values()]
        .filter((document) => isOnPage(document, page))
        .sort((a, b) => a.seq - b.seq)
        .slice(0, page.limit);
    },
    async range(tenantId, part) {
      await pause("range");
      const { docs } = tablesOf(database, tenantId);
      return [...docs.values()]
        .filter((document) => isInPart(document, part))
        .sort((a, b) => (a.doc.id < b.doc.id ? -1 : 1))
        .slice(0, part.limit);
    },
    async document(tenantId, key) {
      await pause("document");
      const { docs } = tablesOf(database, tenantId);
      return docs.get(`${key.c}/${key.id}`) ?? null;
    },
    async history(tenantId, key, limit) {
      await pause("history");
      return tablesOf(database, tenantId)
        .history.filter((row) => row.key.c === key.c && row.key.id === key.id)
        .toSorted((a, b) => b.seq - a.seq || b.atMs - a.atMs || b.n - a.n)
        .slice(0, limit)
        .map(({ seq, atMs, path, from, to, outcome, stamp }) => ({
          ...{ seq, atMs, path, from, to, outcome, stamp },
        }));
    },
    async digest(tenantId, part) {
      await pause("digest");
      const { epoch, seq, docs } = tablesOf(database, tenantId);
      const found = [...docs.values()]
        .filter((document) => isInPart(document, part))
        .map(({ doc, seq: place }) => ({ ...doc, seq: place }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const from = part.from ?? FIRST_ID;
      const ranges = rangesFrom(from, found.length, part.ranges);
      for (const { id, rev, seq: place } of found)
        ranges.add({ id, rev, seq: place });
      return { epoch, seq, ranges: ranges.read() };
    },
    write(tenantId, _reserve, work) {
      return behindOthers(database, tenantId, async () => {
        await pause("begin");
        const transaction = createMemoryTenantWriter(
          tablesOf(database, tenantId),
          pause,
        );
        const result = await work(transaction.writer);
        await pause("commit");
        transaction.commit();
        return result;
      });
    },
  };
}

function isOnPage(document: SavedDocument, page: FeedPage): boolean {
  const { seq, bucket, doc } = document;
  return (
    doc.c === page.collection &&
    seq > page.after &&
    seq <= page.upTo &&
    page.buckets.includes(bucket)
  );
}

function isInPart(
  { doc, bucket }: SavedDocument,
  part: Omit<DigestPart, "ranges">,
): boolean {
  return (
    doc.c === part.collection &&
    !doc.deleted &&
    part.buckets.includes(bucket) &&
    doc.id >= (part.from ?? FIRST_ID) &&
    (part.until === undefined || doc.id < part.until)
  );
}

/**
 * What the server's upkeep does with old tombstones (sync.md 2.3, rule 6), here with all that there are.
 *
 * @param forgotten takes `collection/id` of what is forgotten
 */
export function forgetDeletions(
  database: MemoryDatabase,
  tenantId: string,
  forgotten: Set<string>,
): Promise<void> {
  return behindOthers(database, tenantId, async () => {
    const tables = tablesOf(database, tenantId);
    const old = [...tables.docs].filter(([, { doc }]) => doc.deleted);
    for (const [name, { seq }] of old) {
      tables.docs.delete(name);
      forgotten.add(name);
      tables.gcSeq = Math.max(tables.gcSeq, seq);
    }
  });
}

/** The row lock: first come, first served; whoever fails makes room like whoever commits. */
function behindOthers<T>(
  database: MemoryDatabase,
  tenantId: string,
  work: () => Promise<T>,
): Promise<T> {
  const before = database.locks.get(tenantId) ?? Promise.resolve();
  const done = before.then(work);
  database.locks.set(
    tenantId,
    done.catch(() => {}),
  );
  return done;
}
