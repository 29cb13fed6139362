import type { RxStorageInstance } from "rxdb/plugins/core";
import {
  exposeRxStorageRemote,
  type MessageToRemote,
} from "rxdb/plugins/storage-remote";
import { Subject } from "rxjs";
import { checkStore, type StoreCheck } from "./check-store.ts";
import { countLiving, dexieTableOf } from "./dexie-layout.ts";
import { marksFrom, readLiving } from "./read-documents.ts";
import { dexieStorage } from "./dexie-storage.ts";
import type { StoredMarks } from "./document-table.ts";
import type { Stored } from "./stored-document.ts";
import { createErpFeed } from "./feed-erp.ts";
import { createFeeds } from "./feeds.ts";
import { clearCodec, createSealingCodec, type Codec } from "./seal.ts";
import { sealedStorage, type SealedInstance } from "./sealed-storage.ts";
import { createInserter, writeBarrier, type Inserter } from "./insert-new.ts";
import {
  isOwnMessage,
  type FromStoreWorker,
  type StoreRequest,
  type ToStoreWorker,
} from "./worker-messages.ts";

// RxDB's messages before the key is here: a Subject does not keep what nobody listens to.
const early: MessageToRemote[] = [];
const messages$ = new Subject<MessageToRemote>();
const instances = new Map<
  string,
  RxStorageInstance<never, unknown, unknown> & SealedInstance
>();
let configured = false;

self.onmessage = ({ data }: MessageEvent<ToStoreWorker | MessageToRemote>) => {
  if (isOwnMessage(data)) {
    if (data.kind === "projection") feeds.connect(data.port);
    else if (data.kind === "erp") erp.connect(data.port);
    // The page hears of it as an error of this worker.
    else
      configure(data.key).catch((error: unknown) =>
        reportError(new Error(String(error))),
      );
  } else if (configured) messages$.next(data);
  else early.push(data);
};

async function configure(key: Uint8Array<ArrayBuffer>): Promise<void> {
  const plain = __SEALED__ ? await createSealingCodec(key) : clearCodec;
  const codec = { ...plain, onUnreadable };
  const inserter = createInserter({
    codec,
    instanceOf,
    keyRange: IDBKeyRange,
    inserted(c, documents, lwt) {
      instanceOf(c).noteInserted();
      feeds.inserted(c, documents, lwt);
    },
  });
  exposeRxStorageRemote({
    messages$,
    send: (message) => self.postMessage(message),
    storage: observed(codec),
    customRequestHandler: (request: StoreRequest) =>
      answer(request, codec, inserter),
  });
  configured = true;
  for (const message of early.splice(0)) messages$.next(message);
}

let told = false;

/** Once is enough: everything is compared then. */
function onUnreadable(): void {
  if (told) return;
  told = true;
  const message: FromStoreWorker = { kind: "unreadable" };
  self.postMessage(message);
}

async function answer(
  request: StoreRequest,
  codec: Codec,
  inserter: Inserter,
): Promise<
  | StoreCheck
  | number
  | readonly string[]
  | readonly StoredMarks[]
  | readonly Stored[]
> {
  switch (request.kind) {
    case "check":
      return checkStore([...instances.values()], codec);
    case "marks-from": {
      const { c, from, limit } = request;
      return marksFrom(await dexieTableOf(instanceOf(c)), codec, from, limit);
    }
    case "page": {
      const { c, after, limit } = request;
      const table = await dexieTableOf(instanceOf(c));
      return readLiving(table, codec, after, limit);
    }
    case "count":
      return countLiving(await dexieTableOf(instanceOf(request.c)));
    case "make-ready":
      return instanceOf(request.c).makeReady(request.ids) as Promise<
        readonly Stored[]
      >;
    case "barrier":
      await writeBarrier(instanceOf(request.c));
      return [];
    case "seal-new":
      await inserter.seal(request.ticket, request.documents, request.packed);
      return [];
    case "insert-new": {
      const { ticket, c, lwt, durability } = request;
      return inserter.insert(ticket, c, lwt, durability);
    }
    case "drop-new":
      inserter.drop(request.ticket);
      return [];
  }
}

function instanceOf(c: string) {
  const instance = instances.get(c);
  if (!instance) throw new Error(`There is no collection ${c}.`);
  return instance;
}

const erp = createErpFeed();
const feeds = createFeeds(erp);

/** The sealed storage, part of which also goes to the projection worker, past the page. */
function observed(codec: Codec) {
  const sealed = sealedStorage(dexieStorage(), codec);
  const createStorageInstance: typeof sealed.createStorageInstance = async (
    params,
  ) => {
    const instance = await sealed.createStorageInstance(params);
    instances.set(params.collectionName, instance as never);
    feeds.add(params.collectionName, instance, codec);
    return instance;
  };
  return { ...sealed, createStorageInstance };
}
