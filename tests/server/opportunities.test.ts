import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { entriesInOrder } from "../../shared/domain/opportunity-entries.ts";
import type { Opportunity } from "../../shared/entities/opportunity.ts";
import { ENGINES, op, withServer, type TestDevice } from "../helpers/server.ts";

const entry = (stage: number, changedOn: string, action: string) => ({
  stage,
  changedOn,
  action,
  estimatedMinor: 4_800_000,
  chances: 30,
  completed: 2,
  probability: 16,
});

const running = (
  id: string,
  contactId: string,
  entries: Record<string, unknown>,
  status = "inProgress",
) =>
  op.ins("opportunities", {
    ...{ id, contactId, description: "AF-200", status, entries },
    createdOn: "2026-03-13",
  });

const sale = (
  id: string,
  companyId: string,
  more: Record<string, unknown> = {},
) =>
  op.ins("opportunities", {
    ...{ id, contactId: companyId, companyId, description: "AF-200" },
    ...{ status: "notStarted", createdOn: "2026-03-13", ...more },
  });

const ids = () => Array.from({ length: 5 }, () => randomUUID()) as Ids;
type Ids = [string, string, string, string, string];

async function said(device: TestDevice, ...groups: readonly unknown[][]) {
  const { results } = await device.push(...groups);
  return results.map(({ s, code }) => code ?? s);
}

