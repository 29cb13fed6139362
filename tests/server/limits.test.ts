import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { createConcurrencyLimit } from "../../server/limits/concurrency-limit.ts";
import {
  createLocalRateLimit,
  createSharedRateLimit,
} from "../../server/limits/rate-limit.ts";
import { createWindowLimit } from "../../server/limits/window-limit.ts";
import { createSqlRequestCounts } from "../../server/storage/request-counts.ts";
import { DEFAULT_SETTINGS, readSettings } from "../../server/settings.ts";
import { HIGH_LIMITS } from "../helpers/high-limits.ts";
import {
  createTestDevice,
  ENGINES,
  op,
  openEngine,
  withServer,
} from "../helpers/server.ts";

/** A bucket that is as good as never filled again, so that a slow machine counts the same. */
const slow = {
  ...DEFAULT_SETTINGS.limits,
  push: { perSecond: 0.01, burst: 20 },
};

test("the limits that a server has when nobody set any (sync.md §6)", () => {
  expect(DEFAULT_SETTINGS).toEqual({
    limits: {
      push: { perSecond: 5, burst: 20 },
      pull: { perSecond: 10, burst: 50 },
      pushesAtOnce: 32,
      pullsAtOnce: 64,
      streamsOfDevice: 16,
      snapshotsInTenMinutes: 10,
      snapshotsAtOnce: 16,
    },
    snapshotFrom: 20_000,
    tombstoneDays: 180,
    retention: {
      historyDays: 400,
      ledgerDays: 180,
      filesDays: 30,
      tenants: {},
    },
    dumps: { everyHours: 6, keep: 28 },
  });
});

test("by default a device pushes 20 at once, then 5 a second; what is refused is not done, and others are not touched", () =>
  withServer(
    "pglite",
    async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const companies = (n: number) =>
        Array.from({ length: n }, () => [op.company(randomUUID(), "A")]);
      for (const group of companies(20)) await cro.push(group);
      const refused = await cro.raw([]);
      expect(refused).toMatchObject({
        status: 429,
        body: { error: { code: "too_many" } },
      });
      expect(refused.headers.get("retry-after")).toBe("1");
      await mbe.push(...companies(1));
      server.clock.nowMs += 1_000;
      for (const group of companies(5)) await cro.push(group);
      expect((await cro.raw([])).status).toBe(429);
      expect((await mbe.all("contacts")).size).toBe(26);
    },
    { limits: DEFAULT_SETTINGS.limits },
  ));

test("by default a device pulls 50 times at once, then 10 a second; digests, leases, histories and streams count", () =>
  withServer(
    "pglite",
    async (server) => {
      const cro = await server.device("Chantal");
      const get = (what: string) =>
        fetch(`${server.url}${what}`, {
          headers: { authorization: `Bearer ${cro.access}` },
        });
      for (let n = 0; n < 46; n++) await cro.pull({});
      const digest = { collection: "contacts", ranges: 1 };
      await cro.post("/v1/sync/digest", digest);
      await cro.post("/v1/leases", { series: "contacts", count: 1 });
      await get(`/v1/history/contacts/${randomUUID()}`);
      const stream = await get("/v1/sync/stream");
      expect(stream.status).toBe(200);
      await stream.body?.cancel();
      for (const answer of [
        await cro.post("/v1/sync/pull", {}),
        await cro.post("/v1/sync/digest", digest),
        await cro.post("/v1/leases", {}),
        await get(`/v1/history/contacts/${randomUUID()}`),
        await get("/v1/sync/stream"),
      ])
        expect(answer.status).toBe(429);
      expect((await cro.raw([])).status).toBe(200);
      server.clock.nowMs += 1_000;
      for (let n = 0; n < 10; n++) await cro.pull({});
      expect((await cro.post("/v1/sync/pull", {})).status).toBe(429);
    },
    { limits: DEFAULT_SETTINGS.limits },
  ));

test("two processes on one database share a device's rates; nobody else's are touched", () =>
  withServer(
    "postgres",
    (here) =>
      withServer(
        here.sql,
        async (there) => {
          const cro = await here.device("Chantal");
          const mbe = await here.device("Marco");
          const other = createTestDevice(there.url, cro);
          const devices = [cro, other];
          const statuses = await Promise.all(
            Array.from({ length: 30 }, async (_, n) => {
              const answer = await devices[n % 2]?.raw([]);
              return answer?.status;
            }),
          );
          const count = (status: number) =>
            statuses.filter((one) => one === status).length;
          expect([count(200), count(429)]).toEqual([20, 10]);
          const refused = await other.raw([]);
          expect(refused.status).toBe(429);
          const wait = Number(refused.headers.get("retry-after"));
          expect(wait).toBeGreaterThan(50);
          expect(wait).toBeLessThanOrEqual(100);
          // Pulls have a bucket of their own, other devices and companies too.
          expect((await cro.pull({})).more).toBe(false);
          expect((await mbe.raw([])).status).toBe(200);
          expect((await (await there.stranger()).raw([])).status).toBe(200);
        },
        { limits: slow },
      ),
    { limits: slow },
  ));

