import { createHash, randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DEFAULT_SETTINGS } from "../../server/settings.ts";
import type { Transport } from "../../shared/sync/ports.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import type { SnapshotOffer } from "../../shared/sync/snapshot.ts";
import { headlessDevice } from "../helpers/headless-device.ts";
import { HIGH_LIMITS } from "../helpers/high-limits.ts";
import {
  ENGINES,
  op,
  withServer,
  type TestDevice,
  type TestServer,
} from "../helpers/server.ts";
import {
  newDisk,
  startDevice,
  type WholeDevice,
} from "../helpers/whole-device.ts";

const PATIENT = { timeout: 20_000, interval: 50 };
const SMALL = { snapshotFrom: 20, partDocs: 2 };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "carnet-snapshot-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function companies(device: TestDevice, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await device.push(...ids.map((id) => [op.company(id, `Favre ${id}`)]));
  return ids;
}

async function offerTo(device: TestDevice, id?: string) {
  const { status, body } = await device.post<SnapshotOffer>(
    "/v1/sync/snapshot",
    { proto: 1, schema: 1, ...(id !== undefined && { id }) },
  );
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

async function madeFor(device: TestDevice, id?: string) {
  const { snapshot } = await offerTo(device, id);
  if (!snapshot) throw new Error("No snapshot was offered");
  return snapshot;
}

function fileOf(
  device: TestDevice,
  id: string,
  headers: Record<string, string> = {},
  method = "GET",
) {
  return fetch(`${device.url}/v1/sync/snapshot/${id}`, {
    method,
    headers: { authorization: `Bearer ${device.access}`, ...headers },
  });
}

const bytesOf = async (answer: Response) =>
  Buffer.from(await answer.arrayBuffer());

function linesOf(bytes: Uint8Array): readonly Record<string, unknown>[] {
  return gunzipSync(bytes)
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** What a device that read every page would hold. */
async function held(device: TestDevice) {
  const docs = new Map<string, Envelope>();
  for (let cursors = {}; ;) {
    const page = await device.pull(cursors);
    for (const doc of page.docs)
      if (!doc.deleted) docs.set(`${doc.c}/${doc.id}`, doc);
    if (!page.more) return docs;
    cursors = page.cursors;
  }
}

describe.each(ENGINES)("snapshots on %s", (engine) => {
  test("a small company has none; a large one's holds exactly what the pages hold, and no deletion", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        await companies(cro, 19);
        expect(await offerTo(cro)).toMatchObject({ snapshot: null, docs: [] });
        const [gone = ""] = await companies(cro, 10);
        await cro.push([op.del("contacts", gone, 1)]);
        const { snapshot, epoch, head } = await offerTo(cro);
        const answer = await fileOf(cro, snapshot?.id ?? "");
        expect(answer.status).toBe(200);
        const bytes = await bytesOf(answer);
        expect(bytes.length).toBe(snapshot?.bytes);
        expect(createHash("sha256").update(bytes).digest("hex")).toBe(
          snapshot?.sha256,
        );
        const [header, ...docs] = linesOf(bytes);
        expect(header).toMatchObject({ carnet: "snapshot", epoch, seq: head });
        const expected = await held(cro);
        expect(
          new Map(docs.map((d) => [`${String(d["c"])}/${String(d["id"])}`, d])),
        ).toEqual(expected);
        expect(docs).toHaveLength(28);
        expect(snapshot?.docs).toBe(28);
      },
      SMALL,
    ));

  test("ranges: each part can be had alone, the rest after a cut, and what is not there is refused", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        await companies(cro, 25);
        const { id, parts, bytes, sha256 } = await madeFor(cro);
        expect(parts.length).toBeGreaterThan(10);
        const whole = await bytesOf(await fileOf(cro, id));
        for (const part of parts) {
          const range = `bytes=${part.from}-${part.to - 1}`;
          const answer = await fileOf(cro, id, { range });
          expect(answer.status).toBe(206);
          expect(answer.headers.get("content-range")).toBe(
            `bytes ${part.from}-${part.to - 1}/${bytes}`,
          );
          const some = await bytesOf(answer);
          expect(createHash("sha256").update(some).digest("hex")).toBe(
            part.sha256,
          );
          expect(linesOf(some).length).toBeGreaterThan(0);
        }
        const cut = Math.floor(bytes / 3);
        const rest = await fileOf(cro, id, {
          range: `bytes=${cut}-`,
          "if-range": `"${sha256}"`,
        });
        expect(rest.status).toBe(206);
        expect(
          Buffer.concat([whole.subarray(0, cut), await bytesOf(rest)]).equals(
            whole,
          ),
        ).toBe(true);
        const end = await fileOf(cro, id, { range: "bytes=-7" });
        expect((await bytesOf(end)).equals(whole.subarray(-7))).toBe(true);
        const other = await fileOf(cro, id, {
          range: `bytes=${cut}-`,
          "if-range": `"another"`,
        });
        expect(other.status).toBe(200);
        expect((await bytesOf(other)).length).toBe(bytes);
        const beyond = await fileOf(cro, id, { range: `bytes=${bytes}-` });
        expect(beyond.status).toBe(416);
        expect(beyond.headers.get("content-range")).toBe(`bytes */${bytes}`);
        expect(await beyond.json()).toMatchObject({
          error: { code: "bad_range" },
        });
        for (const range of ["bytes=9-3", "bytes=0-1,4-5", "lines=1-2", "x"]) {
          const ignored = await fileOf(cro, id, { range });
          expect(ignored.status).toBe(200);
          expect((await bytesOf(ignored)).length).toBe(bytes);
        }
        const head = await fileOf(cro, id, {}, "HEAD");
        expect(head.headers.get("content-length")).toBe(String(bytes));
        expect((await bytesOf(head)).length).toBe(0);
      },
      SMALL,
    ));

  test("another company's snapshot is not found; bad requests are refused as what they are", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        await companies(cro, 25);
        const { id } = await madeFor(cro);
        const stranger = await server.stranger();
        expect((await fileOf(stranger, id)).status).toBe(404);
        expect(await offerTo(stranger, id)).toMatchObject({ snapshot: null });
        expect((await fileOf(cro, randomUUID())).status).toBe(404);
        expect((await fileOf(cro, "..%2f..%2fetc")).status).toBe(404);
        const ask = async (body: unknown) =>
          (await cro.post("/v1/sync/snapshot", body)).status;
        expect(await ask({ proto: 1, schema: 1, id: "x" })).toBe(400);
        expect(await ask({ proto: 0, schema: 1 })).toBe(426);
        expect(await ask("[")).toBe(400);
        expect((await fetch(`${cro.url}/v1/sync/snapshot/${id}`)).status).toBe(
          401,
        );
      },
      SMALL,
    ));

  test("one's own private documents come with the offer, and never in the file that everybody gets", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        const mbe = await server.device("Marco");
        const [id = ""] = await companies(cro, 25);
        const own = `private:${cro.userId}`;
        await makePrivate(server, id, own);
        const { snapshot, docs } = await offerTo(cro);
        expect(docs.map((doc) => doc.id)).toEqual([id]);
        const file = linesOf(
          await bytesOf(await fileOf(cro, snapshot?.id ?? "")),
        );
        expect(file.map((line) => line["id"])).not.toContain(id);
        expect((await offerTo(mbe)).docs).toEqual([]);
      },
      SMALL,
    ));

  test("it is made anew when the feed has grown by a fifth, after a day, and after a restore; the one before can be finished", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        await companies(cro, 25);
        const first = await madeFor(cro);
        await companies(cro, 5);
        expect((await madeFor(cro)).id).toBe(first.id);
        await companies(cro, 1);
        // What is there is offered at once; the newer one is made beside it.
        expect((await madeFor(cro)).id).toBe(first.id);
        const second = await newerThan(cro, first.id);
        expect(second.seq).toBe(first.seq + 6);
        expect((await madeFor(cro, first.id)).id).toBe(first.id);
        expect((await fileOf(cro, first.id)).status).toBe(200);
        server.clock.nowMs += 25 * 3_600_000;
        const again = await renewed(server, cro);
        await offerTo(again);
        const third = await newerThan(again, second.id);
        expect((await fileOf(again, first.id)).status).toBe(404);
        await server.sql.query(
          `UPDATE tenant_head SET epoch = $2 WHERE tenant_id = $1`,
          [server.tenant.tenantId, randomUUID()],
        );
        expect((await madeFor(again, third.id)).id).not.toBe(third.id);
      },
      SMALL,
    ));

  test("ten whole downloads in ten minutes, however many pieces they came in; then 429 with the time to wait", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        await companies(cro, 25);
        const { id, bytes } = await madeFor(cro);
        for (let n = 0; n < 10; n++) {
          for (let k = 0; k < 2; k++)
            await bytesOf(await fileOf(cro, id, { range: "bytes=0-99" }));
          const rest = await fileOf(cro, id, { range: "bytes=100-" });
          expect(rest.status).toBe(206);
          expect((await bytesOf(rest)).length).toBe(bytes - 100);
        }
        const refused = await fileOf(cro, id);
        expect(refused.status).toBe(429);
        expect(await refused.json()).toMatchObject({
          error: { code: "too_many" },
        });
        expect(refused.headers.get("retry-after")).toBe("600");
        const asked = await cro.post("/v1/sync/snapshot", {
          ...{ proto: 1, schema: 1 },
        });
        expect(asked.status).toBe(429);
        const mbe = await server.device("Marco");
        expect((await fileOf(mbe, id)).status).toBe(200);
        server.clock.nowMs += 600_000;
        const later = await renewed(server, cro);
        expect((await fileOf(later, id)).status).toBe(200);
      },
      {
        ...SMALL,
        limits: {
          ...HIGH_LIMITS,
          snapshotsInTenMinutes: DEFAULT_SETTINGS.limits.snapshotsInTenMinutes,
        },
      },
    ));

  test("whoever goes away in the middle gives his place back", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        await companies(cro, 25);
        const { id, parts } = await madeFor(cro);
        await swell(server, id, parts.length);
        const answers = await Promise.all([fileOf(cro, id), fileOf(cro, id)]);
        expect(answers.map(({ status }) => status)).toEqual([200, 200]);
        const third = await fileOf(cro, id);
        expect(third.status).toBe(429);
        expect(third.headers.get("retry-after")).toBe("1");
        for (const answer of answers) await answer.body?.cancel();
        await expect
          .poll(async () => {
            const range = "bytes=0-0";
            // A line that was kept open may have been closed meanwhile.
            const answer = await fileOf(cro, id, { range }).catch(() => null);
            return answer?.status;
          }, PATIENT)
          .toBe(206);
      },
      {
        snapshotFrom: 20,
        partDocs: 1,
        limits: { ...HIGH_LIMITS, snapshotsAtOnce: 2 },
      },
    ));

  test("a new device takes the snapshot, then what the feed has since: changes, deletions, new ones", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        const ids = await companies(cro, 60);
        const { id } = await madeFor(cro);
        await cro.push(
          [op.set("contacts", ids[0] ?? "", { city: [null, "Bulle"] })],
          [op.del("contacts", ids[1] ?? "", 1)],
          [op.company(randomUUID(), "Neu AG")],
        );
        const asked: string[] = [];
        const disk = await newDisk(server, folder, "Laptop");
        const device = await startDevice(server, disk, (t) => spied(t, asked));
        await device.settle();
        await same(device, cro);
        expect(asked[0]).toBe("offer null");
        expect(asked.filter((what) => what.startsWith("part"))).toEqual(
          Array.from({ length: 30 }, (_, n) => `part ${id} ${n}`),
        );
        expect(asked.at(-1)).toBe("pull");
        expect(asked.filter((what) => what === "pull")).toHaveLength(1);
        await device.stop();
      },
      SMALL,
    ));

  test("what was entered before the first sync goes out between the parts and stays on top", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        await companies(cro, 60);
        await madeFor(cro);
        const disk = await newDisk(server, folder, "Laptop");
        const device = await startDevice(server, disk);
        const id = randomUUID();
        await device.save({
          ...{ c: "contacts", id, before: null },
          after: { id, type: "company", name: "Hors ligne SA" },
        });
        await device.settle();
        await same(device, cro);
        expect(await cro.all("contacts")).toHaveProperty("size", 61);
        await device.stop();
      },
      SMALL,
    ));

  test("killed in the middle it goes on where it was, without what is durable already", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        const ids = await companies(cro, 60);
        const { id } = await madeFor(cro);
        const disk = await newDisk(server, folder, "Laptop");
        const first: string[] = [];
        const killed = await startDevice(server, disk, (t) =>
          cutAfter(spied(t, first), 20),
        );
        await expect(killed.settle()).rejects.toThrow("line went down");
        await killed.stop();
        expect(await disk.readable.checkpoint.read()).toMatchObject({
          ...{ epoch: null, cursors: {} },
          snapshot: { id, next: 16 },
        });
        // What was deleted meanwhile, and was taken already, must not stay.
        await cro.push([op.del("contacts", ids[0] ?? "", 1)]);
        const second: string[] = [];
        const device = await startDevice(server, disk, (t) => spied(t, second));
        await device.settle();
        expect(second[0]).toBe(`offer ${id}`);
        expect(second[1]).toBe(`part ${id} 16`);
        await same(device, cro);
        await device.stop();
      },
      SMALL,
    ));

  test("its snapshot gone in the middle, it takes the newer one and reads the feed from the older one's place", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        const ids = await companies(cro, 60);
        const first = await madeFor(cro);
        const disk = await newDisk(server, folder, "Laptop");
        const killed = await startDevice(server, disk, (t) => cutAfter(t, 20));
        await expect(killed.settle()).rejects.toThrow("line went down");
        await killed.stop();
        // Taken already, deleted, and so in no later snapshot.
        await cro.push([op.del("contacts", ids[0] ?? "", 1)]);
        await companies(cro, 20);
        await server.sql.query(
          `DELETE FROM snapshot WHERE tenant_id = $1 AND snapshot_id = $2`,
          [server.tenant.tenantId, first.id],
        );
        const second = await madeFor(cro);
        expect(second.seq).toBeGreaterThan(first.seq);
        const device = await startDevice(server, disk);
        await device.settle();
        await same(device, cro);
        expect(await device.read("contacts", ids[0] ?? "")).toBeNull();
        await device.stop();
      },
      SMALL,
    ));

  test("a bad file, and one that is always cut off: page by page", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        await companies(cro, 60);
        const { id } = await madeFor(cro);
        const { tenantId } = server.tenant;
        const faults = {
          changed: `set_byte(bytes, 40, get_byte(bytes, 40) # 255)`,
          cut: `substring(bytes from 1 for 50)`,
        };
        for (const [name, change] of Object.entries(faults)) {
          await server.sql.query(
            `UPDATE snapshot_part SET bytes = ${change} WHERE tenant_id = $1 AND snapshot_id = $2 AND n = 5`,
            [tenantId, id],
          );
          const asked: string[] = [];
          const disk = await newDisk(server, path.join(folder, name), name);
          const device = await startDevice(server, disk, (t) =>
            spied(t, asked),
          );
          await device.settle().catch(() => {});
          await expect
            .poll(() => {
              device.service.syncNow();
              return device.service.status().lastSuccess;
            }, PATIENT)
            .not.toBeNull();
          await device.settle();
          expect(asked).toContain("pull");
          await same(device, cro);
          await device.stop();
        }
      },
      SMALL,
    ));

  test("a headless device, too, gets all of it", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        await companies(cro, 45);
        const code = await server.adminCode();
        const device = await headlessDevice({
          ...{ url: server.url, code, name: "Office" },
        });
        await device.settle();
        expect(device.all("contacts")).toHaveLength(45);
      },
      SMALL,
    ));
});

