import { randomBytes } from "node:crypto";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openDeviceFile } from "../../../../electron/server/device-file.ts";
import { openServerLink } from "../../../../electron/server/server-link.ts";
import { enrollUnattended } from "../../../../electron/server/unattended-enrollment.ts";
import type { Connection } from "../../../../shared/ipc/server.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { fakeServer, refusal, type Answer } from "./fake-server.ts";

const key = randomBytes(32);
const URL = "https://crm.example.test";
const HEALTH = { status: "ok", version: "1", proto: 1, schema: 1 };
const REQUEST = { url: URL, code: "CODE", deviceName: "laptop" };

function enrolled(tenantId = "t1", deviceId = "d1"): Answer {
  const answer = {
    tenantId,
    userId: "u1",
    deviceId,
    access: "a",
    refresh: "r",
    serverTime: 1,
    user: { id: "u1", name: "CRO", email: "c@example.test", role: "manager" },
  };
  return [200, answer];
}

async function world(
  routes: {
    readonly health?: () => Answer;
    readonly enroll?: () => Answer;
    readonly token?: () => Answer | Promise<Answer>;
    readonly leases?: () => Answer;
  } = {},
) {
  const file = openDeviceFile(
    path.join(temporaryFolder(), "device.sealed"),
    key,
  );
  const server = fakeServer({
    "/healthz": routes.health ?? (() => [200, HEALTH]),
    "/v1/enroll": routes.enroll ?? (() => enrolled()),
    "/v1/leases": routes.leases ?? (() => refusal(401, "unauthenticated")),
    ...(routes.token ? { "/v1/token": routes.token } : {}),
  });
  const told: Connection[] = [];
  const devices: string[] = [];
  const erased: string[] = [];
  let tenant: string | null = null;
  const open = () =>
    openServerLink({
      fetch: server.fetch,
      file,
      random: () => 0,
      offline: true,
      journal: {
        tenantId: () => tenant,
        startDevice: async ({ deviceId, tenantId }) => {
          devices.push(deviceId);
          tenant = tenantId;
        },
      },
      onConnection: (connection) => told.push(connection),
      onHint: () => undefined,
      onStream: () => undefined,
      onErase: () => erased.push("erase"),
    });
  return { erased, link: await open(), open, server, told, devices };
}

test("connecting stores the device, tells the window and is there at the next start", async () => {
  const { link, open, told, devices } = await world();
  expect(link.connection()).toBeNull();
  expect(await link.post({ path: "/v1/leases", body: {} })).toEqual({
    status: "not-connected",
  });
  const result = await link.connect(REQUEST);
  expect(result).toMatchObject({
    status: "connected",
    connection: { url: URL, tenantId: "t1", deviceId: "d1" },
  });
  expect(told).toEqual([link.connection()]);
  expect(devices).toEqual(["d1"]);
  expect((await open()).connection()).toEqual(link.connection());
});

test("disconnecting forgets the device, tells the window, and the server as far as that can be", async () => {
  const { link, open, told, server } = await world();
  await link.connect(REQUEST);
  await link.disconnect();
  const left = () => server.asked.filter((a) => a.path === "/v1/devices/leave");
  await expect.poll(left).toHaveLength(1);
  expect(told.at(-1)).toBeNull();
  expect((await open()).connection()).toBeNull();
});

describe("while a token is being renewed", () => {
  /** Connected as d1, with a renewal under way that is answered by `answer`. */
  async function renewing(enroll: () => Answer = () => enrolled()) {
    const held = Promise.withResolvers<Answer>();
    const { link, open, server } = await world({
      enroll,
      token: () => held.promise,
    });
    await link.connect(REQUEST);
    const posted = link.post({ path: "/v1/leases", body: {} });
    const asked = () => server.asked.filter((a) => a.path === "/v1/token");
    await expect.poll(asked).toHaveLength(1);
    const answer = async () => {
      held.resolve([200, { access: "a2", refresh: "r2" }]);
      await posted;
    };
    return { link, open, asked, answer };
  }

  test("requests that come meanwhile share it", async () => {
    const { link, asked, answer } = await renewing();
    const more = [1, 2, 3].map(() =>
      link.post({ path: "/v1/leases", body: {} }),
    );
    await answer();
    await Promise.all(more);
    expect(asked()).toHaveLength(1);
  });

  test("a device that is disconnected meanwhile does not come back with the answer", async () => {
    const { link, open, answer } = await renewing();
    await link.disconnect();
    await answer();
    expect((await open()).connection()).toBeNull();
  });

  test("a device that is enrolled meanwhile is not replaced by the earlier one", async () => {
    let deviceId = "d1";
    const { link, open, answer } = await renewing(() =>
      enrolled("t1", deviceId),
    );
    deviceId = "d2";
    await link.connect(REQUEST);
    await answer();
    expect(link.connection()?.deviceId).toBe("d2");
    expect((await open()).connection()?.deviceId).toBe("d2");
  });
});

