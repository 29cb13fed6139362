import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import type { RxStorage } from "rxdb/plugins/core";
import type { StoreProblem } from "../../renderer/local-store/background-writer.ts";
import { openCheckpointStore } from "../../renderer/local-store/checkpoint-store.ts";
import { checkStore } from "../../renderer/local-store/check-store.ts";
import {
  countLiving,
  dexieTableOf,
  type DexieTable,
} from "../../renderer/local-store/dexie-layout.ts";
import {
  marksFrom,
  readLiving,
} from "../../renderer/local-store/read-documents.ts";
import { dexieStorage } from "../../renderer/local-store/dexie-storage.ts";
import type { ErpBook } from "../../renderer/local-store/erp/erp-book.ts";
import {
  createErpClient,
  type ErpChannel,
} from "../../renderer/local-store/erp/erp-client.ts";
import type { FromErp } from "../../renderer/local-store/erp/messages.ts";
import { serveErp } from "../../renderer/local-store/erp/serve-erp.ts";
import {
  createErpFeed,
  type ErpFeed,
} from "../../renderer/local-store/feed-erp.ts";
import { createFeeds } from "../../renderer/local-store/feeds.ts";
import {
  createInserter,
  writeBarrier,
} from "../../renderer/local-store/insert-new.ts";
import {
  assembleStore,
  type LocalStore,
} from "../../renderer/local-store/open-store.ts";
import type { ProjectionChannel } from "../../renderer/local-store/projection/projection-client.ts";
import type { FromProjection } from "../../renderer/local-store/projection/messages.ts";
import { createBlobStore } from "../../renderer/local-store/projection/blob-store.ts";
import { serveProjection } from "../../renderer/local-store/projection/serve-projection.ts";
import {
  createSealingCodec,
  type Codec,
} from "../../renderer/local-store/seal.ts";
import {
  sealedStorage,
  type SealedInstance,
} from "../../renderer/local-store/sealed-storage.ts";
import type { Stored } from "../../renderer/local-store/stored-document.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import { newIdFrom } from "../../shared/domain/new-id.ts";
import { joinPorts } from "./join-ports.ts";
import { createTestJournal, type TestJournal } from "./journal.ts";

let opened = 0;
/** As the vault would give it. */
export const PROJECTION_KEY = new Uint8Array(32).fill(9);

/** One device's disk: IndexedDB and journal. Stores can be opened on it again and again, also after a wipe. */
export interface TestDisk {
  readonly idb: IDBFactory;
  readonly journal: TestJournal;
  readonly name: string;
  /** In the place of the journal's own: one that answers more. */
  readonly bridge?: Pick<Bridge, "invoke">;
  /** See `createReplica`. */
  readonly bulkFrom: number | undefined;
}

export function createTestDisk(bulkFrom?: number): TestDisk {
  const name = `test-${++opened}`;
  return {
    idb: new IDBFactory(),
    journal: createTestJournal(),
    name,
    bulkFrom,
  };
}

/** The same journal beside an empty IndexedDB, as after Chromium has thrown it away. */
export function wiped(disk: TestDisk): TestDisk {
  const name = `test-${++opened}`;
  return { ...disk, idb: new IDBFactory(), name };
}

export interface TestStore extends LocalStore {
  readonly erp: ErpBook;
  readonly problems: readonly StoreProblem[];
  /** Writes to RxDB fail until it is called with false. */
  breakRxDb(broken: boolean): void;
  /** RxDB's newest write time on this disk. */
  newestWrite(): Promise<number>;
}