test("postgres: a part begun at one process can be fetched from another", () =>
  withServer(
    "postgres",
    async (one) => {
      const cro = await one.device("Chantal");
      await companies(cro, 25);
      const { id, sha256 } = await madeFor(cro);
      await withServer(
        one.sql,
        async (two) => {
          const answer = await fileOf({ ...cro, url: two.url }, id);
          const bytes = await bytesOf(answer);
          expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
        },
        SMALL,
      );
    },
    SMALL,
  ));

test("who asks while it is being made is told to come again", () =>
  withServer(
    "pglite",
    async (server) => {
      const cro = await server.device("Chantal");
      await companies(cro, 60);
      const answer = await cro.post("/v1/sync/snapshot", {
        ...{ proto: 1, schema: 1 },
      });
      expect(answer).toMatchObject({
        status: 429,
        body: { error: { code: "busy" } },
      });
      expect(answer.headers.get("retry-after")).toBe("2");
      await expect
        .poll(async () => {
          const { status } = await cro.post("/v1/sync/snapshot", {
            ...{ proto: 1, schema: 1 },
          });
          return status;
        }, PATIENT)
        .toBe(200);
    },
    { ...SMALL, snapshotWaitMs: 0 },
  ));

/** More than the buffers of a line take. */
async function swell(server: TestServer, id: string, parts: number) {
  const { tenantId } = server.tenant;
  const size = 2 * 1024 * 1024;
  await server.sql.query(
    `UPDATE snapshot_part SET bytes = decode(repeat('00', ${size}), 'hex') WHERE tenant_id = $1 AND snapshot_id = $2`,
    [tenantId, id],
  );
  const list = Array.from({ length: parts }, (_, n) => ({
    ...{ from: n * size, to: (n + 1) * size, docs: 1 },
    sha256: "0".repeat(64),
  }));
  await server.sql.query(
    `UPDATE snapshot SET bytes = $3, parts = $4::jsonb WHERE tenant_id = $1 AND snapshot_id = $2`,
    [tenantId, id, parts * size, JSON.stringify(list)],
  );
}

