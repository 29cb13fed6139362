import type { CollectionName } from "../../shared/entities/registry.ts";
import { BLOCKS, pack, type PackedBlock } from "./blocks.ts";
import { allOrNothing, ended } from "./idb-transaction.ts";
import { FIRST_REVISION, type NewDocument } from "./new-document.ts";
import { liesAmong, packedOf, type KeyRange } from "./lies-among.ts";
import type { Codec } from "./seal.ts";

export type Durability = "strict" | "relaxed";

/** What the page asks of the store worker, past RxDB; see `createInserter`. */
export interface Inserter {
  /**
   * Begins to seal documents and keeps them under `ticket`; resolves when they could be written.
   *
   * @param packed together in blocks where nothing lies among them: half the price, and dearer to change
   */
  seal(
    ticket: number,
    documents: readonly NewDocument[],
    packed: boolean,
  ): Promise<void>;
  /**
   * Writes them if they are not there yet, and forgets them.
   *
   * @param lwt RxDB's write time for all of them
   * @param durability relaxed: on the disk only after `writeBarrier`
   * @returns ids that are there already; of those nothing was changed.
   */
  insert(
    ticket: number,
    c: CollectionName,
    lwt: number,
    durability: Durability,
  ): Promise<readonly string[]>;
  /** Nobody will ask for them. */
  drop(ticket: number): void;
}

/**
 * Writes documents that are not there yet straight into RxDB's Dexie layout, sealed, in one transaction: a
 * first sync is nothing but these, and RxDB's own way reads every id twice and sends every document back to the page.
 * RxDB is pinned exactly, and a test compares the layout with what RxDB writes.
 *
 * In two steps, so that one batch is sealed while the one before it is written.
 */
export function createInserter(deps: {
  readonly codec: Codec;
  readonly instanceOf: (c: CollectionName) => Instance;
  /** Of the IndexedDB that the instances are in. */
  readonly keyRange: KeyRange;
  /** Hears what was written, which RxDB tells nobody of. */
  readonly inserted: (
    c: CollectionName,
    documents: readonly NewDocument[],
    lwt: number,
  ) => void;
}): Inserter {
  const { codec, instanceOf, keyRange, inserted } = deps;
  const sealed = new Map<number, Sealed>();
  return {
    async seal(ticket, documents, packed) {
      const one: Sealed = packed
        ? { documents, blocks: pack(documents.filter(isLiving), codec) }
        : { documents, single: sealEach(documents, codec) };
      sealed.set(ticket, one);
      await (one.blocks ?? one.single);
    },
    async insert(ticket, c, lwt, durability) {
      const batch = sealed.get(ticket);
      if (!batch) throw new Error("These documents were never sealed.");
      sealed.delete(ticket);
      const { documents } = batch;
      const { name, db } = await tableOf(instanceOf(c));
      const place = {
        database: db.backendDB(),
        table: name,
        durability,
        keyRange,
      };
      const present =
        (batch.blocks && (await addPacked(place, batch, lwt, codec))) ??
        (await addEach(
          place,
          await (batch.single ?? sealEach(documents, codec)),
          lwt,
        ));
      const there = new Set(present);
      inserted(
        c,
        documents.filter(({ clear }) => !there.has(clear.id)),
        lwt,
      );
      return present;
    },
    drop: (ticket) => void sealed.delete(ticket),
  };
}

/** Together in blocks, or each by itself. */
interface Sealed {
  readonly documents: readonly NewDocument[];
  readonly blocks?: Promise<readonly PackedBlock[]>;
  readonly single?: Promise<readonly SealedNew[]>;
}

interface SealedNew {
  readonly document: NewDocument;
  readonly d: string;
}

function isLiving({ deleted }: NewDocument): boolean {
  return !deleted;
}

function sealEach(
  documents: readonly NewDocument[],
  codec: Codec,
): Promise<readonly SealedNew[]> {
  return Promise.all(
    documents.map(async (document) => ({
      document,
      d: await codec.close(document.text, document.clear.id),
    })),
  );
}

