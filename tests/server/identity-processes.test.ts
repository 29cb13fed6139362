import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import {
  newDeviceKey,
  proofOf,
  publicKeyOf,
} from "../../electron/server/device-key.ts";
import type { EnrollAnswer } from "../../shared/sync/protocol.ts";
import { freshPostgresUrl, post } from "../helpers/server.ts";
import {
  startServerOn,
  type ServerProcess,
} from "../helpers/server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "carnet-server-"));
const running: ServerProcess[] = [];
let urls: string[] = [];
let code = "";

type Tokens = { access: string; refresh: string };

/** Two programs on one database: a device's requests reach either. */
beforeEach(async () => {
  const database = await freshPostgresUrl();
  const both = [1, 2].map(() =>
    startServerOn(database, "--port", "0", "--data", join(folder, "data")),
  );
  running.push(...both);
  const lines = await Promise.all(both.map((server) => server.next()));
  urls = lines.map((line) => line["listening"] ?? "");
  code = (await both[0]?.next())?.["adminEnrollment"] ?? "";
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.end("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function enrolled(publicKey?: string) {
  const body = { code, deviceName: "L1", publicKey };
  const answer = await post<EnrollAnswer>(urls[0] ?? "", "/v1/enroll", body);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** `at`: which of the two processes is asked. */
function renew(
  at: number,
  request: { refresh: string; deviceId: string; proof?: string },
) {
  return post<Tokens>(urls[at % 2] ?? "", "/v1/token", request);
}

test("one refresh token shown to both at the same time brings one successor, twenty times over", async () => {
  const { deviceId, refresh } = await enrolled();
  let token = refresh;
  for (let round = 0; round < 20; round++) {
    const answers = await Promise.all(
      [0, 1].map((at) => renew(at, { refresh: token, deviceId })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [one = "", other] = answers.map(({ body }) => body.refresh);
    expect(one).toBe(other);
    token = one;
  }
});

test("a lost answer of one is given again by the other; a third use, wherever, shuts the device out", async () => {
  const { deviceId, refresh } = await enrolled();
  const first = await renew(0, { refresh, deviceId });
  const again = await renew(1, { refresh, deviceId });
  expect(again.body.refresh).toBe(first.body.refresh);
  expect((await renew(0, { refresh, deviceId })).status).toBe(401);
  const kept = { refresh: first.body.refresh, deviceId };
  expect((await renew(1, kept)).status).toBe(401);
});

test("four uses at once, two at each: two are served, and the device is shut out everywhere", async () => {
  const { deviceId, refresh } = await enrolled();
  const answers = await Promise.all(
    [0, 1, 2, 3].map((at) => renew(at, { refresh, deviceId })),
  );
  const served = answers.filter(({ status }) => status === 200);
  expect(served).toHaveLength(2);
  const { refresh: next = "" } = served[0]?.body ?? {};
  for (const at of [0, 1])
    expect((await renew(at, { refresh: next, deviceId })).status).toBe(401);
});

test("a proof that one has taken is refused by the other, and a key registered at one is asked for by the other", async () => {
  const key = newDeviceKey();
  const { deviceId, refresh } = await enrolled(publicKeyOf(key));
  const proof = proofOf(key, { deviceId, refresh });
  expect((await renew(1, { refresh, deviceId })).status).toBe(401);
  const first = await renew(0, { refresh, deviceId, proof });
  expect(first.status).toBe(200);
  expect((await renew(1, { refresh, deviceId, proof })).status).toBe(401);
  const next = first.body.refresh;
  const fresh = proofOf(key, { deviceId, refresh: next });
  const renewed = await renew(1, { refresh: next, deviceId, proof: fresh });
  expect(renewed.status).toBe(200);
});

test("ten wrong codes are ten wherever they were typed, also all at once", async () => {
  const wrong = (at: number) =>
    post(urls[at % 2] ?? "", "/v1/enroll", { code: "x", deviceName: "L1" });
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, i) => wrong(i)),
  );
  const told = answers.filter(({ status }) => status === 401);
  expect(told.length).toBeLessThanOrEqual(10);
  for (const url of urls) {
    const good = await post(url, "/v1/enroll", { code, deviceName: "L1" });
    expect(good.status).toBe(429);
    expect(Number(good.headers.get("retry-after"))).toBeGreaterThan(0);
  }
});
