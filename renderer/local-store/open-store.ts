import type { RxStorage } from "rxdb/plugins/core";
import {
  getRxStorageRemote,
  type MessageFromRemote,
} from "rxdb/plugins/storage-remote";
import { Subject } from "rxjs";
import type { Bridge } from "../../shared/ipc/contract.ts";
import type { JournalState } from "../../shared/ipc/journal.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import type { Replica } from "../../shared/sync/ports.ts";
import { createArrange, takeBackAtStart, type Arrange } from "./arrange.ts";
import {
  createBackgroundWriter,
  type StoreProblem,
  type Tables,
} from "./background-writer.ts";
import {
  openCheckpointStore,
  type CheckpointStore,
} from "./checkpoint-store.ts";
import type { ErpBook } from "./erp/erp-book.ts";
import { createErpClient } from "./erp/erp-client.ts";
import { breathe } from "./breathe.ts";
import { createEraser } from "./erase-here.ts";
import { createErasing, type Erasing } from "./erasing.ts";
import { createListeners } from "./listeners.ts";
import { openTables } from "./open-tables.ts";
import { createOwnWrites } from "./own-writes.ts";
import {
  createPendingEntries,
  type PendingEntries,
} from "./pending-entries.ts";
import { noteMerged } from "./note-merged.ts";
import { primeClock } from "./prime-clock.ts";
import {
  createProjectionClient,
  type ProjectionChannel,
} from "./projection/projection-client.ts";
import { createSearch } from "./projection/search-client.ts";
import { createReplica } from "./replica.ts";
import { createRxStore } from "./rx-store.ts";
import { createSave } from "./save.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { createSamples, type Samples } from "./samples.ts";
import { createSnapshotTaker } from "./snapshots.ts";
import type { StoreWorkers } from "./start-workers.ts";
import type { Agenda, ContactList, Save, Search, Store } from "./store.ts";
import type { StoredMarks, StoreWorker } from "./document-table.ts";
import type { StoreCheck } from "./check-store.ts";
import type { Stored } from "./stored-document.ts";
import { createUnfinished } from "./unfinished.ts";
import { createUndoLog } from "./undo-log.ts";
import type { UndoLog } from "./undo-state.ts";
import {
  isOwnAnswer,
  type FromStoreWorker,
  type StoreRequest,
  type ToStoreWorker,
} from "./worker-messages.ts";

const DATABASE = "carnet";

