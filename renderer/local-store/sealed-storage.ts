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
import { dexieTableOf } from "./dexie-layout.ts";
import { readPacked } from "./read-documents.ts";
import { guardQuery, guardSelector } from "./guard-query.ts";
import { moveOut } from "./move-out.ts";
import type { Codec } from "./seal.ts";
import {
  closeDocument,
  readDocument,
  readUnpacked,
  sealedSchema,
  type PlainDocument,
  type ReadDocument,
  type SealedDocument,
} from "./sealed-document.ts";
import { createSerialQueue } from "./serial-queue.ts";

type Instance = RxStorageInstance<PlainDocument, unknown, unknown>;
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
        ...(isPacked(params.collectionName)
          ? packedReads(inner as Instance, codec)
          : {}),
        schema: params.schema,
      };
      return outer as RxStorageInstance<T, I, O>;
    },
  };
}

function sealedInstance(inner: Instance, codec: Codec): Instance {
  const writing = new Map<string, WriteRow>();
  // Sealing takes longer for bigger batches: without the queue a small write could overtake a big one.
  const queue = createSerialQueue();
  const { databaseName, collectionName, internals, options, schema } = inner;

  async function write(rows: readonly WriteRow[], context: string) {
    if (isPacked(collectionName))
      await moveOut(
        inner,
        rows.map(({ document }) => document.id),
        codec,
      );
    const sealed = await Promise.all(
      rows.map(async (row) => ({
        ...row,
        document: await closeDocument(row.document, codec),
      })),
    );
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
    bulkWrite: (rows, context) => queue.run(() => write(rows, context)),
    findDocumentsById: async (ids, deleted) =>
      openAll(await inner.findDocumentsById(ids, deleted), codec),
    async query(prepared) {
      guardQuery(prepared.query as Parameters<typeof guardQuery>[0]);
      const { documents } = await inner.query(prepared);
      const opened = await openAll(documents, codec);
      return { documents: opened.filter(({ unreadable }) => !unreadable) };
    },
    async count(prepared) {
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

/** How documents are found some of which lie in blocks: by id alone. */
function packedReads(inner: Instance, codec: Codec): Partial<Instance> {
  const refuse = () =>
    Promise.reject(new Error("These documents are found by id alone."));
  return {
    query: refuse,
    count: refuse,
    async findDocumentsById(ids, deleted) {
      const table = await dexieTableOf(inner);
      // First: what is taken out of its block meanwhile is found by itself.
      const packed = await readPacked(table, codec, ids);
      const others = ids.filter((id) => !packed.has(id));
      const found = await openAll(
        await inner.findDocumentsById(others, deleted),
        codec,
      );
      const unpacked = [...packed.values()].map(readUnpacked);
      return [...unpacked, ...found];
    },
  };
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
