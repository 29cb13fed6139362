import type { ImportChannel } from "./import-ports.ts";
import type { FromImport } from "./messages.ts";

/** Starts the import's worker; it lives as long as one file. */
export function openImportWorker(): ImportChannel {
  const worker = new Worker(new URL("./import.worker.ts", import.meta.url), {
    type: "module",
    name: "import",
  });
  return {
    post: (message) => worker.postMessage(message),
    listen(listener) {
      worker.onmessage = ({ data }) => listener(data as FromImport);
      // A script that cannot run would leave the person waiting for ever.
      worker.onerror = () =>
        listener({ kind: "refused", problem: { reason: "unreadable" } });
    },
    close: () => worker.terminate(),
  };
}
