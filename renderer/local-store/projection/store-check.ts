import type { Building } from "../store.ts";
import { fedNames, type FedName, type FeedRequest } from "./messages.ts";

/**
 * Holds the number of documents against the store's, after every start: a projection that was stored and lacks something
 * that its checkpoint passes over is found out, and built anew. While it is being built the same numbers tell how far it is.
 */
export interface StoreCheck {
  /** Everything is being read from the store. */
  building(): void;
  /** Documents have come. */
  read(c: FedName, count: number): void;
  /** Everything that was asked for has come. */
  complete(): void;
  /** True = the projection is wrong. */
  counted(c: FedName, count: number): boolean;
}

/** A document may be stored, or be on its way here, while it is being counted. */
const TRIES = 4;
const AGAIN_MS = 3_000;
/** To count is work for the disk, which has other work while somebody waits for the first screen. */
const AFTER_START_MS = 5_000;
const PROGRESS_EVERY_MS = 250;

export function createStoreCheck(deps: {
  readonly request: (message: FeedRequest) => void;
  readonly sizes: () => Readonly<Record<FedName, number>>;
  readonly ahead: () => boolean;
  readonly progress: (progress: Building | null) => void;
  /** Everything was read from the store, and this is the first check since: what is still missing here cannot be had. */
  readonly isFresh: () => boolean;
  /** And that was since the app was started: the disk has lost nothing meanwhile. */
  readonly isRenewed: () => boolean;
  /** So many more, or fewer, are counted than can be read; with them it is right. */
  readonly accept: (c: FedName, more: number) => void;
  /** All numbers agree. */
  readonly agreed: () => void;
}): StoreCheck {
  const { request, sizes, ahead, progress, isFresh, isRenewed } = deps;
  const right = new Set<FedName>();
  const totals = new Map<FedName, number>();
  const tries = new Map<FedName, number>();
  let isBuilding = false;
  /** What cannot be read is stored and not here: building again would change nothing. */
  let wasBuilt = false;
  let done = 0;
  let told = 0;

  function isRight(c: FedName): false {
    right.add(c);
    if (right.size === fedNames.length) deps.agreed();
    return false;
  }

  return {
    building() {
      isBuilding = true;
      wasBuilt = true;
      for (const c of fedNames) request({ kind: "count", c });
    },
    read(_c, count) {
      if (!isBuilding) return;
      done += count;
      const total = [...totals.values()].reduce((sum, one) => sum + one, 0);
      const now = Date.now();
      if (now - told < PROGRESS_EVERY_MS || total === 0) return;
      told = now;
      progress({ done: Math.min(done, total), total });
    },
    complete() {
      if (isBuilding) progress(null);
      isBuilding = false;
      if (wasBuilt) return;
      setTimeout(() => {
        for (const c of fedNames) request({ kind: "count", c });
      }, AFTER_START_MS);
    },
    counted(c, count) {
      if (isBuilding) {
        totals.set(c, count);
        return false;
      }
      if (sizes()[c] === count) return isRight(c);
      const tried = (tries.get(c) ?? 0) + 1;
      tries.set(c, tried);
      if (tried >= TRIES && !ahead()) {
        const more = count - sizes()[c];
        // What is shown and not stored was lost since it was read; where it was just read, the count is wrong for good.
        if (!isFresh() || (more < 0 && !isRenewed())) return true;
        deps.accept(c, more);
        return isRight(c);
      }
      if (tried < TRIES * 4)
        setTimeout(() => request({ kind: "count", c }), AGAIN_MS);
      return false;
    },
  };
}
