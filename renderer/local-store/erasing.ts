import type { Bridge } from "../../shared/ipc/contract.ts";
import type { ErasureState } from "../../shared/ipc/erasures.ts";
import { rebuildErased, reportErased } from "./erase-rest.ts";
import { createListeners } from "./listeners.ts";
import type { Store } from "./store.ts";

/** What is erased and may still lie in this device's files, and what became of it. */
export interface Erasing {
  /** The same object until something changes. */
  state(): ErasureState;
  subscribe(listener: () => void): () => void;
  /** Asks the main process. */
  refresh(): Promise<ErasureState>;
  /** Makes the readable copy anew, and loads the page again; false = not now. */
  rebuild(): Promise<boolean>;
  /** After that: looks for what was erased. */
  report(): Promise<ErasureState>;
}

const NOTHING: ErasureState = { waiting: [], rebuilt: false, done: [] };

export function createErasing(deps: {
  readonly bridge: Pick<Bridge, "invoke">;
  readonly store: Store;
  readonly settled: () => Promise<void>;
  readonly takeSnapshot: () => Promise<boolean>;
}): Erasing {
  const listeners = createListeners<[]>();
  let state = NOTHING;
  const show = (now: ErasureState) => {
    state = now;
    listeners.tell();
    return now;
  };
  return {
    state: () => state,
    subscribe: (listener) => listeners.add(listener),
    refresh: async () =>
      show(await deps.bridge.invoke("erasures/read", undefined)),
    rebuild: () => rebuildErased(deps),
    report: async () => show(await reportErased(deps)),
  };
}
