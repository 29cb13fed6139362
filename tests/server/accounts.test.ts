import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ask, caffe, CUSTOMER } from "../helpers/caffe.ts";
import { counted } from "../helpers/counted-sql.ts";
import {
  ENGINES,
  op,
  openEngine,
  withServer,
  type TestDevice,
} from "../helpers/server.ts";

type Document = Record<string, unknown>;

/** What became of a request; null = there is no such note. */
async function answered(device: TestDevice, sent: Document) {
  return (await device.all("notes")).get(String(sent["id"])) ?? null;
}

async function accountsOf(device: TestDevice): Promise<Document[]> {
  return [...(await device.all("accounts")).values()];
}

async function contact(device: TestDevice, id: string): Promise<Document> {
  return (await device.all("contacts")).get(id) ?? {};
}

function codes(one: Document): unknown[] {
  return Object.values((one["relations"] ?? {}) as Record<string, Document>)
    .map(({ code }) => String(code))
    .toSorted();
}

function send(admin: TestDevice, line: object) {
  return admin.post<{ accepted: number; changed: number; rejected: object[] }>(
    "/v1/admin/accounts",
    JSON.stringify(line),
  );
}

describe.each(ENGINES)("accounts on %s", (engine) => {
  test("REL-6: the summary is the server's, and the people's too", () =>
    withServer(engine, async (server) => {
      const { device, company, elena, pros } = await caffe(server);
      expect(await contact(device, elena)).toMatchObject({
        businessRelation: "other",
      });
      const law = randomUUID();
      await device.push([
        op.set("contacts", company, {
          [`relations/${law}`]: [null, { code: "LAW" }],
          businessRelation: ["other", "customer"],
        }),
      ]);
      for (const id of [company, elena])
        expect((await contact(device, id))["businessRelation"]).toBe(
          "multiple",
        );
      await device.push([
        op.set("contacts", company, {
          [`relations/${law}`]: [{ code: "LAW" }, null],
          [`relations/${pros}`]: [{ code: "PROS" }, null],
        }),
      ]);
      for (const id of [company, elena])
        expect(await contact(device, id)).not.toHaveProperty(
          "businessRelation",
        );
    }));

  test("REL-4: a person who changes employer shows the new one's relations", () =>
    withServer(engine, async (server) => {
      const { device, elena, company } = await caffe(server);
      const plain = randomUUID();
      await device.push([op.company(plain, "Helvetia Präzision AG")]);
      await device.push([
        op.set("contacts", elena, { companyId: [company, plain] }),
      ]);
      expect(await contact(device, elena)).not.toHaveProperty(
        "businessRelation",
      );
    }));

  test("REL-1: the same relation from two devices under two ids is one row", () =>
    withServer(engine, async (server) => {
      const { device, company } = await caffe(server);
      const other = await server.device("Selina");
      for (const one of [device, other])
        await one.push([
          op.set("contacts", company, {
            [`relations/${randomUUID()}`]: [null, { code: "LAW" }],
          }),
        ]);
      expect(codes(await contact(device, company))).toEqual(["LAW", "PROS"]);
    }));

  test("REL-2: a relation that stands for a linked record is refused by hand, a forged link too", () =>
    withServer(engine, async (server) => {
      const { device, company } = await caffe(server);
      const row = `relations/${randomUUID()}`;
      const forged = { code: "CUST", linkKind: "customer", linkNo: "C10010" };
      const answer = await device.push(
        [op.set("contacts", company, { [row]: [null, { code: "BANK" }] })],
        [op.set("contacts", company, { [row]: [null, forged] })],
      );
      expect(answer.results).toMatchObject([
        { s: "rejected", code: "relation_needs_link" },
        { s: "rejected", code: "linked_elsewhere" },
      ]);
      expect(codes(await contact(device, company))).toEqual(["PROS"]);
    }));

  test("CNV-1, CNV-7: story A12: asked from a person the company becomes the customer, once", () =>
    withServer(engine, async (server) => {
      const { device, company, elena, pros } = await caffe(server);
      const request = ask(company, elena, CUSTOMER);
      const answer = await device.push([request]);
      expect(answer.results).toMatchObject([{ s: "ok" }]);
      expect(await answered(device, request)).toMatchObject({
        status: "done",
        accountNo: "C000001",
      });
      expect(await accountsOf(device)).toMatchObject([
        {
          ...{ kind: "customer", no: "C000001", name: "Caffè Lugano Sagl" },
          ...{ contactId: company, primaryContactId: elena },
          ...{ primaryContactName: "Elena Ferrari", currency: "CHF" },
        },
      ]);
      expect(codes(await contact(device, company))).toEqual(["CUST", "PROS"]);
      for (const id of [company, elena])
        expect((await contact(device, id))["businessRelation"]).toBe(
          "multiple",
        );
      const again = ask(company, company, CUSTOMER);
      await device.push([again]);
      expect(await answered(device, again)).toMatchObject({
        status: "refused",
        reason: "already_linked",
      });
      expect(await accountsOf(device)).toHaveLength(1);
      // The refusal comes back as a task of who asked.
      expect([...(await device.all("tasks")).values()]).toMatchObject([
        {
          description: "Request refused (customer): already linked",
          ...{ salesperson: "MBE", contactId: company, status: "notStarted" },
          ...{ date: "2026-03-13", no: "TD000001" },
        },
      ]);
      await device.push([
        op.set("contacts", company, {
          [`relations/${pros}`]: [{ code: "PROS" }, null],
        }),
      ]);
      for (const id of [company, elena])
        expect((await contact(device, id))["businessRelation"]).toBe(
          "customer",
        );
    }));

  test("REL-3: two who ask for the same contact offline: one customer, the second is told", () =>
    withServer(engine, async (server) => {
      const { device, company, elena } = await caffe(server);
      const other = await server.device("Selina");
      const first = ask(company, company, CUSTOMER);
      const second = ask(company, elena, CUSTOMER);
      await other.push([first]);
      await device.push([second]);
      expect(await answered(device, first)).toMatchObject({ status: "done" });
      expect(await answered(device, second)).toMatchObject({
        status: "refused",
        reason: "already_linked",
      });
      expect(await accountsOf(device)).toHaveLength(1);
    }));

  test("CNV-4: what changes on the contact changes on its customer, and the other way round, down to the people", () =>
    withServer(engine, async (server) => {
      const { device, company, elena } = await caffe(server);
      const admin = await server.device("Root", "admin");
      await device.push([ask(company, elena, CUSTOMER)]);
      await device.push([
        op.set("contacts", company, {
          phone: ["+41 91 555 11 00", "+41 91 555 11 99"],
        }),
      ]);
      expect(await accountsOf(device)).toMatchObject([
        { phone: "+41 91 555 11 99" },
      ]);
      const line = {
        ...{ kind: "customer", no: "C000001", name: "Caffè Lugano Sagl" },
        ...{ address: "Via Pessina 3", city: "Lugano" },
      };
      expect((await send(admin, line)).body).toEqual({
        ...{ accepted: 1, changed: 1, rejected: [] },
      });
      expect(await contact(device, company)).toMatchObject({
        address: "Via Pessina 3",
        city: "Lugano",
        phone: "+41 91 555 11 99",
      });
      // What the line does not say stays.
      expect(await accountsOf(device)).toMatchObject([
        { phone: "+41 91 555 11 99", primaryContactId: elena },
      ]);
      expect((await send(admin, line)).body.changed).toBe(0);
      await send(admin, { ...line, phone: "+41 91 555 00 00" });
      expect(await contact(device, elena)).toMatchObject({
        phone: "+41 91 555 00 00",
      });
    }));

  test("NAM-4: a primary contact under another name is that at the customer, too", () =>
    withServer(engine, async (server) => {
      const { device, company, elena } = await caffe(server);
      await device.push([ask(company, elena, CUSTOMER)]);
      await device.push([
        op.set("contacts", elena, { name: ["Elena Ferrari", "Elena Rossi"] }),
      ]);
      expect(await accountsOf(device)).toMatchObject([
        { primaryContactName: "Elena Rossi" },
      ]);
    }));

  test("NAM-4, MRG-3: the customer's person is the one that stands after a merge, and who it was before once they are split", () =>
    withServer(engine, async (server) => {
      const { device, company, elena } = await caffe(server);
      const manager = await server.device("Chantal", "manager");
      await device.push([ask(company, elena, CUSTOMER)]);
      const [before] = await accountsOf(device);
      const twin = randomUUID();
      await device.push([
        op.person(twin, "Elena Rossi", { companyId: company }),
      ]);
      const into = (from: string | null, to: string | null) =>
        op.set("contacts", elena, { mergedInto: [from, to] }, "merged");
      const merged = await manager.push([into(null, twin)]);
      expect(merged.results).toMatchObject([{ s: "ok" }]);
      expect(await accountsOf(device)).toMatchObject([
        { primaryContactId: twin, primaryContactName: "Elena Rossi" },
      ]);
      const notes = [...(await manager.all("notes")).values()].filter(
        ({ kind }) => kind === "merge",
      );
      const removals = notes.map(({ id }) => op.del("notes", String(id), 1));
      const split = await manager.push([into(twin, null), ...removals]);
      expect(split.results).toMatchObject([{ s: "ok" }]);
      const [after] = await accountsOf(device);
      for (const field of ["primaryContactId", "primaryContactName"])
        expect(after?.[field]).toBe(before?.[field]);
    }));

  test("CNV-5, DEL-3: a deleted contact leaves its customer, without a contact; Undo links them again", () =>
    withServer(engine, async (server) => {
      const { device, company, elena } = await caffe(server);
      await device.push([ask(company, elena, CUSTOMER)]);
      const page = await device.pull({ contacts: 0 });
      const rev = (id: string) =>
        page.docs.find((doc) => doc.id === id)?.rev ?? 0;
      await device.push([op.del("contacts", elena, rev(elena))]);
      const [kept] = await accountsOf(device);
      expect(kept).toMatchObject({ no: "C000001", contactId: company });
      expect(kept).not.toHaveProperty("primaryContactId");
      const v = await contact(device, company);
      await device.push([op.del("contacts", company, rev(company))]);
      const [left] = await accountsOf(device);
      expect(left).toMatchObject({ no: "C000001", name: "Caffè Lugano Sagl" });
      expect(left).not.toHaveProperty("contactId");
      await device.push([op.ins("contacts", v)]);
      expect(await accountsOf(device)).toMatchObject([{ contactId: company }]);
    }));

  test("REL-3, OFF-7: a contact that a visit brings back comes without its link when another contact has the record", () =>
    withServer(engine, async (server) => {
      const { device, company, elena } = await caffe(server);
      const manager = await server.device("Chantal", "manager");
      await device.push([ask(company, company, CUSTOMER)]);
      const { docs } = await manager.pull({ contacts: 0 });
      const gone = (id: string) =>
        op.del("contacts", id, docs.find((doc) => doc.id === id)?.rev ?? 0);
      await manager.push([{ ...gone(elena), o: "inherited" }, gone(company)]);
      const other = randomUUID();
      const [account] = await accountsOf(manager);
      const link = ask(other, other, {
        ...{ action: "link", kind: "customer", wins: "contact" },
        accountId: account?.["id"],
      });
      await manager.push([op.company(other, "Caffè Nuovo SA")], [link]);
      expect(await answered(manager, link)).toMatchObject({ status: "done" });
      const visit = { contactId: company, date: "2026-03-09" };
      const { results } = await device.pushAt("2026-03-09T10:00:00Z", [
        op.ins("interactions", { id: randomUUID(), ...visit }),
      ]);
      expect(results).not.toMatchObject([{ s: "rejected" }]);
      const back = await contact(device, company);
      expect(back).toMatchObject({ name: "Caffè Lugano Sagl" });
      expect(codes(back)).toEqual(["PROS"]);
      expect(back["businessRelation"]).toBe("other");
      expect(codes(await contact(device, other))).toEqual(["CUST"]);
      expect(await accountsOf(device)).toMatchObject([{ contactId: other }]);
    }));

  test("REL-2, OFF-7: a relation by hand that has come to stand for linked records keeps nobody from coming back", () =>
    withServer(engine, async (server) => {
      const manager = await server.device("Chantal", "manager");
      const id = randomUUID();
      const [law, pros] = [randomUUID(), randomUUID()];
      await manager.push([
        op.company(id, "Firma", {
          relations: { [law]: { code: "LAW" }, [pros]: { code: "PROS" } },
        }),
      ]);
      await manager.push(
        [
          op.ins("settings", {
            ...{ id: randomUUID(), key: "marketing", relationBank: "LAW" },
          }),
        ],
        [op.del("contacts", id, 1)],
      );
      const row = `relations/${randomUUID()}`;
      const visit = { id: randomUUID(), contactId: id, date: "2026-03-09" };
      const { results } = await manager.pushAt(
        "2026-03-09T10:00:00Z",
        [op.set("contacts", id, { [row]: [null, { code: "LAW" }] })],
        [op.ins("interactions", visit)],
      );
      expect(results.map(({ s, code }) => code ?? s)).toEqual([
        ...["relation_needs_link", "ok"],
      ]);
      expect(codes(await contact(manager, id))).toEqual(["PROS"]);
    }));

  test("CNV-5: taking the relation away unlinks; then it can be linked again, and either side's fields win", () =>
    withServer(engine, async (server) => {
      const { device, company } = await caffe(server);
      await device.push([ask(company, company, CUSTOMER)]);
      const before = await contact(device, company);
      const relations = before["relations"] as Record<string, Document>;
      const [row, value] = Object.entries(relations).find(
        ([, { code }]) => code === "CUST",
      ) ?? ["", {}];
      await device.push([
        op.set("contacts", company, { [`relations/${row}`]: [value, null] }),
      ]);
      const [account] = await accountsOf(device);
      expect(account).not.toHaveProperty("contactId");
      await device.push([
        op.set("contacts", company, {
          phone: ["+41 91 555 11 00", "+41 91 555 22 22"],
        }),
      ]);
      expect(await accountsOf(device)).toMatchObject([
        { phone: "+41 91 555 11 00" },
      ]);
      const request = ask(company, company, {
        ...{ action: "link", kind: "customer", wins: "account" },
        accountId: account?.["id"],
      });
      await device.push([request]);
      expect(await answered(device, request)).toMatchObject({
        status: "done",
        accountNo: "C000001",
      });
      expect((await contact(device, company))["phone"]).toBe(
        "+41 91 555 11 00",
      );
    }));

  test("CNV-6: contacts from customers, with the next numbers and the relation, one each", () =>
    withServer(engine, async (server) => {
      const device = await server.device("Chantal");
      const admin = await server.device("Root", "admin");
      for (const no of ["C10010", "C10020"])
        await send(admin, { kind: "customer", no, name: `Firma ${no}` });
      const accountIds = (await accountsOf(device)).map(({ id }) => id);
      const request = ask(randomUUID(), randomUUID(), {
        ...{ action: "contacts", kind: "customer", accountIds },
      });
      await device.push([request]);
      expect(await answered(device, request)).toMatchObject({
        status: "done",
        made: 2,
      });
      const made = [...(await device.all("contacts")).values()];
      expect(made.map(({ no }) => String(no)).toSorted()).toEqual([
        "CT000001",
        "CT000002",
      ]);
      for (const one of made)
        expect(one).toMatchObject({
          type: "company",
          businessRelation: "customer",
        });
      await device.push([
        ask(randomUUID(), randomUUID(), {
          ...{ action: "contacts", kind: "customer", accountIds },
        }),
      ]);
      expect((await device.all("contacts")).size).toBe(2);
    }));

  test("CNV-7: a request about nobody is answered like any other that cannot be carried out", () =>
    withServer(engine, async (server) => {
      const { device } = await caffe(server);
      const request = op.ins("notes", {
        ...{ id: randomUUID(), kind: "request", status: "open" },
        request: CUSTOMER,
      });
      const { results } = await device.push([request]);
      expect(results).toMatchObject([{ s: "ok" }]);
      expect(await answered(device, request)).toMatchObject({
        ...{ status: "refused", reason: "contact_gone" },
      });
    }));

  test("CNV-7: what became of a request cannot be edited, and one that was answered is not carried out again", () =>
    withServer(engine, async (server) => {
      const { device, company } = await caffe(server);
      const request = ask(company, company, CUSTOMER);
      await device.push([request]);
      const answer = await device.push(
        [op.set("notes", String(request["id"]), { status: ["done", "open"] })],
        [{ ...request, v: { ...(request["v"] as object), status: "open" } }],
      );
      expect(answer.results[0]).toMatchObject({ s: "rejected" });
      expect(await accountsOf(device)).toHaveLength(1);
    }));

  test("REL-3: a whole contact with somebody else's link comes in without it", () =>
    withServer(engine, async (server) => {
      const { device, company } = await caffe(server);
      await device.push([ask(company, company, CUSTOMER)]);
      const v = await contact(device, company);
      const id = randomUUID();
      const answer = await device.push([
        op.ins("contacts", { ...v, id, no: undefined }),
      ]);
      expect(answer.results).toMatchObject([{ s: "ok" }]);
      expect(codes(await contact(device, id))).toEqual(["PROS"]);
      expect((await contact(device, id))["businessRelation"]).toBe("other");
      expect(await accountsOf(device)).toMatchObject([{ contactId: company }]);
    }));

  test("REL-3: of two whole contacts of one push with a link to a record that is not there yet, the first has it", () =>
    withServer(engine, async (server) => {
      const { device } = await caffe(server);
      const link = { code: "CUST", linkKind: "customer", linkNo: "C777" };
      const ids = [randomUUID(), randomUUID()];
      const answer = await device.push(
        ...ids.map((id, n) => [
          op.company(id, `Firma ${n}`, {
            relations: { [randomUUID()]: link },
          }),
        ]),
      );
      expect(answer.results.map(({ s }) => s)).toEqual(["ok", "ok"]);
      const found = await Promise.all(ids.map((id) => contact(device, id)));
      expect(found.map(codes)).toEqual([["CUST"], []]);
    }));

  test("CNV-1, REL-5, PRV-1: a link that a device writes itself holds where a request to link would", () =>
    withServer(engine, async (server) => {
      const { device, company, elena } = await caffe(server);
      const admin = await server.device("Root", "admin");
      await send(admin, { kind: "customer", no: "C10010", name: "Caffè" });
      const link = { code: "CUST", linkKind: "customer", linkNo: "C10010" };
      const set = (id: string, value: object) => [
        op.set("contacts", id, {
          [`relations/${randomUUID()}`]: [null, value],
        }),
      ];
      const blocked = randomUUID();
      await device.push([
        op.company(blocked, "Blocked AG", { privacyBlocked: true }),
      ]);
      const answer = await device.push(
        set(elena, link),
        set(company, { ...link, code: "LAW" }),
        set(blocked, link),
        set(company, link),
      );
      expect(answer.results).toMatchObject([
        { s: "rejected", code: "relation_needs_link" },
        { s: "rejected", code: "relation_needs_link" },
        { s: "rejected", code: "privacy_blocked" },
        { s: "ok" },
      ]);
      expect(await accountsOf(device)).toMatchObject([{ contactId: company }]);
    }));

  test("NUM-6: a number that the ERP's purchases or links speak of is not given to another record", () =>
    withServer(engine, async (server) => {
      const { device, company } = await caffe(server);
      const admin = await server.device("Root", "admin");
      const line = {
        ...{ document: "F1", line: 10, type: "invoice", customer: "C000001" },
        ...{ item: "1000", description: "Cuve", date: "2026-01-05" },
        ...{ quantity: 1, amount: 100, currency: "CHF" },
      };
      await admin.post("/v1/admin/purchases", JSON.stringify(line));
      const linked = { code: "CUST", linkKind: "customer", linkNo: "C000002" };
      await device.push([
        op.company(randomUUID(), "Other", {
          relations: { [randomUUID()]: linked },
        }),
      ]);
      const request = ask(company, company, CUSTOMER);
      await device.push([request]);
      expect(await answered(device, request)).toMatchObject({
        accountNo: "C000003",
      });
    }));

  test("NUM-6: the ERP's own record under a number that was given here is refused by its line, not taken for ours", () =>
    withServer(engine, async (server) => {
      const { device, company } = await caffe(server);
      const admin = await server.device("Root", "admin");
      await device.push([ask(company, company, CUSTOMER)]);
      const line = { kind: "customer", no: "C000001", name: "Autre SA" };
      expect((await send(admin, line)).body).toMatchObject({
        accepted: 0,
        rejected: [{ line: 1 }],
      });
      expect((await contact(device, company))["name"]).toBe(
        "Caffè Lugano Sagl",
      );
      // The ERP has taken ours over: from then on it may say what it likes of it.
      const ours = { ...line, name: "CAFFE LUGANO SAGL", city: "Lugano" };
      expect((await send(admin, ours)).body).toMatchObject({ accepted: 1 });
      expect((await send(admin, line)).body).toMatchObject({ accepted: 1 });
      expect(await accountsOf(device)).toMatchObject([{ name: "Autre SA" }]);
    }));

  test("CNV-7: many requests of one push ask the database no more often than one", async () => {
    const { sql, queries } = counted(await openEngine(engine));
    await withServer(sql, async (server) => {
      const { device } = await caffe(server);
      const companies = Array.from({ length: 20 }, () => randomUUID());
      await device.push(companies.map((id) => op.company(id, "A")));
      const asked = async (requests: readonly Document[]) => {
        const before = queries();
        const { results } = await device.push([...requests]);
        expect(results).toMatchObject([{ s: "ok" }]);
        return queries() - before;
      };
      const [first = "", ...others] = companies;
      const one = await asked([ask(first, first, CUSTOMER)]);
      const many = await asked(others.map((id) => ask(id, id, CUSTOMER)));
      expect(await accountsOf(device)).toHaveLength(20);
      expect(many).toBeLessThanOrEqual(one + 1);
    });
  });

  test("a line of the ERP that names a contact links it; another record of the kind is refused with its line", () =>
    withServer(engine, async (server) => {
      const { device, company } = await caffe(server);
      const admin = await server.device("Root", "admin");
      const line = { kind: "customer", no: "C10010", name: "Caffè Lugano SA" };
      await send(admin, { ...line, contactId: company });
      expect(await contact(device, company)).toMatchObject({
        name: "Caffè Lugano Sagl",
        businessRelation: "multiple",
      });
      const second = { ...line, no: "C10020", contactId: company };
      expect((await send(admin, second)).body).toMatchObject({
        accepted: 0,
        rejected: [{ line: 1 }],
      });
      expect(await accountsOf(device)).toHaveLength(1);
    }));
});
