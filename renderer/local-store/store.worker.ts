import type { RxStorageInstance } from "rxdb/plugins/core";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import {
  exposeRxStorageRemote,
  type MessageToRemote,
} from "rxdb/plugins/storage-remote";
import { Subject } from "rxjs";
import {
  checkStore,
  dexieTableOf,
  marksFrom,
  type StoreCheck,
} from "./dexie-layout.ts";
import type { StoredMarks } from "./document-table.ts";
import { createFeeds } from "./feeds.ts";
import type { FeedMessage, FeedRequest } from "./projection/messages.ts";
import { clearCodec, createSealingCodec, type Codec } from "./seal.ts";
import { sealedStorage } from "./sealed-storage.ts";
import { insertNew, writeBarrier } from "./insert-new.ts";
import {
  isOwnMessage,
  type FromStoreWorker,
  type StoreRequest,
  type ToStoreWorker,
} from "./worker-messages.ts";

// RxDB's messages before the key is here: a Subject does not keep what nobody listens to.
const early: MessageToRemote[] = [];
const messages$ = new Subject<MessageToRemote>();
const instances = new Map<string, RxStorageInstance<never, unknown, unknown>>();
let configured = false;
let projection: MessagePort | null = null;

self.onmessage = ({ data }: MessageEvent<ToStoreWorker | MessageToRemote>) => {
  if (isOwnMessage(data)) {
    if (data.kind === "projection") connect(data.port);
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
  exposeRxStorageRemote({
    messages$,
    send: (message) => self.postMessage(message),
    storage: observed(codec),
    customRequestHandler: (request: StoreRequest) => answer(request, codec),
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
): Promise<StoreCheck | readonly string[] | readonly StoredMarks[]> {
  if (request.kind === "check")
    return checkStore([...instances.values()], codec);
  const { c } = request;
  const instance = instances.get(c);
  if (!instance) throw new Error(`There is no collection ${c}.`);
  if (request.kind === "marks-from") {
    const { from, limit } = request;
    return marksFrom(await dexieTableOf(instance), codec, from, limit);
  }
  if (request.kind === "barrier") {
    await writeBarrier(instance);
    return [];
  }
  const { documents, durability } = request;
  const present = await insertNew(instance, codec, documents, durability);
  const there = new Set(present);
  feeds.inserted(
    c,
    documents.filter(({ id }) => !there.has(id)),
  );
  return present;
}

const feeds = createFeeds((message: FeedMessage) =>
  projection?.postMessage(message),
);

function connect(port: MessagePort): void {
  projection = port;
  port.onmessage = ({ data }: MessageEvent<FeedRequest>) => feeds.request(data);
}

/** The sealed storage, part of which also goes to the projection worker, past the page. */
function observed(codec: Codec) {
  // Strict: since Chromium 121 the default answers before the disk has it.
  const dexie = getRxStorageDexie({ chromeTransactionDurability: "strict" });
  const sealed = sealedStorage(dexie, codec);
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
