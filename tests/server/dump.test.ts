import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { keepDumps } from "../../server/dump/keep-dumps.ts";
import { restoreInto } from "../../server/dump/restore-dump.ts";
import { tablesOf, writeDump } from "../../server/dump/write-dump.ts";
import { openPglite } from "../../server/storage/pglite-sql.ts";
import { openPostgres } from "../../server/storage/pg-sql.ts";
import type { Sql } from "../../server/storage/sql.ts";
import type { EnrollAnswer, PullAnswer } from "../../shared/sync/protocol.ts";
import {
  createTestDevice,
  ENGINES,
  freshPostgresUrl,
  op,
  post,
  withServer,
  type Engine,
} from "../helpers/server.ts";
import {
  startServerProcess,
  type ServerProcess,
} from "../helpers/server-process.ts";

const folders: string[] = [];
const running: ServerProcess[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "carnet-dump-"));
  folders.push(made);
  return made;
}

function start(...args: readonly string[]): ServerProcess {
  const server = startServerProcess(...args);
  running.push(server);
  return server;
}

afterEach(async () => {
  for (const server of running.splice(0))
    if (server.child.exitCode === null) await server.end("SIGKILL");
  for (const made of folders.splice(0))
    rmSync(made, { recursive: true, force: true });
});

const empty = async (engine: Engine): Promise<Sql> =>
  engine === "pglite" ? openPglite() : openPostgres(await freshPostgresUrl());