describe.each(ENGINES)("opportunities on %s", (engine) => {
  test("OPP-8: what runs is not deleted, what is closed or has only begun may be", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [company, begun, moved, lost] = Array.from({ length: 4 }, () =>
        randomUUID(),
      ) as [string, string, string, string];
      const first = { [randomUUID()]: entry(1, "2026-03-13", "first") };
      const two = { ...first, [randomUUID()]: entry(2, "2026-03-20", "next") };
      await cro.push([
        op.company(company, "Firma"),
        running(begun, company, first),
        running(moved, company, two),
        running(lost, company, two, "lost"),
      ]);
      expect(
        await said(
          cro,
          [op.del("opportunities", begun, 1)],
          [op.del("opportunities", moved, 1)],
          [op.del("opportunities", lost, 1)],
        ),
      ).toEqual(["ok", "in_progress", "ok"]);
      expect([...(await cro.all("opportunities")).keys()]).toEqual([moved]);
    }));

  test("OPP-3, OFF-9: the moves of two laptops are both kept, in the order of their days", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const [company, id, own, a, b] = Array.from({ length: 5 }, () =>
        randomUUID(),
      ) as [string, string, string, string, string];
      await cro.push([
        op.company(company, "Firma"),
        running(id, company, { [own]: entry(1, "2026-03-13", "first") }),
      ]);
      const move = (entryId: string, day: string) =>
        op.set("opportunities", id, {
          [`entries/${entryId}`]: [null, entry(2, day, "next")],
        });
      expect(await said(mbe, [move(b, "2026-03-24")])).toEqual(["ok"]);
      expect(await said(cro, [move(a, "2026-03-20")])).toEqual(["ok"]);
      const stored = (await mbe.all("opportunities")).get(id);
      expect(
        entriesInOrder(stored as unknown as Opportunity).map((one) => [
          one.id,
          one.daysOpen,
        ]),
      ).toEqual([
        [own, 7],
        [a, 4],
        [b, null],
      ]);
    }));

  test("OPP-10: of two laptops that use one quote the first one has it; the other is told, and nothing of it is stored", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      const [company, hers, his, third] = ids();
      await cro.push([
        op.company(company, "Firma"),
        sale(hers, company),
        sale(his, company),
      ]);
      const quote = (id: string, no: string | null, base: string | null) =>
        op.set("opportunities", id, { quoteNo: [base, no] });
      expect(await said(mbe, [quote(his, "Q-1001", null)])).toEqual(["ok"]);
      const refused = await said(
        cro,
        [
          op.set("opportunities", hers, {
            quoteNo: [null, "q-1001 "],
            comment: [null, "Offre avant Pâques"],
          }),
        ],
        [sale(third, company, { quoteNo: "Q-1001" })],
        [quote(hers, "Q-1002", null)],
      );
      expect(refused).toEqual(["quote_taken", "quote_taken", "ok"]);
      const stored = await mbe.all("opportunities");
      expect(stored.get(hers)).toMatchObject({ quoteNo: "Q-1002" });
      expect(stored.get(hers)).not.toHaveProperty("comment");
      expect(stored.has(third)).toBe(false);

      // One push: freed by its first group, taken by the second, and no more by the third.
      expect(
        await said(
          mbe,
          [quote(his, null, "Q-1001")],
          [quote(hers, "Q-1001", "Q-1002")],
          [quote(his, "Q-1001", null)],
        ),
      ).toEqual(["ok", "ok", "quote_taken"]);
    }));

  test("OPP-10: a deleted opportunity frees its quote, and does not come back with one that is another's by now", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [company, first, second] = ids();
      const quoted = { quoteNo: "Q-1001", status: "lost" };
      await cro.push([
        op.company(company, "Firma"),
        sale(first, company, quoted),
      ]);
      expect(
        await said(
          cro,
          [op.del("opportunities", first, 1)],
          [sale(second, company, quoted)],
          [op.set("opportunities", first, { comment: [null, "Doch"] })],
        ),
      ).toEqual(["ok", "ok", "quote_taken"]);
      expect([...(await cro.all("opportunities")).keys()]).toEqual([second]);
    }));

  test("OPP-10: only the contact of a company gets a quote", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [annina, id] = ids();
      const alone = op.ins("opportunities", {
        ...{ id, contactId: annina, description: "AF-200" },
        ...{ status: "notStarted", createdOn: "2026-03-13" },
      });
      await cro.push([op.person(annina, "Annina Caduff"), alone]);
      expect(
        await said(
          cro,
          [op.set("opportunities", id, { quoteNo: [null, "Q-1"] })],
          [op.set("opportunities", id, { description: ["AF-200", "AF-300"] })],
        ),
      ).toEqual(["quote_without_company", "ok"]);
    }));

  test("OPP-10, PRV-4: the company of a quote can be erased; whoever stays keeps the quote", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "admin");
      const [company, luc, id] = ids();
      await boss.push([op.company(company, "Firma")]);
      await boss.push([
        op.person(luc, "Luc Pasquier"),
        op.ins("opportunities", {
          ...{ id, contactId: luc, companyId: company, quoteNo: "Q-2001" },
          ...{ description: "AF-200", status: "lost", createdOn: "2026-03-13" },
        }),
      ]);
      expect(
        await said(boss, [{ ...op.del("contacts", company, 1), o: "erased" }]),
      ).toEqual(["ok"]);
      expect((await boss.all("opportunities")).get(id)).toMatchObject({
        quoteNo: "Q-2001",
      });
    }));

  test("OPP-10, PRV-5: a new opportunity keeps its quote when its company has been erased meanwhile, unless it is another's by now", () =>
    withServer(engine, async (server) => {
      const boss = await server.device("Boss", "admin");
      const cro = await server.device("Chantal");
      const [company, luc, id, second, third] = ids();
      await boss.push([op.company(company, "Firma")]);
      await boss.push([op.person(luc, "Luc Pasquier")]);
      await boss.push([{ ...op.del("contacts", company, 1), o: "erased" }]);
      const late = (sale: string, quoteNo: string, companyId?: string) =>
        op.ins("opportunities", {
          ...{ id: sale, contactId: luc, companyId, quoteNo },
          ...{ description: "AF-200", status: "notStarted" },
          createdOn: "2026-03-13",
        });
      expect(
        await said(
          cro,
          [late(id, "Q-3001", company)],
          [late(second, "Q-3001", company)],
          [late(third, "Q-3002")],
        ),
      ).toEqual(["ok", "quote_taken", "quote_without_company"]);
      const stored = await cro.all("opportunities");
      expect([...stored.keys()]).toEqual([id]);
      expect(stored.get(id)).toHaveProperty("quoteNo", "Q-3001");
      expect(stored.get(id)).not.toHaveProperty("companyId");
    }));

  test("OPP-7: one laptop closes the sale, another says what its quote comes to: it comes to that, whichever arrives first", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      for (const saleFirst of [true, false]) {
        const [company, id, end] = ids();
        await cro.push([
          op.company(company, "Firma"),
          sale(id, company, { quoteNo: id.slice(0, 18), status: "inProgress" }),
        ]);
        const won = {
          ...entry(3, "2026-04-10", "won"),
          ...{ estimatedMinor: 4_500_000, chances: 100 },
        };
        const close = () =>
          said(cro, [
            op.set("opportunities", id, {
              status: ["inProgress", "won"],
              closedOn: [null, "2026-04-10"],
              [`entries/${end}`]: [null, won],
            }),
          ]);
        const total = () =>
          said(mbe, [
            op.set("opportunities", id, { quoteMinor: [null, 4_650_000] }),
          ]);
        for (const one of saleFirst ? [close, total] : [total, close])
          expect(await one()).toEqual(["ok"]);
        expect((await mbe.all("opportunities")).get(id)).toMatchObject({
          ...{ status: "won", quoteMinor: 4_650_000 },
          entries: { [end]: { action: "won", estimatedMinor: 4_650_000 } },
        });
      }
    }));

  test("OPP-7: who takes a sale back without knowing what its quote comes to takes its end back, too; what it came to is asked of nobody", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      for (const [sold, undone, told] of [
        ["10:00", "11:00", "12:00"],
        ["10:00", "12:00", "11:00"],
      ] as const) {
        const [company, id, begun, end] = ids();
        const first = { [begun]: entry(1, "2026-03-13", "first") };
        await cro.pushAt("09:00", [
          op.company(company, "Firma"),
          sale(id, company, {
            ...{ quoteNo: id.slice(0, 18), status: "inProgress" },
            entries: first,
          }),
        ]);
        const won = { ...entry(1, "2026-03-13", "won"), chances: 100 };
        const closing = Object.entries({
          status: ["inProgress", "won"],
          closedOn: [null, "2026-03-13"],
          [`entries/${end}`]: [null, won],
        } as Record<string, [unknown, unknown]>);
        const back = closing.map(([path, [from, to]]) => [path, [to, from]]);
        const set = (fields: unknown[][]) =>
          op.set("opportunities", id, Object.fromEntries(fields));
        await cro.pushAt(sold, [set(closing)]);
        await mbe.pushAt(told, [
          op.set("opportunities", id, { quoteMinor: [null, 4_650_000] }),
        ]);
        await cro.pushAt(undone, [set(back)]);
        const stored = (await mbe.all("opportunities")).get(id);
        expect(stored).toMatchObject({ status: "inProgress" });
        expect(stored).toHaveProperty("quoteMinor", 4_650_000);
        expect(stored?.["entries"], told).toEqual(first);
      }
      for (const device of [cro, mbe])
        expect([...(await device.all("notes")).values()]).toEqual([]);
    }));

  test("OPP-7: closing a sale makes its company a customer, in the same stroke", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const [company, id, note] = ids();
      await cro.push([
        op.company(company, "Firma"),
        sale(id, company, { status: "inProgress" }),
      ]);
      expect(
        await said(cro, [
          op.set("opportunities", id, { status: ["inProgress", "won"] }),
          op.ins("notes", {
            ...{ id: note, kind: "request", contactId: company },
            ...{ collection: "contacts", docId: company, status: "open" },
            request: {
              action: "create",
              kind: "customer",
              template: "CH-CORP",
            },
          }),
        ]),
      ).toEqual(["ok"]);
      const stored = (await cro.all("contacts")).get(company);
      expect(Object.values(stored?.["relations"] ?? {})).toMatchObject([
        { linkKind: "customer" },
      ]);
    }));
});
