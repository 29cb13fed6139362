import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ENGINES, op, withServer } from "../helpers/server.ts";

describe.each(ENGINES)("codes on %s", (engine) => {
  test("OFF-10: a code that was deleted centrally and used offline comes back as inactive, one that nobody uses does not", () =>
    withServer(engine, async (server) => {
      const manager = await server.device("Chantal", "manager");
      const laptop = await server.device("Marco");
      const [used, unused, before] = ["NORD", "SUD", "EST"].map((code) => ({
        ...{ id: randomUUID(), kind: "territory", code, description: code },
      }));
      if (!used || !unused || !before) throw new Error("There are three");
      await manager.push(
        [used, unused, before].map((code) => op.ins("codes", code)),
      );
      await manager.push([
        op.del("codes", used.id, 1),
        op.del("codes", unused.id, 1),
      ]);
      expect([...(await laptop.all("codes")).keys()]).toEqual([before.id]);
      const answer = await laptop.push([
        op.company(randomUUID(), "A", { territory: "NORD" }),
      ]);
      // The device that has used it learns of it at once.
      expect(answer.docs).toContainEqual(
        expect.objectContaining({ c: "codes", id: used.id, deleted: false }),
      );
      // The other way round: the deletion comes when somebody has used it already.
      await laptop.push([op.company(randomUUID(), "B", { territory: "EST" })]);
      const { results } = await manager.push([op.del("codes", before.id, 1)]);
      expect(results).toMatchObject([{ s: "ok" }]);
      const codes = await laptop.all("codes");
      expect(
        [...codes.values()].map((one) => [one["code"], one["inactive"]]),
      ).toEqual(
        expect.arrayContaining([
          ["NORD", true],
          ["EST", true],
        ]),
      );
      expect(codes.size).toBe(2);
    }));

  test("a stored list that is none, of a deleted code's kind: the edit is refused with its reason, not with a server error", () =>
    withServer(engine, async (server) => {
      const manager = await server.device("Chantal", "manager");
      const group = {
        ...{ id: randomUUID(), kind: "mailingGroup", code: "NOEL" },
        description: "Noël",
      };
      const contact = randomUUID();
      await manager.push([op.ins("codes", group), op.company(contact, "A")]);
      await manager.push([op.del("codes", group.id, 1)]);
      // As no version of ours writes it, past what guards the feed.
      for (const step of [
        `ALTER TABLE doc DISABLE TRIGGER USER`,
        `UPDATE doc SET data = data || '{"mailingGroups": {"NOEL": true}}' WHERE id = '${contact}'`,
        `ALTER TABLE doc ENABLE TRIGGER USER`,
      ])
        await server.sql.query(step);
      const { results } = await manager.push([
        op.set("contacts", contact, { name: ["A", "B"] }),
      ]);
      expect(results).toMatchObject([{ s: "rejected", code: "invalid_field" }]);
    }));

  test("OFF-10: a code that the same push has taken out of use, or into it, before it is deleted", () =>
    withServer(engine, async (server) => {
      const manager = await server.device("Chantal", "manager");
      const [replaced, used] = ["NORD", "SUD"].map((code) => ({
        ...{ id: randomUUID(), kind: "territory", code, description: code },
      }));
      if (!replaced || !used) throw new Error("There are two");
      const contact = randomUUID();
      await manager.push([
        ...[replaced, used].map((code) => op.ins("codes", code)),
        op.company(contact, "A", { territory: "NORD" }),
      ]);
      await manager.push(
        [op.set("contacts", contact, { territory: ["NORD", "SUD"] })],
        [op.del("codes", replaced.id, 1)],
        [op.del("codes", used.id, 1)],
      );
      expect([...(await manager.all("codes")).values()]).toMatchObject([
        { code: "SUD", inactive: true },
      ]);
    }));
});
