import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { Agent, request, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Bye, type EnrollAnswer } from "../../shared/sync/protocol.ts";
import { createTestDevice, op, post } from "../helpers/server.ts";
import {
  startServerProcess,
  type ServerProcess,
} from "../helpers/server-process.ts";

const folders: string[] = [];
const running: ServerProcess[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "carnet-server-"));
  folders.push(made);
  return join(made, "data");
}

function start(...args: readonly string[]): ServerProcess {
  const server = startServerProcess(...args);
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

async function untilRefused(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer === null) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

afterEach(async () => {
  for (const server of running.splice(0))
    if (server.child.exitCode === null) await server.end("SIGKILL");
  for (const made of folders.splice(0))
    rmSync(made, { recursive: true, force: true });
});

const invitation = [
  "invite",
  ...["--email", "cro@carnet.example", "--name", "Chantal Rochat"],
  ...["--role", "salesperson", "--salesperson", "CRO"],
];

describe("the program", () => {
  test("says where it listens, invites through its socket, refuses a second one, survives a kill and stops cleanly", async () => {
    const data = folder();
    const first = start("--port", "0", "--data", data);
    const { listening: url = "", engine } = await first.next();
    expect(engine).toBe("pglite");
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const { adminEnrollment = "" } = await first.next();
    expect(statSync(join(data, "admin.sock")).mode & 0o777).toBe(0o600);
    expect(statSync(data).mode & 0o777).toBe(0o700);

    const invite = start(...invitation, "--data", data);
    const { enrollment = "" } = await invite.next();
    expect(await invite.exit()).toBe(0);
    const cro = await enrol(url, enrollment);
    const id = randomUUID();
    await cro.push([op.company(id, "Vor dem Absturz AG")]);

    const second = start("--port", "0", "--data", data);
    expect(await second.exit()).toBe(1);
    expect(second.errors()).toContain("in use by another process");
    expect(second.lines).toEqual([]);

    await first.end("SIGKILL");
    const third = start("--port", "0", "--data", data);
    const { listening: again = "" } = await third.next();
    expect(await third.next()).toHaveProperty("adminEnrollment");
    const after = createTestDevice(again, cro);
    expect((await after.all("contacts")).get(id)).toMatchObject({
      name: "Vor dem Absturz AG",
    });
    await enrol(again, adminEnrollment);
    expect(await third.end("SIGTERM")).toBe(0);

    const offline = start(...invitation, "--data", data);
    const { enrollment: later = "" } = await offline.next();
    expect(await offline.exit()).toBe(0);
    const tenant = start("tenant", "--data", data, "--name", "Zweite AG");
    const made = await tenant.next();
    expect(await tenant.exit()).toBe(0);

    const fourth = start("--port", "0", "--data", data);
    const { listening: last = "" } = await fourth.next();
    const croAgain = await enrol(last, later);
    expect(croAgain.userId).toBe(cro.userId);
    const other = await enrol(last, made["adminEnrollment"] ?? "");
    expect(other.tenantId).toBe(made["tenantId"]);
    expect((await other.all("contacts")).size).toBe(0);
    expect(await fourth.end("SIGTERM")).toBe(0);
    // An administrator's device has enrolled: no more codes.
    expect(fourth.lines).toHaveLength(1);
    for (const server of [first, third, fourth])
      for (const secret of ["Rochat", "Absturz", enrollment, cro.access])
        expect(server.errors()).not.toContain(secret);
  });

  test("lists and revokes devices through its socket, and without a running server", async () => {
    const data = folder();
    const server = start("--port", "0", "--data", data);
    const { listening: url = "" } = await server.next();
    const { adminEnrollment = "" } = await server.next();
    const admin = await enrol(url, adminEnrollment);
    const devices = start("devices", "--data", data);
    expect((await devices.next())["devices"]).toMatchObject([
      { id: admin.deviceId, name: "L1", status: "active" },
    ]);
    const revoke = start(
      ...["revoke", "--data", data, "--device", admin.deviceId],
    );
    expect(await revoke.next()).toEqual({
      revoked: admin.deviceId,
      wipe: true,
    });
    expect((await admin.raw([])).body).toMatchObject({
      error: { code: "revoked", wipe: true },
    });
    await server.end("SIGTERM");
    const again = start("devices", "--data", data);
    expect((await again.next())["devices"]).toMatchObject([
      { id: admin.deviceId, status: "revoked" },
    ]);
    const unknown = start(
      ...["revoke", "--data", data, "--device", randomUUID(), "--keep-data"],
    );
    expect(await unknown.exit()).toBe(1);
    expect(unknown.errors()).toContain("No device");
  });

  test("SIGTERM ends a stream that is open and still exits 0", async () => {
    const server = start("--port", "0", "--data", folder(), "--demo");
    const { listening: url = "" } = await server.next();
    const { adminEnrollment = "" } = await server.next();
    const admin = await enrol(url, adminEnrollment);
    expect((await admin.all("contacts")).size).toBe(175);
    const stream = await fetch(`${url}/v1/sync/stream`, {
      headers: { authorization: `Bearer ${admin.access}` },
    });
    const text = stream.text();
    expect(await server.end("SIGTERM")).toBe(0);
    expect(await text).toMatch(/^:hb \d+\n\nevent: bye\ndata: .*\n\n$/);
    const bye = /^data: (.*)$/m.exec(await text)?.[1] ?? "";
    const { retryMs } = Bye.parse(JSON.parse(bye));
    expect(retryMs).toBeLessThanOrEqual(5_000);
  });

  test("SIGTERM lets a push that is on its way finish, and takes no new one", async () => {
    const data = folder();
    const server = start("--port", "0", "--data", data);
    const { listening: url = "" } = await server.next();
    const { adminEnrollment = "" } = await server.next();
    const admin = await enrol(url, adminEnrollment);
    const id = randomUUID();
    const ops = [op.company(id, "Im letzten Moment AG")];
    const group = { d: 1, m: randomUUID(), hlc: `${Date.now()}.0`, ops };
    const body = JSON.stringify({
      ...{ proto: 1, schema: 1, device: admin.deviceId },
      groups: [group],
    });
    const pushing = request(`${url}/v1/sync/push`, {
      method: "POST",
      headers: { authorization: `Bearer ${admin.access}` },
      agent: new Agent({ keepAlive: true }),
    });
    pushing.write(body.slice(0, 50));
    // The server has it in hand once it has answered a later one.
    await admin.pull();
    const ended = server.end("SIGTERM");
    await untilRefused(url);
    pushing.end(body.slice(50));
    const [answer] = (await once(pushing, "response")) as [IncomingMessage];
    expect(answer.statusCode).toBe(200);
    answer.resume();
    const since = performance.now();
    expect(await ended).toBe(0);
    expect(performance.now() - since).toBeLessThan(4_000);

    const again = start("--port", "0", "--data", data);
    const { listening = "" } = await again.next();
    const after = await createTestDevice(listening, admin).all("contacts");
    expect(after.has(id)).toBe(true);
  });

  test("plain http to the network, an unknown option and a wrong role are refused with exit 1 before anything is made", async () => {
    for (const [args, said] of [
      [["--host", "0.0.0.0"], "--behind-proxy"],
      [["--prot", "1"], "--prot"],
      [["--port", "70000"], "--port"],
      [
        ["invite", "--email", "a@b.example", "--name", "A", "--role", "owner"],
        "--role",
      ],
      [["revoke"], "--device"],
      [["invite", "--name", "A", "--role", "admin"], "--email"],
      [["tenant"], "--name"],
    ] as const) {
      const data = folder();
      const refused = start(...args, "--data", data);
      expect(await refused.exit()).toBe(1);
      expect(refused.errors()).toContain(said);
      expect(() => statSync(data)).toThrow("ENOENT");
    }
  });
});
