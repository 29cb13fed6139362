import { storedRows } from "../../renderer/local-store/feed-projection.ts";
import {
  fedNames,
  isFed,
  type FeedRequest,
  type FromProjection,
} from "../../renderer/local-store/projection/messages.ts";
import type { ProjectionChannel } from "../../renderer/local-store/projection/projection-client.ts";
import { serveProjection } from "../../renderer/local-store/projection/serve-projection.ts";
import type { MemoryDisk } from "./memory-tables.ts";

/** The real projection in this thread, fed from a memory disk: what a device's list and agenda are asked. */
export function projectionOf(disk: MemoryDisk): ProjectionChannel {
  let listener: (message: FromProjection) => void = () => {};
  const receive = serveProjection((message) =>
    queueMicrotask(() => listener(structuredClone(message))),
  );
  const port = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    postMessage(wanted: FeedRequest) {
      if (wanted.kind !== "start") return;
      for (const c of fedNames) {
        tell(storedRows(c, disk.stored(c)));
        tell({ kind: "complete", c });
      }
    },
  };
  const tell = (data: unknown) =>
    port.onmessage?.({ data: structuredClone(data) } as MessageEvent);
  disk.listen((c, rows) => {
    if (isFed(c)) tell(storedRows(c, rows));
  });
  receive({ kind: "feed", port: port as unknown as MessagePort });
  receive({ kind: "configure", key: null });
  return {
    post: (message) => queueMicrotask(() => receive(structuredClone(message))),
    listen(added) {
      listener = added;
    },
  };
}
