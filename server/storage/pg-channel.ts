import pg from "pg";
import { reasonOf } from "./pg-errors.ts";
import type { Channel, ChannelEvents } from "./sql.ts";

/** The name of the channel, and of the connection that an operator sees. */
const CHANNEL = "carnet_feed";
const CONNECTION = "carnet-hints";
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/**
 * One connection of its own that says and hears; it comes back by itself. Not through a pooler that shares connections
 * between transactions: LISTEN belongs to a connection.
 */
export function openPgChannel(url: string, events: ChannelEvents): Channel {
  let client: pg.Client | null = null;
  let closed = false;
  let waitMs = FIRST_WAIT_MS;
  let timer: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    timer = null;
    const fresh = new pg.Client({
      connectionString: url,
      application_name: CONNECTION,
      keepAlive: true,
      connectionTimeoutMillis: LONGEST_WAIT_MS,
      query_timeout: LONGEST_WAIT_MS,
    });
    let over = false;
    const lose = (error: unknown) => {
      if (over) return;
      over = true;
      if (client === fresh) client = null;
      fresh.end().catch(() => {});
      if (closed) return;
      events.down(reasonOf(error));
      timer = setTimeout(() => void connect(), waitMs);
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    };
    fresh.on("error", lose);
    fresh.on("end", () => lose(new Error("The connection ended.")));
    fresh.on("notification", ({ payload }) => events.heard(payload ?? ""));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      return lose(error);
    }
    if (over) return;
    if (closed) return void fresh.end().catch(() => {});
    client = fresh;
    waitMs = FIRST_WAIT_MS;
    events.up();
  }

  const connecting = connect();
  return {
    async say(text) {
      // Without a connection nothing is said: the others look for themselves.
      await client
        ?.query(`SELECT pg_notify($1, $2)`, [CHANNEL, text])
        .catch(() => {});
    },
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await connecting;
      await client?.end().catch(() => {});
    },
  };
}
