import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { randomHold, type Trap } from "./feed-trap.ts";

export interface NaiveFeedReport {
  readonly naiveRows: number;
  /** Rows that a reader by `id > last` never saw. */
  readonly naiveLost: number;
  /** Rows that a reader by `(updated_at, id) > last` never saw. */
  readonly naiveLostByTime: number;
}

interface Row {
  readonly id: string;
  readonly at: string;
}

/** What nearly everybody writes first, in a table of its own, under the same load: if it loses nothing, the load proves nothing. */
export async function trapNaiveFeeds(
  databaseUrl: string,
  { writers, seconds }: Trap,
): Promise<NaiveFeedReport> {
  const open = async () => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    return client;
  };
  const setup = await open();
  await setup.query(
    `CREATE TABLE naive (id bigserial PRIMARY KEY, updated_at timestamptz NOT NULL DEFAULT now())`,
  );
  const state = { writing: true, done: false };
  const write = async () => {
    const client = await open();
    while (state.writing) {
      await client.query(`BEGIN`);
      await client.query(`INSERT INTO naive DEFAULT VALUES`);
      await randomHold();
      await client.query(`COMMIT`);
    }
    await client.end();
  };
  const follow = async (after: string) => {
    const client = await open();
    const seen = new Set<string>();
    let cursor: Row = { id: "0", at: "-infinity" };
    for (;;) {
      const last = state.done;
      const { rows } = await client.query<Row>(
        `SELECT id::text, updated_at::text AS at FROM naive WHERE ${after}`,
        after.includes("$2") ? [cursor.id, cursor.at] : [cursor.id],
      );
      for (const row of rows) seen.add(row.id);
      cursor = rows.at(-1) ?? cursor;
      if (last && rows.length === 0) break;
      await pause(2 * Math.random());
    }
    await client.end();
    return seen;
  };
  const following = Promise.all([
    follow(`id > $1 ORDER BY naive.id`),
    follow(
      `(updated_at, id) > ($2::timestamptz, $1::bigint) ORDER BY updated_at, naive.id`,
    ),
  ]);
  const writing = Promise.all(Array.from({ length: writers }, write));
  await pause(seconds * 1_000);
  state.writing = false;
  await writing;
  state.done = true;
  const [byId, byTime] = await following;
  const { rows } = await setup.query<{ id: string }>(
    `SELECT id::text FROM naive`,
  );
  await setup.end();
  const missedBy = (seen: ReadonlySet<string>) =>
    rows.filter(({ id }) => !seen.has(id)).length;
  return {
    naiveRows: rows.length,
    naiveLost: missedBy(byId),
    naiveLostByTime: missedBy(byTime),
  };
}
