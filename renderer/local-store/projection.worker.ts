import { createBlobStore } from "./projection/blob-store.ts";
import type { ToProjection } from "./projection/messages.ts";
import { serveProjection } from "./projection/serve-projection.ts";

const receive = serveProjection(
  (message) => self.postMessage(message),
  (key) => createBlobStore(indexedDB, key),
);
self.onmessage = ({ data }: MessageEvent<ToProjection>) => receive(data);
