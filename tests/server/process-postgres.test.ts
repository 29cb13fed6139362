import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { buildDemo } from "../../server/demo/build-demo.ts";
import { openPostgres } from "../../server/storage/pg-sql.ts";
import type { EnrollAnswer } from "../../shared/sync/protocol.ts";
import { hintsOf, listenUntil } from "../helpers/hint-listener.ts";
import {
  createTestDevice,
  freshPostgresUrl,
  op,
  post,
} from "../helpers/server.ts";
import {
  startServerOn,
  type ServerProcess,
} from "../helpers/server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "carnet-server-"));
const data = join(folder, "data");
const running: ServerProcess[] = [];

afterEach(async () => {
  for (const server of running.splice(0))
    if (server.child.exitCode === null) await server.end("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(url: string, ...args: readonly string[]): ServerProcess {
  const server = startServerOn(url, ...args, "--data", data);
  running.push(server);
  return server;
}

async function enrol(url: string, code: string) {
  const { status, body } = await post<EnrollAnswer>(url, "/v1/enroll", {
    code,
    deviceName: "L1",
  });
  expect(status).toBe(200);
  return createTestDevice(url, body);
}

test("two processes start at once on one empty database, fill the demo once, and each sees what the other takes", async () => {
  const database = await freshPostgresUrl();
  const both = [1, 2].map(() => start(database, "--port", "0", "--demo"));
  const lines = await Promise.all(both.map((server) => server.next()));
  for (const line of lines) expect(line["engine"]).toBe("postgres");
  const [here = "", there = ""] = lines.map((line) => line["listening"]);
  const codes = await Promise.all(both.map((server) => server.next()));
  const admin = await enrol(here, codes[1]?.["adminEnrollment"] ?? "");
  expect((await admin.all("contacts")).size).toBe(
    buildDemo().filter(({ c }) => c === "contacts").length,
  );

  const invite = start(
    database,
    ...["invite", "--email", "cro@carnet.example", "--name", "Chantal Rochat"],
    ...["--role", "salesperson", "--salesperson", "CRO"],
  );
  const { enrollment = "" } = await invite.next();
  expect(await invite.exit()).toBe(0);
  const cro = await enrol(there, enrollment);
  expect(cro.tenantId).toBe(admin.tenantId);
  const id = randomUUID();
  await cro.push([op.company(id, "Vor dem Absturz AG")]);
  await both[1]?.end("SIGKILL");
  expect((await admin.all("contacts")).get(id)).toMatchObject({
    name: "Vor dem Absturz AG",
  });

  const tenant = start(database, "tenant", "--name", "Zweite AG");
  const made = await tenant.next();
  expect(await tenant.exit()).toBe(0);
  const other = await enrol(here, made["adminEnrollment"] ?? "");
  expect(other.tenantId).toBe(made["tenantId"]);
  expect((await other.all("contacts")).size).toBe(0);

  expect(await both[0]?.end("SIGTERM")).toBe(0);
  // Nothing of it is in a folder, and nothing that is anybody's in what the operator reads.
  expect(existsSync(data)).toBe(false);
  const secrets = [new URL(database).password, "Rochat", enrollment];
  for (const server of [...both, invite, tenant])
    for (const secret of secrets) expect(server.errors()).not.toContain(secret);
});

test("a device at one process hears of a push at the other, also after the connections between them were cut", async () => {
  const database = await freshPostgresUrl();
  const both = [1, 2].map(() => start(database, "--port", "0"));
  const [here = "", there = ""] = await Promise.all(
    both.map(async (server) => (await server.next())["listening"]),
  );
  const codes = await Promise.all(both.map((server) => server.next()));
  const writer = await enrol(here, codes[0]?.["adminEnrollment"] ?? "");
  const listener = createTestDevice(there, writer);
  const hears = async (cut: () => Promise<unknown>) => {
    let head = Number.MAX_SAFE_INTEGER;
    const begun = performance.now();
    const lines = await listenUntil(
      listener,
      (seen) => hintsOf(seen).some((hint) => hint.head >= head),
      async () => {
        await cut();
        head = (await writer.push([op.company(randomUUID(), "A")])).head;
      },
    );
    expect(hintsOf(lines).at(-1)).toMatchObject({ head });
    // Sooner than the heartbeat, which would have said so too.
    expect(performance.now() - begun).toBeLessThan(15_000);
  };
  await hears(() => Promise.resolve());
  const operator = await openPostgres(database);
  await hears(async () => {
    const cut = await operator.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'carnet-hints'`,
    );
    expect(cut).toHaveLength(2);
  });
  await operator.close();
  expect(await Promise.all(both.map((one) => one.end("SIGTERM")))).toEqual([
    0, 0,
  ]);
});

test("a database that is not there, not PostgreSQL's, or not fit is one clear line without the password, and exit 1", async () => {
  const right = new URL(await freshPostgresUrl());
  const wrong = (change: (url: URL) => void) => {
    const url = new URL(right);
    change(url);
    return url.href;
  };
  for (const [url, said] of [
    [wrong((u) => (u.port = "1")), "ECONNREFUSED"],
    [wrong((u) => (u.pathname = "/nowhere")), "does not exist"],
    [wrong((u) => (u.password = "geheim")), "password authentication failed"],
    ["mysql://carnet:geheim@127.0.0.1/carnet", "postgres://"],
    [
      await freshPostgresUrl("ENCODING 'LATIN1' TEMPLATE template0"),
      "ENCODING 'UTF8'",
    ],
  ] as const) {
    const refused = start(url, "--port", "0");
    expect(await refused.exit()).toBe(1);
    expect(refused.lines).toEqual([]);
    expect(refused.errors()).toContain(said);
    expect(refused.errors().trim().split("\n")).toHaveLength(1);
    for (const secret of ["geheim", right.password])
      expect(refused.errors()).not.toContain(secret);
  }
});
