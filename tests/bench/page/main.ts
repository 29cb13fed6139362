import { envelopeOf } from "./bench-contacts.ts";
import { PAGE, type Engine, type Filled, type Saved } from "./engine.ts";
import { carnetByPages, carnetBySnapshot } from "./engines/carnet.ts";
import { pouchdb } from "./engines/pouchdb.ts";
import { rawDexie } from "./engines/raw-dexie.ts";
import { rawIdb } from "./engines/raw-idb.ts";
import { rxdbPlugin } from "./engines/rxdb-plugin.ts";
import { pglite, sqliteWasm } from "./engines/sql.ts";
import { searchBench, type Searched, type SearchEngineName } from "./search.ts";

const engines = {
  carnet: carnetByPages,
  "carnet-snapshot": carnetBySnapshot,
  "raw-idb": rawIdb,
  "raw-dexie": rawDexie,
  "rxdb-plugin": rxdbPlugin,
  pouchdb,
  "sqlite-wasm": sqliteWasm,
  pglite,
} satisfies Record<string, Engine>;

export type EngineName = keyof typeof engines;
export type QuestionName = "sort" | "filter" | "jump";

export interface Measured {
  readonly ms: number;
  /** Longest task of the main thread, milliseconds; 0 = none over 50. */
  readonly longest: number;
}

let filled: Filled | null = null;

/** Stores `n` pulled contacts; each run in a freshly loaded page. */
async function fill(engine: EngineName, n: number): Promise<Measured> {
  const pages = pagesOf(n);
  // To make them took a long task, which is none of the engine's.
  await new Promise((done) => setTimeout(done, 100));
  let longest = 0;
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      longest = Math.max(longest, duration);
  });
  watch.observe({ type: "longtask" });
  const started = performance.now();
  filled = await engines[engine].fill(pages);
  const ms = performance.now() - started;
  for (const { duration } of watch.takeRecords())
    longest = Math.max(longest, duration);
  watch.disconnect();
  return { ms, longest };
}

/** Milliseconds of each turn; null where the engine knows no such thing. */
async function ask(
  question: QuestionName,
  turns: number,
  row: number,
): Promise<readonly number[] | null> {
  const found = filled?.[question];
  if (!found) return null;
  const times: number[] = [];
  for (let turn = -2; turn < turns; turn++) {
    const since = performance.now();
    const rows = await found(turn + 2, row);
    // The first two are the warming up.
    if (turn >= 0) times.push(performance.now() - since);
    if (rows === 0) throw new Error(`${question}: nothing was found.`);
  }
  return times;
}

type Saves = Record<keyof Saved, number[]>;

async function save(turns: number): Promise<Saves | null> {
  if (!filled?.save) return null;
  const times: Saves = { saved: [], stored: [], visible: [] };
  for (let turn = -2; turn < turns; turn++) {
    const took = await filled.save(turn + 2);
    if (turn < 0) continue;
    times.saved.push(took.saved);
    times.stored.push(took.stored);
    times.visible.push(took.visible);
    await new Promise((done) => setTimeout(done, 5));
  }
  return times;
}

function pagesOf(n: number) {
  return Array.from({ length: n / PAGE }, (_, page) =>
    Array.from({ length: PAGE }, (_item, i) => envelopeOf(page * PAGE + i)),
  );
}

async function search(engine: SearchEngineName, n: number): Promise<Searched> {
  const pages = pagesOf(n);
  const open = async () => {
    filled = await carnetBySnapshot.fill(pages);
    return filled;
  };
  const { usedBytes } = globalThis as unknown as {
    usedBytes: () => Promise<number>;
  };
  return searchBench(engine, pages, open, usedBytes);
}

export interface BenchPage {
  fill: typeof fill;
  ask: typeof ask;
  save: typeof save;
  search: typeof search;
}

(globalThis as unknown as { bench: BenchPage }).bench = {
  fill,
  ask,
  save,
  search,
};
