import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ENGINES, op, post, withServer } from "../helpers/server.ts";

const HLC = `${Date.parse("2026-03-13T15:00:00Z")}.0`;

function upper(id: string): string {
  return id.toUpperCase();
}

/** RFC 9562: hexadecimal digits are read in either case and written in lower case. */
describe.each(ENGINES)("ids in upper case on %s", (engine) => {
  test("documents, references and items are pulled in lower case", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [company, person, visit, item] = [1, 2, 3, 4].map(() =>
        randomUUID(),
      ) as [string, string, string, string];
      const answer = await cro.push(
        [op.company(upper(company), "Favre SA")],
        [
          op.person(upper(person), "Paul Favre", {
            companyId: upper(company),
            more: { [upper(item)]: { kind: "phone", value: "021" } },
          }),
        ],
        [
          op.ins("interactions", {
            id: upper(visit),
            contactId: upper(person),
            companyId: upper(company),
            date: "2026-03-12",
          }),
        ],
        [
          op.set("contacts", upper(person), {
            jobTitle: [null, "Chef"],
          }),
        ],
      );
      expect(answer.results.map(({ s }) => s)).toEqual([
        "ok",
        "ok",
        "ok",
        "ok",
      ]);
      const contacts = await cro.all("contacts");
      expect(new Set(contacts.keys())).toEqual(new Set([company, person]));
      expect(contacts.get(person)).toMatchObject({
        id: person,
        companyId: company,
        companyName: "Favre SA",
        jobTitle: "Chef",
        more: { [item]: { kind: "phone", value: "021" } },
      });
      expect(await cro.all("interactions")).toEqual(
        new Map([
          [
            visit,
            expect.objectContaining({
              id: visit,
              contactId: person,
              companyId: company,
            }) as Record<string, unknown>,
          ],
        ]),
      );
    }));

  test("a reference set in upper case is kept in lower case, and follows its company (INH-5)", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [old, next, person] = [1, 2, 3].map(() => randomUUID()) as [
        string,
        string,
        string,
      ];
      await cro.push(
        [op.company(old, "Alt AG"), op.company(next, "Neu AG")],
        [op.person(person, "Paul", { companyId: old })],
        [
          op.set("contacts", upper(person), {
            companyId: [upper(old), upper(next)],
            companyName: ["Alt AG", "Neu AG"],
          }),
        ],
        [op.set("contacts", upper(next), { name: ["Neu AG", "Neuer AG"] })],
      );
      expect((await cro.all("contacts")).get(person)).toMatchObject({
        companyId: next,
        companyName: "Neuer AG",
      });
      expect((await cro.all("notes")).size).toBe(0);
    }));

  test("the device, its group and a document in an address are known in either case", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const id = randomUUID();
      const m = randomUUID();
      const send = (name: string, mutation: string, device: string) =>
        cro.post("/v1/sync/push", {
          proto: 1,
          schema: 1,
          device,
          groups: [
            { d: 1, m: mutation, hlc: HLC, ops: [op.company(id, name)] },
          ],
        });
      expect(await send("A", upper(m), upper(cro.deviceId))).toMatchObject({
        status: 200,
        body: { results: [{ d: 1, s: "ok" }] },
      });
      // The same mutation, not the work of a cloned device.
      for (const spelt of [m, upper(m)])
        expect(await send("A", spelt, cro.deviceId)).toMatchObject({
          status: 200,
          body: { results: [{ d: 1, s: "dup" }], docs: [{ id }] },
        });
      const headers = { authorization: `Bearer ${cro.access}` };
      const history = await fetch(
        `${server.url}/v1/history/contacts/${upper(id)}`,
        { headers },
      );
      expect(history.status).toBe(200);
      const renewed = await post(server.url, "/v1/token", {
        refresh: cro.refresh,
        deviceId: upper(cro.deviceId),
      });
      expect(renewed.status).toBe(200);
    }));

  test("a refused group in upper case brings its documents too", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const id = randomUUID();
      await cro.push([op.company(id, "A")]);
      const answer = await cro.push([
        op.set("contacts", upper(id), { city: [null, "a\ud800"] }),
      ]);
      expect(answer.docs).toMatchObject([{ id, v: { name: "A" } }]);
    }));
});
