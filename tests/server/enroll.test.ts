import { describe, expect, test } from "vitest";
import type { EnrollAnswer } from "../../shared/sync/protocol.ts";
import { invite } from "../../server/auth/invitations.ts";
import {
  ENGINES,
  post,
  withServer,
  type TestServer,
} from "../helpers/server.ts";

const person = {
  email: "chantal@carnet.example",
  name: "Chantal Rochat",
  role: "salesperson" as const,
  salesperson: "CRO",
};

function enrol(server: TestServer, code: string) {
  return post<EnrollAnswer>(server.url, "/v1/enroll", {
    code,
    deviceName: "L1",
  });
}

type Tokens = { access: string; refresh: string };

function renew(server: TestServer, refresh: string, deviceId: string) {
  return post<Tokens>(server.url, "/v1/token", { refresh, deviceId });
}

describe.each(ENGINES)("enrolment on %s", (engine) => {
  test("healthz says who answers, without a token", () =>
    withServer(engine, async (server) => {
      const answer = await fetch(`${server.url}/healthz`);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({
        status: "ok",
        version: "test",
        proto: 1,
        schema: 1,
      });
    }));

  test("a code makes one device of the invited person, once", () =>
    withServer(engine, async (server) => {
      const code = await invite(server.deps, server.tenant, person);
      const first = await enrol(server, code);
      expect(first).toMatchObject({
        status: 200,
        body: {
          tenantId: server.tenant.tenantId,
          serverTime: server.clock.nowMs,
          user: {
            name: "Chantal Rochat",
            role: "salesperson",
            salesperson: "CRO",
          },
        },
      });
      expect(await enrol(server, code)).toMatchObject({
        status: 401,
        body: { error: { code: "unauthenticated" } },
      });
    }));

  test("a second code for the same address is one more device of the same person", () =>
    withServer(engine, async (server) => {
      const codes = [
        await invite(server.deps, server.tenant, person),
        await invite(server.deps, server.tenant, {
          ...person,
          email: "Chantal@Carnet.example",
        }),
      ];
      const [a, b] = await Promise.all(codes.map((c) => enrol(server, c)));
      expect(a?.body.userId).toBe(b?.body.userId);
      expect(a?.body.deviceId).not.toBe(b?.body.deviceId);
    }));

  test("a code may be typed in small letters, without hyphens and with O for 0", () =>
    withServer(engine, async (server) => {
      const code = await invite(server.deps, server.tenant, person);
      const typed = code
        .toLowerCase()
        .replaceAll("-", " ")
        .replaceAll("0", "o");
      expect((await enrol(server, typed)).status).toBe(200);
    }));

  test("an invitation lives for a day, the first administrator's until it is used", () =>
    withServer(engine, async (server) => {
      const code = await invite(server.deps, server.tenant, person);
      const admin = await server.adminCode();
      const other = await server.adminCode();
      server.clock.nowMs += 24 * 3_600_000 + 1;
      expect((await enrol(server, code)).status).toBe(401);
      expect((await enrol(server, admin)).status).toBe(200);
      // Earlier starts had printed this one too: it is worth nothing now.
      expect((await enrol(server, other)).status).toBe(401);
    }));

  test("ten wrong codes a minute from one address, then 429 with Retry-After", () =>
    withServer(engine, async (server) => {
      const good = await invite(server.deps, server.tenant, person);
      for (let i = 0; i < 10; i++)
        expect((await enrol(server, `wrong ${i}`)).status).toBe(401);
      const blocked = await enrol(server, good);
      expect(blocked.status).toBe(429);
      expect(Number(blocked.headers.get("retry-after"))).toBeGreaterThan(0);
      server.clock.nowMs += 60_001;
      expect((await enrol(server, good)).status).toBe(200);
    }));

  test("twenty wrong codes at the same time: ten are told so, the others to wait", () =>
    withServer(engine, async (server) => {
      server.clock.nowMs += 120_000;
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => enrol(server, `wrong ${i}`)),
      );
      const count = (status: number) =>
        answers.filter((answer) => answer.status === status).length;
      expect(count(401)).toBeLessThanOrEqual(10);
      expect(count(401) + count(429)).toBe(20);
    }));

  test("an access token lives ten minutes, and a new pair follows from the refresh token", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      server.clock.nowMs += 600_001;
      const pull = { proto: 1, schema: 1, epoch: null, cursors: {} };
      expect((await cro.post("/v1/sync/pull", pull)).status).toBe(401);
      const renewed = await renew(server, cro.refresh, cro.deviceId);
      expect(renewed.status).toBe(200);
      const again = await post(
        server.url,
        "/v1/sync/pull",
        pull,
        renewed.body.access,
      );
      expect(again.status).toBe(200);
    }));

  test("a refresh token whose answer was lost serves once more, not twice", () =>
    withServer(engine, async (server) => {
      const { refresh, deviceId } = await server.device("Chantal");
      const lost = await renew(server, refresh, deviceId);
      server.clock.nowMs += 30_001;
      const second = await renew(server, refresh, deviceId);
      expect([lost.status, second.status]).toEqual([200, 200]);
      expect((await renew(server, lost.body.refresh, deviceId)).status).toBe(
        401,
      );
      expect((await renew(server, second.body.refresh, deviceId)).status).toBe(
        200,
      );
    }));

  test("two renewals of one refresh token at the same time bring one successor, whichever answer arrives", () =>
    withServer(engine, async (server) => {
      const { refresh, deviceId } = await server.device("Chantal");
      const answers = await Promise.all(
        [1, 2].map(() => renew(server, refresh, deviceId)),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const [one, other] = answers.map(({ body }) => body.refresh);
      expect(one).toBe(other);
      const next = await renew(server, one ?? "", deviceId);
      expect(next.status).toBe(200);
      expect((await renew(server, next.body.refresh, deviceId)).status).toBe(
        200,
      );
    }));

  test("three uses of one refresh token shut the device out, also at the same time", () =>
    withServer(engine, async (server) => {
      const { refresh, deviceId } = await server.device("Chantal");
      const answers = await Promise.all(
        [1, 2, 3].map(() => renew(server, refresh, deviceId)),
      );
      const taken = answers.filter(({ status }) => status === 200);
      expect(taken).toHaveLength(2);
      for (const { body } of taken)
        expect((await renew(server, body.refresh, deviceId)).status).toBe(401);
    }));

  test("a second re-use of an old refresh token shuts the device out", () =>
    withServer(engine, async (server) => {
      const { refresh, deviceId } = await server.device("Chantal");
      await renew(server, refresh, deviceId);
      const grace = await renew(server, refresh, deviceId);
      expect((await renew(server, refresh, deviceId)).status).toBe(401);
      expect((await renew(server, grace.body.refresh, deviceId)).status).toBe(
        401,
      );
    }));

  test("wrong, foreign and missing tokens are 401 before the body is looked at", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [head, claims] = cro.access.split(".");
      const forged = `${head}.${claims}.${"A".repeat(43)}`;
      const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString(
        "base64url",
      );
      for (const token of [
        "",
        "x",
        forged,
        `${none}.${claims}.`,
        cro.refresh,
      ]) {
        const answer = await post(server.url, "/v1/sync/push", "{", token);
        expect(answer).toMatchObject({
          status: 401,
          body: { error: { code: "unauthenticated" } },
        });
      }
      expect((await post(server.url, "/v1/leases", "{")).status).toBe(401);
      expect((await fetch(`${server.url}/v1/sync/stream`)).status).toBe(401);
    }));

  test("a push in another device's name is 403 device_mismatch", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const push = { proto: 1, schema: 1, device: mbe.deviceId, groups: [] };
      expect(await cro.post("/v1/sync/push", push)).toMatchObject({
        status: 403,
        body: { error: { code: "device_mismatch" } },
      });
    }));

  test("a revoked device is told so at once", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      await server.sql.query(
        `UPDATE device SET status = 'revoked' WHERE tenant_id = $1 AND device_id = $2`,
        [cro.tenantId, cro.deviceId],
      );
      const revoked = { status: 403, body: { error: { code: "revoked" } } };
      expect(await cro.raw([])).toMatchObject(revoked);
      expect(await renew(server, cro.refresh, cro.deviceId)).toMatchObject(
        revoked,
      );
    }));

  test("only an administrator invites over the wire", () =>
    withServer(engine, async (server) => {
      const admin = (await enrol(server, await server.adminCode())).body;
      const cro = await server.device("Chantal");
      const body = { ...person, email: "new@carnet.example" };
      expect((await cro.post("/v1/admin/invites", body)).status).toBe(403);
      const invited = await post<{ enrollment: string }>(
        server.url,
        "/v1/admin/invites",
        body,
        admin.access,
      );
      expect(invited.status).toBe(200);
      expect(await enrol(server, invited.body.enrollment)).toMatchObject({
        status: 200,
        body: { tenantId: server.tenant.tenantId },
      });
      const wrong = await post(
        server.url,
        "/v1/admin/invites",
        { ...body, role: "owner" },
        admin.access,
      );
      expect(wrong.status).toBe(400);
    }));
});
