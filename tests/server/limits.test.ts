import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { createConcurrencyLimit } from "../../server/limits/concurrency-limit.ts";
import { createRateLimit } from "../../server/limits/rate-limit.ts";
import { DEFAULT_SETTINGS, readSettings } from "../../server/settings.ts";
import { HIGH_LIMITS } from "../helpers/high-limits.ts";
import { op, withServer } from "../helpers/server.ts";

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

test("a place given back twice is one place; a bucket never holds more than its burst, whatever the clock does", () => {
  const places = createConcurrencyLimit(2);
  const [first, second] = [places.enter("a"), places.enter("a")];
  expect(places.enter("a")).toBeNull();
  first?.();
  first?.();
  expect(places.enter("a")).not.toBeNull();
  expect(places.enter("a")).toBeNull();
  second?.();

  const clock = { nowMs: 1e12, now: () => clock.nowMs };
  const rate = createRateLimit(clock, { perSecond: 0.1, burst: 2 });
  const taken = () => [1, 2, 3].map(() => rate.take("a"));
  expect(taken()).toEqual([null, null, 10]);
  clock.nowMs += 3_600_000;
  expect(taken()).toEqual([null, null, 10]);
  clock.nowMs -= 3_600_000;
  expect(rate.take("a")).toBe(10);
  clock.nowMs += 10_000;
  expect(rate.take("a")).toBeNull();
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
