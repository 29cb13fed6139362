import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ENGINES, op, withServer } from "../helpers/server.ts";

const HLC = `${Date.parse("2026-03-13T15:00:00Z")}.0`;

function group(d: number, ops: unknown[], m = randomUUID()) {
  return { d, m, hlc: HLC, ops };
}

describe.each(ENGINES)("groups of a push on %s", (engine) => {
  test("OFF-4: a push repeated after a lost answer creates nothing twice and brings the documents again", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const groups = [
        group(1, [op.company(randomUUID(), "A")]),
        group(2, [op.company(randomUUID(), "B")]),
      ];
      const first = await cro.raw(groups);
      const again = await cro.raw(groups);
      expect(again.body.results).toEqual([
        { d: 1, s: "dup" },
        { d: 2, s: "dup" },
      ]);
      expect(again.body.upto).toBe(2);
      expect(again.body.docs).toEqual(first.body.docs);
      expect(again.body.head).toBe(first.body.head);
      expect((await cro.all("contacts")).size).toBe(2);
    }));

  test("a refusal whose answer was lost is said again, not hidden as a repetition", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const bad = group(1, [
        op.set("contacts", randomUUID(), { city: [null, "X"] }),
      ]);
      const first = await cro.raw([bad]);
      expect(first.body.results).toMatchObject([
        { d: 1, s: "rejected", code: "not_found" },
      ]);
      expect((await cro.raw([bad])).body.results).toEqual(first.body.results);
    }));

  test("a gap stops the push there: nothing behind it is taken, and the server says what it wants", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const answer = await cro.raw([
        group(1, [op.company(randomUUID(), "A")]),
        group(3, [op.company(randomUUID(), "C")]),
        group(4, [op.company(randomUUID(), "D")]),
      ]);
      expect(answer.body).toMatchObject({ upto: 1, expected: 2 });
      expect(answer.body.results).toMatchObject([
        { d: 1, s: "ok" },
        { d: 3, s: "rejected", code: "gap" },
        { d: 4, s: "rejected", code: "gap" },
      ]);
      expect((await cro.all("contacts")).size).toBe(1);
    }));

  test("what stood behind a gap is taken when the gap is filled: it was never refused for good", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [one, two, three] = [1, 2, 3].map((d) =>
        group(d, [op.company(randomUUID(), `F${d}`)]),
      );
      const gap = await cro.raw([three, one]);
      expect(gap.body).toMatchObject({ upto: 0, expected: 1 });
      expect(gap.body.results).toMatchObject([
        { d: 3, s: "rejected", code: "gap" },
        { d: 1, s: "rejected", code: "gap" },
      ]);
      const filled = await cro.raw([one, two, three]);
      expect(filled.body).not.toHaveProperty("expected");
      expect(filled.body.results).toEqual([
        { d: 1, s: "ok" },
        { d: 2, s: "ok" },
        { d: 3, s: "ok" },
      ]);
    }));

  test("every group has its entry, in the order in which they were sent", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [one, two] = [1, 2].map((d) =>
        group(d, [op.company(randomUUID(), `F${d}`)]),
      );
      await cro.raw([one]);
      const bad = { d: 3, ops: "all" };
      const answer = await cro.raw([
        one,
        two,
        two,
        bad,
        group(9, [op.company(randomUUID(), "F9")]),
      ]);
      expect(answer.body.results.map(({ d, s, code }) => [d, s, code])).toEqual(
        [
          [1, "dup", undefined],
          [2, "ok", undefined],
          [2, "dup", undefined],
          [3, "rejected", "bad_group"],
          [9, "rejected", "gap"],
        ],
      );
      expect(answer.body).toMatchObject({ upto: 3, expected: 4 });
    }));

  test("upto never goes beyond what the request held", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const groups = [1, 2, 3].map((d) =>
        group(d, [op.company(randomUUID(), `F${d}`)]),
      );
      await cro.raw(groups);
      expect((await cro.raw(groups.slice(0, 1))).body.upto).toBe(1);
    }));

  test("another mutation under a number already used means a cloned device: 409, nothing applied", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      await cro.raw([group(1, [op.company(randomUUID(), "A")])]);
      const answer = await cro.raw([
        group(1, [op.company(randomUUID(), "B")]),
        group(2, [op.company(randomUUID(), "C")]),
      ]);
      expect(answer).toMatchObject({
        status: 409,
        body: { error: { code: "device_forked" } },
      });
      expect((await cro.all("contacts")).size).toBe(1);
    }));

  test("a group is applied whole or not at all, and its neighbours are stored", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
      const answer = await cro.push(
        [op.company(a, "A")],
        [
          op.company(b, "B"),
          op.set("contacts", a, { city: [null, "Bulle"] }),
          op.set("tasks", randomUUID(), { description: ["x", "y"] }),
        ],
        [op.company(c, "C")],
      );
      expect(answer.results.map(({ s, code }) => [s, code])).toEqual([
        ["ok", undefined],
        ["rejected", "not_found"],
        ["ok", undefined],
      ]);
      expect(answer.upto).toBe(3);
      const contacts = await cro.all("contacts");
      expect([...contacts.keys()].sort()).toEqual([a, c].sort());
      expect(contacts.get(a)).not.toHaveProperty("city");
      // The rejected group gave its number back.
      expect(contacts.get(c)).toMatchObject({ no: "CT000002" });
      expect(answer.docs.map((doc) => doc.id).sort()).toEqual([a, c].sort());
    }));

  test("later groups of one push build on earlier ones", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const id = randomUUID();
      const answer = await cro.push(
        [op.company(id, "Alt AG")],
        [op.set("contacts", id, { name: ["Alt AG", "Neu AG"] })],
        [op.set("contacts", id, { city: [null, "Bern"] })],
      );
      expect(answer.results.map(({ s }) => s)).toEqual(["ok", "ok", "ok"]);
      expect(answer.docs).toMatchObject([
        { rev: 3, v: { name: "Neu AG", city: "Bern" } },
      ]);
    }));

  test("the answer to a refused group carries the document as the server has it", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const id = randomUUID();
      await cro.push([op.company(id, "A")]);
      const answer = await cro.push([
        op.set("contacts", id, { vatNo: [null, "x".repeat(50)] }),
      ]);
      expect(answer.results).toMatchObject([
        { s: "rejected", code: "invalid_field" },
      ]);
      expect(answer.docs).toMatchObject([{ id, v: { name: "A" } }]);
    }));

  test.each([
    [
      "a lone surrogate",
      "unstorable_text",
      (id: string) => [op.set("contacts", id, { city: [null, "a\ud800"] })],
    ],
    [
      "51 operations",
      "bad_group",
      (id: string) =>
        Array.from({ length: 51 }, () =>
          op.set("contacts", id, { city: [null, "Bulle"] }),
        ),
    ],
    [
      "an operation that nobody knows beside one that is known",
      "bad_group",
      (id: string) => [
        null,
        { c: "contacts", id, k: "upsert" },
        { c: "secrets", id },
        { c: "tasks", id: "1; DROP TABLE doc" },
        { id },
      ],
    ],
    [
      "an unknown field",
      "invalid_field",
      (id: string) => [op.set("contacts", id, { shoeSize: [null, 43] })],
    ],
  ])(
    "a group refused for %s brings every document that it names, said again too",
    (_what, code, ops) =>
      withServer(engine, async (server) => {
        const cro = await server.device("Chantal");
        const id = randomUUID();
        await cro.push([op.company(id, "A")]);
        const bad = group(2, ops(id));
        for (const answer of [await cro.raw([bad]), await cro.raw([bad])]) {
          expect(answer.body.results).toMatchObject([{ s: "rejected", code }]);
          expect(answer.body.docs).toMatchObject([{ id, v: { name: "A" } }]);
          expect(answer.body.upto).toBe(2);
        }
      }),
  );

  test("an unreadable group brings at most 50 documents", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const ids = Array.from({ length: 60 }, () => randomUUID());
      const half = (from: number) =>
        ids.slice(from, from + 30).map((id) => op.company(id, "A"));
      await cro.push(half(0), half(30));
      const answer = await cro.push(ids.map((id) => op.del("contacts", id, 1)));
      expect(answer.results).toMatchObject([
        { s: "rejected", code: "bad_group" },
      ]);
      expect(answer.docs.map((doc) => doc.id)).toEqual(ids.slice(0, 50));
    }));

  test("an unreadable group brings nobody else's documents", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const stranger = await server.stranger();
      const marco = await server.device("Marco");
      const [theirs, taken] = [randomUUID(), randomUUID()];
      await stranger.push([op.company(theirs, "Fremd AG")]);
      // Marco is told privately that his number was taken.
      await cro.push([op.company(taken, "A", { no: "VIP-1" })]);
      const told = await marco.push([
        op.company(randomUUID(), "B", { no: "VIP-1" }),
      ]);
      const notice = told.docs.find((doc) => doc.c === "notes");
      const named = [
        op.set("contacts", theirs, { city: [null, "\ud800"] }),
        op.del("notes", notice?.id ?? "", 1),
        op.del("contacts", taken, 1),
      ];
      const answer = await cro.push(named);
      expect(answer.results).toMatchObject([
        { s: "rejected", code: "unstorable_text" },
      ]);
      expect(answer.docs.map((doc) => doc.id)).toEqual([taken]);
      const both = (await marco.push(named)).docs.map((doc) => doc.id);
      expect(new Set(both)).toEqual(new Set([notice?.id, taken]));
    }));

  test("two requests of one device at once are taken once", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const groups = Array.from({ length: 10 }, (_, i) =>
        group(i + 1, [op.company(randomUUID(), `F${i}`)]),
      );
      const answers = await Promise.all([cro.raw(groups), cro.raw(groups)]);
      const outcomes = answers.map(({ body }) => body.results[0]?.s);
      expect(new Set(outcomes)).toEqual(new Set(["dup", "ok"]));
      expect((await cro.all("contacts")).size).toBe(10);
    }));

  test("what another device of the same person has sent is not applied again, and a refusal stays one", () =>
    withServer(engine, async (server) => {
      const one = await server.device("Chantal");
      const marco = await server.device("Marco");
      const id = randomUUID();
      const [made, edited, bad] = [
        group(1, [op.company(id, "A")]),
        group(2, [op.set("contacts", id, { name: ["A", "B"] })]),
        group(3, [op.set("contacts", randomUUID(), { name: ["A", "B"] })]),
      ];
      await one.raw([made, edited, bad]);
      await marco.push([op.set("contacts", id, { name: ["B", "C"] })]);
      const copy = await server.device("Chantal");
      const own = group(4, [op.set("contacts", id, { phone: [null, "1"] })]);
      const { body } = await copy.raw([made, edited, bad, own]);
      expect(body.results.map(({ d, s, code }) => [d, s, code])).toEqual([
        [1, "dup", undefined],
        [2, "dup", undefined],
        [3, "rejected", "not_found"],
        [4, "ok", undefined],
      ]);
      expect((await copy.all("contacts")).get(id)).toMatchObject({
        name: "C",
        phone: "1",
      });
      expect((await copy.all("notes")).size).toBe(0);
      // Somebody else's mutation of the same id is somebody else's.
      const theirs = await marco.raw([group(2, made.ops, made.m)]);
      expect(theirs.body.results).toEqual([{ d: 2, s: "same" }]);
    }));

  test("a device that believes in another feed is told before anything is applied", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const { epoch } = await cro.pull();
      const push = (believed: string, d: number) =>
        cro.post<unknown>("/v1/sync/push", {
          ...{ proto: 1, schema: 1, device: cro.deviceId, epoch: believed },
          groups: [group(d, [op.company(randomUUID(), "A")])],
        });
      expect(await push(randomUUID(), 1)).toMatchObject({
        status: 409,
        body: { error: { code: "epoch_changed" } },
      });
      expect((await cro.all("contacts")).size).toBe(0);
      expect((await push(epoch, 1)).status).toBe(200);
    }));
});
