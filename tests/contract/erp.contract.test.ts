import { expect, test, vi } from "vitest";
import type { Account } from "../../shared/entities/account.ts";
import type { Purchase } from "../../shared/entities/purchase.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import type { CustomerQuestion } from "../../renderer/local-store/erp/erp-book.ts";
import {
  createTestDisk,
  openTestStore,
  type TestStore,
} from "../helpers/local-store.ts";

function id(kind: number, n: number): string {
  return `0189000${kind}-0000-7000-8000-${String(n).padStart(12, "0")}`;
}

let seq = 0;

function envelope(c: string, v: object & { id: string }): Envelope {
  seq += 1;
  return { c, id: v.id, seq, rev: seq, deleted: false, v } as never;
}

function gone(c: string, docId: string): Envelope {
  seq += 1;
  return { c, id: docId, seq, rev: seq, deleted: true, v: null } as never;
}

function customer(n: number, groups: readonly string[]): Envelope[] {
  const account: Account = {
    ...{ id: id(8, n), kind: "customer", no: `C${n}`, name: `Firma ${n}` },
    contactId: id(1, n),
  };
  const name = account.name;
  return [
    envelope("accounts", account),
    envelope("contacts", {
      ...{ id: id(1, n), type: "company", name, industryGroups: groups },
    }),
  ];
}

let lineNo = 0;

function line(
  account: number,
  item: string,
  date: string,
  quantity: number,
): Envelope {
  lineNo += 1;
  const bought: Purchase = {
    ...{ id: id(7, lineNo), document: `F${lineNo}`, line: 10 },
    ...{ type: quantity < 0 ? "credit" : "invoice", customer: `C${account}` },
    ...{ accountId: id(8, account), item, description: `Artikel ${item}` },
    ...{ date, quantity, amountMinor: quantity * 1000, currency: "CHF" },
  };
  return envelope("purchases", bought);
}

async function withBook(
  documents: readonly Envelope[],
  work: (
    store: TestStore,
    pull: (docs: Envelope[]) => Promise<void>,
  ) => Promise<void>,
): Promise<void> {
  const store = await openTestStore(createTestDisk());
  const pull = (docs: readonly Envelope[]) =>
    store.replica.applyServer("epoch", docs, 0);
  await pull(documents);
  await work(store, pull);
  await store.close();
}

function question(change: Partial<CustomerQuestion>): CustomerQuestion {
  return {
    ...{ which: "never", item: "", day: "2026-01-01", from: 0, to: 100 },
    ...change,
  };
}

test("HIS-1: a card's purchases follow what is pulled, changed and deleted", () =>
  withBook(
    [
      ...customer(1, []),
      line(1, "1000", "2025-05-12", 2),
      line(2, "1000", "2025-05-12", 7),
    ],
    async ({ erp }, pull) => {
      const changed = vi.fn();
      erp.subscribe(changed);
      const amount = async (year: string | null = null) =>
        (await erp.purchases([id(8, 1)], year)).totals[0]?.minor ?? 0;
      expect(await amount()).toBe(2000);
      changed.mockClear();
      const credit = line(1, "1000", "2026-01-03", -1);
      await pull([credit]);
      await vi.waitFor(() => expect(changed).toHaveBeenCalled());
      expect(await amount()).toBe(1000);
      expect(await amount("2025")).toBe(2000);
      changed.mockClear();
      await pull([gone("purchases", credit.id)]);
      await vi.waitFor(() => expect(changed).toHaveBeenCalled());
      expect(await amount()).toBe(2000);
    },
  ));

test("HIS-2: over all customers: who bought, never bought, has not bought since", () =>
  withBook(
    [
      ...[1, 2, 3].flatMap((n) => customer(n, [])),
      line(1, "1000", "2025-05-12", 2),
      line(2, "1000", "2026-02-01", 1),
      line(3, "1000", "2025-05-12", 1),
      line(3, "1000", "2025-06-12", -1),
    ],
    async ({ erp }) => {
      const asked = async (change: Partial<CustomerQuestion>) =>
        (await erp.customers(question({ item: "1000", ...change }))).rows.map(
          ({ account }) => account.no,
        );
      expect(await asked({ which: "bought" })).toEqual(["C1", "C2"]);
      expect(await asked({ which: "never" })).toEqual(["C3"]);
      expect(await asked({ which: "never", item: "AF-200" })).toEqual([
        ...["C1", "C2", "C3"],
      ]);
      expect(await asked({ which: "since" })).toEqual(["C1"]);
      expect(await asked({ which: "since", item: "" })).toEqual(["C1"]);
      expect(await erp.items()).toEqual([
        { item: "1000", description: "Artikel 1000", buyers: 2 },
      ]);
    },
  ));

test("HIS-2: customers of the same industry group, by the number of buyers", () =>
  withBook(
    [
      ...customer(1, ["MAN"]),
      ...customer(2, ["MAN"]),
      ...customer(3, ["MAN", "RET"]),
      ...customer(4, ["RET"]),
      line(2, "AF-200", "2026-01-12", 1),
      line(3, "AF-200", "2026-01-12", 1),
      line(4, "1200", "2026-01-12", 1),
    ],
    async ({ erp }, pull) => {
      expect(await erp.similar(id(8, 1))).toEqual({
        customers: 2,
        products: [
          { item: "AF-200", description: "Artikel AF-200", buyers: 2 },
        ],
      });
      const alike = await erp.customers(
        question({ which: "similar", item: "AF-200" }),
      );
      expect(
        alike.rows.map(({ account, buyers }) => [account.no, buyers]),
      ).toEqual([
        ["C1", 2],
        ["C4", 1],
      ]);
      await pull(customer(1, ["RET"]).slice(1));
      expect((await erp.similar(id(8, 1))).products[0]?.item).toBe("1200");
    },
  ));

test("accounts without a contact are found by the words of their name, number or town", () =>
  withBook(
    [
      ...customer(1, []),
      envelope("accounts", {
        ...{
          id: id(8, 9),
          kind: "customer",
          no: "C9",
          name: "Käserei Emmental",
        },
      }),
      envelope("accounts", {
        ...{ id: id(8, 8), kind: "vendor", no: "V8", name: "Käserei Nord" },
      }),
    ],
    async ({ erp }) => {
      const free = { kind: "customer", text: "kaserei", free: true } as const;
      const answer = await erp.accounts({ ...free, from: 0, to: 10 });
      expect(answer.rows.map(({ no }) => no)).toEqual(["C9"]);
      const all = await erp.accounts({
        ...{ kind: "customer", text: "", free: false, from: 0, to: 10 },
      });
      expect(all.total).toBe(2);
    },
  ));
