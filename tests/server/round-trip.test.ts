import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { syncedCollections } from "../../shared/entities/registry.ts";
import { ENGINES, op, withServer } from "../helpers/server.ts";

describe.each(ENGINES)("push and pull on %s", (engine) => {
  test("what one device pushes, another pulls with number, author and times", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal", "salesperson", "CRO");
      const mbe = await server.device("Marco", "salesperson", "MBE");
      const id = randomUUID();
      const answer = await cro.push([
        op.company(id, "Fromagerie Gruyère-Est SA", { city: "Bulle" }),
      ]);
      expect(answer.results).toEqual([{ d: 1, s: "ok" }]);
      expect(answer.upto).toBe(1);
      expect(answer.docs).toHaveLength(1);
      const page = await mbe.pull();
      expect(page.more).toBe(false);
      expect(page.docs).toEqual(answer.docs);
      expect(page.docs[0]).toMatchObject({
        c: "contacts",
        id,
        rev: 1,
        deleted: false,
        v: {
          id,
          type: "company",
          name: "Fromagerie Gruyère-Est SA",
          no: "CT000001",
          noStatus: "final",
          companyId: id,
          companyName: "Fromagerie Gruyère-Est SA",
          bucket: "all",
          createdBy: cro.userId,
          createdAt: "2026-03-13T16:00:00.000Z",
        },
      });
      expect((await mbe.pull(page.cursors)).docs).toEqual([]);
    }));

  test("a pulled contact's v with a fresh id and without its number is a new contact", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const first = randomUUID();
      const made = await cro.push([op.company(first, "Vins du Lavaux Sàrl")]);
      const { no: _no, ...pulled } = made.docs[0]?.v ?? {};
      const id = randomUUID();
      const answer = await cro.push([op.ins("contacts", { ...pulled, id })]);
      expect(answer.results).toEqual([{ d: 2, s: "ok" }]);
      expect(answer.docs[0]?.v).toMatchObject({
        id,
        companyId: id,
        no: "CT000002",
      });
    }));

  test("pages end exactly, whatever their size, and every document comes once", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const ids = Array.from({ length: 25 }, () => randomUUID());
      await cro.push(...ids.map((id) => [op.company(id, `Firma ${id}`)]));
      for (const limit of [1, 5, 24, 25, 26]) {
        const seen: string[] = [];
        let cursors: Record<string, number> = { contacts: 0, tasks: 0 };
        for (let pages = 1; ; pages++) {
          const page = await cro.pull(cursors, limit);
          expect(page.docs.length).toBeLessThanOrEqual(limit);
          expect(Object.keys(page.cursors).sort()).toEqual([
            "contacts",
            "tasks",
          ]);
          seen.push(...page.docs.map((doc) => doc.id));
          cursors = page.cursors;
          if (page.more) continue;
          expect(pages).toBe(Math.max(1, Math.ceil(25 / limit)));
          break;
        }
        expect(seen).toEqual(ids);
      }
    }));

  test("a limit above the largest page is cut, and only the collections named come back", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      await cro.push([
        op.company(randomUUID(), "A"),
        op.ins("notes", { id: randomUUID(), kind: "comment", text: "x" }),
      ]);
      const page = await cro.pull({ notes: 0 }, 1_000_000);
      expect(page.docs.map((doc) => doc.c)).toEqual(["notes"]);
      expect(page.cursors).toEqual({ notes: page.head });
    }));

  test("no cursors ask for every collection there is", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const { cursors } = await cro.pull();
      expect(new Set(Object.keys(cursors))).toEqual(new Set(syncedCollections));
    }));

  test("a deleted document comes as a tombstone without content", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const id = randomUUID();
      await cro.push([op.person(id, "Luc Pasquier")]);
      const answer = await cro.push([op.del("contacts", id, 1)]);
      expect(answer.results).toEqual([{ d: 2, s: "ok" }]);
      const page = await cro.pull({ contacts: 0 });
      expect(page.docs).toMatchObject([{ id, deleted: true, v: null, rev: 2 }]);
    }));

  test("a person without a named employer gets the name of their company", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [company, person] = [randomUUID(), randomUUID()];
      const answer = await cro.push(
        [op.company(company, "Helvetia Präzision AG")],
        [op.person(person, "Luc Pasquier", { companyId: company })],
      );
      expect(answer.docs.find((doc) => doc.id === person)?.v).toMatchObject({
        companyId: company,
        companyName: "Helvetia Präzision AG",
      });
    }));

  test("another epoch is refused, the current one and none are served", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const { epoch } = await cro.pull();
      const ask = (value: string | null) =>
        cro.post("/v1/sync/pull", {
          proto: 1,
          schema: 1,
          epoch: value,
          cursors: {},
        });
      expect((await ask(epoch)).status).toBe(200);
      expect((await ask(null)).status).toBe(200);
      expect(await ask(randomUUID())).toMatchObject({
        status: 409,
        body: { error: { code: "epoch_changed" } },
      });
    }));

  test("a client of an older protocol is told so, not half understood (OFF-12)", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const push = { schema: 1, device: cro.deviceId, groups: [] };
      const pull = { epoch: null, cursors: {} };
      for (const version of [
        { proto: 0, schema: 1 },
        { proto: 1, schema: 0 },
      ]) {
        expect(
          await cro.post("/v1/sync/push", { ...push, ...version }),
        ).toMatchObject({
          status: 426,
          body: { error: { code: "client_too_old" } },
        });
        expect(
          (await cro.post("/v1/sync/pull", { ...pull, ...version })).status,
        ).toBe(426);
      }
    }));
});
