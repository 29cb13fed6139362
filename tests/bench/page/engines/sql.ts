import { PGlite } from "@electric-sql/pglite";
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

/** In a worker and on the origin's private disk, as one would use it. */
export const sqliteWasm: Engine = {
  async fill(pages: Pages) {
    const worker = new Worker(new URL("./sqlite.worker.ts", import.meta.url), {
      type: "module",
    });
    const asked: ((answer: unknown) => void)[] = [];
    worker.onmessage = ({ data }) => asked.shift()?.(data);
    const send = (message: unknown) =>
      new Promise<unknown>((done) => {
        asked.push(done);
        worker.postMessage(message);
      });
    await send({ run: [TABLE, ...INDEXES] });
    for (const page of pages)
      await send({ insert: page.map(({ v }) => rowOf(v)) });
    return questions(
      async (sql, bind) =>
        (
          (await send({ sql: sql.replaceAll(/\$\d/g, "?"), bind })) as string[]
        ).map((v) => JSON.parse(v) as unknown).length,
      async () => worker.terminate(),
    );
  },
};

/** In memory and in the page itself: what a disk and a message would cost is a present to it. */
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
