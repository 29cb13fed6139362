import type {
  BulkWriteRow,
  EventBulk,
  RxStorage,
  RxStorageChangeEvent,
  RxStorageInstance,
  RxStorageInstanceCreationParams,
  RxStorageWriteError,
} from "rxdb/plugins/core";
import { Subject } from "rxjs";
import { isPacked } from "./blocks.ts";
import { guardQuery, guardSelector } from "./guard-query.ts";
import { createPackedDocuments } from "./packed-documents.ts";
import type { Codec } from "./seal.ts";
import {
  closeDocument,
  readDocument,
  sealedSchema,
  type PlainDocument,
  type ReadDocument,
  type SealedDocument,
} from "./sealed-document.ts";
import { createSerialQueue } from "./serial-queue.ts";

type Instance = RxStorageInstance<PlainDocument, unknown, unknown>;

/** What a sealed instance can do beside RxDB's own. */
export interface SealedInstance {
  /**
   * These will be written soon, probably: those that lie in a block are taken out of it already. For whoever reads,
   * nothing changes.
   *
   * @returns those that are there, deleted ones too, before anything is moved
   */
  makeReady(ids: readonly string[]): Promise<readonly ReadDocument[]>;
  /** Documents were written past it. */
  noteInserted(): void;
}
type Events = EventBulk<RxStorageChangeEvent<PlainDocument>, unknown>;
type WriteRow = BulkWriteRow<PlainDocument>;

/**
 * A storage whose documents are sealed on disk (sealed-document.ts). Our own wrapper instead of RxDB's, for two reasons:
 * change events carry the documents just written instead of opening them again for every listener, and they keep the
 * order of the writes.
 *
 * Collections whose name starts with `_` are RxDB's bookkeeping and pass as they are.
 */
export function sealedStorage<I, O>(
  base: RxStorage<I, O>,
  codec: Codec,
): RxStorage<I, O> {
  return {
    name: base.name,
    rxdbVersion: base.rxdbVersion,
    async createStorageInstance<T>(
      params: RxStorageInstanceCreationParams<T, O>,
    ) {
      if (params.collectionName.startsWith("_"))
        return base.createStorageInstance(params);
      const schema = sealedSchema(params.schema);
      const inner: unknown = await base.createStorageInstance({
        ...params,
        schema,
      });
      const outer: unknown = {
        ...sealedInstance(inner as Instance, codec),
        schema: params.schema,
      };
      return outer as RxStorageInstance<T, I, O>;
    },
  };
}

function sealedInstance(
  inner: Instance,
  codec: Codec,
): Instance & SealedInstance {
  const writing = new Map<string, WriteRow>();
  // Sealing takes longer for bigger batches: without the queue a small write could overtake a big one.
  const queue = createSerialQueue();
  const { databaseName, collectionName, internals, options, schema } = inner;
  // For none, too, Dexie would open a transaction.
  const findAlone = async (ids: readonly string[], deleted: boolean) =>
    ids.length === 0
      ? []
      : openAll(await inner.findDocumentsById([...ids], deleted), codec);
  const packed = isPacked(collectionName)
    ? createPackedDocuments(inner, codec, findAlone)
    : null;

  async function write(
    rows: readonly WriteRow[],
    sealing: Promise<WriteRow[]>,
    context: string,
  ) {
    await packed?.moveOut(rows.map(({ document }) => document.id));
    const sealed = await sealing;
    for (const row of rows) writing.set(keyOf(row.document), row);
    try {
      const { error } = await inner.bulkWrite(sealed, context);
      return { error: await openErrors(error, rows, codec) };
    } finally {
      for (const row of rows) writing.delete(keyOf(row.document));
    }
  }

  return {
    databaseName,
    collectionName,
    internals,
    options,
    schema,
    makeReady: (ids) =>
      packed
        ? new Promise((resolve, reject) => {
            queue.run(() => packed.makeReady(ids, resolve)).catch(reject);
          })
        : findAlone(ids, true),
    noteInserted: () => packed?.forget(),
    bulkWrite(rows, context) {
      const sealing = sealAll(rows, codec);
      // Told to whoever writes.
      sealing.catch(() => {});
      return queue.run(() => write(rows, sealing, context));
    },
    findDocumentsById: packed?.find ?? findAlone,
    async query(prepared) {
      if (packed) throw new Error(BY_ID_ALONE);
      guardQuery(prepared.query as Parameters<typeof guardQuery>[0]);
      const { documents } = await inner.query(prepared);
      const opened = await openAll(documents, codec);
      return { documents: opened.filter(({ unreadable }) => !unreadable) };
    },
    async count(prepared) {
      if (packed) throw new Error(BY_ID_ALONE);
      guardSelector(prepared.query.selector);
      return inner.count(prepared);
    },
    changeStream: plainEvents(inner, writing),
    getAttachmentData: (...args) => inner.getAttachmentData(...args),
    // Tombstones hold the marks that keep older versions out; see dexie-storage.ts.
    cleanup: () => Promise.reject(new Error("Tombstones are kept.")),
    close: () => inner.close(),
    remove: () => inner.remove(),
  };
}

/** A query would not know of what lies in blocks. */
const BY_ID_ALONE = "These documents are found by id alone.";

function sealAll(rows: readonly WriteRow[], codec: Codec): Promise<WriteRow[]> {
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      document: await closeDocument(row.document, codec),
    })),
  );
}

/** The storage's events with the documents as they were before sealing; the storage emits them while it writes. */
function plainEvents(
  inner: Instance,
  writing: ReadonlyMap<string, WriteRow>,
): Instance["changeStream"] {
  const events$ = new Subject<Events>();
  const plain = (bulk: Events): unknown => ({
    ...bulk,
    events: bulk.events.map((event) => {
      const row = writing.get(keyOf(event.documentData));
      if (!row) throw new Error(`Nobody is writing ${event.documentId}.`);
      const { document, previous } = row;
      return {
        ...event,
        documentData: document,
        previousDocumentData: previous,
      };
    }),
  });
  inner.changeStream().subscribe({
    next: (bulk) => events$.next(plain(bulk) as Events),
    complete: () => events$.complete(),
  });
  return () => events$.asObservable();
}

function openErrors(
  errors: readonly RxStorageWriteError<PlainDocument>[],
  rows: readonly WriteRow[],
  codec: Codec,
): Promise<RxStorageWriteError<PlainDocument>[]> {
  return Promise.all(
    errors.map(async (error) => {
      const row = rows.find(({ document }) => document.id === error.documentId);
      const writeRow = row ?? error.writeRow;
      if (error.status !== 409) return { ...error, writeRow };
      const documentInDb = await open(error.documentInDb, codec);
      return { ...error, writeRow, documentInDb };
    }),
  );
}

function openAll(
  stored: readonly PlainDocument[],
  codec: Codec,
): Promise<ReadDocument[]> {
  return Promise.all(stored.map((document) => open(document, codec)));
}

function open(stored: PlainDocument, codec: Codec): Promise<ReadDocument> {
  return readDocument(stored as SealedDocument, codec);
}

function keyOf(document: PlainDocument): string {
  return `${document.id} ${document._rev}`;
}
