import { createBlobStore } from "../../../renderer/local-store/projection/blob-store.ts";
import { searchedContact } from "../../../renderer/local-store/projection/contact-words.ts";
import { createWordIndex } from "../../../renderer/local-store/projection/search/word-index.ts";
import { slimContact } from "../../../renderer/local-store/projection/slim-contact.ts";
import type { Filled, Pages } from "./engine.ts";
import { searchEngines } from "./engines/search.ts";
import {
  goldenQueries,
  recallAt10,
  recordOf,
  type SearchRecord,
} from "./golden-queries.ts";

export type SearchEngineName = keyof typeof searchEngines | "carnet";

/** Milliseconds of each query; recall per golden query, from 0 to 1. */
export interface Searched {
  readonly queries: readonly number[];
  readonly recall: readonly number[];
  /** What the recall is of, in the same order. */
  readonly kinds: readonly string[];
  /** Milliseconds; absent where an engine cannot be asked. */
  readonly build?: number;
  readonly load?: number;
  readonly missed: readonly string[];
}

const ROUNDS = 3;

/**
 * The same questions for everybody: the sixty golden ones whole, and as they are typed, letter by letter. Peers are
 * asked in the page's own thread, ours through its worker: the messages count against us.
 */
export async function searchBench(
  engine: SearchEngineName,
  pages: Pages,
  openCarnet: () => Promise<Filled>,
): Promise<Searched> {
  const records = pages.flat().map(recordOf);
  const golden = goldenQueries(records);
  const engineUsed =
    engine === "carnet"
      ? await ours(openCarnet, pages)
      : await peer(searchEngines[engine], records);
  const { find } = engineUsed;
  const typed = golden.flatMap(({ text }, i) =>
    [1, 2, 3, 4, 6, 8]
      .filter((length) => length < text.length && length % 3 === i % 3)
      .map((length) => text.slice(0, length)),
  );
  const recall: number[] = [];
  const missed: string[] = [];
  for (const one of golden) {
    const reached = recallAt10(await find(one.text, 10), one);
    recall.push(reached);
    if (reached < 1) missed.push(`${one.kind}: ${one.text}`);
  }
  const queries: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const text of [...golden.map((one) => one.text), ...typed]) {
      const since = performance.now();
      await find(text, 20);
      queries.push(performance.now() - since);
    }
  const { build, load } = engineUsed;
  return {
    ...{ queries, recall, missed, kinds: golden.map(({ kind }) => kind) },
    ...(build !== undefined && { build }),
    ...(load !== undefined && { load }),
  };
}

interface Used {
  readonly find: (text: string, limit: number) => Promise<readonly string[]>;
  readonly build?: number;
  readonly load?: number;
}

async function ours(
  openCarnet: () => Promise<Filled>,
  pages: Pages,
): Promise<Used> {
  const figures = await indexOf(pages);
  const { find } = await openCarnet();
  if (!find) throw new Error("Ours can be asked.");
  // Everything has arrived when the first answer comes.
  await find("a", 1);
  return { find, ...figures };
}

/** Our index alone, built and loaded in this thread as the peers are, and sealed on the disk as it is in the app. */
async function indexOf(
  pages: Pages,
): Promise<{ readonly build: number; readonly load: number }> {
  const contacts = pages.flat().map(({ v }) => slimContact(v ?? {}));
  const key = await crypto.subtle.generateKey(
    ...([{ name: "AES-GCM", length: 256 }, false] as const),
    ["encrypt", "decrypt"],
  );
  const blobs = createBlobStore(indexedDB, key, "search-index");
  const beforeBuild = performance.now();
  const index = createWordIndex(true);
  for (const [row, contact] of contacts.entries())
    index.set(row, searchedContact(contact));
  const packed = index.pack();
  const build = performance.now() - beforeBuild;
  await blobs.write({ contacts: {}, index: packed, work: {} });
  const beforeLoad = performance.now();
  const read = await blobs.read().index;
  if (!read) throw new Error("The index is not there.");
  createWordIndex(true, read);
  return { build, load: performance.now() - beforeLoad };
}

async function peer(
  start: (typeof searchEngines)[keyof typeof searchEngines],
  records: readonly SearchRecord[],
): Promise<Used> {
  const beforeBuild = performance.now();
  const built = await start(records);
  const build = performance.now() - beforeBuild;
  const find = async (text: string, limit: number) =>
    [...(await built.find(text, limit))].slice(0, limit);
  if (!built.save || !built.load) return { find, build };
  const saved = await put(await built.save());
  const beforeLoad = performance.now();
  await built.load((await get(saved)) as never);
  return { find, build, load: performance.now() - beforeLoad };
}

/** One value in IndexedDB, as ours are. */
async function put(value: unknown): Promise<string> {
  const db = await blobs();
  const writing = db.transaction("blobs", "readwrite");
  writing.objectStore("blobs").put(value, "index");
  await new Promise((done) => (writing.oncomplete = done));
  db.close();
  return "index";
}

async function get(key: string): Promise<unknown> {
  const db = await blobs();
  const reading = db.transaction("blobs").objectStore("blobs").get(key);
  await new Promise((done) => (reading.onsuccess = done));
  db.close();
  return reading.result;
}

async function blobs(): Promise<IDBDatabase> {
  const opening = indexedDB.open("search-blobs", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("blobs");
  await new Promise((done) => (opening.onsuccess = done));
  return opening.result;
}