/** Every row of every table as text, in an order that both engines share. */
async function contentOf(sql: Sql): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {};
  for (const table of await tablesOf(sql)) {
    const rows = await sql.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${table} t`,
    );
    content[table] = rows.map(({ row }) => row).sort();
  }
  return content;
}

describe.each(ENGINES)("a dump of %s", (engine) => {
  test("brings every row into an empty database of either engine, with a new epoch and later numbers", async () => {
    const file = join(folder(), "dump.ndjson.gz");
    const source = await empty(engine);
    try {
      await withServer(source, async (server) => {
        const cro = await server.device("Chantal");
        const id = randomUUID();
        const odd = "Zürich 🧀 \u2028 \\ \" 'x' 1e400";
        await cro.push([op.company(id, odd, { phone: "+41 21 555 01 23" })]);
        await cro.push([op.set("contacts", id, { name: [odd, "Neu"] })]);
        await cro.push(
          [op.company(randomUUID(), "B")],
          [op.del("contacts", id, 2)],
        );
        const many = Array.from({ length: 49 }, () =>
          op.company(randomUUID(), "C"),
        );
        for (let n = 0; n < 5; n++)
          await cro.push(many.map((one) => op.company(randomUUID(), one.k)));
        await cro.post("/v1/leases", { series: "contacts", count: 50 });
        const { rows } = await writeDump(source, file, server.clock.nowMs);
        expect(rows).toBeGreaterThan(400);
        expect(statSync(file).mode & 0o777).toBe(0o600);
      });
      const before = await contentOf(source);
      for (const other of ENGINES) {
        const target = await empty(other);
        try {
          await restoreInto(target, file);
          const after = await contentOf(target);
          const { tenant_head: heads = [], number_series: series = [] } = after;
          expect(heads).toHaveLength(before["tenant_head"]?.length ?? 0);
          for (const head of heads)
            expect(before["tenant_head"]).not.toContain(head);
          for (const one of series)
            expect(before["number_series"]).not.toContain(one);
          const { tenant_head: _h, number_series: _n, ...rest } = before;
          expect(after).toMatchObject(rest);
          await expect(restoreInto(target, file)).rejects.toThrow("not empty");
        } finally {
          await target.close();
        }
      }
    } finally {
      await source.close();
    }
  });
});

test("a dump that is cut off, changed, of a newer program or none at all is refused, and leaves nothing", async () => {
  const file = join(folder(), "dump.ndjson.gz");
  const source = await openPglite();
  const target = await openPglite();
  try {
    await withServer(source, async (server) => {
      const cro = await server.device("Chantal");
      await cro.push([op.company(randomUUID(), "Firma")]);
    });
    await writeDump(source, file, Date.now());
    const packed = readFileSync(file);
    const text = gunzipSync(packed).toString("utf8");
    const lines = text.split("\n");
    for (const [bytes, said] of [
      [packed.subarray(0, packed.length / 2), /.+/],
      [gzipSync(text.slice(0, text.length / 2)), /cut off/],
      [gzipSync(`${lines.slice(0, -2).join("\n")}\n`), "not whole"],
      [gzipSync(text.replace('"Firma"', '"Firmb"')), "not whole"],
      [gzipSync(`${text}{"table":"doc","rows":[]}\n`), "behind its end"],
      [
        gzipSync(text.replace(/"schema":\d+/, '"schema":999')),
        /not whole|newer program/,
      ],
      [Buffer.from("no gzip"), /.+/],
      [gzipSync(`{"a":1}\n`), "no dump"],
    ] as const) {
      writeFileSync(file, bytes);
      await expect(restoreInto(target, file)).rejects.toThrow(said);
    }
    await expect(restoreInto(target, `${file}.x`)).rejects.toThrow("ENOENT");
    writeFileSync(file, packed);
    expect(await restoreInto(target, file)).toBeGreaterThan(0);
  } finally {
    await source.close();
    await target.close();
  }
});

test("dumps are written when the last one is old enough, and the oldest go", () =>
  withServer("pglite", async (server) => {
    const dumps = join(folder(), "dumps");
    let dumped = 0;
    let nowMs = Date.now();
    const keep = () =>
      keepDumps(
        {
          sql: server.sql,
          clock: { now: () => nowMs },
          log: () => {},
          dumped: () => (dumped += 1),
        },
        dumps,
        { everyMs: 3_600_000, keep: 2 },
      );
    await keep();
    await keep();
    expect(dumped).toBe(1);
    const names: string[] = [];
    for (let n = 0; n < 3; n++) {
      nowMs += 3_600_001 * (n + 1);
      await keep();
      names.push(...readdirSync(dumps).slice(-1));
    }
    expect(dumped).toBe(4);
    expect(readdirSync(dumps)).toEqual(names.slice(-2));
  }));

test("the command line dumps a running server, restores a stopped one, and a device is told that the feed is another", async () => {
  const made = folder();
  const data = join(made, "data");
  const file = join(made, "dump.ndjson.gz");
  const first = start("--port", "0", "--data", data);
  const { listening: url = "" } = await first.next();
  const { adminEnrollment = "" } = await first.next();
  const { body } = await post<EnrollAnswer>(url, "/v1/enroll", {
    code: adminEnrollment,
    deviceName: "L1",
  });
  const admin = createTestDevice(url, body);
  const [kept, lost] = [randomUUID(), randomUUID()];
  await admin.push([op.company(kept, "Vorher AG")]);

  const dump = start("dump", "--data", data, "--to", file);
  expect(await dump.next()).toMatchObject({ dumped: file });
  expect(await dump.exit()).toBe(0);
  await admin.push([op.company(lost, "Nachher AG")]);
  const { epoch, cursors } = await admin.pull({});

  const refused = start("restore", "--data", data, "--from", file);
  expect(await refused.exit()).toBe(1);
  expect(refused.errors()).toContain("in use by another process");
  expect(await first.end("SIGTERM")).toBe(0);
  const damaged = join(made, "damaged");
  writeFileSync(damaged, readFileSync(file).subarray(0, 500));
  const broken = start("restore", "--data", data, "--from", damaged);
  expect(await broken.exit()).toBe(1);
  expect(broken.errors().trim().split("\n")).toHaveLength(1);

  const restore = start("restore", "--data", data, "--from", file);
  const restored = await restore.next();
  expect(await restore.exit()).toBe(0);
  expect(existsSync(restored["before"] ?? "")).toBe(true);

  const second = start("--port", "0", "--data", data);
  const { listening: again = "" } = await second.next();
  const after = createTestDevice(again, body);
  const pull = await after.post<PullAnswer & { error: { code: string } }>(
    "/v1/sync/pull",
    { proto: 1, schema: 1, epoch, cursors },
  );
  expect(pull.status).toBe(409);
  expect(pull.body.error.code).toBe("epoch_changed");
  const contacts = await after.all("contacts");
  expect(contacts.has(kept)).toBe(true);
  expect(contacts.has(lost)).toBe(false);

  const { epoch: now } = await after.pull({});
  const told = start("restored", "--data", data);
  expect(await told.next()).toEqual({ restored: 1 });
  expect(await told.exit()).toBe(0);
  expect((await after.pull({})).epoch).not.toBe(now);
  expect(await second.end("SIGTERM")).toBe(0);
}, 300_000);
