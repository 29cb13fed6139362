import {
  isCollection,
  syncedCollections,
  type CollectionName,
} from "../../shared/entities/registry.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import { mergedFields, type Merged } from "../../shared/sync/merged-fields.ts";
import { rebase, withoutPending } from "../../shared/sync/rebase.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import type { HeldDocument, Replica } from "../../shared/sync/ports.ts";
import { BATCH, type Tables } from "./background-writer.ts";
import type { CheckpointStore } from "./checkpoint-store.ts";
import type { Listeners } from "./listeners.ts";
import { nextVersion, UNCONFIRMED, type Marks } from "./next-version.ts";
import type { OwnWrite, OwnWrites } from "./own-writes.ts";
import type { PendingEntries } from "./pending-entries.ts";
import type { NewDocuments, TableWrite } from "./document-table.ts";
import type { Durability } from "./insert-new.ts";
import type { SerialQueue } from "./serial-queue.ts";
import type { Row, Stored } from "./stored-document.ts";

/** From this many documents on a batch is taken for a first sync, where nearly everything is new. */
const BULK_FROM = 100;

/** What came, with the version that brought it. */
export interface MergedHere extends Merged, DocumentKey {
  readonly seq: number;
}

/** A document that is erased, as it was here: `{}` = deleted before; null = it never was here. */
export interface Erased extends DocumentKey {
  readonly v: Row | null;
}

/** A document as it was here, and as somebody else has made it; null = deleted. */
export interface Gone extends DocumentKey {
  readonly before: Row;
  readonly after: Row | null;
}

/**
 * The sync engine's side of the store. Every batch is one task of the store's queue and works out its documents
 * inside it: a save can come before or after a batch, never between its reading and its writing.
 */
