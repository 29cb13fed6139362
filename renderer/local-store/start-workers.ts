import type { ErpChannel } from "./erp/erp-client.ts";
import type { FromErp, ToErp } from "./erp/messages.ts";
import type { FromProjection, ToProjection } from "./projection/messages.ts";
import type { ProjectionChannel } from "./projection/projection-client.ts";
import {
  renewingChannel,
  type ProjectionWorker,
} from "./projection/renewing-channel.ts";
import type { ToStoreWorker } from "./worker-messages.ts";

export interface StoreWorkers {
  readonly store: Worker;
  readonly projection: ProjectionChannel;
  /** Starts the worker for purchases and accounts, and joins it to the store worker. */
  openErp(): ErpChannel;
}

/**
 * Starts the store worker and the projection worker and joins them by a port of their own. Call it in the first line
 * of the page's script, before React: their scripts load while the page asks main for the key.
 */
export function startWorkers(): StoreWorkers {
  const store = new Worker(new URL("./store.worker.ts", import.meta.url), {
    type: "module",
    name: "store",
  });
  return {
    store,
    projection: renewingChannel(() => startProjection(store)),
    openErp: () => openErp(store),
  };
}

function startProjection(store: Worker): ProjectionWorker {
  const projection = new Worker(
    new URL("./projection.worker.ts", import.meta.url),
    { type: "module", name: "projection" },
  );
  const { port1, port2 } = new MessageChannel();
  const toStore: ToStoreWorker = { kind: "projection", port: port1 };
  const toProjection: ToProjection = { kind: "feed", port: port2 };
  store.postMessage(toStore, [port1]);
  projection.postMessage(toProjection, [port2]);
  return {
    post: (message) => projection.postMessage(message),
    listen(listener) {
      projection.onmessage = ({ data }) => listener(data as FromProjection);
    },
    terminate: () => projection.terminate(),
  };
}

function openErp(store: Worker): ErpChannel {
  const erp = new Worker(new URL("./erp.worker.ts", import.meta.url), {
    type: "module",
    name: "erp",
  });
  const { port1, port2 } = new MessageChannel();
  const toStore: ToStoreWorker = { kind: "erp", port: port1 };
  const toErp: ToErp = { kind: "feed", port: port2 };
  store.postMessage(toStore, [port1]);
  erp.postMessage(toErp, [port2]);
  return {
    post: (message) => erp.postMessage(message),
    listen(listener) {
      erp.onmessage = ({ data }) => listener(data as FromErp);
    },
  };
}
