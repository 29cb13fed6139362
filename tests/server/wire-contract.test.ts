import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ENGINES, op, post, withServer } from "../helpers/server.ts";

const HLC = `${Date.parse("2026-03-13T15:00:00Z")}.0`;
const MIB = 1024 * 1024;

/** What programs of other versions, and checks outside the project, rely on. */
describe.each(ENGINES)("the wire on %s", (engine) => {
  test("a repeated group brings its documents as they are now, not as they were then", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const id = randomUUID();
      const groups = [
        { d: 1, m: randomUUID(), hlc: HLC, ops: [op.company(id, "A")] },
      ];
      await cro.raw(groups);
      await mbe.push([op.set("contacts", id, { city: [null, "Bulle"] })]);
      const again = await cro.raw(groups);
      expect(again.body).toMatchObject({
        upto: 1,
        results: [{ d: 1, s: "dup" }],
        docs: [{ c: "contacts", id, rev: 2, v: { name: "A", city: "Bulle" } }],
      });
    }));

  test("a newer client's collections are left alone, and their cursors come back as they were", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const id = randomUUID();
      await cro.push([op.company(id, "A")]);
      const page = await cro.pull({ contacts: 0, segments: 7, drafts: 3 });
      expect(page.docs.map((doc) => doc.id)).toEqual([id]);
      expect(page.more).toBe(false);
      expect(page.cursors).toEqual({
        contacts: page.head,
        segments: 7,
        drafts: 3,
      });
    }));

  test("who names only unknown collections gets no others", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      await cro.push([op.company(randomUUID(), "A")]);
      expect(await cro.pull({ toString: 7 })).toMatchObject({
        docs: [],
        more: false,
        cursors: { toString: 7 },
      });
    }));

  test("an unknown cursor comes back on every page, and never too old", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const ids = [randomUUID(), randomUUID()];
      await cro.push(ids.map((id) => op.company(id, "A")));
      const first = await cro.pull({ segments: 1, contacts: 0 }, 1);
      expect(first).toMatchObject({ more: true, cursors: { segments: 1 } });
      await server.sql.query(
        `UPDATE tenant_head SET gc_seq = 2 WHERE tenant_id = $1`,
        [cro.tenantId],
      );
      expect(await cro.pull({ segments: 1 })).toMatchObject({
        cursors: { segments: 1 },
      });
    }));

  test("an older protocol is 426, a newer one 400: this server cannot know what it would misunderstand", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const pull = { epoch: null, cursors: {} };
      const push = { device: cro.deviceId, groups: [] };
      const ask = async (versions: { proto: number; schema: number }) => {
        const answers = [
          await cro.post("/v1/sync/pull", { ...pull, ...versions }),
          await cro.post("/v1/sync/push", { ...push, ...versions }),
        ];
        return answers.map(({ status }) => status);
      };
      expect(await ask({ proto: 0, schema: 1 })).toEqual([426, 426]);
      expect(await ask({ proto: 1, schema: 0 })).toEqual([426, 426]);
      expect(await ask({ proto: 2, schema: 1 })).toEqual([400, 400]);
      // A newer schema only grows: what this server does not know is refused group by group.
      expect(await ask({ proto: 1, schema: 2 })).toEqual([200, 200]);
    }));

  test("unknown routes and methods are 404 with an error, HEAD too", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const headers = { authorization: `Bearer ${cro.access}` };
      for (const [method, path] of [
        ["GET", "/"],
        ["GET", "/nothing"],
        ["DELETE", "/healthz"],
        ["GET", "/v1/nothing"],
        ["GET", "/v1/sync/pull"],
        ["PUT", "/v1/sync/push"],
      ] as const) {
        const answer = await fetch(server.url + path, { method, headers });
        expect([path, answer.status]).toEqual([path, 404]);
        expect(await answer.json()).toMatchObject({
          error: { code: "not_found" },
        });
      }
      for (const path of ["/", "/v1/nothing", "/v1/sync/push"]) {
        const head = { method: "HEAD", headers };
        expect((await fetch(server.url + path, head)).status).toBe(404);
      }
    }));

  test.each([
    ["POST", "/v1/sync/push"],
    ["POST", "/v1/sync/pull"],
    ["GET", "/v1/sync/stream"],
    ["POST", "/v1/sync/digest"],
    ["POST", "/v1/sync/range"],
    ["POST", "/v1/devices/leave"],
    ["POST", "/v1/leases"],
    ["POST", "/v1/files/x"],
    ["HEAD", "/v1/files/x"],
    ["POST", "/v1/admin/invites"],
    ["POST", "/v1/admin/accounts"],
    ["POST", "/v1/admin/purchases"],
    ["GET", "/v1/history/contacts/x"],
  ])("%s %s needs a token", (method, path) =>
    withServer(engine, async (server) => {
      const answer = await fetch(server.url + path, { method });
      expect(answer.status).toBe(401);
      if (method !== "HEAD")
        expect(await answer.json()).toMatchObject({
          error: { code: "unauthenticated" },
        });
    }),
  );

  test("a request may have a mebibyte, and not a byte more", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const push = (bytes: number) => {
        const body = { proto: 1, schema: 1, device: cro.deviceId, groups: [] };
        const text = JSON.stringify(body);
        return post(
          server.url,
          "/v1/sync/push",
          text + " ".repeat(bytes - text.length),
          cro.access,
        );
      };
      expect((await push(MIB)).status).toBe(200);
      expect(await push(MIB + 1)).toMatchObject({
        status: 413,
        body: { error: { code: "too_large" } },
      });
    }));
});