export function createReplica(deps: {
  readonly tables: Tables;
  readonly ownWrites: OwnWrites;
  readonly pending: Pick<PendingEntries, "pendingOpsOf">;
  readonly queue: SerialQueue;
  readonly checkpoint: CheckpointStore;
  readonly changes: Listeners<[readonly DocumentKey[]]>;
  /** Hears of what a merge is about to change beside this device's own unsent work; waited for. */
  readonly noteMerged?:
    ((items: readonly MergedHere[]) => Promise<void>) | undefined;
  /** Hears what others have deleted, or taken from what was deleted, as it was here before. */
  readonly noteDeleted?: ((gone: readonly Gone[]) => void) | undefined;
  /**
   * PRV-5: hears what is erased before it goes, as it was here (null = nothing of it was); waited for, and a page whose
   * erasures could not be noted comes once more.
   */
  readonly noteErased?:
    ((erased: readonly Erased[]) => Promise<void>) | undefined;
  /** For tests, whose batches are small. */
  readonly bulkFrom?: number | undefined;
  /** See `breathe`; a simulation has no other work to let in. */
  readonly breathe?: (() => Promise<void>) | undefined;
}): Replica {
  const { tables, ownWrites, pending, queue, checkpoint, changes } = deps;
  const { bulkFrom = BULK_FROM } = deps;
  /** Collections of which not everything is on the disk yet. */
  const relaxed = new Set<CollectionName>();

  /** The write that puts a server document, with our unsent operations on top, in the place of `previous`. */
  function versionOf(
    { c, epoch, processedUpTo }: Batch,
    envelope: Envelope,
    previous: Stored | undefined,
    writes = pending.pendingOpsOf(c, envelope.id, processedUpTo),
  ): TableWrite | null {
    const { id, seq, rev, deleted, v } = envelope;
    const shown = rebase(
      deleted ? null : v,
      writes.map(({ op }) => op),
    );
    const applied = Math.max(processedUpTo, ...writes.map(({ d }) => d));
    const marks: Marks = { seq, rev, epoch, applied };
    return nextVersion(c, id, previous, shown, marks);
  }

  /** What the store holds now is no longer ours to show. */
  function dropProcessed(
    { c, processedUpTo }: Batch,
    applied: readonly Envelope[],
  ): void {
    for (const { id } of applied) {
      const processed = ownWrites
        .of(c, id)
        .filter(({ d }) => d !== 0 && d <= processedUpTo);
      ownWrites.drop({ c, id }, processed);
    }
  }

  /** Begins to seal a batch as if all of it were new to this device. */
  function prepare(batch: Batch): Prepared {
    const { c, envelopes, processedUpTo } = batch;
    const writes = envelopes.map(({ id }) =>
      pending.pendingOpsOf(c, id, processedUpTo),
    );
    const rows = envelopes.flatMap(
      (envelope, i) => versionOf(batch, envelope, undefined, writes[i]) ?? [],
    );
    const packed = envelopes.length >= bulkFrom;
    return { writes, documents: tables[c].prepareNew(rows, packed) };
  }

  /** Nothing was saved about these documents since they were prepared. */
  function isCurrent(
    { c, envelopes, processedUpTo }: Batch,
    { writes }: Prepared,
  ): boolean {
    return envelopes.every(({ id }, i) =>
      isSameList(pending.pendingOpsOf(c, id, processedUpTo), writes[i] ?? []),
    );
  }

  /** Writes what is new to this device; the envelopes of the others are the answer. */
  async function insertUnknown(
    batch: Batch,
    early: Prepared,
    durability: Durability,
  ): Promise<readonly Envelope[]> {
    const { c, envelopes } = batch;
    let prepared = early;
    if (!isCurrent(batch, early)) {
      early.documents.drop();
      prepared = prepare(batch);
    }
    const present = new Set(await prepared.documents.insert(durability));
    const inserted = envelopes.filter(({ id }) => !present.has(id));
    dropProcessed(batch, inserted);
    if (inserted.length > 0)
      changes.tell(inserted.map(({ id }) => ({ c, id })));
    return envelopes.filter(({ id }) => present.has(id));
  }

  async function applyBatch(
    batch: Batch,
    early: Prepared | null,
    { anyway = false, durability = "strict" }: How,
    gone: Gone[],
  ): Promise<void> {
    const { c, epoch } = batch;
    await tellErased(batch);
    const known =
      early === null
        ? batch.envelopes
        : await insertUnknown(batch, early, durability);
    if (known.length === 0) return;
    const stored = await tables[c].load(known.map(({ id }) => id));
    const accepted = known.filter(
      (envelope) =>
        anyway || isNewEnough(envelope, epoch, stored.get(envelope.id)),
    );
    const rows = accepted.flatMap((envelope) => {
      const previous = stored.get(envelope.id);
      return versionOf(batch, envelope, previous) ?? [];
    });
    // A restored server repeats what was known already.
    if (!anyway) await tellMerged(c, rows);
    if (rows.length > 0) await tables[c].write(rows);
    const erased = idsOfErased(accepted);
    gone.push(
      ...rows
        .filter(({ document }) => !erased.has(document.id))
        .flatMap((row) => goneOf(c, row)),
    );
    dropProcessed(batch, accepted);
    if (rows.length > 0)
      changes.tell(rows.map(({ document }) => ({ c, id: document.id })));
  }

  async function tellErased({ c, envelopes }: Batch): Promise<void> {
    const ids = [...idsOfErased(envelopes)];
    if (ids.length === 0 || !deps.noteErased) return;
    const stored = await tables[c].load(ids);
    await deps.noteErased(
      ids.map((id) => ({ c, id, v: stored.get(id)?.v ?? null })),
    );
  }

  /** Before it is stored: a kill in between tells it once more, and none is forgotten. */
  async function tellMerged(
    c: CollectionName,
    rows: readonly TableWrite[],
  ): Promise<void> {
    const merged = rows.flatMap(({ previous, deleted, document }) => {
      if (!previous || previous._deleted || deleted || previous.seq === null)
        return [];
      const { id, v, seq } = document;
      const own = pending.pendingOpsOf(c, id).map(({ op }) => op);
      return mergedFields(c, id, previous.v, v, own).map((one) => ({
        ...{ c, id, seq: seq ?? 0, ...one },
      }));
    });
    if (merged.length > 0) await deps.noteMerged?.(merged);
  }

  async function remove(
    c: CollectionName,
    ids: readonly string[],
    processedUpTo: number,
  ): Promise<void> {
    const stored = await tables[c].load(ids);
    const rows = ids.flatMap((id) => {
      const writes = pending.pendingOpsOf(c, id, processedUpTo);
      ownWrites.drop({ c, id }, ownWrites.of(c, id));
      const previous = stored.get(id);
      if (!previous) return [];
      const applied = Math.max(processedUpTo, ...writes.map(({ d }) => d));
      const shown = rebase(
        null,
        writes.map(({ op }) => op),
      );
      const marks = { ...UNCONFIRMED, applied };
      return nextVersion(c, id, previous, shown, marks) ?? [];
    });
    if (rows.length > 0) await tables[c].write(rows);
  }

  async function apply(
    epoch: string,
    docs: readonly Envelope[],
    processedUpTo: number,
    how: How,
  ): Promise<void> {
    const { bulk = bulkFrom, durability = "strict" } = how;
    const batches: Batch[] = [];
    for (const [c, all] of newestByCollection(docs))
      for (let i = 0; i < all.length; i += BATCH) {
        const envelopes = all.slice(i, i + BATCH);
        batches.push({ c, epoch, processedUpTo, envelopes });
      }
    const early = (batch: Batch | undefined) =>
      batch && batch.envelopes.length >= bulk ? prepare(batch) : null;
    const gone: Gone[] = [];
    let present = early(batches[0]);
    let next: Prepared | null = null;
    let applying: Promise<void> = Promise.resolve();
    try {
      for (const [i, batch] of batches.entries()) {
        // A strict write brings everything that was written to its collection before to the disk, too.
        const isLast = batches[i + 1]?.c !== batch.c;
        if (isLast && durability === "relaxed") relaxed.add(batch.c);
        const now: How = {
          ...how,
          durability: isLast ? durability : "relaxed",
        };
        const sealed = present;
        // Queued one by one, so that a save waits for one batch at most.
        applying = queue.run(() => applyBatch(batch, sealed, now, gone));
        // Told to whoever waits below.
        applying.catch(() => {});
        // One is sealed while another is written; more at once would hold the page for too long.
        await deps.breathe?.();
        next = early(batches[i + 1]);
        await applying;
        present = next;
      }
    } catch (error) {
      // What is being written is written, and told of below, whatever is wrong with the batch after it.
      await applying.catch(() => {});
      present?.documents.drop();
      next?.documents.drop();
      throw error;
    } finally {
      // What is written is not told of once more.
      if (gone.length > 0) deps.noteDeleted?.(gone);
    }
  }

  return {
    applyServer: (epoch, docs, processedUpTo, anyway = false) =>
      apply(epoch, docs, processedUpTo, { anyway }),
    applySnapshot: (epoch, docs, processedUpTo) =>
      apply(epoch, docs, processedUpTo, { durability: "relaxed", bulk: 1 }),
    async barrier() {
      // What an earlier start wrote and did not get this far with is fetched again.
      for (const c of [...relaxed]) {
        // Before it: what is written behind the barrier needs another one.
        relaxed.delete(c);
        try {
          await queue.run(() => tables[c].barrier());
        } catch (error) {
          relaxed.add(c);
          throw error;
        }
      }
    },
    async oldestConfirmed(epoch) {
      let oldest = Infinity;
      for (const c of syncedCollections)
        for (let after = ""; ;) {
          const page = await queue.run(() => tables[c].page(after, BATCH));
          for (const held of page) {
            if (held.seq === null) continue;
            oldest = Math.min(oldest, held.epoch === epoch ? held.seq : 0);
          }
          if (page.length < BATCH || oldest === 0) break;
          after = page.at(-1)?.id ?? "";
        }
      return oldest;
    },
    async marksFrom(c, from, limit, processedUpTo) {
      const rows = await queue.run(() => tables[c].marksFrom(from, limit));
      return rows.map((row) => ({
        ...row,
        unsent: pending.pendingOpsOf(c, row.id, processedUpTo).length > 0,
      }));
    },
    readCheckpoint: () => checkpoint.read(),
    writeCheckpoint: (value) => checkpoint.write(value),
    async heldBeside(isThere) {
      const beside: HeldDocument[] = [];
      for (const c of syncedCollections)
        for (let after = ""; ;) {
          const page = await queue.run(() => tables[c].page(after, BATCH));
          for (const { id, v, seq, epoch } of page) {
            if (isThere({ c, id })) continue;
            const own = pending.pendingOpsOf(c, id).map(({ op }) => op);
            beside.push({ c, id, v: withoutPending(v, own), seq, epoch });
          }
          // A page is short when some of it cannot be read.
          const last = page.at(-1);
          if (!last) break;
          after = last.id;
        }
      return beside;
    },
    removeUnknown: (keys, processedUpTo) =>
      queue.run(async () => {
        for (const [c, ids] of idsByCollection(keys))
          for (let i = 0; i < ids.length; i += BATCH)
            await remove(c, ids.slice(i, i + BATCH), processedUpTo);
        if (keys.length > 0) changes.tell(keys);
      }),
  };
}

