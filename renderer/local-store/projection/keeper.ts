import type { BlobStore } from "./blob-store.ts";
import type { StoredRows } from "./messages.ts";
import type { Projection } from "./projection.ts";
import { aTurn } from "./run-search.ts";

/** From so many changed rows on everything is stored anew and they are part of it. */
const MOST_BESIDE = 2_000;
/** A change that comes while it is waited for quiet starts the wait again, but not for ever. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Keeps what is on disk near to what is shown: single changes beside the parts, many with all parts written anew when it
 * is quiet. Nothing is lost when it is late or fails: at the next start the store is asked for what is missing.
 */
export interface Keeper {
  /** Something that the store holds has been applied. */
  applied(rows: StoredRows): void;
  /** What is on disk is to be written anew, and with it everything that was read from the store since. */
  stale(): void;
  /** Everything that the store holds has been applied: only now it may be said up to when. */
  ready(): void;
  /** Rows that were beside the parts when they were loaded. */
  loaded(beside: readonly StoredRows[]): void;
}

export function createKeeper(
  blobs: BlobStore,
  projection: () => Projection,
  /** All parts have been written. */
  written: () => void,
  quietMs: number,
): Keeper {
  let beside = new Map<string, StoredRows>();
  let isStale = false;
  let isReady = false;
  let writing = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitingSince = 0;

  function add({ c, rows }: StoredRows): void {
    if (isStale) return;
    for (const row of rows)
      beside.set(`${c}/${row.id}`, { c, rows: [row] } as unknown as StoredRows);
    if (beside.size <= MOST_BESIDE) return;
    isStale = true;
    beside = new Map();
  }
  async function write(): Promise<void> {
    const shown = projection();
    // What only this page knows of is not stored.
    if (!isStale) return blobs.writeOverlay([...beside.values()]);
    if (shown.ahead) return wait();
    // Else storing would do it in one go, and whoever searches would wait.
    while (shown.keySome()) await aTurn();
    const parts = shown.pack();
    isStale = false;
    beside = new Map();
    await blobs.write(parts);
    written();
  }
  async function run(): Promise<void> {
    timer = null;
    if (writing) return wait();
    writing = true;
    try {
      await write();
    } catch {
      // A full disk, or a database that was taken away: the next change tries again.
      isStale = true;
    }
    writing = false;
  }
  function wait(): void {
    if (!isReady) return;
    const now = Date.now();
    if (timer === null) waitingSince = now;
    else if (now - waitingSince > LONGEST_WAIT_MS) return;
    else clearTimeout(timer);
    timer = setTimeout(() => void run(), quietMs);
  }
  return {
    applied(rows) {
      add(rows);
      wait();
    },
    stale() {
      isStale = true;
      beside = new Map();
      wait();
    },
    ready() {
      isReady = true;
      if (isStale || beside.size > 0) wait();
    },
    loaded(rows) {
      for (const one of rows) add(one);
    },
  };
}
