import { create, insertMultiple, load, save, search } from "@orama/orama";
import uFuzzy from "@leeoniya/ufuzzy";
import sqlite3InitModule from "@sqlite.org/sqlite-wasm";
import { Charset, Index } from "flexsearch";
import MiniSearch from "minisearch";
import { fold } from "../../../../shared/core/fold.ts";
import type { SearchRecord } from "../golden-queries.ts";

/** Ids, the best first. */
type Find = (
  text: string,
  limit: number,
) => readonly string[] | Promise<readonly string[]>;

interface SearchEngine {
  readonly find: Find;
  /** What is kept on the disk, and back; absent where the engine keeps it itself. */
  readonly save?: () => unknown;
  readonly load?: (saved: never) => unknown;
}

/** A phone as people ask for it: whole, with a national 0, its last digits. */
function phoneWords(phones: readonly string[]): string {
  return phones
    .map((phone) => phone.replaceAll(/\D/g, ""))
    .map((own) => `${own} 0${own.slice(2)} 00${own} ${own.slice(-6)}`)
    .join(" ");
}

/** Digits that are typed apart belong together. */
function question(text: string): string {
  const isPhone = /^[\d\s+()/.-]{5,}$/.test(text);
  return isPhone ? text.replaceAll(/\D/g, "") : fold(text);
}

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

const flat = ({ name, company, city, email, phones }: SearchRecord) =>
  fold([name, company, city, email, phoneWords(phones)].join(" "));

function minisearch(records: readonly SearchRecord[]): SearchEngine {
  const options = {
    fields: ["name", "company", "city", "email", "phone"],
    tokenize: wordsOf,
    searchOptions: {
      prefix: true,
      fuzzy: (term: string) => (term.length > 3 ? 0.25 : false),
      combineWith: "AND" as const,
      boost: { name: 3, company: 2 },
    },
  };
  let index = new MiniSearch(options);
  index.addAll(
    records.map((one) => ({ ...one, phone: phoneWords(one.phones) })),
  );
  return {
    find: (text, limit) =>
      index
        .search(question(text))
        .slice(0, limit)
        .map(({ id }) => String(id)),
    save: () => JSON.stringify(index),
    load(text: string) {
      index = MiniSearch.loadJSON(text, options);
    },
  };
}

function flexsearch(records: readonly SearchRecord[]): SearchEngine {
  const start = () =>
    new Index({ tokenize: "forward", encoder: Charset.LatinBalance });
  let index = start();
  for (const [i, one] of records.entries()) index.add(i, flat(one));
  return {
    find: (text, limit) =>
      (index.search(question(text), { limit, suggest: true }) as number[]).map(
        (i) => records[i]?.id ?? "",
      ),
    save() {
      const parts: [string, string][] = [];
      index.export((key: string, data: string) => {
        parts.push([key, data]);
      });
      return parts;
    },
    load(parts: [string, string][]) {
      index = start();
      for (const [key, data] of parts) index.import(key, data);
    },
  };
}

function ufuzzy(records: readonly SearchRecord[]): SearchEngine {
  const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1 });
  let haystack = records.map(flat);
  return {
    find(text, limit) {
      const [found, info, order] = fuzzy.search(
        ...([haystack, question(text), 1, 1000] as const),
      );
      const best =
        info && order ? order.map((at) => info.idx[at] ?? 0) : (found ?? []);
      return best.slice(0, limit).map((i) => records[i]?.id ?? "");
    },
    save: () => haystack.join("\n"),
    load(text: string) {
      haystack = text.split("\n");
    },
  };
}

async function orama(records: readonly SearchRecord[]): Promise<SearchEngine> {
  const start = () =>
    create({
      schema: {
        name: "string",
        company: "string",
        city: "string",
        email: "string",
        phone: "string",
      } as const,
      components: {
        tokenizer: {
          language: "english",
          normalizationCache: new Map(),
          tokenize: (text: string) => wordsOf(text),
        },
      },
    });
  let db = start();
  const rows = records.map(({ phones, ...one }) => ({
    ...one,
    phone: phoneWords(phones),
  }));
  await insertMultiple(db, rows, 5000);
  return {
    async find(text, limit) {
      const term = question(text);
      const tolerance = term.length > 3 ? 1 : 0;
      const asked = { term, tolerance, limit, threshold: 0 };
      return (await search(db, asked)).hits.map(({ id }) => id);
    },
    save: () => JSON.stringify(save(db)),
    load(text: string) {
      db = start();
      load(db, JSON.parse(text));
    },
  };
}

/** SQLite's full-text search over trigrams, the one that forgives typos. */
async function fts5(records: readonly SearchRecord[]): Promise<SearchEngine> {
  const sqlite = await sqlite3InitModule();
  const db = new sqlite.oo1.DB(":memory:");
  db.exec("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'trigram')");
  db.exec("BEGIN");
  const writing = db.prepare("INSERT INTO t (rowid, x) VALUES (?, ?)");
  for (const [i, one] of records.entries())
    writing.bind([i + 1, flat(one)]).stepReset();
  writing.finalize();
  db.exec("COMMIT");
  return {
    find(text, limit) {
      const word = question(text);
      const parts = [
        ...new Set(
          Array.from({ length: Math.max(0, word.length - 2) }, (_, i) =>
            word.slice(i, i + 3),
          ),
        ),
      ];
      // Fewer than three letters: a trigram index has no answer.
      if (parts.length === 0) return [];
      const match = parts
        .map((part) => `"${part.replaceAll('"', '""')}"`)
        .join(" OR ");
      return db
        .selectArrays(
          "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT ?",
          [match, limit],
        )
        .map(([rowid]) => records[(rowid as number) - 1]?.id ?? "");
    },
  };
}

export const searchEngines = { minisearch, flexsearch, ufuzzy, orama, fts5 };
