import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export interface CutBackends {
  readonly terminated: number;
  /** How many of them were inside a transaction. */
  readonly midTransaction: number;
}

/** Ends every connection of the server to its database, at a moment when a transaction is open if there is one soon. */
export async function cutBackends(databaseUrl: string): Promise<CutBackends> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (let tries = 0; ; tries++) {
      const { rows } = await client.query<{ open: boolean }>(
        `SELECT xact_start IS NOT NULL AS open, pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'carnet-server' AND datname = current_database()
         AND ($1 OR EXISTS (SELECT 1 FROM pg_stat_activity WHERE application_name = 'carnet-server'
           AND datname = current_database() AND xact_start IS NOT NULL AND backend_xid IS NOT NULL))`,
        [tries > 200],
      );
      if (rows.length > 0)
        return {
          terminated: rows.length,
          midTransaction: rows.filter((row) => row.open).length,
        };
      await pause(1);
    }
  } finally {
    await client.end();
  }
}