export interface LocalStore {
  readonly store: Store;
  /** On the list of what Undo takes back. */
  readonly save: Save;
  readonly undo: UndoLog;
  readonly arrange: Arrange;
  readonly samples: Samples;
  readonly list: ContactList;
  readonly agenda: Agenda;
  readonly search: Search;
  /** For the sync engine only. */
  readonly replica: Replica;
  readonly pending: PendingEntries;
  /** See `createSnapshotTaker`. */
  readonly takeSnapshot: () => Promise<boolean>;
  readonly erasing: Erasing;
  /** What was done is read from the drafts again. */
  readonly loadUndo: () => Promise<void>;
  /** Resolves when everything saved so far is in RxDB (or was reported). */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenedStore extends LocalStore {
  /** Whether the browser promises not to clear the store when the disk is full; nothing relies on it. */
  readonly persisted: boolean;
  readonly erp: ErpBook;
}

/**
 * Opens the local store with the workers that were started earlier. When it resolves, everything in the journal is
 * in the store and the first command may come. Rejects when the store cannot be opened or read.
 *
 * @param storeKey 32 bytes from the vault.
 */
export async function createStore(options: {
  readonly workers: StoreWorkers;
  readonly bridge: Pick<Bridge, "invoke">;
  readonly storeKey: Uint8Array;
  readonly journal: JournalState;
  readonly newId: () => string;
  readonly report?: (problem: StoreProblem) => void;
  /** Some records cannot be read: they look deleted until they are fetched again. */
  readonly onUnreadable: () => void;
}): Promise<OpenedStore> {
  const { workers, storeKey, onUnreadable: _told, ...others } = options;
  const storage = remoteStorage(workers.store, options.onUnreadable);
  const failure = firstError(workers.store);
  const configure: ToStoreWorker = {
    kind: "configure",
    key: new Uint8Array(storeKey),
  };
  workers.store.postMessage(configure);
  workers.projection.post({
    kind: "configure",
    key: __SEALED__ ? new Uint8Array(storeKey) : null,
  });
  const persisted = navigator.storage.persist();
  const opening = openCheckpointStore(indexedDB).then((checkpoint) =>
    assembleStore({
      ...others,
      checkpoint,
      breathe,
      storage: storage as unknown as RxStorage<never, never>,
      check: () =>
        storage.customRequest<StoreRequest, StoreCheck>({ kind: "check" }),
      worker: {
        async sealNew(ticket, documents, packed) {
          await storage.customRequest<StoreRequest, readonly never[]>({
            ...{ kind: "seal-new", ticket, documents, packed },
          });
        },
        insertNew: (ticket, c, lwt, durability) =>
          storage.customRequest<StoreRequest, readonly string[]>({
            ...{ kind: "insert-new", ticket, c, lwt, durability },
          }),
        async dropNew(ticket) {
          await storage.customRequest<StoreRequest, readonly never[]>({
            ...{ kind: "drop-new", ticket },
          });
        },
        makeReady: (c, ids) =>
          storage.customRequest<StoreRequest, readonly Stored[]>({
            ...{ kind: "make-ready", c, ids },
          }),
        async barrier(c) {
          await storage.customRequest<StoreRequest, number>({
            ...{ kind: "barrier", c },
          });
        },
        marksFrom: (c, from, limit) =>
          storage.customRequest<StoreRequest, readonly StoredMarks[]>({
            ...{ kind: "marks-from", c, from, limit },
          }),
        page: (c, after, limit) =>
          storage.customRequest<StoreRequest, readonly Stored[]>({
            ...{ kind: "page", c, after, limit },
          }),
        count: (c) =>
          storage.customRequest<StoreRequest, number>({ kind: "count", c }),
      },
      projection: workers.projection,
      database: DATABASE,
    }),
  );
  const localStore = await Promise.race([opening, failure]);
  return {
    ...localStore,
    persisted: await persisted,
    erp: createErpClient(workers.openErp),
  };
}

/** A worker that cannot start answers nothing: without this the page would wait for ever. */
function firstError(worker: Worker): Promise<never> {
  return new Promise((_resolve, reject) => {
    worker.addEventListener("error", ({ message }) =>
      reject(new Error(`The store worker failed: ${message}`)),
    );
  });
}

function remoteStorage(worker: Worker, onUnreadable: () => void) {
  const messages$ = new Subject<MessageFromRemote>();
  worker.onmessage = ({
    data,
  }: MessageEvent<MessageFromRemote | FromStoreWorker>) =>
    isOwnAnswer(data) ? onUnreadable() : messages$.next(data);
  return getRxStorageRemote({
    identifier: "store-worker",
    mode: "one",
    messageChannelCreator: async () => ({
      messages$,
      send: (message) => worker.postMessage(message),
      close: async () => {},
    }),
  });
}

interface StoreParts {
  readonly checkpoint: CheckpointStore;
  readonly projection: ProjectionChannel;
  readonly bridge: Pick<Bridge, "invoke">;
  readonly journal: JournalState;
  readonly report?: (problem: StoreProblem) => void;
  readonly newId: () => string;
  readonly now?: () => number;
  readonly bulkFrom?: number | undefined;
  readonly breathe?: (() => Promise<void>) | undefined;
}

/** The store over any RxDB storage and any projection: the app and the tests each bring theirs. */
export async function assembleStore(
  parts: StoreParts & {
    readonly storage: RxStorage<never, never>;
    readonly check: () => Promise<StoreCheck>;
    readonly worker: StoreWorker;
    readonly database: string;
  },
): Promise<LocalStore> {
  const { tables, database } = await openTables(parts);
  const { newest, damaged } = await parts.check();
  if (damaged) throw new Error("The store holds what cannot be read.");
  primeClock(newest);
  return assembleOn(tables, parts, async () => {
    await database.close();
  });
}

/** The store over any tables: a simulation has them in memory. */
export async function assembleOn(
  tables: Tables,
  parts: StoreParts,
  close: () => Promise<void>,
): Promise<LocalStore> {
  const { bridge, journal, checkpoint, report = reportProblem } = parts;

  const changes = createListeners<[readonly DocumentKey[]]>();
  const queue = createSerialQueue();
  const ownWrites = createOwnWrites();
  const pending = createPendingEntries(bridge, journal);
  const client = createProjectionClient(parts.projection);
  const { list, agenda, announce } = client;
  const store = createRxStore({ tables, ownWrites, pending, changes });
  const search = createSearch(client, store);
  const { flush, makeReady } = createBackgroundWriter({
    tables,
    ownWrites,
    queue,
    report,
  });
  const unfinished = createUnfinished();
  const unrecorded = createSave({
    bridge,
    store,
    pending,
    ownWrites,
    flush,
    makeReady,
    changes,
    announce,
    unfinished,
  });
  const undo = createUndoLog({
    ...{ store, list, save: unrecorded },
    now: parts.now ?? Date.now,
    newId: parts.newId,
  });
  const replica = createReplica({
    tables,
    ownWrites,
    pending,
    queue,
    checkpoint,
    changes,
    bulkFrom: parts.bulkFrom,
    breathe: parts.breathe,
    noteDeleted: (gone) => undo.noteDeleted(gone),
    noteMerged: (items) => noteMerged({ bridge, pending }, items),
    noteErased: async (erased) => {
      await eraser(erased);
      void erasing.refresh().catch(() => undefined);
    },
  });
  const eraser = createEraser({ pending, undo, store, save: unrecorded });

  const takeSnapshot = createSnapshotTaker({
    ...{ tables, pending, queue, replica, bridge },
  });
  const erasing = createErasing({
    ...{ bridge, store, settled: flush, takeSnapshot },
  });
  const arrange = createArrange({
    ...{ store, ownWrites, pending, queue, flush, changes },
  });

  const samples = createSamples({
    ...{ store, replica, pending, arrange, save: unrecorded },
    now: parts.now ?? Date.now,
  });

  // The replay: a kill between the journal's answer and RxDB's write is repaired before anybody reads.
  await takeBackAtStart({ store, ownWrites }, journal);
  await flush();
  for (const { d, ops } of pending.pendingEntries()) ownWrites.add(d, ops);
  for (const { d, ops } of pending.heldEntries()) ownWrites.add(d, ops);
  await flush();
  void undo.load();
  return {
    store,
    save: undo.save,
    undo,
    arrange,
    samples,
    list,
    agenda,
    search,
    replica,
    pending,
    takeSnapshot,
    erasing,
    loadUndo: undo.load,
    async settled() {
      await unfinished.ended();
      await flush();
    },
    async close() {
      await flush();
      checkpoint.close();
      await close();
    },
  };
}

function reportProblem({ keys, reason }: StoreProblem): void {
  reportError(
    new Error(`${keys.length} saved, but not in the store: ${reason}`),
  );
}
