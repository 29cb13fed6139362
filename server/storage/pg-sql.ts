import { types } from "@electric-sql/pglite";
import pg from "pg";
import { openPgChannel } from "./pg-channel.ts";
import { connectionRefused, noneFree, reasonOf, toldOf } from "./pg-errors.ts";
import {
  DatabaseUnavailableError,
  type Pace,
  type Queries,
  type Sql,
} from "./sql.ts";

export interface PostgresLimits {
  /** Of this process. Who finds none free for `connectMs` is told to come again. */
  readonly connections: number;
  readonly connectMs: number;
  readonly lockMs: number;
  readonly statementMs: number;
  /** A process that is stopped while it holds a company's counter would freeze that company for longer than this. */
  readonly idleMs: number;
}

export const POSTGRES_LIMITS: PostgresLimits = {
  connections: 10,
  connectMs: 5_000,
  lockMs: 2_000,
  statementMs: 5_000,
  idleMs: 5_000,
};

/** After its own time-out, how long the database may take to say so, before the connection counts as dead. */
const SILENCE_MS = 5_000;
const HOUR_MS = 3_600_000;

/**
 * A PostgreSQL (14 or newer, storing UTF-8) that any number of processes share.
 *
 * @param url `postgres://…`; may hold a password and stands in no message
 * @param onLost a connection broke while nobody used it; the next query opens another
 * @throws DatabaseUnavailableError out of reach, or not fit to be used, with the reason
 */
export async function openPostgres(
  url: string,
  onLost: (reason: string) => void = () => {},
  limits: PostgresLimits = POSTGRES_LIMITS,
): Promise<Sql> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "carnet-server",
    keepAlive: true,
    max: limits.connections,
    connectionTimeoutMillis: limits.connectMs,
    lock_timeout: limits.lockMs,
    statement_timeout: limits.statementMs,
    idle_in_transaction_session_timeout: limits.idleMs,
    query_timeout: limits.statementMs + SILENCE_MS,
    // The embedded engine's own: what a column comes out as cannot differ.
    types: {
      getTypeParser: (oid: number, format) =>
        types.parsers[oid] ?? pg.types.getTypeParser(oid, format),
    },
  });
  /** Connections that broke while in use, and why: these never go back to the pool. */
  const lost = new WeakMap<pg.PoolClient, unknown>();
  // The first word is the reason; "terminated unexpectedly" comes after it.
  const lose = (client: pg.PoolClient, error: unknown) => {
    if (!lost.has(client)) lost.set(client, error);
  };
  // Without a listener, the end of a connection would be the end of the process.
  pool.on("connect", (client) =>
    client.on("error", (error) => lose(client, error)),
  );
  pool.on("error", (error) => onLost(reasonOf(error)));

  async function withClient<T>(
    work: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> {
    const full = pool.totalCount >= limits.connections && pool.idleCount === 0;
    const client = await pool.connect().catch((error: unknown) => {
      throw full ? noneFree() : connectionRefused(error);
    });
    try {
      return await work(client);
    } finally {
      client.release(lost.has(client));
    }
  }

  async function run(
    client: pg.PoolClient,
    text: string,
    params: readonly unknown[] = [],
    pace: Pace = "hurried",
  ): Promise<pg.QueryResult> {
    const timeout = pace === "patient" ? { query_timeout: HOUR_MS } : {};
    const query: pg.QueryConfig = { text, values: [...params], ...timeout };
    try {
      return await client.query(query);
    } catch (error) {
      const told = toldOf(error, lost.get(client));
      if (told instanceof DatabaseUnavailableError) lose(client, error);
      throw told;
    }
  }

  const queriesOn = (client: pg.PoolClient, pace?: Pace): Queries => ({
    query: async <R extends object>(
      text: string,
      params?: readonly unknown[],
    ) => (await run(client, text, params, pace)).rows as R[],
  });

  const sql: Sql = {
    query: (text, params) =>
      withClient((client) => queriesOn(client).query(text, params)),
    transaction: (work, pace = "hurried") =>
      withClient(async (client) => {
        // Said again here: a pooler in between may have dropped what the connection said when it was opened.
        await run(client, `${BEGIN}; ${settings(limits, pace)}`);
        try {
          const result = await work(queriesOn(client, pace));
          const { command } = await run(client, `COMMIT`);
          // A transaction in which a statement has failed answers so, and without an error.
          if (command === "ROLLBACK")
            throw new Error("A failed statement was passed over");
          return result;
        } catch (error) {
          // Where the connection has gone, the database rolls back by itself.
          if (!lost.has(client))
            await run(client, `ROLLBACK`).catch((e) => lose(client, e));
          throw error;
        }
      }),
    openChannel: (events) => openPgChannel(url, events),
    close: () => pool.end(),
  };
  try {
    await refuseUnfit(sql);
    return sql;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Stricter would fail writers that waited for the counter; looser does not exist. Whatever the database's default. */
const BEGIN = `BEGIN ISOLATION LEVEL READ COMMITTED`;

function settings(limits: PostgresLimits, pace: Pace): string {
  const ms = (limit: number) => (pace === "patient" ? 0 : limit);
  return [
    `SET LOCAL lock_timeout = ${ms(limits.lockMs)}`,
    `SET LOCAL statement_timeout = ${ms(limits.statementMs)}`,
    `SET LOCAL idle_in_transaction_session_timeout = ${ms(limits.idleMs)}`,
  ].join("; ");
}

async function refuseUnfit(sql: Queries): Promise<void> {
  const [found] = await sql.query<{ version: number; encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
  );
  if (!found || found.version < 140_000)
    throw new DatabaseUnavailableError("It must be PostgreSQL 14 or newer.");
  // Anything else would refuse, card by card, the names that it cannot write.
  if (found.encoding !== "UTF8")
    throw new DatabaseUnavailableError(
      `It stores ${found.encoding}; it must be made with ENCODING 'UTF8'.`,
    );
}
