import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ServerOptions } from "../../server/open-server.ts";
import type { PushAnswer } from "../../shared/sync/protocol.ts";
import { ENGINES, op, withServer } from "../helpers/server.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 150);

const known = [randomUUID(), randomUUID(), randomUUID()];
const anyId = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...known) },
  fc.uuid(),
  fc.string(),
);
const collection = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "contacts",
      "tasks",
      "interactions",
      "codes",
      "notes",
    ),
  },
  fc.constantFrom(
    "settings",
    "purchases",
    "drafts",
    "__proto__",
    "constructor",
  ),
  fc.string(),
);
const odd = fc.oneof(
  fc.json().map((text) => JSON.parse(text) as unknown),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "\u0000",
    "\ud800",
    1e308,
    -0,
    2 ** 53,
    "9".repeat(400),
    "2026-02-30",
    null,
    [],
    {},
  ),
);
const path = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      "name",
      "type",
      "city",
      "no",
      "companyId",
      "status",
      "contactId",
      "postponed",
    ),
  },
  fc.constantFrom(
    "mailingGroups",
    "more",
    `more/${known[0]}`,
    `more/${known[0]}/value`,
    "relations/x/code",
    "translations/de",
    "translations",
    "",
    "/",
    "a/b/c/d",
    "id",
    "bucket",
  ),
  fc.string(),
);
const value = fc.oneof(
  odd,
  fc.constantFrom("person", "company", "A", "CT000001", "CT~AAAAA", ...known),
);
const anyOp = fc.oneof(
  fc.record({
    c: collection,
    id: anyId,
    k: fc.constant("ins"),
    v: fc.dictionary(path, value),
  }),
  fc.record({
    c: collection,
    id: anyId,
    k: fc.constant("set"),
    f: fc.dictionary(path, fc.tuple(value, value)),
  }),
  fc.record({
    c: collection,
    id: anyId,
    k: fc.constantFrom("add", "rem"),
    f: path,
    e: fc.array(value, { maxLength: 4 }),
  }),
  fc.record({
    c: collection,
    id: anyId,
    k: fc.constant("del"),
    rev: fc.oneof(fc.nat(9), odd),
  }),
  fc
    .record({
      id: fc.constantFrom(...known),
      type: fc.constantFrom("person", "company"),
      name: fc.string({ minLength: 1, maxLength: 20 }),
      no: value,
    })
    .map((v) => op.ins("contacts", v)),
  odd,
);
const anyGroup = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      hlc: fc.oneof(
        { weight: 6, arbitrary: fc.nat().map((n) => `${n}.0`) },
        odd,
      ),
      ops: fc.oneof(
        { weight: 9, arbitrary: fc.array(anyOp, { maxLength: 5 }) },
        odd,
      ),
    }),
  },
  fc.record({}),
);

const failures: string[] = [];
const log: ServerOptions["log"] = (event, facts) => {
  // The others are no failures: the connection that hints arrive by comes and goes.
  if (event === "failed") failures.push(JSON.stringify(facts));
};

describe.each(ENGINES)("anything at all on %s", (engine) => {
  test(
    `${RUNS} random pushes: never a server error, one answer a group, the numbers counted on`,
    () =>
      withServer(
        engine,
        async (server) => {
          const boss = await server.device("Boss", "manager");
          failures.length = 0;
          let last = 0;
          await fc.assert(
            fc.asyncProperty(
              fc.array(anyGroup, { minLength: 1, maxLength: 6 }),
              async (groups) => {
                const numbered = groups.map((group, i) => ({
                  ...group,
                  d: last + i + 1,
                  m: randomUUID(),
                }));
                const { status, body } = await boss.raw(numbered);
                expect([status, failures]).toEqual([200, []]);
                const answer: PushAnswer = body;
                expect(answer.results.map(({ d }) => d)).toEqual(
                  numbered.map(({ d }) => d),
                );
                last += groups.length;
                expect(answer.upto).toBe(last);
                expect(
                  answer.results.some(({ code }) => code === "unstorable"),
                ).toBe(false);
              },
            ),
            { numRuns: RUNS },
          );
          // What got in is readable and whole.
          const page = await boss.pull();
          expect(page.head).toBeGreaterThan(0);
        },
        { log },
      ),
    120_000,
  );

  test(
    `${RUNS} random bodies on every route: 4xx or 200, never a server error`,
    () =>
      withServer(engine, async (server) => {
        const cro = await server.device("Chantal");
        const frame = fc.record(
          {
            proto: fc.oneof(fc.constant(1), odd),
            schema: fc.oneof(fc.constant(1), odd),
            device: fc.oneof(fc.constant(cro.deviceId), odd),
            groups: odd,
            epoch: odd,
            cursors: fc.oneof(fc.dictionary(collection, odd), odd),
            limit: odd,
            series: fc.oneof(fc.constant("contacts"), odd),
            count: odd,
            code: odd,
            deviceName: odd,
            refresh: fc.oneof(fc.constant(cro.refresh), odd),
            deviceId: odd,
          },
          { requiredKeys: [] },
        );
        const routes = [
          "/v1/sync/push",
          "/v1/sync/pull",
          "/v1/leases",
          "/v1/enroll",
          "/v1/token",
          "/v1/admin/invites",
        ];
        await fc.assert(
          fc.asyncProperty(
            fc.constantFrom(...routes),
            fc.oneof(frame, odd),
            async (route, body) => {
              const { status } = await cro.post(
                route,
                JSON.stringify(body) ?? "",
              );
              expect(status).toBeLessThan(500);
            },
          ),
          { numRuns: RUNS },
        );
      }),
    120_000,
  );
});
