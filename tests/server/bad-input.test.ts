import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ENGINES, op, post, withServer } from "../helpers/server.ts";

const HLC = `${Date.parse("2026-03-13T15:00:00Z")}.0`;

/** Bad groups as JSON text: some of them cannot even be written as an object. */
const badGroups: readonly (readonly [
  what: string,
  code: string,
  ops: (id: string) => string,
])[] = [
  [
    "an unknown collection",
    "unknown_collection",
    (id) => `[{"c":"secrets","id":"${id}","k":"ins","v":{"id":"${id}"}}]`,
  ],
  [
    "a collection that stays on the device",
    "unknown_collection",
    (id) => `[{"c":"drafts","id":"${id}","k":"ins","v":{"id":"${id}"}}]`,
  ],
  [
    "a collection named like a member of objects",
    "unknown_collection",
    (id) => `[{"c":"toString","id":"${id}","k":"del","rev":1}]`,
  ],
  ["an unknown field", "invalid_field", (id) => insert(id, `"shoeSize":43`)],
  [
    "a text that is too long",
    "invalid_field",
    (id) => insert(id, `"city":"${"x".repeat(500)}"`),
  ],
  ["a number for a text", "invalid_field", (id) => insert(id, `"city":5`)],
  [
    "another id inside than outside",
    "invalid_field",
    (id) =>
      insert(id, "").replace(
        `"id":"${id}","type"`,
        `"id":"${randomUUID()}","type"`,
      ),
  ],
  [
    "a missing required member",
    "invalid_field",
    (id) =>
      `[{"c":"contacts","id":"${id}","k":"ins","v":{"id":"${id}","type":"company"}}]`,
  ],
  [
    "a NUL in a text",
    "unstorable_text",
    (id) => insert(id, `"city":"a\\u0000b"`),
  ],
  [
    "a NUL in a key",
    "unstorable_text",
    (id) => insert(id, `"ci\\u0000ty":"a"`),
  ],
  [
    "a lone surrogate",
    "unstorable_text",
    (id) => insert(id, `"city":"\\ud800"`),
  ],
  [
    "__proto__",
    "forbidden_key",
    (id) => insert(id, `"__proto__":{"role":"admin"}`),
  ],
  [
    "constructor deep inside",
    "forbidden_key",
    (id) =>
      insert(
        id,
        `"more":{"${id}":{"kind":"phone","value":"1","constructor":1}}`,
      ),
  ],
  [
    "__proto__ as a path",
    "forbidden_key",
    (id) =>
      `[{"c":"contacts","id":"${id}","k":"set","f":{"__proto__":[null,"x"]}}]`,
  ],
  [
    "a path through __proto__",
    "invalid_field",
    (id) =>
      `[{"c":"contacts","id":"${id}","k":"set","f":{"more/__proto__/value":[null,"x"]}}]`,
  ],
  [
    "nesting that is too deep",
    "too_deep",
    (id) => insert(id, `"more":${'{"a":'.repeat(9)}1${"}".repeat(9)}`),
  ],
  [
    "too many keys",
    "too_many_keys",
    (id) =>
      insert(id, Array.from({ length: 250 }, (_, i) => `"k${i}":1`).join(",")),
  ],
  ["a number that is none", "not_finite", (id) => insert(id, `"city":1e999`)],
  ["no operations", "bad_group", () => "[]"],
  ["operations that are no list", "bad_group", () => '"all"'],
  [
    "an unknown operation",
    "bad_group",
    (id) => `[{"c":"contacts","id":"${id}","k":"upsert","v":{}}]`,
  ],
  [
    "an id that is no UUID",
    "bad_group",
    () => `[{"c":"contacts","id":"1; DROP TABLE doc","k":"del","rev":1}]`,
  ],
  [
    "51 operations",
    "bad_group",
    (id) =>
      `[${Array.from({ length: 51 }, () => `{"c":"contacts","id":"${id}","k":"del","rev":1}`).join(",")}]`,
  ],
  [
    "a set written as a whole",
    "invalid_field",
    (id) =>
      `[{"c":"contacts","id":"${id}","k":"set","f":{"mailingGroups":[null,["X"]]}}]`,
  ],
  [
    "an unknown set",
    "invalid_field",
    (id) => `[{"c":"contacts","id":"${id}","k":"add","f":"name","e":["X"]}]`,
  ],
  [
    "an edit of what is not there",
    "not_found",
    (id) => `[{"c":"contacts","id":"${id}","k":"set","f":{"city":[null,"x"]}}]`,
  ],
];

