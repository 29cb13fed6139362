import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runAdminCommand } from "../../server/admin/admin-command.ts";
import { archiveOldPurchases } from "../../server/import/import-purchases.ts";
import { ENGINES, op, withServer, type TestServer } from "../helpers/server.ts";

const HEAD =
  "Document;Ligne;Client;Article;Désignation;Date;Quantité;Montant;Marge";

async function importOf(
  { deps, sql, tenant }: TestServer,
  what: "accounts" | "purchases",
  text: string,
): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-import-"));
  try {
    const file = path.join(folder, "export.csv");
    await writeFile(file, text);
    const answer = await runAdminCommand(
      { ...deps, sql },
      { kind: "import", what, file, tenant: tenant.tenantId },
    );
    return answer.ok ? answer.line : { message: answer.message };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function rows(...lines: readonly string[]): string {
  return [HEAD, ...lines].join("\n");
}

describe.each(ENGINES)("the import command on %s", (engine) => {
  test("HIS-1: an ERP's CSV with Swiss figures and days, once, with its bad rows named; the margin is nowhere", () =>
    withServer(engine, async (server) => {
      const device = await server.device("Mélanie", "marketing");
      const file = rows(
        "F1;10;C10010;1000;Cuve inox 500 l;12.05.2025;2;7'800.00;31.7%",
        "F1;20;C10010;1100;Presse;30.02.2025;1;1.00;31.7%",
        "F2;10;;1100;Presse;18.09.2025;1;12'450.00;31.7%",
      );
      expect(await importOf(server, "purchases", file)).toMatchObject({
        ...{ imported: "purchases", accepted: 1, changed: 1, refused: 2 },
        ...{ separator: ";", ignored: ["Marge"] },
        rejected: [{ line: 3 }, { line: 4 }],
      });
      expect(await importOf(server, "purchases", file)).toMatchObject({
        ...{ accepted: 1, changed: 0 },
      });
      const bought = [...(await device.all("purchases")).values()];
      expect(bought).toMatchObject([
        { document: "F1", quantity: 2, amountMinor: 780_000, type: "invoice" },
      ]);
      expect(JSON.stringify(bought)).not.toContain("31.7");
    }));

  test("HIS-1: what is older than 24 months goes to the devices as totals by product and year", () =>
    withServer(engine, async (server) => {
      const device = await server.device("Chantal");
      const file = rows(
        "F1;10;C1;1000;Cuve;05.01.2023;2;100.00;",
        "F2;10;C1;1000;Cuve inox;09.11.2023;3;150.00;",
        "G1;10;C1;1000;Cuve;01.12.2023;-1;-50.00;",
        "F3;10;C1;1000;Cuve;28.02.2024;1;50.00;",
        "F4;10;C1;1000;Cuve;01.03.2024;1;50.00;",
      );
      const purchases = async (reader = device) =>
        [...(await reader.all("purchases")).values()]
          .map(({ document, type, date, quantity, amountMinor }) => [
            ...[document, type, date, quantity, amountMinor],
          ])
          .toSorted((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1));
      const kept = [
        ["2023", "total", "2023-11-09", 4, 20_000],
        ["2024", "total", "2024-02-28", 1, 5_000],
        ["F4", "invoice", "2024-03-01", 1, 5_000],
      ];
      expect(await importOf(server, "purchases", file)).toMatchObject({
        ...{ accepted: 5, changed: 5 },
      });
      expect(await purchases()).toEqual(kept);
      expect(await importOf(server, "purchases", file)).toMatchObject({
        ...{ accepted: 5, changed: 0 },
      });
      expect(await purchases()).toEqual(kept);

      // A month later the last line is too old, too: time moves it, or the next import.
      server.clock.nowMs = Date.parse("2026-04-02T08:00:00Z");
      const afterwards = await server.device("Selina");
      expect(
        await archiveOldPurchases(server.deps, server.tenant.tenantId),
      ).toBe(1);
      const later = [kept[0], ["2024", "total", "2024-03-01", 2, 10_000]];
      expect(await purchases(afterwards)).toEqual(later);
      expect(
        await archiveOldPurchases(server.deps, server.tenant.tenantId),
      ).toBe(0);
      await importOf(server, "purchases", file);
      expect(await purchases(afterwards)).toEqual(later);
    }));

  test("a company that lets its devices hold lines for longer, or corrects a date, counts none of them twice", () =>
    withServer(engine, async (server) => {
      const manager = await server.device("Chantal", "manager");
      const row = (date: string) => `F1;10;C1;1000;Cuve;${date};2;100.00;`;
      const file = rows(
        row("05.01.2023"),
        "F2;10;C1;1000;Cuve;09.11.2023;3;150.00;",
      );
      const held = async () =>
        [...(await manager.all("purchases")).values()]
          .map(({ document, type, quantity }) => [document, type, quantity])
          .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
      await importOf(server, "purchases", file);
      expect(await held()).toEqual([["2023", "total", 5]]);
      // A date that was wrong: the line is a recent one.
      await importOf(server, "purchases", rows(row("05.01.2026")));
      expect(await held()).toEqual([
        ["2023", "total", 3],
        ["F1", "invoice", 2],
      ]);
      await importOf(server, "purchases", file);
      const id = randomUUID();
      await manager.push([
        op.ins("settings", { id, key: "marketing", purchaseMonths: 60 }),
      ]);
      await importOf(server, "purchases", file);
      expect(await held()).toEqual([
        ["2023", "total", 0],
        ["F1", "invoice", 2],
        ["F2", "invoice", 3],
      ]);
    }));

  test("accounts of one kind, and a file that is none", () =>
    withServer(engine, async (server) => {
      const device = await server.device("Chantal");
      const file = "Genre;N°;Nom;Localité\nClient;C1;Étude SA;Fribourg";
      expect(await importOf(server, "accounts", file)).toMatchObject({
        ...{ accepted: 1, refused: 0 },
      });
      expect([...(await device.all("accounts")).values()]).toMatchObject([
        { kind: "customer", no: "C1", name: "Étude SA", city: "Fribourg" },
      ]);
      expect(await importOf(server, "accounts", "Was;Wo\n1;2")).toMatchObject({
        message: expect.stringContaining("No column for no, name") as string,
      });
    }));
});