test("two enrolments at once leave one device, of one company: on disk, in the journal and in use", async () => {
  let serial = 0;
  const { link, open, devices } = await world({
    enroll: () => enrolled(`t${(serial += 1)}`, `d${serial}`),
  });
  const results = await Promise.all([
    link.connect(REQUEST),
    link.connect(REQUEST),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual([
    "connected",
    "failed",
  ]);
  const inUse = link.connection()?.deviceId;
  expect(devices).toEqual([inUse]);
  expect((await open()).connection()?.deviceId).toBe(inUse);
});

const FAILURES: readonly (readonly [
  string,
  Parameters<typeof world>[0],
  string,
])[] = [
  [
    "a wrong code",
    { enroll: () => refusal(401, "unauthenticated") },
    "bad-code",
  ],
  ["too many codes", { enroll: () => refusal(429, "too_many") }, "refused"],
  ["an old app", { health: () => [200, { ...HEALTH, proto: 2 }] }, "too-old"],
  ["a portal", { health: () => new Response("<html>") }, "not-carnet"],
  [
    "no network",
    { health: () => new Error("net::ERR_INTERNET_DISCONNECTED") },
    "unreachable",
  ],
];
for (const [what, routes, reason] of FAILURES)
  test(`${what} is told apart: ${reason}`, async () => {
    const { link, told } = await world(routes);
    expect(await link.connect(REQUEST)).toMatchObject({
      status: "failed",
      reason,
    });
    expect(link.connection()).toBeNull();
    expect(told).toEqual([]);
  });

test("http to another machine is refused before anything is sent", async () => {
  const { link, server } = await world();
  expect(
    await link.connect({ ...REQUEST, url: "http://crm.example.test" }),
  ).toMatchObject({ reason: "bad-address" });
  expect(server.asked).toEqual([]);
});

test("one company's data is not sent to another company's server", async () => {
  let tenantId = "t1";
  const { link } = await world({ enroll: () => enrolled(tenantId) });
  await link.connect(REQUEST);
  tenantId = "t2";
  expect(await link.connect(REQUEST)).toMatchObject({
    status: "failed",
    reason: "refused",
    detail: "other-company",
  });
  expect(link.connection()?.tenantId).toBe("t1");
});

test("unattended enrolment tries until the server answers", async () => {
  let tries = 0;
  const { link } = await world({
    health: () =>
      (tries += 1) < 3
        ? new Error("net::ERR_CONNECTION_REFUSED")
        : [200, HEALTH],
  });
  await enrollUnattended({
    link,
    enrollment: REQUEST,
    deviceName: "laptop",
    random: () => 0,
    warn: () => undefined,
  });
  expect(tries).toBe(3);
  expect(link.connection()).not.toBeNull();
});

test("unattended enrolment gives up on a refused code, and does nothing when connected", async () => {
  const { link, server } = await world({
    enroll: () => refusal(401, "unauthenticated"),
  });
  const warnings: string[] = [];
  const again = (on: typeof link) =>
    enrollUnattended({
      link: on,
      enrollment: REQUEST,
      deviceName: "laptop",
      random: () => 0,
      warn: (line) => warnings.push(line),
    });
  await again(link);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).not.toContain("CODE");
  expect(server.asked).toHaveLength(2);

  const connected = await world();
  await connected.link.connect(REQUEST);
  const before = connected.server.asked.length;
  await again(connected.link);
  expect(connected.server.asked).toHaveLength(before);
});

describe("the server's word that this device was revoked", () => {
  const revoked = (more: object): Answer => [
    403,
    { error: { code: "revoked", message: "No.", ...more } },
  ];
  const ours = { device: "d1", wipe: true };
  const lease = { path: "/v1/leases", body: {} } as const;

  async function told(first: Answer, second: () => Answer) {
    const { link, erased } = await world({
      leases: () => first,
      token: second,
    });
    await link.connect(REQUEST);
    const answer = await link.post(lease);
    await link.post(lease);
    return { answer, erased };
  }

  test("counts when the token route says the same, and is told once", async () => {
    const { answer, erased } = await told(revoked(ours), () => revoked(ours));
    expect(answer).toMatchObject({ status: "refused", code: "revoked" });
    expect(erased).toEqual(["erase"]);
  });

  test.each([
    ["of an older server, which erases nothing", revoked({})],
    ["that only shuts it out", revoked({ ...ours, wipe: false })],
    ["about another device", revoked({ ...ours, device: "d2" })],
    ["with another status", [401, { error: { code: "revoked", ...ours } }]],
    ["with another code", [403, { error: { code: "forbidden", ...ours } }]],
    ["of a portal", new Response("<h1>403 revoked</h1>", { status: 403 })],
  ] satisfies [string, Answer][])(
    "%s counts for nothing",
    async (_, answer) => {
      const again = () =>
        answer instanceof Response ? answer.clone() : answer;
      const { erased } = await told(again(), () => revoked(ours));
      expect(erased).toEqual([]);
    },
  );

  test("counts for nothing while the token route does not say so too, and is asked again later", async () => {
    const good: Answer = [200, { access: "a2", refresh: "r2" }];
    for (const second of [good, new Error("ERR_CONNECTION_RESET")]) {
      const { answer, erased } = await told(revoked(ours), () => second);
      expect(answer).toMatchObject({ status: "unreachable" });
      expect(erased).toEqual([]);
    }
  });
});