async function makePrivate(
  server: TestServer,
  id: string,
  bucket: string,
): Promise<void> {
  const { tenantId } = server.tenant;
  await server.sql.transaction(async (tx) => {
    const [row] = await tx.query<{ seq: number }>(
      `UPDATE tenant_head SET seq = seq + 1 WHERE tenant_id = $1 RETURNING seq`,
      [tenantId],
    );
    await tx.query(
      `UPDATE doc SET bucket = $3, seq = $4 WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, bucket, Number(row?.seq)],
    );
  });
}

async function newerThan(device: TestDevice, id: string) {
  await expect
    .poll(async () => (await madeFor(device)).id, PATIENT)
    .not.toBe(id);
  return madeFor(device);
}

/** The same device with a token of now. */
async function renewed(
  server: TestServer,
  device: TestDevice,
): Promise<TestDevice> {
  const access = await server.deps.tokens.issue({
    ...{ tenantId: device.tenantId, userId: device.userId },
    deviceId: device.deviceId,
  });
  const post = <T>(at: string, body: unknown) =>
    fetch(device.url + at, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${access}`,
      },
      body: JSON.stringify(body),
    }).then(async (answer) => ({
      status: answer.status,
      body: (await answer.json()) as T,
      headers: answer.headers,
    }));
  return { ...device, access, post };
}

