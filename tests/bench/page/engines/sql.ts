import { PGlite } from "@electric-sql/pglite";
import sqlite3InitModule from "@sqlite.org/sqlite-wasm";
import {
  ROWS,
  salespersonOf,
  type Engine,
  type Filled,
  type Pages,
} from "../engine.ts";

const COLUMNS = ["id", "name", "salesperson", "updatedAt"] as const;
const TABLE =
  "CREATE TABLE contacts (id TEXT PRIMARY KEY, name TEXT, salesperson TEXT, updatedAt TEXT, v TEXT)";
const INDEXES = [
  "CREATE INDEX by_name ON contacts (name)",
  "CREATE INDEX by_salesperson ON contacts (salesperson, name)",
  "CREATE INDEX by_change ON contacts (updatedAt)",
];

/** Both in memory, without a worker between: what a disk and a message would cost is a present to them. */
type Ask = (
  sql: string,
  values: readonly (string | number)[],
) => Promise<number>;

function questions(ask: Ask, close: () => Promise<void>): Filled {
  return {
    sort: () => ask("SELECT v FROM contacts ORDER BY name LIMIT $1", [ROWS]),
    filter: (turn) =>
      ask(
        "SELECT v FROM contacts WHERE salesperson = $1 ORDER BY name LIMIT $2",
        [salespersonOf(turn), ROWS],
      ),
    jump: (_turn, row) =>
      ask("SELECT v FROM contacts ORDER BY name LIMIT $1 OFFSET $2", [
        ROWS,
        row,
      ]),
    close,
  };
}

function rowOf(v: unknown): string[] {
  const contact = v as Record<string, string>;
  return [...COLUMNS.map((name) => contact[name] ?? ""), JSON.stringify(v)];
}

export const sqliteWasm: Engine = {
  async fill(pages: Pages) {
    const sqlite = await sqlite3InitModule();
    const db = new sqlite.oo1.DB(":memory:");
    for (const sql of [TABLE, ...INDEXES]) db.exec(sql);
    for (const page of pages) {
      db.exec("BEGIN");
      const writing = db.prepare("INSERT INTO contacts VALUES (?, ?, ?, ?, ?)");
      for (const { v } of page) writing.bind(rowOf(v)).stepReset();
      writing.finalize();
      db.exec("COMMIT");
    }
    return questions(
      async (sql, bind) =>
        db
          .selectArrays(sql.replaceAll(/\$\d/g, "?"), [...bind])
          .map(([v]) => JSON.parse(v as string) as unknown).length,
      async () => db.close(),
    );
  },
};

export const pglite: Engine = {
  async fill(pages: Pages) {
    const db = new PGlite();
    for (const sql of [TABLE, ...INDEXES]) await db.exec(sql);
    for (const page of pages)
      await db.query(
        'INSERT INTO contacts SELECT * FROM json_to_recordset($1) AS x(id TEXT, name TEXT, salesperson TEXT, "updatedAt" TEXT, v TEXT)',
        [
          page.map(({ v }) => {
            const [id, name, salesperson, updatedAt, text] = rowOf(v);
            return { id, name, salesperson, updatedAt, v: text };
          }),
        ],
      );
    return questions(
      async (sql, values) =>
        (await db.query<{ v: string }>(sql, [...values])).rows.map(
          ({ v }) => JSON.parse(v) as unknown,
        ).length,
      () => db.close(),
    );
  },
};
