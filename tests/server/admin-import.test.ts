import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ENGINES, op, withServer, type TestDevice } from "../helpers/server.ts";

function send(device: TestDevice, path: string, lines: readonly unknown[]) {
  return device.post<{
    accepted: number;
    changed: number;
    rejected: unknown[];
  }>(
    path,
    lines
      .map((line) => (typeof line === "string" ? line : JSON.stringify(line)))
      .join("\n"),
  );
}

const customer = { kind: "customer", no: "C10010", name: "Gruyère-Est SA" };
const bought = {
  document: "F100",
  line: 10,
  type: "invoice",
  customer: "C10010",
  item: "1000",
  description: "Cuve inox 500 l",
  date: "2025-05-12",
  quantity: 2,
  amount: 4.35,
  currency: "CHF",
};

describe.each(ENGINES)("imports from the ERP on %s", (engine) => {
  test("A11: accounts and purchases arrive on the linked contact, once, however often the file is sent", () =>
    withServer(engine, async (server) => {
      const admin = await server.device("Root", "admin");
      const id = randomUUID();
      await admin.push([
        op.company(id, "Gruyère-Est SA", {
          relations: {
            [randomUUID()]: {
              code: "CUST",
              linkKind: "customer",
              linkNo: "C10010",
            },
          },
        }),
      ]);
      const accounts = await send(admin, "/v1/admin/accounts", [customer]);
      expect(accounts.body).toEqual({ accepted: 1, changed: 1, rejected: [] });
      const credit = {
        ...bought,
        document: "G1",
        type: "credit",
        quantity: -1,
        amount: -3900,
      };
      const lines = [bought, "", credit];
      expect((await send(admin, "/v1/admin/purchases", lines)).body).toEqual({
        accepted: 2,
        changed: 2,
        rejected: [],
      });
      const again = await send(admin, "/v1/admin/purchases", lines);
      expect(again.body).toMatchObject({ accepted: 2, changed: 0 });
      const purchases = [...(await admin.all("purchases")).values()];
      expect(purchases).toMatchObject([
        { document: "F100", contactId: id, amountMinor: 435, quantity: 2 },
        { document: "G1", contactId: id, amountMinor: -390_000, quantity: -1 },
      ]);
      expect([...(await admin.all("accounts")).values()]).toMatchObject([
        { ...customer, contactId: id },
      ]);
    }));

  test("HIS-3: every role reads what was bought, nobody over sync writes it, and no margin reaches a device", () =>
    withServer(engine, async (server) => {
      const admin = await server.device("Root", "admin");
      await send(admin, "/v1/admin/accounts", [customer]);
      await send(admin, "/v1/admin/purchases", [
        bought,
        { ...bought, line: 20, margin: 1111, profit: 1111 },
      ]);
      for (const role of ["marketing", "salesperson", "manager"] as const) {
        const device = await server.device(`P-${role}`, role);
        const seen = await device.all("purchases");
        expect(seen.size).toBeGreaterThan(0);
        expect(JSON.stringify([...seen.values()])).not.toMatch(
          /margin|profit|1111/,
        );
        const [id = ""] = [...seen.keys()];
        const { results } = await device.push([
          op.set("purchases", id, { quantity: [2, 3] }),
        ]);
        expect(results).toMatchObject([{ s: "rejected", code: "forbidden" }]);
      }
    }));

  test("a line that changed is one document with a new revision", () =>
    withServer(engine, async (server) => {
      const admin = await server.device("Root", "admin");
      await send(admin, "/v1/admin/accounts", [customer]);
      const changed = await send(admin, "/v1/admin/accounts", [
        { ...customer, name: "Gruyère-Est Fromages SA" },
      ]);
      expect(changed.body).toMatchObject({ accepted: 1, changed: 1 });
      const page = await admin.pull({ accounts: 0 });
      expect(page.docs).toMatchObject([
        { rev: 2, v: { name: "Gruyère-Est Fromages SA" } },
      ]);
    }));

  test("bad lines are named by their number, the others are written", () =>
    withServer(engine, async (server) => {
      const admin = await server.device("Root", "admin");
      const { body } = await send(admin, "/v1/admin/purchases", [
        bought,
        "{",
        { ...bought, line: 20, date: "2025-02-30" },
        { ...bought, line: 30, secret: 1 },
        { ...bought, line: 40, type: "credit" },
        '{"__proto__":1}',
        { ...bought, line: 50, description: "a\u0000b" },
        { ...bought, line: 60 },
        { ...bought, line: 70, customer: "C\u0000" },
      ]);
      expect(body).toMatchObject({ accepted: 2, changed: 2 });
      expect(body.rejected).toEqual(
        [2, 3, 4, 5, 6, 7, 9].map((line) => ({
          line,
          message: expect.any(String) as string,
        })),
      );
      expect((await admin.all("purchases")).size).toBe(2);
    }));

  test("only an administrator imports", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "manager");
      for (const path of ["/v1/admin/accounts", "/v1/admin/purchases"])
        expect((await send(boss, path, [customer])).status).toBe(403);
      expect((await boss.all("accounts")).size).toBe(0);
    }));

  test("a large file is written in parts and other writers get their turn", () =>
    withServer(engine, async (server) => {
      const admin = await server.device("Root", "admin");
      const lines = Array.from({ length: 1200 }, (_, i) => ({
        ...bought,
        document: `F${i}`,
      }));
      const [imported] = await Promise.all([
        send(admin, "/v1/admin/purchases", lines),
        admin.push([op.company(randomUUID(), "Dazwischen AG")]),
      ]);
      expect(imported.body).toMatchObject({ accepted: 1200, changed: 1200 });
      expect((await admin.all("purchases")).size).toBe(1200);
    }));
});
