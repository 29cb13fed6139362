import {
  normalizeMangoQuery,
  now,
  prepareQuery,
  type BulkWriteRow,
  type MangoQuery,
  type RxCollection,
} from "rxdb/plugins/core";
import { indexedMembers } from "./to-rx-schema.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import { isPacked } from "./blocks.ts";
import type { Durability } from "./insert-new.ts";
import { withReady, type PlainTable } from "./make-ready.ts";
import { toNewDocument, type NewDocument } from "./new-document.ts";
import type { Stored, StoredDocument } from "./stored-document.ts";

/** Reads and writes of one RxDB collection, by id and by contact; nothing else can be asked of sealed documents. */
export interface DocumentTable {
  /** Also what was deleted here: a tombstone holds the marks that keep an older version out. */
  load(ids: readonly string[]): Promise<ReadonlyMap<string, Stored>>;
  /** They are going to be written, probably: what `loadReady` will be asked for is begun. */
  makeReady(ids: readonly string[]): void;
  /** As `load`, for a write in its turn; nothing was written through this table since it was read. */
  loadReady(ids: readonly string[]): Promise<ReadonlyMap<string, Stored>>;
  /** Durable when it resolves; rejects when any document was not written. */
  write(rows: readonly TableWrite[]): Promise<void>;
  /**
   * As `write`, for documents that are probably not there yet, at half the price; nothing is written before `insert`.
   *
   * @param packed they will hardly be changed soon: where a collection has blocks (blocks.ts), they lie in those
   */
  prepareNew(
    rows: readonly Omit<TableWrite, "previous">[],
    packed?: boolean,
  ): NewDocuments;
  /** Everything written before is on the disk, relaxed inserts too. */
  barrier(): Promise<void>;
  byContact(contactId: string, limit: number): Promise<readonly Stored[]>;
  all(limit: number): Promise<readonly Stored[]>;
  /** What is not deleted, with ids above `after`, in id order. */
  page(after: string, limit: number): Promise<readonly Stored[]>;
  /** What is there with ids from `from` on, deleted or not, in id order; contents stay where they are. */
  marksFrom(from: string, limit: number): Promise<readonly StoredMarks[]>;
  count(): Promise<number>;
}

/** Documents that are being sealed. One of the two is called; to drop what was inserted does nothing. */
export interface NewDocuments {
  /** Answers the ids of those that are there already: of them nothing was changed. */
  insert(durability?: Durability): Promise<readonly string[]>;
  drop(): void;
}

export type StoredMarks = Pick<Stored, "id" | "seq" | "rev" | "epoch"> & {
  readonly deleted: boolean;
};

export interface TableWrite {
  readonly previous: Stored | undefined;
  readonly document: StoredDocument;
  readonly deleted: boolean;
}

/** What the store worker does past RxDB. */
export interface StoreWorker {
  /** See `Inserter`. */
  sealNew(
    ticket: number,
    documents: readonly NewDocument[],
    packed: boolean,
  ): Promise<void>;
  insertNew(
    ticket: number,
    c: CollectionName,
    lwt: number,
    durability: Durability,
  ): Promise<readonly string[]>;
  dropNew(ticket: number): Promise<void>;
  /** See `SealedInstance`. */
  makeReady(
    c: CollectionName,
    ids: readonly string[],
  ): Promise<readonly Stored[]>;
  /** See `writeBarrier`. */
  barrier(c: CollectionName): Promise<void>;
  /** See read-documents.ts. */
  marksFrom(
    c: CollectionName,
    from: string,
    limit: number,
  ): Promise<readonly StoredMarks[]>;
  /** See `readLiving`. */
  page(
    c: CollectionName,
    after: string,
    limit: number,
  ): Promise<readonly Stored[]>;
  /** See `countLiving`. */
  count(c: CollectionName): Promise<number>;
}

/**
 * Goes to the storage behind the collection, as RxDB's own replication does, and not through RxDB's query cache:
 * what the worker answers after a write contains that write, while a cached query hears of it by an event that may
 * come later than the promise (datapath §3).
 */
export function createDocumentTable(
  c: CollectionName,
  collection: RxCollection<StoredDocument>,
  worker: StoreWorker,
): DocumentTable {
  const storage = collection.storageInstance;
  const members = indexedMembers(c);

  function prepared(query: MangoQuery<StoredDocument>) {
    return prepareQuery<StoredDocument>(
      storage.schema,
      normalizeMangoQuery<StoredDocument>(storage.schema, query) as never,
    );
  }
  async function load(ids: readonly string[]) {
    return byId(await storage.findDocumentsById([...ids], true));
  }
  const table: PlainTable = {
    load,
    async write(rows) {
      const { error } = await storage.bulkWrite(rows.map(toRxRow), "carnet");
      const first = error[0];
      if (first)
        throw new Error(
          `RxDB refused ${c}/${first.documentId}: ${first.status}`,
        );
    },
    prepareNew(rows, packed = false) {
      const ticket = ++lastTicket;
      const sealing = worker.sealNew(
        ticket,
        rows.map(({ document, deleted }) => toNewDocument(document, deleted)),
        packed && isPacked(c),
      );
      // Told to whoever inserts them.
      sealing.catch(() => {});
      return {
        async insert(durability = "strict") {
          await sealing;
          // The page's clock is the one that was primed (prime-clock.ts); a batch has one time, as RxDB's own has.
          return worker.insertNew(ticket, c, now(), durability);
        },
        drop: () => void worker.dropNew(ticket),
      };
    },
    barrier: () => worker.barrier(c),
    async byContact(contactId, limit) {
      if (!members.includes("contactId"))
        throw new Error(`${c} are not found by contact.`);
      const query = prepared({
        selector: {
          contactId: { $eq: contactId },
          _deleted: { $eq: false },
        } as NonNullable<MangoQuery<StoredDocument>["selector"]>,
        sort: [
          ...members.map((name) => ({ [name]: "asc" })),
          { id: "asc" },
        ] as never,
        // RxDB puts its own members around ours in every index.
        index: ["_deleted", ...members, "id"],
        limit,
      });
      return (await storage.query(query)).documents as readonly Stored[];
    },
    all: (limit) => worker.page(c, "", limit),
    page: (after, limit) => worker.page(c, after, limit),
    marksFrom: (from, limit) => worker.marksFrom(c, from, limit),
    count: () => worker.count(c),
  };
  return withReady(table, async (ids) => byId(await worker.makeReady(c, ids)));
}

function byId(found: readonly Stored[]): ReadonlyMap<string, Stored> {
  return new Map(found.map((document) => [document.id, document]));
}

/** Of this page, which has its worker for itself. */
let lastTicket = 0;

/** `_rev` and the write time are given by RxDB; what stands here is only there for its types. */
function toRxRow(row: TableWrite): BulkWriteRow<StoredDocument> {
  const { previous, document, deleted } = row;
  return {
    ...(previous && { previous }),
    document: {
      ...document,
      _deleted: deleted,
      _rev: previous?._rev ?? "",
      _meta: previous?._meta ?? { lwt: 1 },
      _attachments: {},
    },
  };
}
