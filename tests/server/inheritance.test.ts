import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ENGINES, op, withServer, type TestDevice } from "../helpers/server.ts";

const OLD = "+41 26 555 01 23";
const MANUAL = "+41 26 555 77 77";
const NEW = "+41 26 555 99 00";

/** Gruyère-Est with Luc and Marie, who have its phone. */
async function gruyere(device: TestDevice) {
  const [id, luc, marie] = [randomUUID(), randomUUID(), randomUUID()];
  const shared = { phone: OLD, language: "FRS", companyId: id };
  await device.pushAt("08:00", [
    op.company(id, "Gruyère-Est SA", { phone: OLD, language: "FRS" }),
    op.person(luc, "Luc Pasquier", shared),
    op.person(marie, "Marie Clerc", shared),
  ]);
  return { id, luc, marie };
}

describe.each(ENGINES)("inheritance on the server, %s", (engine) => {
  test.each([
    ["L2 then L1", true],
    ["L1 then L2", false],
  ])(
    "A10: a manual edit beats an inherited one, synced %s",
    (_order, manualFirst) =>
      withServer(engine, async (server) => {
        const l1 = await server.device("Chantal");
        const l2 = await server.device("Marco");
        const { id, luc, marie } = await gruyere(l1);
        const manual = () =>
          l2.pushAt("09:30", [
            op.set("contacts", luc, { phone: [OLD, MANUAL] }),
          ]);
        const company = () =>
          l1.pushAt("10:00", [
            op.set("contacts", id, { phone: [OLD, NEW] }),
            op.set("contacts", luc, { phone: [OLD, NEW] }, "inherited"),
            op.set("contacts", marie, { phone: [OLD, NEW] }, "inherited"),
          ]);
        if (manualFirst) await manual();
        await company();
        if (!manualFirst) await manual();
        const contacts = await l2.all("contacts");
        expect(contacts.get(id)).toMatchObject({ phone: NEW });
        expect(contacts.get(marie)).toMatchObject({ phone: NEW });
        expect(contacts.get(luc)).toMatchObject({ phone: MANUAL });
        // No question asked: the inherited value stands in the history only.
        expect((await l1.all("notes")).size).toBe(0);
        const history = await fetch(
          `${server.url}/v1/history/contacts/${luc}`,
          {
            headers: { authorization: `Bearer ${l1.access}` },
          },
        );
        expect(await history.json()).toMatchObject({
          rows: expect.arrayContaining([
            expect.objectContaining({ path: "phone", outcome: "discarded" }),
          ]) as unknown,
        });
      }),
  );

  test("INH-9: a field that was broken off on the person does not follow, whoever sends what", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const { id, luc, marie } = await gruyere(l1);
      await l1.push([
        { c: "contacts", id: luc, k: "add", f: "ownFields", e: ["phone"] },
      ]);
      await l1.pushAt("10:00", [op.set("contacts", id, { phone: [OLD, NEW] })]);
      const contacts = await l1.all("contacts");
      expect(contacts.get(luc)).toMatchObject({ phone: OLD });
      expect(contacts.get(marie)).toMatchObject({ phone: NEW });
    }));

  test("INH-8: what a person inherits changes that person: its time and revision, for every device", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const l2 = await server.device("Marco");
      const { id, luc, marie } = await gruyere(l1);
      await l1.pushAt("09:00", [
        op.set("contacts", luc, { phone: [OLD, MANUAL] }),
      ]);
      const before = await l2.all("contacts");
      await l1.pushAt("10:00", [op.set("contacts", id, { phone: [OLD, NEW] })]);
      const after = await l2.all("contacts");
      const changedAt = (contacts: typeof after, who: string) =>
        String(contacts.get(who)?.["modifiedAt"]);
      expect(changedAt(after, marie) > changedAt(before, marie)).toBe(true);
      expect(changedAt(after, luc)).toBe(changedAt(before, luc));
    }));

  test("OFF-8, INH-5: a change of the company alone reaches the people who had its value, and only them", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const { id, luc, marie } = await gruyere(l1);
      await l1.pushAt("09:00", [
        op.set("contacts", luc, { phone: [OLD, MANUAL] }),
      ]);
      const answer = await l1.pushAt("10:00", [
        op.set("contacts", id, { phone: [OLD, NEW], language: ["FRS", "DES"] }),
      ]);
      expect(answer.docs.map((doc) => doc.id).sort()).toEqual(
        [id, luc, marie].sort(),
      );
      const contacts = await l1.all("contacts");
      expect(contacts.get(luc)).toMatchObject({
        phone: MANUAL,
        language: "DES",
      });
      expect(contacts.get(marie)).toMatchObject({
        phone: NEW,
        language: "DES",
      });
    }));

  test("two steps in one intention are one change: the people follow from the first value to the last", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const { id, marie } = await gruyere(l1);
      await l1.pushAt("10:00", [
        op.set("contacts", id, { phone: [OLD, MANUAL] }),
        op.set("contacts", id, { phone: [MANUAL, NEW] }),
      ]);
      expect((await l1.all("contacts")).get(marie)).toMatchObject({
        phone: NEW,
      });
    }));

  test("INH-1: a flag that is off stops its field; NAM-3: the new name arrives in any case", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const boss = await server.device("Boss", "manager");
      await boss.push([
        op.ins("settings", {
          id: randomUUID(),
          key: "marketing",
          inheritLanguage: false,
        }),
      ]);
      const { id, marie } = await gruyere(l1);
      await l1.pushAt("10:00", [
        op.set("contacts", id, {
          language: ["FRS", "ITS"],
          name: ["Gruyère-Est SA", "Gruyère-Est Fromages SA"],
        }),
      ]);
      expect((await l1.all("contacts")).get(marie)).toMatchObject({
        language: "FRS",
        companyName: "Gruyère-Est Fromages SA",
      });
    }));

  test("the echo that a laptop sends along changes nothing twice", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const { id, marie } = await gruyere(l1);
      const answer = await l1.pushAt("10:00", [
        op.set("contacts", id, { phone: [OLD, NEW] }),
        op.set("contacts", marie, { phone: [OLD, NEW] }, "inherited"),
      ]);
      expect(answer.docs.find((doc) => doc.id === marie)).toMatchObject({
        rev: 2,
        v: { phone: NEW },
      });
    }));

  test("another tenant's people are never reached, even with the same company id", () =>
    withServer(engine, async (server) => {
      const l1 = await server.device("Chantal");
      const stranger = await server.stranger();
      const { id } = await gruyere(l1);
      const foreign = randomUUID();
      await stranger.push([
        op.company(id, "Gruyère-Est SA", { phone: OLD }),
        op.person(foreign, "Fremd", { companyId: id, phone: OLD }),
      ]);
      await l1.pushAt("10:00", [op.set("contacts", id, { phone: [OLD, NEW] })]);
      expect((await stranger.all("contacts")).get(foreign)).toMatchObject({
        phone: OLD,
      });
      // Nor do they come over: not even the same company's people of somebody else.
      expect((await l1.all("contacts")).has(foreign)).toBe(false);
    }));
});
