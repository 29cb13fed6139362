import { expect, test } from "vitest";
import type {
  Device,
  DeviceFile,
} from "../../../../electron/server/device-file.ts";
import {
  newDeviceKey,
  publicKeyOf,
} from "../../../../electron/server/device-key.ts";
import { createTokenStore } from "../../../../electron/server/token-store.ts";
import { post } from "../../../../electron/server/transport.ts";
import { readProof } from "../../../../server/auth/device-proof.ts";
import { CONNECTION, fakeServer, refusal } from "./fake-server.ts";

const device: Device = { connection: CONNECTION, refresh: "r0" };
const KEYED: Device = { ...device, key: newDeviceKey() };
const LEASE = { series: "contacts", lo: 1, hi: 50, format: "CT{000000}" };

/** A server that renews tokens `r0` → `r1` → …, and a file whose disk can be full. */
function world(given: { readonly access?: string } = {}) {
  const stored: string[] = [];
  const disk = { full: false };
  let serial = 0;
  let valid = given.access ?? "";
  const server = fakeServer({
    "/v1/token": ({ body }) => {
      const { refresh } = body as { refresh: string };
      if (refresh !== `r${serial}`) return refusal(401, "unauthenticated");
      serial += 1;
      valid = `a${serial}`;
      return [200, { access: valid, refresh: `r${serial}` }];
    },
    "/v1/leases": ({ access }) =>
      access === valid ? [200, LEASE] : refusal(401, "unauthenticated"),
  });
  const file: DeviceFile = {
    read: async () => device,
    write: async ({ refresh }) => {
      if (disk.full) throw new Error("ENOSPC");
      stored.push(refresh);
    },
    remove: async () => undefined,
  };
  const tokens = createTokenStore({
    ...{ ...server, ...given, file },
    device: KEYED,
  });
  const lease = () =>
    post({ fetch: server.fetch, tokens, url: CONNECTION.url }, "/v1/leases", {
      series: "contacts",
      count: 50,
    });
  const expire = () => {
    valid = "none of the old ones";
  };
  return { server, tokens, lease, stored, disk, expire };
}

test("at start the first request brings an access token, and the new refresh token is on disk before it is used", async () => {
  const { lease, stored, server } = world();
  expect(await lease()).toMatchObject({ status: "ok", body: LEASE });
  expect(stored).toEqual(["r1"]);
  expect(server.asked.map(({ path }) => path)).toEqual([
    "/v1/token",
    "/v1/leases",
  ]);
});

test("a token that has run out is renewed once and the request repeated", async () => {
  const { lease, expire, server } = world({ access: "a0" });
  await lease();
  expire();
  expect(await lease()).toMatchObject({ status: "ok" });
  expect(server.asked.map(({ path, access }) => [path, access])).toEqual([
    ["/v1/leases", "a0"],
    ["/v1/leases", "a0"],
    ["/v1/token", null],
    ["/v1/leases", "a1"],
  ]);
});

test("requests that meet the same expiry share one renewal", async () => {
  const { lease, expire, server } = world({ access: "a0" });
  expire();
  const answers = await Promise.all([lease(), lease(), lease()]);
  expect(answers.map(({ status }) => status)).toEqual(["ok", "ok", "ok"]);
  expect(server.asked.filter(({ path }) => path === "/v1/token")).toHaveLength(
    1,
  );
});

const proofIn = (body: unknown) => (body as { proof?: string }).proof ?? "";

test("a device without a key has one on disk before the server hears of it, and every renewal a proof of it", async () => {
  const written: (string | undefined)[] = [];
  const server = fakeServer({
    "/v1/token": () => {
      expect(written).toHaveLength(1);
      return [200, { access: "a1", refresh: "r1" }];
    },
  });
  const write = async ({ key }: Device) => {
    written.push(key);
  };
  const tokens = createTokenStore({ ...server, file: { write }, device });
  expect(await tokens.access()).toMatchObject({ status: "ok" });
  const [asked] = server.asked;
  const about = { deviceId: CONNECTION.deviceId, refresh: "r0" };
  expect(readProof(proofIn(asked?.body), about)?.key).toBe(
    publicKeyOf(written[0] ?? ""),
  );
  expect(written[1]).toBe(written[0]);
});

test("a key that the disk refused is not shown to the server", async () => {
  const server = fakeServer({});
  const write = () => Promise.reject(new Error("ENOSPC"));
  const tokens = createTokenStore({ ...server, file: { write }, device });
  expect(await tokens.access()).toEqual({
    status: "unreachable",
    reason: "disk",
  });
  expect(server.asked).toEqual([]);
});

test("a renewal that is refused is the answer, and nothing is repeated without end", async () => {
  const { server, tokens } = world();
  await tokens.access();
  const file: DeviceFile = {
    read: async () => device,
    write: async () => undefined,
    remove: async () => undefined,
  };
  const stale = createTokenStore({ ...server, file, device: KEYED });
  const before = server.asked.length;
  const answer = await post(
    { fetch: server.fetch, tokens: stale, url: CONNECTION.url },
    "/v1/leases",
    {},
  );
  expect(answer).toMatchObject({ status: "refused", http: 401 });
  // Twice, each with a proof of its own: a copy of the first may have been what was refused.
  const proofs = server.asked.slice(before).map(({ body }) => proofIn(body));
  expect(proofs).toHaveLength(2);
  expect(new Set(proofs).size).toBe(2);
});

test("a refresh token that the disk refused is not used until it is stored", async () => {
  const { tokens, disk, stored, server } = world();
  disk.full = true;
  expect(await tokens.access()).toMatchObject({ status: "ok", body: "a1" });
  expect(await tokens.renewed("a1")).toEqual({
    status: "unreachable",
    reason: "disk",
  });
  expect(server.asked).toHaveLength(1);
  disk.full = false;
  expect(await tokens.renewed("a1")).toMatchObject({ body: "a2" });
  expect(stored).toEqual(["r1", "r2"]);
});
