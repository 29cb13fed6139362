import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
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
});