function insert(id: string, more: string): string {
  const extra = more === "" ? "" : `,${more}`;
  return `[{"c":"contacts","id":"${id}","k":"ins","v":{"id":"${id}","type":"company","name":"Bad"${extra}}}]`;
}

function pushText(device: string, groups: readonly string[]): string {
  const list = groups.map(
    (ops, i) =>
      `{"d":${i + 1},"m":"${randomUUID()}","hlc":"${HLC}","ops":${ops}}`,
  );
  return `{"proto":1,"schema":1,"device":"${device}","groups":[${list.join(",")}]}`;
}

describe.each(ENGINES)("bad input on %s", (engine) => {
  test.each(badGroups)(
    "a group with %s is rejected alone: its neighbours are stored, nothing of it is",
    (_what, code, ops) =>
      withServer(engine, async (server) => {
        const cro = await server.device("Chantal");
        const [before, bad, after] = [randomUUID(), randomUUID(), randomUUID()];
        const company = (id: string) =>
          JSON.stringify([op.company(id, "Gut AG")]);
        const answer = await cro.post<{
          upto: number;
          results: { s: string; code?: string }[];
        }>(
          "/v1/sync/push",
          pushText(cro.deviceId, [company(before), ops(bad), company(after)]),
        );
        expect(answer.status).toBe(200);
        expect(answer.body.upto).toBe(3);
        expect(answer.body.results.map((r) => [r.s, r.code])).toEqual([
          ["ok", undefined],
          ["rejected", code],
          ["ok", undefined],
        ]);
        const contacts = await cro.all("contacts");
        expect([...contacts.keys()].sort()).toEqual([before, after].sort());
        expect(({} as { role?: string }).role).toBeUndefined();
      }),
  );

  test.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["null", "null"],
    ["a list", "[]"],
    ["a text", '"push"'],
    ["deep nesting", "[".repeat(100_000)],
    [
      "groups that are no list",
      '{"proto":1,"schema":1,"device":"x","groups":{}}',
    ],
    [
      "a group without a number",
      `{"proto":1,"schema":1,"device":"${randomUUID()}","groups":[{}]}`,
    ],
    [
      "a negative group number",
      `{"proto":1,"schema":1,"device":"${randomUUID()}","groups":[{"d":-1}]}`,
    ],
    [
      "a group number beyond whole numbers",
      `{"proto":1,"schema":1,"device":"${randomUUID()}","groups":[{"d":1e300}]}`,
    ],
  ])("a push that is %s is 400 bad_request", (_what, body) =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      for (const path of ["/v1/sync/push", "/v1/sync/pull", "/v1/leases"])
        expect(await cro.post(path, body)).toMatchObject({
          status: 400,
          body: { error: { code: "bad_request" } },
        });
      expect((await post(server.url, "/v1/enroll", body)).status).toBe(400);
      expect((await post(server.url, "/v1/token", body)).status).toBe(400);
    }),
  );

  test("bytes that are no UTF-8 are 400", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const answer = await fetch(`${server.url}/v1/sync/push`, {
        method: "POST",
        headers: { authorization: `Bearer ${cro.access}` },
        body: Buffer.from(
          `{"proto":1,"schema":1,"device":"${cro.deviceId}","groups":[],"x":"\xff"}`,
          "latin1",
        ),
      });
      expect(answer.status).toBe(400);
    }));

  test.each([
    ["a negative cursor", { cursors: { contacts: -1 } }],
    ["half a cursor", { cursors: { contacts: 1.5 } }],
    ["__proto__ as a collection", '{"cursors":{"__proto__":0}}'],
    ["an unknown collection's half cursor", { cursors: { secrets: 0.5 } }],
    ["a limit of 0", { cursors: {}, limit: 0 }],
    ["a negative limit", { cursors: {}, limit: -5 }],
    ["cursors that are a list", { cursors: [] }],
    ["an epoch that is a number", { cursors: {}, epoch: 5 }],
    ["no cursors", { cursors: undefined }],
  ])("a pull with %s is 400", (_what, body) =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const more = (
        typeof body === "string" ? JSON.parse(body) : body
      ) as object;
      const request = { proto: 1, schema: 1, epoch: null, ...more };
      expect(await cro.post("/v1/sync/pull", request)).toMatchObject({
        status: 400,
        body: { error: { code: "bad_request" } },
      });
    }),
  );

  test("a cursor that is far ahead gets nothing and stays where it is", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      await cro.push([op.company(randomUUID(), "A")]);
      const ahead = Number.MAX_SAFE_INTEGER;
      const page = await cro.pull({ contacts: ahead });
      expect(page).toMatchObject({
        docs: [],
        more: false,
        cursors: { contacts: ahead },
      });
    }));

  test("ten megabytes are 413, with and without a length, and the server goes on", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const body = `{"groups":"${"x".repeat(10 * 1024 * 1024)}"}`;
      const headers = { authorization: `Bearer ${cro.access}` };
      const whole = await fetch(`${server.url}/v1/sync/push`, {
        method: "POST",
        headers,
        body,
      });
      expect(whole.status).toBe(413);
      expect(await whole.json()).toMatchObject({
        error: { code: "too_large" },
      });
      const chunk = new TextEncoder().encode("x".repeat(64 * 1024));
      let left = 160;
      const streamed = await fetch(`${server.url}/v1/sync/push`, {
        method: "POST",
        headers,
        duplex: "half",
        body: new ReadableStream<Uint8Array>({
          pull(controller) {
            if (left-- > 0) controller.enqueue(chunk);
            else controller.close();
          },
        }),
      } as RequestInit);
      expect(streamed.status).toBe(413);
      expect((await cro.push([op.company(randomUUID(), "A")])).upto).toBe(1);
    }));

  test("201 groups are 413: the client halves them", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const groups = Array.from({ length: 201 }, (_, i) => ({ d: i + 1 }));
      expect((await cro.raw(groups)).status).toBe(413);
    }));

  test("a document that has grown beyond 64 KB is refused, the smaller one stays", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const id = randomUUID();
      await cro.push([op.company(id, "A")]);
      const items = Array.from({ length: 150 }, () => [
        `more/${randomUUID()}`,
        [null, { kind: "phone", value: "x".repeat(490) }],
      ]);
      const answer = await cro.push([
        op.set("contacts", id, Object.fromEntries(items)),
      ]);
      expect(answer.results).toMatchObject([
        { s: "rejected", code: "document_too_large" },
      ]);
      expect((await cro.all("contacts")).get(id)).not.toHaveProperty("more");
    }));

  test("a document of another company is answered exactly like one that does not exist", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const stranger = await server.stranger();
      const theirs = randomUUID();
      await stranger.push([op.company(theirs, "Fremd AG", { city: "Bern" })]);
      const attack = async (id: string) => {
        const answer = await cro.push(
          [op.set("contacts", id, { city: ["Bern", "Genf"] })],
          [{ c: "contacts", id, k: "add", f: "mailingGroups", e: ["X"] }],
          [op.del("contacts", id, 1)],
        );
        const { results, docs } = answer;
        return {
          results: results.map(({ s, code, message }) => ({
            s,
            code,
            message,
          })),
          docs,
        };
      };
      expect(await attack(theirs)).toEqual(await attack(randomUUID()));
      // The same id is free in one's own company, and the two never meet.
      const own = await cro.push([op.company(theirs, "Eigen AG")]);
      expect(own.results).toMatchObject([{ s: "ok" }]);
      expect((await stranger.all("contacts")).get(theirs)).toMatchObject({
        name: "Fremd AG",
        city: "Bern",
      });
      const page = await stranger.pull();
      expect(page.docs.map((doc) => doc.v?.["name"])).toEqual(["Fremd AG"]);
    }));

  test("what the database refuses in spite of all checks is that group's fault alone", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const storage = server.deps.storage;
      const write = storage.write.bind(storage);
      // A database that cannot store one name, as if a check had been forgotten.
      storage.write = (tenantId, reserve, work) =>
        write(tenantId, reserve, (tenant) =>
          work({
            ...tenant,
            save: (documents) => {
              if (documents.some(({ doc }) => doc.v["name"] === "Gift AG"))
                throw Object.assign(new Error("refused"), { code: "22P05" });
              return tenant.save(documents);
            },
          }),
        );
      const answer = await cro.push(
        [op.company(randomUUID(), "Vorher AG")],
        [op.company(randomUUID(), "Gift AG")],
        [op.company(randomUUID(), "Nachher AG")],
      );
      expect(answer.results.map(({ s, code }) => [s, code])).toEqual([
        ["ok", undefined],
        ["rejected", "unstorable"],
        ["ok", undefined],
      ]);
      expect(answer.upto).toBe(3);
      expect((await cro.all("contacts")).size).toBe(2);
    }));

  test("behind a gap a group has its entry also where the groups are applied one by one", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const storage = server.deps.storage;
      const write = storage.write.bind(storage);
      storage.write = (tenantId, reserve, work) =>
        write(tenantId, reserve, (tenant) =>
          work({
            ...tenant,
            save: (documents) => {
              if (documents.some(({ doc }) => doc.v["name"] === "Gift AG"))
                throw Object.assign(new Error("refused"), { code: "22P05" });
              return tenant.save(documents);
            },
          }),
        );
      const answer = await cro.raw(
        [1, 2, 4, 5].map((d) => ({
          d,
          m: randomUUID(),
          hlc: HLC,
          ops: [op.company(randomUUID(), d === 2 ? "Gift AG" : "Gut AG")],
        })),
      );
      expect(answer.body.results.map(({ d, s, code }) => [d, s, code])).toEqual(
        [
          [1, "ok", undefined],
          [2, "rejected", "unstorable"],
          [4, "rejected", "gap"],
          [5, "rejected", "gap"],
        ],
      );
      expect(answer.body).toMatchObject({ upto: 2, expected: 3 });
    }));

  test("a lock that another writer holds too long is 429 busy with Retry-After, and nothing is applied", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const { write } = server.deps.storage;
      server.deps.storage.write = () =>
        Promise.reject(Object.assign(new Error("lock"), { code: "55P03" }));
      const id = randomUUID();
      const group = {
        d: 1,
        m: randomUUID(),
        hlc: HLC,
        ops: [op.company(id, "A")],
      };
      const busy = await cro.raw([group]);
      expect(busy).toMatchObject({
        status: 429,
        body: { error: { code: "busy" } },
      });
      expect(busy.headers.get("retry-after")).toBe("1");
      server.deps.storage.write = write;
      expect((await cro.raw([group])).body.results).toEqual([
        { d: 1, s: "ok" },
      ]);
    }));

  test("unknown routes and methods are 404 with a code", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      expect(await cro.post("/v1/nothing", {})).toMatchObject({
        status: 404,
        body: { error: { code: "not_found" } },
      });
      const headers = { authorization: `Bearer ${cro.access}` };
      const get = await fetch(`${server.url}/v1/sync/push`, { headers });
      expect(get.status).toBe(404);
    }));
});
