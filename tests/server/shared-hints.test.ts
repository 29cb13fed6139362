import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readNews, writeNews } from "../../server/hints/feed-news.ts";
import type { ServerOptions } from "../../server/open-server.ts";
import { openPostgres } from "../../server/storage/pg-sql.ts";
import type { Sql } from "../../server/storage/sql.ts";
import { hintsOf, listenUntil } from "../helpers/hint-listener.ts";
import {
  freshPostgresUrl,
  op,
  withServer,
  type TestDevice,
} from "../helpers/server.ts";

const NEVER_MS = 3_600_000;

interface Pair {
  /** Two devices of one company, each at a server of its own. */
  readonly here: TestDevice;
  readonly there: TestDevice;
  readonly sql: Sql;
}

/** Two servers on one database; nothing but the database connects them. */
async function onTwoServers(
  options: Partial<ServerOptions>,
  work: (pair: Pair) => Promise<void>,
  mute = false,
): Promise<void> {
  const url = await freshPostgresUrl();
  const open = async (): Promise<Sql> => {
    const sql = await openPostgres(url);
    const { openChannel } = sql;
    if (!mute || !openChannel) return sql;
    const deaf = { heard: () => {}, up: () => {}, down: () => {} };
    return { ...sql, openChannel: () => openChannel(deaf) };
  };
  const [first, second] = [await open(), await open()];
  const patient = { heartbeatMs: NEVER_MS, ...options };
  try {
    await withServer(
      first,
      (one) =>
        withServer(
          second,
          async (two) => {
            const here = await one.device("Chantal");
            const enrolled = await one.device("Marco");
            await work({ here, there: at(enrolled, two.url), sql: first });
          },
          patient,
        ),
      patient,
    );
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
}

function at(device: TestDevice, url: string): TestDevice {
  return { ...device, url };
}

async function hears(listener: TestDevice, pushed: () => Promise<number>) {
  let head = Number.MAX_SAFE_INTEGER;
  const lines = await listenUntil(
    listener,
    (seen) => hintsOf(seen).some((hint) => hint.head >= head),
    async () => {
      head = await pushed();
    },
  );
  expect(hintsOf(lines).at(-1)).toEqual({ head, collections: ["contacts"] });
}

const pushTo = async (device: TestDevice) =>
  (await device.push([op.company(randomUUID(), "A")])).head;

test("a push at one server is a hint at another", () =>
  onTwoServers({ pollMs: NEVER_MS }, async ({ here, there }) => {
    await hears(there, () => pushTo(here));
    await hears(there, () => pushTo(here));
  }));

test("where no word arrives, the poll brings it", () =>
  onTwoServers(
    { pollMs: 100 },
    ({ here, there }) => hears(there, () => pushTo(here)),
    true,
  ));

test("what was said while the connection was cut is looked up when it is back", () =>
  onTwoServers({ pollMs: NEVER_MS }, async ({ here, there, sql }) => {
    await hears(there, async () => {
      // Retried until both are there to be cut: they connect while the servers already answer.
      let cut = 0;
      while (cut < 2) {
        const ended = await sql.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND application_name = 'carnet-hints'`,
        );
        cut += ended.length;
      }
      return pushTo(here);
    });
    await hears(there, () => pushTo(here));
  }));

test("news of 1,000 companies are texts below PostgreSQL's limit, and come out as they went in", () => {
  const news = Array.from({ length: 1_000 }, (_, n) => ({
    tenantId: randomUUID(),
    head: 2 ** 40 + n,
    collections: new Set(["contacts", "notes"] as const),
  }));
  const texts = writeNews(news);
  expect(texts.length).toBeLessThan(10);
  for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThan(8_000);
  expect(texts.flatMap(readNews)).toEqual(news);
});

test("what is no news is passed over", () => {
  const tenantId = randomUUID();
  expect(
    readNews(`rubbish\n${tenantId} 7 1,250\n${tenantId} 8\n\n${tenantId} x 1`),
  ).toEqual([{ tenantId, head: 7, collections: new Set(["contacts"]) }]);
});