function idsByCollection(
  keys: readonly DocumentKey[],
): ReadonlyMap<CollectionName, readonly string[]> {
  const ids = new Map<CollectionName, string[]>();
  for (const { c, id } of keys) {
    const known = ids.get(c);
    if (known) known.push(id);
    else ids.set(c, [id]);
  }
  return ids;
}

/** Server documents of one collection that are stored in one go. */
interface Batch {
  readonly c: CollectionName;
  readonly epoch: string;
  /** Operations of entries up to here no longer count as unsent. */
  readonly processedUpTo: number;
  readonly envelopes: readonly Envelope[];
}

interface Prepared {
  /** The unsent operations that lie on top, by document. */
  readonly writes: readonly (readonly OwnWrite[])[];
  readonly documents: NewDocuments;
}

/** PRV-5: nothing takes them out of the trash again. */
function idsOfErased(envelopes: readonly Envelope[]): ReadonlySet<string> {
  return new Set(envelopes.flatMap(({ id, erased }) => (erased ? [id] : [])));
}

/** Work that changed hands tells of a person who was deleted with it. */
function goneOf(
  c: CollectionName,
  { previous, deleted, document }: TableWrite,
): readonly Gone[] {
  if (!previous || previous._deleted || previous.seq === null) return [];
  const { id, v } = document;
  if (deleted) return [{ c, id, before: previous.v, after: null }];
  const passed = c !== "contacts" && previous.v["contactId"] !== v["contactId"];
  return passed ? [{ c, id, before: previous.v, after: v }] : [];
}

