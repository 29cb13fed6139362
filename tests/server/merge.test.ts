import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  ENGINES,
  op,
  withServer,
  type TestDevice,
  type TestServer,
} from "../helpers/server.ts";

async function company(device: TestDevice, v: Record<string, unknown> = {}) {
  const id = randomUUID();
  await device.pushAt("08:00", [op.company(id, "Gruyère-Est SA", v)]);
  return id;
}

async function two(server: TestServer) {
  return [
    await server.device("Chantal"),
    await server.device("Marco"),
  ] as const;
}

describe.each(ENGINES)("merging on %s", (engine) => {
  test("edits of different fields never conflict", () =>
    withServer(engine, async (server) => {
      const [cro, mbe] = await two(server);
      const id = await company(cro);
      await cro.pushAt("09:00", [
        op.set("contacts", id, { city: [null, "Bulle"] }),
      ]);
      const answer = await mbe.pushAt("09:01", [
        op.set("contacts", id, { postCode: [null, "1630"] }),
      ]);
      expect(answer.results).toMatchObject([{ s: "ok" }]);
      expect(answer.docs).toMatchObject([
        { v: { city: "Bulle", postCode: "1630" } },
      ]);
      expect((await cro.all("notes")).size).toBe(0);
    }));

  test.each([
    ["10:00", "09:00", "Vevey", "Bulle"],
    ["09:00", "10:00", "Bulle", "Vevey"],
  ])(
    "OFF-6: edits at %s and %s of one field: the later wins, the loser is kept on the card",
    (first, second, winner, loser) =>
      withServer(engine, async (server) => {
        const [cro, mbe] = await two(server);
        const id = await company(cro);
        await cro.pushAt(first, [
          op.set("contacts", id, { city: [null, "Vevey"] }),
        ]);
        const answer = await mbe.pushAt(second, [
          op.set("contacts", id, { city: [null, "Bulle"] }),
        ]);
        expect(answer.results).toMatchObject([{ s: "conflict" }]);
        expect((await cro.all("contacts")).get(id)).toMatchObject({
          city: winner,
        });
        const notes = [...(await cro.all("notes")).values()];
        expect(notes).toMatchObject([
          {
            kind: "conflict",
            contactId: id,
            collection: "contacts",
            docId: id,
            field: "city",
            status: "open",
            winner: { value: winner },
            loser: { value: loser },
            bucket: "all",
          },
        ]);
        const names = [notes[0]?.["winner"], notes[0]?.["loser"]].map(
          (side) => (side as { userName: string }).userName,
        );
        expect(names.sort()).toEqual(["Chantal", "Marco"]);
        expect(answer.docs.map((doc) => doc.c).sort()).toEqual([
          "contacts",
          "notes",
        ]);
      }),
  );

  test("a clock in the future is cut to the server's time: it does not win for ever", () =>
    withServer(engine, async (server) => {
      const [cro, mbe] = await two(server);
      const id = await company(cro);
      await cro.pushAt("2031-01-01T00:00:00Z", [
        op.set("contacts", id, { city: [null, "Futur"] }),
      ]);
      server.clock.nowMs += 60_000;
      await mbe.push([op.set("contacts", id, { city: [null, "Bulle"] })]);
      expect((await cro.all("contacts")).get(id)).toMatchObject({
        city: "Bulle",
      });
    }));

  test("elements of sets are added and removed one by one", () =>
    withServer(engine, async (server) => {
      const [cro, mbe] = await two(server);
      const id = await company(cro, { mailingGroups: ["X-CARD"] });
      const target = { c: "contacts", id, f: "mailingGroups" };
      await cro.pushAt("09:00", [{ ...target, k: "add", e: ["X-GIFT"] }]);
      await mbe.pushAt("09:01", [{ ...target, k: "rem", e: ["X-CARD"] }]);
      expect((await cro.all("contacts")).get(id)).toMatchObject({
        mailingGroups: ["X-GIFT"],
      });
    }));

  test("OFF-7: an edit that a deletion had not seen keeps the contact and asks again", () =>
    withServer(engine, async (server) => {
      const [cro, mbe] = await two(server);
      const id = await company(cro);
      await mbe.pushAt("09:00", [
        op.set("contacts", id, { city: [null, "Bulle"] }),
      ]);
      const answer = await cro.pushAt("10:00", [op.del("contacts", id, 1)]);
      expect(answer.results).toMatchObject([{ s: "conflict" }]);
      expect(answer.docs.find((doc) => doc.id === id)).toMatchObject({
        deleted: false,
        v: { city: "Bulle" },
      });
      expect([...(await cro.all("notes")).values()]).toMatchObject([
        { kind: "conflict", docId: id, loser: { value: "deleted" } },
      ]);
    }));

  test("TYP-2: a company's company is itself, whatever a device sends", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const id = await company(cro, {
        companyId: randomUUID(),
        companyName: "X",
      });
      const answer = await cro.push([
        op.set("contacts", id, {
          name: ["Gruyère-Est SA", "Neu AG"],
          companyName: ["Gruyère-Est SA", "Anders"],
        }),
      ]);
      expect(answer.docs).toMatchObject([
        { v: { companyId: id, companyName: "Neu AG" } },
      ]);
    }));

  test("TYP-2: what a device says about a company's company alone changes nothing, not even the revision", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const id = await company(cro);
      const answer = await cro.push([
        op.set("contacts", id, { companyName: ["Gruyère-Est SA", "Anders"] }),
      ]);
      expect(answer.results).toMatchObject([{ s: "same" }]);
      expect(answer.docs).toMatchObject([
        { rev: 1, v: { companyName: "Gruyère-Est SA" } },
      ]);
    }));

  test("TYP-6: a company that becomes a person is nobody's employee", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const id = await company(cro);
      const answer = await cro.push([
        op.set("contacts", id, { type: ["company", "person"] }),
      ]);
      expect(answer.results).toMatchObject([{ s: "ok" }]);
      expect(answer.docs[0]?.v).not.toHaveProperty("companyId");
      expect(answer.docs[0]?.v).not.toHaveProperty("companyName");
    }));

  test("parts that are good alone and bad together are refused as a whole", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [kept, gone] = [randomUUID(), randomUUID()];
      const id = await company(cro, {
        more: { [kept]: { kind: "phone", value: "1" } },
      });
      const answer = await cro.push([
        op.set("contacts", id, { [`more/${gone}/value`]: ["1", "2"] }),
      ]);
      const v = (await cro.all("contacts")).get(id);
      expect(Object.keys(v?.["more"] as object)).toEqual([kept]);
      expect(answer.results[0]?.s).not.toBe("ok");
    }));

  test("an edit on top of another's is no conflict however old its clock", () =>
    withServer(engine, async (server) => {
      const [cro, mbe] = await two(server);
      const id = await company(cro);
      await cro.pushAt("10:00", [
        op.set("contacts", id, { city: [null, "Vevey"] }),
      ]);
      const answer = await mbe.pushAt("09:00", [
        op.set("contacts", id, { city: ["Vevey", "Bulle"] }),
      ]);
      expect(answer.results).toMatchObject([{ s: "ok" }]);
      expect(answer.docs).toMatchObject([{ v: { city: "Bulle" } }]);
    }));
});
