import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ENGINES, op, withServer, type TestDevice } from "../helpers/server.ts";

const ids = () =>
  [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const;

async function said(device: TestDevice, ...groups: readonly unknown[][]) {
  const { results } = await device.push(...groups);
  return results.map(({ s, code }) => code ?? s);
}

const visit = (contactId: string, more: Record<string, unknown> = {}) =>
  op.ins("interactions", {
    ...{ id: randomUUID(), contactId, date: "2026-03-09", ...more },
  });
const task = (contactId: string, more: Record<string, unknown> = {}) =>
  op.ins("tasks", {
    ...{ id: randomUUID(), contactId, type: "task", date: "2026-03-31" },
    ...{ description: "Offre", status: "completed", ...more },
  });
const opportunity = (contactId: string, more: Record<string, unknown> = {}) =>
  op.ins("opportunities", {
    ...{ id: randomUUID(), contactId, description: "AF-200", status: "lost" },
    ...{ createdOn: "2026-03-09", ...more },
  });
const add = (c: string, id: string, f: string, e: readonly string[]) => ({
  ...{ c, id, k: "add", f, e },
});
const become = (id: string, type: string, more = {}) =>
  op.set("contacts", id, {
    type: [type === "person" ? "company" : "person", type],
    ...more,
  });

describe.each(ENGINES)("guards of contacts on %s", (engine) => {
  test.each([
    ["visit", visit],
    ["task", task],
    ["opportunity", opportunity],
  ] as const)("TYP-5: with a %s a contact keeps its type", (_kind, recorded) =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [company, person, left, elsewhere] = ids();
      await cro.push(
        [op.company(company, "Firma"), op.person(person, "Annina")],
        [op.company(left, "Ehemalige"), op.person(elsewhere, "Luc")],
        [recorded(company), recorded(person)],
        // By somebody who works elsewhere now (TYP-9).
        [recorded(elsewhere, { companyId: left })],
      );
      expect(
        await said(
          cro,
          [become(company, "person")],
          [become(person, "company")],
          [become(left, "person")],
        ),
      ).toEqual(["type_kept", "type_kept", "type_kept"]);
      expect((await cro.all("contacts")).get(company)?.["type"]).toBe(
        "company",
      );
    }),
  );

  test("TYP-6, TYP-7: what stands against another type, unless the same group takes it out", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [company, staffed, worker, person] = ids();
      await cro.push(
        [op.company(company, "Firma", { currency: "EUR" })],
        [
          op.company(staffed, "Viele"),
          op.person(worker, "Eva", { companyId: staffed }),
        ],
        [op.person(person, "Annina", { orgLevel: "CEO" })],
      );
      expect(
        await said(
          cro,
          [become(company, "person")],
          [become(staffed, "person")],
          [become(person, "company")],
          [become(company, "person", { currency: ["EUR", null] })],
          [become(person, "company", { orgLevel: ["CEO", null] })],
        ),
      ).toEqual(["type_kept", "type_kept", "type_kept", "ok", "ok"]);
    }));

  test("TYP-4: what only the other type has is not taken from anybody, and what was typed is kept aside", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [company, person] = ids();
      await cro.push(
        [op.company(company, "Firma", { jobTitle: "Chef", city: "Bulle" })],
        [op.person(person, "Annina", { vatNo: "CHE-314.902.152 TVA" })],
        [add("contacts", person, "industryGroups", ["CHEESE"])],
      );
      const contacts = await cro.all("contacts");
      expect(contacts.get(company)).not.toHaveProperty("jobTitle");
      expect(contacts.get(company)).toHaveProperty("city", "Bulle");
      for (const field of ["vatNo", "industryGroups"])
        expect(contacts.get(person)).not.toHaveProperty(field);
      const notes = [...(await cro.all("notes")).values()];
      expect(
        notes.map(({ field, loser }) => [
          field,
          (loser as { value?: unknown } | undefined)?.value,
        ]),
      ).toEqual(
        expect.arrayContaining([
          ["jobTitle", "Chef"],
          ["vatNo", "CHE-314.902.152 TVA"],
        ]),
      );
    }));

  test("DEL-2: a company goes with all of its people or not at all, one that a colleague has just added too", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const [company, luc, eva] = ids();
      await cro.push([
        op.company(company, "Firma"),
        op.person(luc, "Luc", { companyId: company }),
      ]);
      await mbe.push([op.person(eva, "Eva", { companyId: company })]);
      const all = [
        { ...op.del("contacts", luc, 1), o: "inherited" },
        op.del("contacts", company, 1),
      ];
      expect(await said(cro, all)).toEqual(["has_people"]);
      expect([...(await cro.all("contacts")).keys()]).toHaveLength(3);
      expect(
        await said(cro, [
          { ...op.del("contacts", eva, 1), o: "inherited" },
          ...all,
        ]),
      ).toEqual(["ok"]);
      expect((await cro.all("contacts")).size).toBe(0);
    }));

  test("DEL-2: a large company is deleted in several groups; when the last one is refused, its people are back, with their pictures", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const [company, luc, eva, late] = ids();
      const picture = op.ins("files", {
        ...{ id: randomUUID(), contactId: luc, name: "luc.jpg", bytes: 1 },
        ...{ mime: "image/jpeg", sha256: "a".repeat(64) },
      });
      await cro.push([
        op.company(company, "Firma"),
        op.person(luc, "Luc", { companyId: company }),
        op.person(eva, "Eva", { companyId: company }),
        picture,
      ]);
      await mbe.push([op.person(late, "Neu", { companyId: company })]);
      const gone = (id: string) => ({
        ...op.del("contacts", id, 1),
        o: "inherited",
      });
      const answer = await cro.push(
        [op.del("files", String(picture.id), 1), gone(luc)],
        [gone(eva)],
        [op.del("contacts", company, 1)],
      );
      expect(answer.results.map(({ s, code }) => code ?? s)).toEqual([
        "ok",
        "ok",
        "has_people",
      ]);
      // The device that deleted them hears of it in the same answer.
      expect(
        answer.docs.filter(({ deleted, c }) => !deleted && c === "contacts"),
      ).toHaveLength(3);
      expect((await cro.all("contacts")).size).toBe(4);
      expect((await cro.all("files")).size).toBe(1);
    }));

  test("DEL-2: a person's work passes to the company: a deletion that leaves some behind is refused", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const [company, luc] = ids();
      const seen = visit(luc, { companyId: company });
      await cro.push([
        op.company(company, "Firma"),
        op.person(luc, "Luc", { companyId: company }),
        seen,
      ]);
      const late = task(luc, { companyId: company });
      await mbe.push([late]);
      const pass = (c: string, id: unknown) =>
        op.set(c, String(id), { contactId: [luc, company] });
      const remove = [
        pass("interactions", seen.id),
        op.del("contacts", luc, 1),
      ];
      expect(await said(cro, remove)).toEqual(["has_work"]);
      expect(
        (await cro.all("interactions")).get(String(seen.id)),
      ).toMatchObject({ contactId: luc });
      expect(await said(cro, [pass("tasks", late.id), ...remove])).toEqual([
        "ok",
      ]);
      expect((await cro.all("tasks")).get(String(late.id))).toMatchObject({
        contactId: company,
      });
    }));

  test("DEL-1: what somebody who has left did not finish stands against deleting the company", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [company, luc] = ids();
      await cro.push([
        op.company(company, "Firma"),
        op.person(luc, "Luc"),
        task(luc, { companyId: company, status: "notStarted" }),
      ]);
      expect(await said(cro, [op.del("contacts", company, 1)])).toEqual([
        "in_use",
      ]);
    }));

  test.each([
    ["a visit", (id: string) => visit(id)],
    ["a task", (id: string) => task(id)],
    [
      "a new colleague",
      (id: string) => op.person(randomUUID(), "Neu", { companyId: id }),
    ],
  ])(
    "OFF-7: %s that a deletion had not seen brings the contact back, whichever comes first",
    (_what, made) =>
      withServer(engine, async (server) => {
        const cro = await server.device("Chantal");
        const mbe = await server.device("Marco");
        const [company] = ids();
        await cro.push([op.company(company, "Firma")]);
        expect(await said(cro, [op.del("contacts", company, 1)])).toEqual([
          "ok",
        ]);
        await mbe.push([made(company)]);
        expect((await cro.all("contacts")).get(company)).toMatchObject({
          name: "Firma",
        });
        expect([...(await cro.all("notes")).values()]).toMatchObject([
          { kind: "conflict", docId: company, loser: { value: "deleted" } },
        ]);
      }),
  );

  test("DEL-2, OFF-7: a visit to a person who went with their company brings the company back, with all who went", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const [company, luc, eva, before] = ids();
      await cro.push([
        op.company(company, "Firma"),
        op.person(luc, "Luc", { companyId: company }),
        op.person(eva, "Eva", { companyId: company }),
        op.person(before, "Ehemals", { companyId: company }),
      ]);
      await cro.push([op.del("contacts", before, 1)]);
      const went = (id: string) => ({
        ...op.del("contacts", id, 1),
        o: "inherited",
      });
      expect(
        await said(cro, [
          ...[went(luc), went(eva)],
          op.del("contacts", company, 1),
        ]),
      ).toEqual(["ok"]);
      await mbe.push([visit(luc, { companyId: company })]);
      const back = await cro.all("contacts");
      expect([...back.keys()].toSorted()).toEqual(
        [company, luc, eva].toSorted(),
      );
    }));

  test("DEL-3, OFF-7: comments that went with a contact come back with it, those deleted before it do not", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const [company, before, along, unseen] = ids();
      const comment = (id: string) =>
        op.ins("notes", {
          ...{ id, contactId: company, kind: "comment", text: id },
        });
      await cro.push(
        [op.company(company, "Firma"), comment(before), comment(along)],
        [op.del("notes", before, 1)],
      );
      await mbe.push([comment(unseen)]);
      const kept = async () => {
        const all = [...(await cro.all("notes")).values()];
        const comments = all.filter(({ kind }) => kind === "comment");
        return new Set(comments.map(({ id }) => id));
      };
      // Chantal's laptop has not seen Marco's comment: it goes all the same.
      await cro.push([
        op.del("notes", along, 1),
        op.del("contacts", company, 1),
      ]);
      expect(await kept()).toEqual(new Set());
      await mbe.push([visit(company)]);
      expect(await kept()).toEqual(new Set([along, unseen]));
    }));

  test("DEF-4: an opportunity without a cycle gets the default one, unless that is blocked", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      const [id, cycle] = ids();
      const cycleOf = async (more: Record<string, unknown> = {}) => {
        const made = opportunity(id, more);
        await boss.push([made]);
        const all = await boss.all("opportunities");
        return all.get(String(made.id))?.["cycle"];
      };
      await boss.push([op.company(id, "Firma")]);
      expect(await cycleOf()).toBe("NEW");
      expect(await cycleOf({ cycle: "EXISTING" })).toBe("EXISTING");
      const own = {
        id: cycle,
        kind: "salesCycle",
        code: "NEW",
        description: "N",
      };
      await boss.push([op.ins("codes", { ...own, inactive: true })]);
      expect(await cycleOf()).toBeUndefined();
    }));
});
