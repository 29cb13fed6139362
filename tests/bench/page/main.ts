import { envelopeOf } from "./bench-contacts.ts";
import { PAGE, type PullApply } from "./engine.ts";
import { carnet } from "./engines/carnet.ts";
import { pouchdb } from "./engines/pouchdb.ts";
import { rawDexie } from "./engines/raw-dexie.ts";
import { rawIdb } from "./engines/raw-idb.ts";
import { rxdbPlugin } from "./engines/rxdb-plugin.ts";

const engines = {
  carnet,
  "raw-idb": rawIdb,
  "raw-dexie": rawDexie,
  "rxdb-plugin": rxdbPlugin,
  pouchdb,
} satisfies Record<string, PullApply>;

export type EngineName = keyof typeof engines;

export interface Measured {
  readonly ms: number;
  /** Longest task of the main thread, milliseconds; 0 = none over 50. */
  readonly longest: number;
}

/** Applies `n` pulled contacts; each run in a freshly loaded page. */
async function pullApply(engine: EngineName, n: number): Promise<Measured> {
  const pages = Array.from({ length: n / PAGE }, (_, page) =>
    Array.from({ length: PAGE }, (_item, i) => envelopeOf(page * PAGE + i)),
  );
  let longest = 0;
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      longest = Math.max(longest, duration);
  });
  watch.observe({ type: "longtask" });
  const started = performance.now();
  await engines[engine](pages);
  const ms = performance.now() - started;
  for (const { duration } of watch.takeRecords())
    longest = Math.max(longest, duration);
  watch.disconnect();
  return { ms, longest };
}

export interface BenchPage {
  pullApply: typeof pullApply;
}

(globalThis as unknown as { bench: BenchPage }).bench = { pullApply };
