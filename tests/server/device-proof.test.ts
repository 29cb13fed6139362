import {
  createHash,
  generateKeyPairSync,
  randomUUID,
  sign,
  type KeyObject,
} from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashOf } from "../../server/auth/secrets.ts";
import { markRestored } from "../../server/dump/mark-restored.ts";
import { invite } from "../../server/auth/invitations.ts";
import {
  newDeviceKey,
  proofOf,
  publicKeyOf,
} from "../../electron/server/device-key.ts";
import type { EnrollAnswer } from "../../shared/sync/protocol.ts";
import {
  ENGINES,
  post,
  withServer,
  type TestServer,
} from "../helpers/server.ts";

type Tokens = { access: string; refresh: string };
const person = {
  email: "chantal@carnet.example",
  name: "Chantal Rochat",
  role: "salesperson" as const,
};
const REFUSED = { status: 401, body: { error: { code: "unauthenticated" } } };

/** A device that registers `publicKey` when it enrols, and what it takes to renew with any proof. */
async function enrolled(server: TestServer, publicKey?: string) {
  const code = await invite(server.deps, server.tenant, person);
  const body = { code, deviceName: "L1", publicKey };
  const answer = await post<EnrollAnswer>(server.url, "/v1/enroll", body);
  expect(answer.status).toBe(200);
  const { deviceId, refresh, access } = answer.body;
  const renew = (proof?: string, token = refresh) =>
    post<Tokens>(server.url, "/v1/token", { refresh: token, deviceId, proof });
  const pull = (token = access) =>
    post(
      server.url,
      "/v1/sync/pull",
      { proto: 1, schema: 1, epoch: null, cursors: {} },
      token,
    );
  return { deviceId, refresh, renew, pull };
}