test("a bucket that is shared fills again as time goes by, and never holds more than its burst", async () => {
  const counts = createSqlRequestCounts(await openEngine("postgres"));
  const rate = createSharedRateLimit(counts, "push", {
    ...{ perSecond: 2, burst: 2 },
  });
  const who = { tenantId: randomUUID(), deviceId: randomUUID() };
  const taken = () => Promise.all([1, 2, 3].map(() => rate.take(who)));
  const refused = async () =>
    (await taken()).filter((wait) => wait !== null).length;
  expect(await taken()).toEqual(expect.arrayContaining([null, null]));
  const before = performance.now();
  while ((await rate.take(who)) !== null);
  // Half a second a place, and not before.
  expect(performance.now() - before).toBeLessThan(5_000);
  await pause(1_100);
  expect(await refused()).toBe(1);
});

test.each(ENGINES)(
  "snapshots fetched from any process on %s count, for as long as they do",
  async (engine) => {
    const counts = createSqlRequestCounts(await openEngine(engine));
    const clock = { nowMs: 1e12, now: () => clock.nowMs };
    const limit = () =>
      createWindowLimit(
        { counts, clock, newId: randomUUID },
        { most: 2, windowMs: 60_000 },
      );
    const [here, there] = [limit(), limit()];
    const who = { tenantId: randomUUID(), deviceId: randomUUID() };
    here.count(who);
    expect(await here.blockedFor(who)).toBeNull();
    clock.nowMs += 10_000;
    there.count(who);
    expect(await there.blockedFor(who)).toBe(50);
    expect(await here.blockedFor(who)).toBe(50);
    const other = { ...who, deviceId: randomUUID() };
    expect(await here.blockedFor(other)).toBeNull();
    clock.nowMs += 50_000;
    expect(await here.blockedFor(who)).toBeNull();
  },
);

test("a company with all its places taken is told to come again; another company is not", () =>
  withServer(
    "postgres",
    async (server) => {
      const cro = await server.device("Chantal");
      const stranger = await server.stranger();
      await server.sql.transaction(async (tx) => {
        await tx.query(
          `UPDATE tenant_head SET seq = seq WHERE tenant_id = $1`,
          [cro.tenantId],
        );
        const group = {
          ...{ d: 1, m: randomUUID(), hlc: `${Date.now()}.0` },
          ops: [op.company(randomUUID(), "A")],
        };
        const waiting = cro.raw([group]);
        await new Promise((resolve) => setTimeout(resolve, 200));
        const refused = await cro.raw([group]);
        expect(refused).toMatchObject({
          status: 429,
          body: { error: { code: "busy" } },
        });
        expect(refused.headers.get("retry-after")).toBe("1");
        expect((await stranger.raw([])).status).toBe(200);
        // The lock is held until it gives up.
        expect((await waiting).status).toBe(429);
      });
      await cro.push([op.company(randomUUID(), "A")]);
    },
    { limits: { ...HIGH_LIMITS, pushesAtOnce: 1 } },
  ));

test("a place given back twice is one place; a bucket never holds more than its burst, whatever the clock does", async () => {
  const places = createConcurrencyLimit(2);
  const [first, second] = [places.enter("a"), places.enter("a")];
  expect(places.enter("a")).toBeNull();
  first?.();
  first?.();
  expect(places.enter("a")).not.toBeNull();
  expect(places.enter("a")).toBeNull();
  second?.();

  const clock = { nowMs: 1e12, now: () => clock.nowMs };
  const rate = createLocalRateLimit(clock, { perSecond: 0.1, burst: 2 });
  const who = { tenantId: "t", deviceId: "a" };
  const taken = () => Promise.all([1, 2, 3].map(() => rate.take(who)));
  expect(await taken()).toEqual([null, null, 10]);
  clock.nowMs += 3_600_000;
  expect(await taken()).toEqual([null, null, 10]);
  clock.nowMs -= 3_600_000;
  expect(await rate.take(who)).toBe(10);
  clock.nowMs += 10_000;
  expect(await rate.take(who)).toBeNull();
});

test("a file of settings: what it leaves out is as by default, what it misspells is said", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "carnet-settings-"));
  const file = path.join(folder, "config.json");
  const read = (text: string) => {
    writeFileSync(file, text);
    return readSettings(file);
  };
  try {
    const { limits, ...rest } = DEFAULT_SETTINGS;
    expect(read(`{"limits": {"push": {"burst": 99}}}`)).toEqual({
      ...rest,
      limits: { ...limits, push: { perSecond: 5, burst: 99 } },
    });
    // The example for operators says every default.
    const example = path.join(import.meta.dirname, "../../server/deploy");
    expect(readSettings(path.join(example, "server.json"))).toEqual(
      DEFAULT_SETTINGS,
    );
    expect(() => read(`{"limits": {"psuh": {}}}`)).toThrow("psuh");
    expect(() => read(`{"tombstoneDays": 0}`)).toThrow("tombstoneDays");
    // Less than devices keep for a restored server, twice over.
    const short = `{"retention": {"ledgerDays": 59}}`;
    expect(() => read(short)).toThrow("retention.ledgerDays");
    expect(() => read(`{`)).toThrow("--config");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
