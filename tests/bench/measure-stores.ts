import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BenchWindow } from "./bench-window.ts";
import type { BenchPage, EngineName, QuestionName } from "./page/main.ts";
import {
  quantile,
  round,
  rowOf,
  rowsOfRounds,
  type BenchRow,
} from "./report.ts";

type Say = (line: string) => void;

/** Ours twice, page by page and from a snapshot; each peer has one way only and stands against both. */
const OURS = ["carnet", "carnet-snapshot"] as const;
const PEERS = ["raw-dexie", "raw-idb", "rxdb-plugin", "pouchdb"] as const;
const QUESTIONS: readonly QuestionName[] = ["sort", "filter", "jump"];
/** A peer that has not ended by then never will (milliseconds for each document). */
const PATIENCE = 5;

/** How the bench names an engine that only answers questions. */
const NAMES: Partial<Record<EngineName, string>> = { "rxdb-plugin": "rxdb" };

/**
 * pull-apply and first-sync, sealed and plain; then what lists ask of the stores that were filled in the last round,
 * and single saves.
 */
export async function measureStores(
  window: BenchWindow,
  n: number,
  rounds: number,
  say: Say,
  /** The others are left out. */
  peers: readonly string[] = PEERS,
): Promise<readonly BenchRow[]> {
  const times = new Map<string, number[]>();
  const asked = new Map<string, Asked>();
  const saves = new Map<string, Saves>();
  let longest = 0;
  for (let round = 0; round < rounds; round++) {
    const last = round + 1 === rounds;
    // Another order in each round: nobody is always first.
    const others = PEERS.filter((one) => peers.includes(one));
    const engines = rotated([...OURS, ...others], round * 2);
    for (const engine of engines)
      for (const sealed of isOurs(engine) ? [true, false] : [true]) {
        const key = sealed ? engine : `${engine}-plain`;
        const note = (ms: number) =>
          times.set(key, [...(times.get(key) ?? []), ms]);
        // What sealing costs is context: every other round tells it.
        if (!sealed && round % 2 === 1) {
          note(Number.NaN);
          continue;
        }
        const page = await window.fresh(sealed);
        const measured = await page.evaluate(
          ([name, count, patience]) =>
            Promise.race([
              (globalThis as unknown as { bench: BenchPage }).bench.fill(
                name,
                count,
              ),
              new Promise<null>((done) =>
                setTimeout(() => done(null), patience),
              ),
            ]),
          [engine, n, n * PATIENCE] as const,
        );
        const ms = measured?.ms ?? Number.NaN;
        note(ms);
        if (isOurs(engine) && sealed)
          longest = Math.max(longest, measured?.longest ?? 0);
        say(`${n}, round ${round + 1}: ${key} ${Math.round(ms)} ms`);
        if (!measured || !sealed || engine === "carnet-snapshot") continue;
        // Of a hundred saves the slowest: one round has too few of them.
        saves.set(engine, await moreSaves(page, saves.get(engine)));
        if (last) asked.set(engine, await askAll(page, n));
      }
  }
  for (const engine of ["sqlite-wasm", "pglite"] as const) {
    const page = await window.fresh();
    await page.evaluate(
      ([name, count]) =>
        (globalThis as unknown as { bench: BenchPage }).bench.fill(name, count),
      [engine, n] as const,
    );
    asked.set(engine, await askAll(page, n));
    say(`${n}: ${engine} has answered`);
  }
  say(`longest task of the window while ours filled: ${longest} ms`);
  return [
    ...fillRows(n, times),
    ...questionRows(n, asked),
    ...saveRows(n, saves),
    ...storedRow(n, saves),
    { ...{ id: "first-sync-longest-task", n }, ...asMs(longest) },
  ];
}

function asMs(value: number) {
  return { unit: "ms", median: Math.round(value), p95: Math.round(value) };
}

function isOurs(engine: string): boolean {
  return OURS.some((own) => own === engine);
}

function rotated<T>(list: readonly T[], by: number): readonly T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

type Asked = ReadonlyMap<QuestionName, readonly number[]>;

/** Milliseconds; empty where the engine saves nothing. */
interface Saves {
  readonly saved: readonly number[];
  readonly visible: readonly number[];
  readonly stored: readonly number[];
  /** Until a few bytes that were added to a file are on the disk. */
  readonly syncs: readonly number[];
}

