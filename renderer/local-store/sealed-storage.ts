import type {
  BulkWriteRow,
  EventBulk,
  RxDocumentData,
  RxJsonSchema,
  RxStorage,
  RxStorageChangeEvent,
  RxStorageInstance,
  RxStorageInstanceCreationParams,
} from "rxdb/plugins/core";
import { Subject } from "rxjs";
import { guardQuery, guardSelector } from "./guard-query.ts";
import type { Codec } from "./seal.ts";

type Doc = RxDocumentData<Readonly<Record<string, unknown>>>;
type Instance = RxStorageInstance<Doc, unknown, unknown>;
type Events = EventBulk<RxStorageChangeEvent<Doc>, unknown>;

const CLEAR = ["id", "contactId", "atDesc"] as const;
const RX_OWN = ["_deleted", "_rev", "_meta", "_attachments"] as const;

/**
 * A storage whose documents are `{id, contactId?, atDesc?, RxDB's own members, d}` on disk: everything else is inside
 * `d`. Our own wrapper instead of RxDB's, for two reasons: change events carry the documents just written instead of
 * decrypting them again for every listener, and they keep the order of the writes.
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
      const inner = await base.createStorageInstance({
        ...params,
        schema: sealedSchema(params.schema),
      });
      const sealed = sealedInstance(
        inner as unknown as Instance,
        params.schema as unknown as Instance["schema"],
        codec,
      );
      return sealed as unknown as RxStorageInstance<T, I, O>;
    },
  };
}

/** The schema that the disk sees: the clear members and `d`. Indexes are the same, they only name clear members. */
function sealedSchema<T>(
  schema: RxJsonSchema<RxDocumentData<T>>,
): RxJsonSchema<RxDocumentData<T>> {
  const all = schema.properties as Record<string, unknown>;
  const kept = [...CLEAR, ...RX_OWN].filter((name) => name in all);
  const properties = {
    ...Object.fromEntries(kept.map((name) => [name, all[name]])),
    d: { type: "string" },
  };
  const required = [...kept, "d"];
  return { ...schema, properties, required } as unknown as typeof schema;
}

function sealedInstance(
  inner: Instance,
  schema: Instance["schema"],
  codec: Codec,
): Instance {
  const events$ = new Subject<Events>();
  // Documents being written, so that their events can carry them unsealed.
  const writing = new Map<string, BulkWriteRow<Doc>>();
  // Sealing takes longer for bigger batches: without the chain a small write could overtake a big one.
  let last: Promise<unknown> = Promise.resolve();

  inner.changeStream().subscribe({
    next: (bulk) =>
      events$.next({
        ...bulk,
        events: bulk.events.map((event) => {
          const row = writing.get(keyOf(event.documentData as Doc));
          return row
            ? {
                ...event,
                documentData: row.document,
                previousDocumentData: row.previous,
              }
            : event;
        }),
      } as Events),
    complete: () => events$.complete(),
  });

  async function write(rows: BulkWriteRow<Doc>[], context: string) {
    const sealedRows = await Promise.all(
      rows.map(async (row) => ({
        ...row,
        document: await closeDocument(row.document, codec),
      })),
    );
    for (const row of rows) writing.set(keyOf(row.document), row);
    try {
      const result = await inner.bulkWrite(sealedRows, context);
      const error = await Promise.all(
        result.error.map(async (problem) => ({
          ...problem,
          ...("documentInDb" in problem && {
            documentInDb: await openDocument(
              problem.documentInDb as unknown as Doc,
              codec,
            ),
          }),
          writeRow:
            rows.find(
              ({ document }) => idOf(document) === problem.documentId,
            ) ?? problem.writeRow,
        })),
      );
      return { ...result, error: error as typeof result.error };
    } finally {
      for (const row of rows) writing.delete(keyOf(row.document));
    }
  }

  return {
    databaseName: inner.databaseName,
    collectionName: inner.collectionName,
    internals: inner.internals,
    options: inner.options,
    schema,
    bulkWrite(rows, context) {
      const done = last.then(() => write(rows as BulkWriteRow<Doc>[], context));
      last = done.catch(() => {});
      return done;
    },
    async findDocumentsById(ids, deleted) {
      const found = await inner.findDocumentsById(ids, deleted);
      return openAll(found as unknown as Doc[], codec) as never;
    },
    async query(prepared) {
      guardQuery(prepared.query as Parameters<typeof guardQuery>[0]);
      const { documents } = await inner.query(prepared);
      return {
        documents: (await openAll(
          documents as unknown as Doc[],
          codec,
        )) as never,
      };
    },
    async count(prepared) {
      guardSelector(prepared.query.selector);
      return inner.count(prepared);
    },
    changeStream: () => events$.asObservable() as never,
    getAttachmentData: (...args) => inner.getAttachmentData(...args),
    cleanup: (minimumDeletedTime) => inner.cleanup(minimumDeletedTime),
    close: () => inner.close(),
    remove: () => inner.remove(),
  };
}

function idOf(document: Doc): string {
  return (document as unknown as { id: string }).id;
}

function keyOf(document: Doc): string {
  return `${idOf(document)} ${document._rev}`;
}

async function closeDocument(document: Doc, codec: Codec): Promise<Doc> {
  const clear: Record<string, unknown> = {};
  const hidden: Record<string, unknown> = { ...document };
  for (const name of [...CLEAR, ...RX_OWN])
    if (name in hidden) {
      clear[name] = hidden[name];
      delete hidden[name];
    }
  const d = await codec.close(JSON.stringify(hidden), idOf(document));
  return { ...clear, d } as unknown as Doc;
}

/** The whole document again. Rejects when its sealed part was changed or moved. */
export async function openDocument(stored: object, codec: Codec): Promise<Doc> {
  const { d, ...clear } = stored as Doc & { d: string };
  const hidden = JSON.parse(
    await codec.open(d, idOf(clear as unknown as Doc)),
  ) as object;
  return { ...hidden, ...clear } as unknown as Doc;
}

function openAll(stored: readonly Doc[], codec: Codec): Promise<Doc[]> {
  return Promise.all(stored.map((document) => openDocument(document, codec)));
}
