import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { firstSetting } from "../../shared/domain/marketing-setting.ts";
import type { PushAnswer } from "../../shared/sync/protocol.ts";
import { ENGINES, op, withServer } from "../helpers/server.ts";

function codesOf(answer: PushAnswer) {
  return answer.results.map(({ s, code }) => code ?? s);
}

const code = (id: string) =>
  op.ins("codes", {
    id,
    kind: "mailingGroup",
    code: "X-NEW",
    description: "Neu",
  });

describe.each(ENGINES)("rights on %s", (engine) => {
  test("a salesperson adds a code; renaming and deleting one is the manager's", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const boss = await server.device("Boss", "manager");
      const id = randomUUID();
      const rename = op.set("codes", id, { description: ["Neu", "Anders"] });
      expect(
        codesOf(await cro.push([code(id)], [rename], [op.del("codes", id, 9)])),
      ).toEqual(["ok", "forbidden", "forbidden"]);
      expect(
        codesOf(await boss.push([rename], [op.del("codes", id, 9)])),
      ).toEqual(["ok", "ok"]);
    }));

  test("a starter list that a device brings along changes no list that is there", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      const cro = await server.device("Chantal");
      const id = randomUUID();
      const rename = op.set("codes", id, { description: ["Neu", "Anders"] });
      await boss.push([code(id)], [rename]);
      const starter = { ...code(id), o: "imported" as const };
      for (const device of [cro, boss]) {
        const answer = await device.push([starter]);
        expect(codesOf(answer)).toEqual(["same"]);
        expect(answer.docs[0]?.v).toMatchObject({ description: "Anders" });
      }
    }));

  test("the set-up is written by managers and administrators only", () =>
    withServer(engine, async (server) => {
      const ins = () =>
        op.ins("settings", { id: randomUUID(), key: "marketing" });
      for (const [role, expected] of [
        ["salesperson", "forbidden"],
        ["marketing", "forbidden"],
        ["manager", "ok"],
        ["admin", "ok"],
      ] as const) {
        const device = await server.device(`P-${role}`, role);
        expect(codesOf(await device.push([ins()]))).toEqual([expected]);
      }
    }));

  test("what was set up alone is taken from nobody who joins, and a salesperson is not refused for it", () =>
    withServer(engine, async (server) => {
      const manager = await server.device("Manager", "manager");
      const { id } = firstSetting;
      const set = { ...firstSetting, defaultSalesperson: "SKE" };
      await manager.push([op.ins("settings", set)]);
      const own = { ...firstSetting, defaultSalesperson: "AFR" };
      const alone = { ...op.ins("settings", own), o: "inherited" as const };
      for (const role of ["salesperson", "manager"] as const) {
        const joining = await server.device(`Joining-${role}`, role);
        expect(codesOf(await joining.push([alone]))).toEqual(["same"]);
      }
      const there = (await manager.all("settings")).get(id);
      expect(there).toMatchObject({ defaultSalesperson: "SKE" });
    }));

  test("what was set up alone waits for a company's set-up, and is told so", () =>
    withServer(engine, async (server) => {
      const joining = await server.device("Chantal");
      const own = { ...firstSetting, defaultSalesperson: "AFR" };
      const alone = { ...op.ins("settings", own), o: "inherited" as const };
      expect(codesOf(await joining.push([alone]))).toEqual(["no_set_up"]);
      const manager = await server.device("Manager", "manager");
      await manager.push([op.ins("settings", firstSetting)]);
      expect(codesOf(await joining.push([alone]))).toEqual(["same"]);
    }));

  test("a view of the list is its author's alone, and never becomes the set-up", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const other = await server.device("Other", "manager");
      const id = randomUUID();
      const view = { id, key: "view", name: "Bulle", view: '{"sort":[]}' };
      const rename = op.set("settings", id, { name: ["Bulle", "Gruyère"] });
      const become = op.set("settings", id, { key: ["view", "marketing"] });
      expect(
        codesOf(
          await cro.push(
            [op.ins("settings", view)],
            [rename],
            [become],
            [op.ins("settings", { ...view, key: "marketing" })],
            [op.del("settings", id, 9)],
            [op.ins("settings", view)],
          ),
        ),
      ).toEqual(["ok", "ok", "forbidden", "forbidden", "ok", "ok"]);
      const seen = async (device: typeof cro) =>
        (await device.all("settings")).has(id);
      expect([await seen(cro), await seen(other)]).toEqual([true, false]);
      expect(codesOf(await other.push([rename]))).toEqual(["not_found"]);
    }));

  test("purchases and accounts are written by nobody over sync", () =>
    withServer(engine, async (server) => {
      const admin = await server.device("Root", "admin");
      const account = {
        id: randomUUID(),
        kind: "customer",
        no: "C1",
        name: "A",
      };
      const purchase = {
        id: randomUUID(),
        document: "F1",
        line: 1,
        type: "invoice",
        customer: "C1",
        item: "1000",
        description: "Cuve",
        date: "2026-01-01",
        quantity: 1,
        amountMinor: 100,
        currency: "CHF",
      };
      expect(
        codesOf(
          await admin.push(
            [op.ins("accounts", account)],
            [op.ins("purchases", purchase)],
          ),
        ),
      ).toEqual(["forbidden", "forbidden"]);
    }));

  test("a recorded visit is changed and amended by its author or a manager", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const boss = await server.device("Boss", "manager");
      const id = randomUUID();
      const visit = { id, contactId: randomUUID(), date: "2026-03-12" };
      await cro.push([op.ins("interactions", visit)]);
      const cancel = op.set("interactions", id, { canceled: [null, true] });
      const amend = () =>
        op.ins("interactions", { ...visit, id: randomUUID(), amends: id });
      expect(
        codesOf(
          await mbe.push([cancel], [amend()], [op.del("interactions", id, 9)]),
        ),
      ).toEqual(["forbidden", "forbidden", "forbidden"]);
      expect(codesOf(await cro.push([amend()]))).toEqual(["ok"]);
      expect(codesOf(await boss.push([cancel]))).toEqual(["ok"]);
    }));

  test.each([
    ["recorded", {}],
    ["postponed", { postponed: true }],
  ])(
    "an insert over a colleague's %s visit changes nothing of it, whatever it says of itself",
    (_kind, more) =>
      withServer(engine, async (server) => {
        const cro = await server.device("Chantal");
        const mbe = await server.device("Marco");
        const boss = await server.device("Boss", "manager");
        const id = randomUUID();
        const contactId = randomUUID();
        const visit = { id, contactId, date: "2026-03-12", ...more };
        await cro.push([op.ins("interactions", visit)]);
        const held = async () =>
          (await boss.all("interactions")).get(id)?.v ?? null;
        const before = await held();
        server.clock.nowMs += 60_000;
        const h = `${server.clock.nowMs}.0`;
        const canceled = {
          ...op.ins("interactions", { ...visit, canceled: true }),
          h,
        };
        const { results } = await mbe.push(
          [op.ins("interactions", visit)],
          [canceled],
          [op.ins("interactions", { ...visit, evaluation: "negative" })],
        );
        expect(results.map(({ s }) => s)).toEqual([
          ...["same", "rejected", "rejected"],
        ]);
        expect(await held()).toEqual(before);
        await cro.push([op.del("interactions", id, 1)]);
        const back = { ...op.ins("interactions", visit), o: "restored" };
        expect(codesOf(await mbe.push([back], [canceled]))).toEqual([
          ...["forbidden", "same"],
        ]);
        expect(await held()).toBeNull();
        expect(codesOf(await cro.push([back]))).toEqual(["ok"]);
      }),
  );

  test("a company's visit goes back to a person of it or one who comes back, and to nobody else", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const [company, other, luc, eva, id] = [
        ...Array.from({ length: 5 }, () => randomUUID()),
      ] as [string, string, string, string, string];
      const person = op.person(luc, "Luc", { companyId: other });
      await cro.push(
        [op.company(company, "Firma"), op.company(other, "Andere")],
        [person, op.person(eva, "Eva", { companyId: company })],
        [
          op.ins("interactions", {
            ...{ id, contactId: company, companyId: company },
            date: "2026-03-12",
          }),
        ],
      );
      const pass = (from: string, to: string) =>
        op.set("interactions", id, { contactId: [from, to] });
      expect(
        codesOf(
          await mbe.push(
            [pass(company, randomUUID())],
            [pass(company, other)],
            [pass(company, luc)],
            [pass(company, eva)],
            [pass(eva, company)],
            [op.del("contacts", luc, 1)],
            [pass(company, luc)],
            [pass(company, luc), { ...person, o: "restored" }],
          ),
        ),
      ).toEqual([
        ...["forbidden", "forbidden", "forbidden", "ok", "ok", "ok"],
        ...["forbidden", "ok"],
      ]);
    }));

  test("what is written once stays: the result of a recorded visit, but not its evaluation", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const l2 = await server.device("Chantal");
      const id = randomUUID();
      await cro.push([
        op.ins("interactions", {
          id,
          contactId: randomUUID(),
          date: "2026-03-12",
        }),
      ]);
      expect(
        codesOf(
          await l2.push(
            [op.set("interactions", id, { result: [null, "Neu"] })],
            [op.set("interactions", id, { evaluation: [null, "positive"] })],
          ),
        ),
      ).toEqual(["immutable", "ok"]);
    }));

  test("a document in somebody's private bucket does not exist for others", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      await mbe.push([op.company(randomUUID(), "A", { no: "VIP" })]);
      await cro.push([op.company(randomUUID(), "B", { no: "VIP" })]);
      const [id = ""] = [...(await cro.all("notes")).keys()];
      const ops = (target: string) => [
        [op.set("notes", target, { status: ["open", "done"] })],
        [op.del("notes", target, 1)],
      ];
      const there = await mbe.push(...ops(id));
      const nowhere = await mbe.push(...ops(randomUUID()));
      const said = (answer: PushAnswer) =>
        answer.results.map(({ s, code: c, message }) => [s, c, message]);
      expect(said(there)).toEqual(said(nowhere));
      expect(there.docs).toEqual([]);
      const taken = await mbe.push([
        op.ins("notes", { id, kind: "comment", text: "mine?" }),
      ]);
      expect(taken.results).toMatchObject([
        { s: "rejected", code: "not_found" },
      ]);
      const url = `${server.url}/v1/history/notes/${id}`;
      const headers = { authorization: `Bearer ${mbe.access}` };
      expect((await fetch(url, { headers })).status).toBe(404);
      expect((await cro.all("notes")).get(id)).toMatchObject({
        status: "open",
      });
    }));

  test("DEL-1: a contact with an open task is not deleted, with a closed one it is", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [id, task] = [randomUUID(), randomUUID()];
      await cro.push([
        op.person(id, "Marie Clerc"),
        op.ins("tasks", {
          id: task,
          contactId: id,
          type: "phoneCall",
          description: "Appel mensuel",
          date: "2026-03-31",
          status: "notStarted",
        }),
      ]);
      const del = op.del("contacts", id, 1);
      const close = op.set("tasks", task, {
        status: ["notStarted", "completed"],
      });
      expect(codesOf(await cro.push([del], [close, del]))).toEqual([
        "in_use",
        "ok",
      ]);
    }));

  test("DEL-1: of an import that is taken back only the contact with work comes back, each deletion being an entry", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const ids = Array.from({ length: 20 }, () => randomUUID());
      await cro.push(ids.map((id, i) => op.person(id, `Nr ${i}`)));
      const used = ids[3] ?? "";
      const task = {
        id: randomUUID(),
        contactId: used,
        type: "phoneCall",
        description: "Rappeler",
        date: "2026-03-31",
        status: "notStarted",
      };
      await (await server.device("Paul")).push([op.ins("tasks", task)]);
      const answer = await cro.push(
        ...ids.map((id) => [op.del("contacts", id, 1)]),
      );
      expect(
        answer.results
          .filter(({ s }) => s === "rejected")
          .map(({ code }) => code),
      ).toEqual(["in_use"]);
      expect([...(await cro.all("contacts")).keys()]).toEqual([used]);
    }));

  test("PRV-1: nothing new about a blocked contact, but a visit dated before the block is kept", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const ske = await server.device("Selina");
      const id = randomUUID();
      await cro.push([op.person(id, "Elena Ferrari")]);
      await cro.pushAt("2026-03-11T10:00:00Z", [
        op.set("contacts", id, { privacyBlocked: [null, true] }),
      ]);
      const visit = (date: string) => [
        op.ins("interactions", { id: randomUUID(), contactId: id, date }),
      ];
      expect(
        codesOf(await ske.push(visit("2026-03-12"), visit("2026-03-10"))),
      ).toEqual(["privacy_blocked", "ok"]);
    }));
});