const NO_SAVES: Saves = { saved: [], visible: [], stored: [], syncs: [] };

type Page = Awaited<ReturnType<BenchWindow["fresh"]>>;

async function askAll(page: Page, n: number): Promise<Asked> {
  const questions = new Map<QuestionName, readonly number[]>();
  for (const question of QUESTIONS) {
    const answer = await page.evaluate(
      ([name, row, turns]) =>
        (globalThis as unknown as { bench: BenchPage }).bench.ask(
          name,
          turns,
          row,
        ),
      [question, n / 2, question === "jump" ? 9 : 31] as const,
    );
    if (answer) questions.set(question, answer);
  }
  return questions;
}

async function moreSaves(page: Page, before = NO_SAVES): Promise<Saves> {
  const saves = await page.evaluate(() =>
    (globalThis as unknown as { bench: BenchPage }).bench.save(200),
  );
  if (!saves) return before;
  return {
    saved: [...before.saved, ...saves.saved],
    visible: [...before.visible, ...saves.visible],
    stored: [...before.stored, ...saves.stored],
    syncs: [...before.syncs, ...(await timedSyncs())],
  };
}

async function timedSyncs(): Promise<readonly number[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-bench-sync-"));
  const file = await open(path.join(folder, "log"), "a");
  const times: number[] = [];
  for (let turn = 0; turn < 200; turn++) {
    await file.write(Buffer.alloc(512, turn));
    const since = performance.now();
    await file.datasync();
    times.push(performance.now() - since);
  }
  await file.close();
  await rm(folder, { recursive: true });
  return times;
}

function fillRows(
  n: number,
  times: ReadonlyMap<string, readonly number[]>,
): readonly BenchRow[] {
  const peers = new Map(
    PEERS.flatMap((name) => {
      const measured = times.get(name);
      return measured ? [[name as string, measured] as const] : [];
    }),
  );
  const rows = (id: string, own: string) => [
    ...rowsOfRounds(id, n, times.get(own) ?? [], peers),
    ...rowsOfRounds(`${id}-plain`, n, times.get(`${own}-plain`) ?? [], peers),
  ];
  return [...rows("pull-apply", OURS[0]), ...rows("first-sync", OURS[1])];
}

function questionRows(
  n: number,
  asked: ReadonlyMap<string, Asked>,
): readonly BenchRow[] {
  return QUESTIONS.flatMap((question) => {
    const own = asked.get("carnet")?.get(question) ?? [];
    return [...asked].flatMap(([engine, questions]) => {
      const values = questions.get(question);
      if (isOurs(engine) || !values) return [];
      const name = NAMES[engine as EngineName] ?? engine;
      return [rowOf(question, n, own, { name, values })];
    });
  });
}

/** The slowest saves in a hundred, until they are in the store, against RxDB's own strict write and one sync of a file. */
function storedRow(n: number, saves: ReadonlyMap<string, Saves>): BenchRow[] {
  const own = saves.get("carnet")?.stored ?? [];
  const peer = saves.get("rxdb-plugin") ?? NO_SAVES;
  if (own.length === 0 || peer.saved.length === 0) return [];
  const p99 = (values: readonly number[]) => quantile(values, 0.99);
  const ours = round(p99(own));
  const theirs = round(p99(peer.saved) + quantile(peer.syncs, 0.5));
  return [
    {
      ...{ id: "save-stored-p99", n, unit: "ms", median: ours, p95: ours },
      baseline: { name: "rxdb+fdatasync", median: theirs, p95: theirs },
      ratio: round(theirs / ours),
    },
  ];
}

/** `save`: until the journal has answered; then until it is in the store, and in the list. */
function saveRows(
  n: number,
  saves: ReadonlyMap<string, Saves>,
): readonly BenchRow[] {
  const own = saves.get("carnet") ?? NO_SAVES;
  if (own.saved.length === 0) return [];
  const parts = [
    ["save", own.saved],
    ["save-visible", own.visible],
    ["save-stored", own.stored],
  ] as const;
  return parts.flatMap(([id, values]) =>
    (["raw-dexie", "rxdb-plugin"] as const).flatMap((engine) => {
      const theirs = saves.get(engine)?.saved ?? [];
      if (theirs.length === 0) return [];
      const name = NAMES[engine as EngineName] ?? engine;
      return [rowOf(id, n, values, { name, values: theirs })];
    }),
  );
}