export async function openTestStore(
  disk: TestDisk,
  codec?: Codec,
  /** What the disk is said to hold: a write of a clock that was ahead. */
  writtenUntil = 0,
  /** After a change the projection is stored. */
  quietMs?: number,
): Promise<TestStore> {
  const problems: StoreProblem[] = [];
  const worker = createTestWorker(
    disk.idb,
    codec ?? (await createSealingCodec(new Uint8Array(32).fill(7))),
    quietMs,
  );
  const store = await assembleStore({
    storage: worker.storage,
    check: async () => {
      const { newest, damaged } = await worker.check();
      return { damaged, newest: Math.max(writtenUntil, newest) };
    },
    worker: worker.past,
    bulkFrom: disk.bulkFrom,
    projection: worker.projection,
    checkpoint: await openCheckpointStore(disk.idb),
    database: disk.name,
    bridge: disk.bridge ?? disk.journal.bridge,
    journal: disk.journal.state(),
    newId: newIdFrom(
      { now: () => Date.now() },
      { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    ),
    report: (problem) => problems.push(problem),
  });
  const { breakRxDb } = worker;
  const newestWrite = async () => (await worker.check()).newest;
  return { ...store, problems, breakRxDb, newestWrite, erp: worker.erp };
}

/** Both workers in this thread; messages go through `queueMicrotask` and a structured clone. */
function createTestWorker(
  idb: IDBFactory,
  codec: Codec,
  quietMs: number | undefined,
) {
  const sealed = sealedStorage(
    dexieStorage({ indexedDB: idb, IDBKeyRange }),
    codec,
  );
  const instances = new Map<string, { readonly internals: unknown }>();
  let broken = false;
  let listener: (message: FromProjection) => void = () => {};
  const receive = serveProjection(
    (message) => queueMicrotask(() => listener(structuredClone(message))),
    (key) => createBlobStore(idb, key),
    quietMs,
  );
  const erpFeed = createErpFeed();
  const feeds = createFeeds(erpFeed);
  joinPorts(feeds, receive);
  receive({ kind: "configure", key: PROJECTION_KEY.slice() });

  const createStorageInstance: typeof sealed.createStorageInstance = async (
    params,
  ) => {
    const instance = await sealed.createStorageInstance(params);
    instances.set(params.collectionName, instance);
    const write = instance.bulkWrite.bind(instance);
    instance.bulkWrite = (rows, context) =>
      broken && context === "carnet"
        ? Promise.reject(new Error("RxDB is broken"))
        : write(rows, context);
    feeds.add(params.collectionName, instance, codec);
    return instance;
  };
  function instanceOf(c: string) {
    const instance = instances.get(c);
    if (broken || !instance) throw new Error("RxDB is broken");
    return instance;
  }
  /** Reading works on a store that refuses writes. */
  async function tableOf(c: string): Promise<DexieTable> {
    const instance = instances.get(c);
    if (!instance) throw new Error(`No ${c}`);
    return dexieTableOf(instance);
  }
  const inserter = createInserter({
    codec,
    instanceOf,
    keyRange: IDBKeyRange,
    inserted(c, documents, lwt) {
      (instanceOf(c) as unknown as SealedInstance).noteInserted();
      feeds.inserted(c, documents, lwt);
    },
  });
  const projection: ProjectionChannel = {
    post: (message) => queueMicrotask(() => receive(structuredClone(message))),
    listen(added) {
      listener = added;
    },
  };
  return {
    erp: createErpClient(() => openErp(erpFeed)),
    projection,
    storage: { ...sealed, createStorageInstance } as unknown as RxStorage<
      never,
      never
    >,
    check: () => checkStore([...instances.values()], codec),
    past: {
      sealNew: inserter.seal,
      insertNew: inserter.insert,
      dropNew: async (ticket: number) => inserter.drop(ticket),
      makeReady: (c: string, ids: readonly string[]) =>
        (instanceOf(c) as unknown as SealedInstance).makeReady(ids) as Promise<
          readonly Stored[]
        >,
      barrier: (c: string) => writeBarrier(instanceOf(c)),
      marksFrom: async (c: string, from: string, limit: number) =>
        marksFrom(await tableOf(c), codec, from, limit),
      page: async (c: string, after: string, limit: number) =>
        readLiving(await tableOf(c), codec, after, limit),
      count: async (c: string) => countLiving(await tableOf(c)),
    },
    breakRxDb(value: boolean) {
      broken = value;
    },
  };
}

/** The third worker in this thread, joined to the feed as the app joins it. */
function openErp(feed: ErpFeed): ErpChannel {
  let listener: (message: FromErp) => void = () => {};
  const receive = serveErp((message) =>
    queueMicrotask(() => listener(structuredClone(message))),
  );
  const ends = [0, 1].map(() => ({}) as MessagePort);
  const [a, b] = ends as [MessagePort, MessagePort];
  a.postMessage = (data: unknown) =>
    queueMicrotask(
      () => void b.onmessage?.({ data: structuredClone(data) } as MessageEvent),
    );
  b.postMessage = (data: unknown) =>
    queueMicrotask(
      () => void a.onmessage?.({ data: structuredClone(data) } as MessageEvent),
    );
  feed.connect(a);
  receive({ kind: "feed", port: b });
  return {
    post: (message) => queueMicrotask(() => receive(structuredClone(message))),
    listen(added) {
      listener = added;
    },
  };
}
