import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ask, caffe, CUSTOMER } from "../helpers/caffe.ts";
import {
  op,
  withServer,
  type TestDevice,
  type TestServer,
} from "../helpers/server.ts";

type Document = Record<string, unknown>;

/** Elena, who is the customer's person, and her double. */
async function twice(server: TestServer) {
  const { device: seller, company, elena } = await caffe(server);
  const manager = await server.device("Chantal", "manager");
  const twin = randomUUID();
  await seller.push([op.person(twin, "Elena Rossi", { companyId: company })]);
  await seller.push([ask(company, elena, CUSTOMER)]);
  const account = async () =>
    [...(await seller.all("accounts")).values()][0] ?? {};
  const into = (from: string | null, to: string | null) =>
    op.set("contacts", elena, { mergedInto: [from, to] }, "merged");
  const record = (step: object | string): Document => ({
    ...{ id: randomUUID(), kind: "merge", contactId: twin },
    ...{ collection: "contacts", docId: elena },
    base: [typeof step === "string" ? step : JSON.stringify(step)],
  });
  return { seller, manager, elena, twin, account, into, record };
}

/** What the server alone has written down: what a merge has changed at the ERP's. */
async function recordsOf(device: TestDevice): Promise<Document[]> {
  return [...(await device.all("notes")).values()].filter(
    ({ kind, base }) =>
      kind === "merge" && JSON.stringify(base).includes("accounts"),
  );
}

describe("records of merges", () => {
  test("MRG-1, MRG-3: whatever a record says, a split changes nothing else of the ERP's", () =>
    withServer("pglite", async (server) => {
      const { seller, manager, account, into, record, ...of } =
        await twice(server);
      const before = await account();
      const { id, name } = before;
      const forged = (f: object) => record({ c: "accounts", id, k: "set", f });
      await manager.push([into(null, of.twin)]);
      const taken = forged({ name: ["Mine", name], blocked: [true, null] });
      const refused = await seller.push([op.ins("notes", taken)]);
      expect(refused.results).toMatchObject([
        { s: "rejected", code: "forbidden" },
      ]);
      // As what goes back to a restored server, and from somebody with the right.
      const stranger = randomUUID();
      const person = { primaryContactId: [stranger, of.twin] };
      const back = [taken, forged(person)].map((v) => ({
        ...op.ins("notes", v),
        h: "1773417600000.0",
      }));
      const given = await seller.push(back);
      expect(given.results).toMatchObject([{ s: "ok" }]);
      await manager.push([op.ins("notes", forged({ blocked: [true, null] }))]);
      await manager.push([into(of.twin, null)]);
      const { modifiedAt: _was, ...after } = await account();
      expect(after).toMatchObject({ name, primaryContactId: of.elena });
      expect(after).not.toHaveProperty("blocked");
    }));

  test("MRG-3: a record that is none holds up nobody who splits the two", () =>
    withServer("pglite", async (server) => {
      const { manager, twin, account, into, record, elena } =
        await twice(server);
      const { id } = await account();
      await manager.push([into(null, twin)]);
      const steps = [
        ...[{ k: "set", f: { name: 5 } }, { k: "set" }, { k: "ins" }],
        ...[
          { k: "add", f: "name", e: "x" },
          { k: "rem", f: "name" },
        ],
      ];
      const broken = [
        ...steps.map((step) => record({ c: "accounts", id, ...step })),
        ...[record("{"), record({ c: "nothing", id: 7, k: "set" })],
      ];
      await manager.push(broken.map((v) => op.ins("notes", v)));
      const split = await manager.push([into(twin, null)]);
      expect(split.results).toMatchObject([{ s: "ok" }]);
      expect(await account()).toMatchObject({ primaryContactId: elena });
    }));

  test("MRG-3: the server's own record goes with a split by a device that has not seen it", () =>
    withServer("pglite", async (server) => {
      const { seller, manager, twin, account, into, elena } =
        await twice(server);
      await manager.push([into(null, twin)]);
      expect(await account()).toMatchObject({ primaryContactId: twin });
      expect(await recordsOf(seller)).toHaveLength(1);
      await manager.push([into(twin, null)]);
      expect(await account()).toMatchObject({ primaryContactId: elena });
      expect(await recordsOf(seller)).toEqual([]);
    }));

  test("MRG-1: a salesperson changes no record of a merge, and who deletes its contact brings it back as it was", () =>
    withServer("pglite", async (server) => {
      const { seller, manager, twin, into, record } = await twice(server);
      const step = { c: "contacts", id: twin, k: "set", f: { phone: ["", 1] } };
      const own = record(step);
      const id = String(own["id"]);
      await manager.push([into(null, twin), op.ins("notes", own)]);
      const comment = { ...own, id: randomUUID(), kind: "comment" };
      await seller.push([op.ins("notes", comment)]);
      const others = record({ ...step, f: { phone: ["", 2] } });
      const answer = await seller.push(
        [op.set("notes", id, { base: [own["base"], others["base"]] })],
        [op.set("notes", comment.id, { kind: ["comment", "merge"] })],
        [op.del("notes", id, 1)],
        [{ ...op.ins("notes", { ...others, id }), o: "restored" }],
        [{ ...op.ins("notes", own), o: "restored" }],
      );
      expect(answer.results).toMatchObject([
        ...[{ s: "rejected" }, { s: "rejected" }, { s: "ok" }],
        ...[{ s: "rejected" }, { s: "ok" }],
      ]);
      const kept = (await seller.all("notes")).get(id);
      expect(kept?.["base"]).toEqual(own["base"]);
    }));
});