interface How {
  readonly anyway?: boolean;
  readonly durability?: Durability;
  /** A batch of so many documents is tried as new ones first. */
  readonly bulk?: number;
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return (
    one.length === other.length && one.every((item, i) => item === other[i])
  );
}

/** Never an older version of one epoch; the same one again counts, since fewer own operations may lie on top of it. */
function isNewEnough(
  envelope: Envelope,
  epoch: string,
  stored: Stored | undefined,
): boolean {
  return (
    !stored ||
    stored.seq === null ||
    stored.epoch !== epoch ||
    envelope.seq >= stored.seq
  );
}

/** Collections that this version does not know are left to a later one; of two versions of a document the later. */
function newestByCollection(
  docs: readonly Envelope[],
): ReadonlyMap<CollectionName, readonly Envelope[]> {
  const newest = new Map<string, Envelope>();
  for (const envelope of docs) {
    const key = `${envelope.c}/${envelope.id}`;
    const other = newest.get(key);
    if (!other || other.seq <= envelope.seq) newest.set(key, envelope);
  }
  const byCollection = new Map<CollectionName, Envelope[]>();
  for (const envelope of newest.values()) {
    if (!isCollection(envelope.c)) continue;
    const list = byCollection.get(envelope.c) ?? [];
    list.push(envelope);
    byCollection.set(envelope.c, list);
  }
  return byCollection;
}