/** As it lies in IndexedDB, where booleans are no keys. */
function toRecord({ document, d }: SealedNew, lwt: number) {
  return {
    ...document.clear,
    _deleted: document.deleted ? "1" : "0",
    _rev: FIRST_REVISION,
    _meta: { lwt },
    _attachments: {},
    d,
  };
}

/**
 * Everything that was written to this collection before is on the disk when it resolves: one strict transaction that
 * leaves nothing behind, after which nobody waits for the log.
 */
export async function writeBarrier(instance: Instance): Promise<void> {
  const { name, db } = await tableOf(instance);
  const transaction = db.backendDB().transaction(name, "readwrite", {
    durability: "strict",
  });
  const store = transaction.objectStore(name);
  const id = "carnet-barrier";
  store.put({ id, _deleted: "1", _rev: FIRST_REVISION, _meta: { lwt: 1 } });
  store.delete(id);
  await ended(transaction);
}

interface Instance {
  readonly internals: unknown;
}

/** The part of Dexie's table that is used here. */
interface InternalTable {
  readonly name: string;
  readonly db: { backendDB(): IDBDatabase };
}

async function tableOf(instance: Instance): Promise<InternalTable> {
  const internals = await instance.internals;
  return (internals as { readonly dexieTable: InternalTable }).dexieTable;
}

interface Place {
  readonly database: IDBDatabase;
  readonly table: string;
  readonly durability: Durability;
  readonly keyRange: KeyRange;
}

/** The living in blocks, tombstones by themselves. @returns null = something lies among them, and nothing was written. */
async function addPacked(
  place: Place,
  { documents, blocks }: Sealed,
  lwt: number,
  codec: Codec,
): Promise<readonly string[] | null> {
  const packed = (await blocks) ?? [];
  const deleted = documents.filter((one) => !isLiving(one));
  const tombstones = await sealEach(deleted, codec);
  const ids = documents.map(({ clear }) => clear.id).toSorted();
  return writeInto(place, async (store, blockStore) => {
    if (!blockStore || !isEachOnce(ids)) return null;
    if (await liesAmong(place.keyRange, ids, store, blockStore)) return null;
    for (const block of packed) blockStore.put({ ...block, lwt });
    for (const one of tombstones) store.put(toRecord(one, lwt));
    return [];
  });
}

/** @returns ids of rows that were there already */
function addEach(
  place: Place,
  batch: readonly SealedNew[],
  lwt: number,
): Promise<readonly string[]> {
  const rows = batch.map((one) => toRecord(one, lwt));
  const ids = rows.map(({ id }) => id).toSorted();
  return writeInto(place, async (store, blockStore) => {
    const any = await liesAmong(place.keyRange, ids, store, blockStore);
    // What is made in turn has ids in turn: where nothing lies among them, no row has to be looked for by itself.
    if (!any && isEachOnce(ids)) {
      for (const row of rows) store.put(row);
      return [];
    }
    const packed =
      blockStore && (await packedOf(place.keyRange, ids, blockStore));
    const present: string[] = [];
    for (const row of rows)
      if (packed?.has(row.id)) present.push(row.id);
      else add(store, row, present);
    return present;
  });
}

/** One transaction; answered when it has ended. */
async function writeInto<T>(
  { database, table, durability }: Place,
  write: (
    store: IDBObjectStore,
    blockStore: IDBObjectStore | undefined,
  ) => Promise<T>,
): Promise<T> {
  const hasBlocks = database.objectStoreNames.contains(BLOCKS);
  const transaction = database.transaction(
    hasBlocks ? [table, BLOCKS] : [table],
    "readwrite",
    { durability },
  );
  return allOrNothing(transaction, () =>
    write(
      transaction.objectStore(table),
      hasBlocks ? transaction.objectStore(BLOCKS) : undefined,
    ),
  );
}

function isEachOnce(ordered: readonly string[]): boolean {
  return ordered.every((id, i) => id !== ordered[i + 1]);
}

function add(
  store: IDBObjectStore,
  row: { readonly id: string },
  present: string[],
): void {
  const adding = store.add(row);
  adding.onerror = (event) => {
    if (adding.error?.name !== "ConstraintError") return;
    present.push(row.id);
    // The others are still written.
    event.preventDefault();
    event.stopPropagation();
  };
}
