import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { trapOurFeed } from "../helpers/feed-trap.ts";
import { trapNaiveFeeds } from "../helpers/naive-feed.ts";
import { freshPostgresUrl, op, withServer } from "../helpers/server.ts";

const WRITERS = 16;

test("16 writers that hold before they commit, and readers that follow: our feed loses nothing", async () => {
  const url = await freshPostgresUrl();
  const report = await trapOurFeed(url, { writers: WRITERS, seconds: 5 });
  expect(report).toMatchObject({ lost: 0, backwards: 0 });
  expect(report.rows).toBeGreaterThan(WRITERS);
});

test("the same load makes a feed by serial number or by time of change lose rows: the trap is one", async () => {
  const url = await freshPostgresUrl();
  const report = await trapNaiveFeeds(url, { writers: WRITERS, seconds: 2 });
  expect(report.naiveLost).toBeGreaterThan(0);
  expect(report.naiveLostByTime).toBeGreaterThan(0);
});

test("who began later waits for who began first, and a reader in between sees neither", () =>
  withServer("postgres", async (server) => {
    const [first, second, reader] = await Promise.all(
      ["First", "Second", "Reader"].map((name) => server.device(name)),
    );
    if (!first || !second || !reader) throw new Error("Three devices");
    const { storage } = server.deps;
    const write = storage.write.bind(storage);
    const held = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    storage.write = (tenantId, reserve, work) => {
      storage.write = write;
      return write(tenantId, reserve, async (tenant) => {
        const result = await work(tenant);
        written.resolve();
        await held.promise;
        return result;
      });
    };
    const [a, b] = [randomUUID(), randomUUID()];
    const committed: string[] = [];
    const firstPush = first
      .push([op.company(a, "Zuerst AG")])
      .then(() => committed.push(a));
    await written.promise;
    const secondPush = second
      .push([op.company(b, "Danach AG")])
      .then(() => committed.push(b));
    await new Promise((resolve) => setTimeout(resolve, 150));
    const between = await reader.pull({ contacts: 0 });
    expect(between.docs).toEqual([]);
    expect(committed).toEqual([]);
    held.resolve();
    await Promise.all([firstPush, secondPush]);
    const after = await reader.pull(between.cursors);
    expect(after.docs.map((doc) => doc.id)).toEqual([a, b]);
  }));
