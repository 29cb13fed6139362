import {
  createBlobStore,
  type BlobStore,
} from "../../../renderer/local-store/projection/blob-store.ts";
import type { Packed } from "../../../renderer/local-store/projection/columns/pack.ts";
import { searchedContact } from "../../../renderer/local-store/projection/contact-words.ts";
import { createProjection } from "../../../renderer/local-store/projection/projection.ts";
import { readQuestion } from "../../../renderer/local-store/projection/search/question.ts";
import { createWordIndex } from "../../../renderer/local-store/projection/search/word-index.ts";
import { slimContact } from "../../../renderer/local-store/projection/slim-contact.ts";
import type { Filled, Pages } from "./engine.ts";
import { searchEngines } from "./engines/search.ts";
import { inTurn } from "./engines/carnet.ts";
import {
  goldenQueries,
  recallAt10,
  recordOf,
  type SearchRecord,
} from "./golden-queries.ts";

export type SearchEngineName =
  keyof typeof searchEngines | "carnet" | "carnet-box";

/** Milliseconds of each query; recall per golden query, from 0 to 1. */
export interface Searched {
  readonly queries: readonly number[];
  readonly recall: readonly number[];
  /** What the recall is of, in the same order. */
  readonly kinds: readonly string[];
  /** Milliseconds; absent where an engine cannot be asked. */
  readonly build?: number;
  readonly load?: number;
  /** What it keeps in memory, ready to answer. */
  readonly megabytes: number;
  readonly missed: readonly string[];
}

const ROUNDS = 3;

/**
 * The same fields and the same questions for everybody, in one thread: the sixty golden ones whole, and as they are typed,
 * letter by letter. `carnet` is what the app's worker does for a question, with the hits as they are shown; `carnet-box`
 * is the whole app with all fields, the messages to its worker and back counted.
 *
 * @param memory bytes in use after a collection
 */
export async function searchBench(
  engine: SearchEngineName,
  pages: Pages,
  openCarnet: () => Promise<Filled>,
  memory: () => Promise<number>,
): Promise<Searched> {
  const records = pages.flat().map(recordOf);
  const golden = goldenQueries(records);
  const before = await memory();
  const engineUsed =
    engine === "carnet"
      ? await ours(records, memory)
      : engine === "carnet-box"
        ? await box(openCarnet)
        : await peer(searchEngines[engine], records);
  const heap = (await memory()) - (engineUsed.before ?? before);
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
    megabytes: heap / 1e6,
    ...(build !== undefined && { build }),
    ...(load !== undefined && { load }),
  };
}

interface Used {
  /** Bytes in use before it was there, where not everything that came since is its own. */
  readonly before?: number;
  readonly find: (text: string, limit: number) => Promise<readonly string[]>;
  readonly build?: number;
  readonly load?: number;
}

async function box(openCarnet: () => Promise<Filled>): Promise<Used> {
  const { find } = await openCarnet();
  if (!find) throw new Error("Ours can be asked.");
  // Everything has arrived when the first answer comes.
  await find("a", 1);
  return { find };
}

const BATCH = 500;

/** Our projection built and loaded in this thread as the peers are, and sealed on the disk as it is in the app. */
async function ours(
  records: readonly SearchRecord[],
  memory: () => Promise<number>,
): Promise<Used> {
  const key = await crypto.subtle.generateKey(
    ...([{ name: "AES-GCM", length: 256 }, false] as const),
    ["encrypt", "decrypt"],
  );
  const blobs = createBlobStore(indexedDB, key, "search-index");
  const list = createBlobStore(indexedDB, key, "search-list");
  const build = await written(records, blobs, list);
  const contacts = await list.read().contacts;
  if (!contacts) throw new Error("What was built is not there.");
  // The list's, to show what was found: the peers' records do not count either.
  createProjection({ contacts });
  const before = await memory();
  const beforeLoad = performance.now();
  const index = await blobs.read().index;
  createWordIndex(true, index?.["words"] as Packed);
  const load = performance.now() - beforeLoad;
  if (!index) throw new Error("What was built is not there.");
  const projection = createProjection({ contacts, index });
  const find = async (text: string, limit: number) => {
    const question = readQuestion(text);
    const groups = question ? projection.searchContacts(question, limit) : [];
    return inTurn(groups).slice(0, limit);
  };
  return { find, build, load, before };
}

/** What was built stays behind in here. */
async function written(
  records: readonly SearchRecord[],
  blobs: BlobStore,
  list: BlobStore,
): Promise<number> {
  const rows = records.map(({ id, name, company, city, email, phones }) => {
    const [phone, mobile] = phones;
    // A person has a company, a company has none.
    const type = company === "" ? "company" : "person";
    const of = { name, companyName: company, city, email, phone, mobile };
    return { id, value: slimContact({ id, type, ...of }) };
  });
  const beforeBuild = performance.now();
  const index = createWordIndex(true);
  for (const [row, { value }] of rows.entries())
    index.set(row, searchedContact(value));
  index.pack();
  const build = performance.now() - beforeBuild;
  const projection = createProjection();
  for (let from = 0; from < rows.length; from += BATCH)
    projection.applyStored({
      c: "contacts",
      rows: rows.slice(from, from + BATCH).map((row) => {
        return { ...row, lwt: 1, applied: 0 };
      }),
    });
  const { contacts, index: packed } = projection.pack();
  const words = packed["words"] as Packed;
  await blobs.write({ contacts: {}, index: { words }, work: {} });
  await list.write({ contacts, index: {}, work: {} });
  return build;
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