/** A proof made by hand, of what `change` says. */
function forged(
  keys: { privateKey: KeyObject; publicKey: KeyObject },
  about: { deviceId: string; refresh: string },
  change: { header?: object; payload?: object } = {},
): string {
  const rth = createHash("sha256").update(about.refresh).digest("base64url");
  const ed = keys.privateKey.asymmetricKeyType === "ed25519";
  const parts = [
    {
      typ: "carnet-proof+jwt",
      alg: ed ? "EdDSA" : "ES256",
      jwk: keys.publicKey.export({ format: "jwk" }),
      ...change.header,
    },
    { sub: about.deviceId, rth, jti: randomUUID(), ...change.payload },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  const signature = sign(ed ? null : "sha256", Buffer.from(parts.join(".")), {
    key: keys.privateKey,
    dsaEncoding: "ieee-p1363",
  });
  return [...parts, signature.toString("base64url")].join(".");
}

describe.each(ENGINES)("device proof on %s", (engine) => {
  test("a restored server lets a device with newer tokens in by its key, once, and nobody else", () =>
    withServer(engine, async (server) => {
      const key = newDeviceKey();
      const { renew, refresh, deviceId } = await enrolled(
        server,
        publicKeyOf(key),
      );
      const keyless = await enrolled(server);
      const proof = (token: string, by = key) =>
        proofOf(by, { deviceId, refresh: token });
      const first = (await renew(proof(refresh))).body;
      const held = (await renew(proof(first.refresh), first.refresh)).body;
      const hashes = (of: string) =>
        server.sql.query(
          `UPDATE device SET refresh_hash = $3 WHERE tenant_id = $1 AND device_id = $2`,
          [server.tenant.tenantId, deviceId, of],
        );
      // As the dump of an hour ago has it: a token that the device no longer holds.
      await hashes(hashOf(refresh));
      const lost = held.refresh;
      expect(await renew(proof(lost), lost)).toMatchObject(REFUSED);
      await markRestored(server.sql);
      for (const [by, token] of [
        [undefined, lost],
        ["x", lost],
        [proof(refresh), lost],
      ] as const)
        expect(await renew(by, token)).toMatchObject(REFUSED);
      const lostToo = `${lost}x`;
      expect(await keyless.renew(undefined, lostToo)).toMatchObject(REFUSED);
      const back = await renew(proof(lost), lost);
      expect(back.status).toBe(200);
      const { refresh: next } = back.body;
      expect((await renew(proof(next), next)).status).toBe(200);
      expect(await renew(proof(`${lost}y`), `${lost}y`)).toMatchObject(REFUSED);
    }));

  test("a device that registered a key renews with a proof of it, and with nothing else", () =>
    withServer(engine, async (server) => {
      const key = newDeviceKey();
      const { renew, refresh, deviceId } = await enrolled(
        server,
        publicKeyOf(key),
      );
      const own = proofOf(key, { deviceId, refresh });
      const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const jwk = JSON.parse(
        Buffer.from(own.split(".")[0] ?? "", "base64url").toString(),
      ) as { jwk: object };
      const useless = [
        undefined,
        "",
        "x",
        `${own}.x`,
        own.slice(0, -9),
        own.replace(/\.[^.]+$/, "."),
        proofOf(key, { deviceId, refresh: `${refresh}x` }),
        proofOf(key, { deviceId: randomUUID(), refresh }),
        // Another's signature under our key's name, and no algorithm at all.
        forged(pair, { deviceId, refresh }, { header: jwk }),
        forged(pair, { deviceId, refresh }, { header: { alg: "none" } }),
        forged(pair, { deviceId, refresh }, { header: { alg: "EdDSA" } }),
        forged(pair, { deviceId, refresh }, { payload: { jti: "short" } }),
      ];
      for (const proof of useless)
        expect(await renew(proof)).toMatchObject(REFUSED);
      // None of it cost the device anything.
      const renewed = await renew(own);
      expect(renewed.status).toBe(200);
      const next = proofOf(key, { deviceId, refresh: renewed.body.refresh });
      expect((await renew(next, renewed.body.refresh)).status).toBe(200);
    }));

  test("a proof serves once: repeated it is refused and costs nothing, a fresh one is the grace use", () =>
    withServer(engine, async (server) => {
      const key = newDeviceKey();
      const { renew, refresh, deviceId } = await enrolled(
        server,
        publicKeyOf(key),
      );
      const proofs = [1, 2].map(() => proofOf(key, { deviceId, refresh }));
      expect((await renew(proofs[0])).status).toBe(200);
      expect(await renew(proofs[0])).toMatchObject(REFUSED);
      const grace = await renew(proofs[1]);
      expect(grace.status).toBe(200);
      for (const proof of proofs)
        expect(await renew(proof)).toMatchObject(REFUSED);
      const token = grace.body.refresh;
      const next = proofOf(key, { deviceId, refresh: token });
      expect((await renew(next, token)).status).toBe(200);
    }));

  test("answers lost one after the other do not shut a proven device out; long after that one use is left", () =>
    withServer(engine, async (server) => {
      const key = newDeviceKey();
      const { renew, refresh, deviceId } = await enrolled(
        server,
        publicKeyOf(key),
      );
      const again = (token = refresh) =>
        renew(proofOf(key, { deviceId, refresh: token }), token);
      const lost = [];
      for (let minute = 0; minute < 9; minute++) {
        lost.push(await again());
        server.clock.nowMs += 60_000;
      }
      expect(lost.map(({ status }) => status)).toEqual(Array(9).fill(200));
      // One successor, whichever answer arrives.
      const successors = new Set(lost.map(({ body }) => body.refresh));
      expect(successors.size).toBe(1);
      server.clock.nowMs += 60_001;
      const grace = await again();
      expect(grace.status).toBe(200);
      server.clock.nowMs += 600_001;
      expect(await again()).toMatchObject(REFUSED);
      expect(await again(grace.body.refresh)).toMatchObject(REFUSED);
    }));

  test("a good token with a sound proof of another key shuts the device out, access included", () =>
    withServer(engine, async (server) => {
      const key = newDeviceKey();
      const { renew, pull, refresh, deviceId } = await enrolled(
        server,
        publicKeyOf(key),
      );
      expect((await pull()).status).toBe(200);
      const thief = proofOf(newDeviceKey(), { deviceId, refresh });
      expect(await renew(thief)).toMatchObject(REFUSED);
      expect(await renew(proofOf(key, { deviceId, refresh }))).toMatchObject(
        REFUSED,
      );
      expect(await pull()).toMatchObject(REFUSED);
    }));

  test("another key with a token that is no longer known changes nothing", () =>
    withServer(engine, async (server) => {
      const key = newDeviceKey();
      const { renew, deviceId, refresh } = await enrolled(
        server,
        publicKeyOf(key),
      );
      let token = refresh;
      for (let i = 0; i < 2; i++)
        token = (await renew(proofOf(key, { deviceId, refresh: token }), token))
          .body.refresh;
      const thief = proofOf(newDeviceKey(), { deviceId, refresh });
      expect(await renew(thief)).toMatchObject(REFUSED);
      const own = proofOf(key, { deviceId, refresh: token });
      expect((await renew(own, token)).status).toBe(200);
    }));

  test("a device without a key renews without a proof until its first one, which registers the key", () =>
    withServer(engine, async (server) => {
      const { renew, refresh, deviceId } = await enrolled(server);
      const first = (await renew()).body.refresh;
      const key = newDeviceKey();
      const proof = proofOf(key, { deviceId, refresh: first });
      const second = (await renew(proof, first)).body.refresh;
      expect(await renew(undefined, second)).toMatchObject(REFUSED);
      const next = proofOf(key, { deviceId, refresh: second });
      expect((await renew(next, second)).status).toBe(200);
      expect(refresh).not.toBe(second);
    }));

  test("a key is taken as SPKI or as JWK, P-256 or Ed25519; any other is 400 and the code still good", () =>
    withServer(engine, async (server) => {
      const code = await invite(server.deps, server.tenant, person);
      const p384 = generateKeyPairSync("ec", { namedCurve: "P-384" });
      const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
      const spki = (key: KeyObject) =>
        key.export({ type: "spki", format: "der" }).toString("base64url");
      for (const publicKey of [
        "",
        "x",
        "{",
        '{"kty":"EC"}',
        spki(p384.publicKey),
        spki(rsa.publicKey),
        JSON.stringify(p384.publicKey.export({ format: "jwk" })),
      ]) {
        const body = { code, deviceName: "L1", publicKey };
        expect(await post(server.url, "/v1/enroll", body)).toMatchObject({
          status: 400,
          body: { error: { code: "bad_request" } },
        });
      }
      for (const pair of [
        generateKeyPairSync("ec", { namedCurve: "P-256" }),
        generateKeyPairSync("ed25519"),
      ])
        for (const publicKey of [
          spki(pair.publicKey),
          JSON.stringify(pair.publicKey.export({ format: "jwk" })),
        ]) {
          const device = await enrolled(server, publicKey);
          expect(await device.renew()).toMatchObject(REFUSED);
          expect((await device.renew(forged(pair, device))).status).toBe(200);
        }
    }));
});