/** Notes what is asked: `offer ID`, `part ID N`, `pull`. */
function spied(transport: Transport, asked: string[]): Transport {
  let from: readonly number[] = [];
  return {
    ...transport,
    pull(request) {
      asked.push("pull");
      return transport.pull(request);
    },
    async snapshotOffer(known) {
      asked.push(`offer ${known}`);
      const reply = await transport.snapshotOffer(known);
      if (reply.kind === "answer")
        from = reply.value.snapshot?.parts.map((part) => part.from) ?? [];
      return reply;
    },
    snapshotPart(id, part) {
      asked.push(`part ${id} ${from.indexOf(part.from)}`);
      return transport.snapshotPart(id, part);
    },
  };
}

function cutAfter(transport: Transport, count: number): Transport {
  let left = count;
  return {
    ...transport,
    async snapshotPart(id, part) {
      left -= 1;
      return left < 0
        ? { kind: "unreachable", reason: "line went down" }
        : transport.snapshotPart(id, part);
    },
  };
}

async function same(device: WholeDevice, other: TestDevice): Promise<void> {
  const there = await other.all("contacts");
  const here = new Map(
    (await device.all("contacts")).map((row) => [row["id"], row]),
  );
  expect(new Set(here.keys())).toEqual(new Set(there.keys()));
  for (const [id, v] of there) expect(here.get(id)).toMatchObject(v);
}
