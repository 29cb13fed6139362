import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { lookInEach } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

const FIXTURES = path.resolve(import.meta.dirname, "../fixtures/vcards");

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function choose(
  { page }: Carnet,
  ...files: readonly string[]
): Promise<void> {
  await page.getByRole("link", { name: "Import" }).click();
  await page.locator("input[type=file]").setInputFiles([...files]);
}

async function importAll(carnet: Carnet, file: string): Promise<void> {
  await choose(carnet, file);
  await carnet.page.getByRole("button", { name: /^Import \d/ }).click();
}

async function untilContacts({ page }: Carnet, wanted: number): Promise<void> {
  await page.getByRole("link", { name: "Contacts" }).click();
  const tab = page.getByRole("button", { name: /^All/ });
  await until(
    async () => (await tab.innerText()).replace(/\D/g, ""),
    (digits) => digits === `${wanted}`,
  );
}

test("an import is taken back after a restart; who was visited since stays, with the company, here and at the office", async () => {
  const before = await office.laptop("A", { connect: true });
  await before.untilStatus(/Up to date/, 60_000);
  await importAll(before, path.join(FIXTURES, "rfc2426-example.vcf"));
  await before.page.getByRole("heading", { name: "Import complete" }).waitFor();
  await before.logVisit("Frank Dawson", "Bon accueil");
  await before.untilStatus(/Up to date/);
  await before.kill();

  const a = await office.laptop("A");
  await a.page.getByRole("link", { name: "Import" }).click();
  const line = a.page
    .getByRole("list", { name: "Imports of the last 90 days" })
    .getByRole("listitem")
    .filter({ hasText: "rfc2426-example.vcf" });
  await line.getByText(/Persons: 2, companies: 2/).waitFor();
  await lookInEach(a.page, "import-past");
  await line.getByRole("button", { name: "Undo" }).click();
  await line.getByText("2 kept: edited or used since").waitFor();
  await line.getByRole("link", { name: "Frank Dawson" }).waitFor();
  await line.getByRole("link", { name: /^Lotus/ }).waitFor();
  await lookInEach(a.page, "import-undone");
  await untilContacts(a, 2);
  await a.untilStatus(/Up to date/);
  await untilContacts(a, 2);
  const b = await office.laptop("B", { connect: true });
  await b.untilStatus(/Up to date/, 60_000);
  await untilContacts(b, 2);
  await b.close();
  await a.close();
});

test("of an import that was killed in the middle half stands there; the page says so and takes it back", async () => {
  const file = path.join(office.folder, "directory.vcf");
  const cards = Array.from({ length: 3000 }, (_, i) =>
    [
      "BEGIN:VCARD",
      "VERSION:3.0",
      `N:Nr${i};Zoé;;;`,
      `ORG:Firma ${i % 40} SA`,
      `UID:directory-${i}`,
      "END:VCARD",
      "",
    ].join("\r\n"),
  );
  await writeFile(file, cards.join(""));
  const before = await office.laptop("C");
  await before.page.getByRole("button", { name: "Start empty" }).click();
  await importAll(before, file);
  await until(
    () => before.page.getByText(/ of .* saved/).innerText(),
    (words) => !words.startsWith("0 "),
  );
  await before.kill();

  const c = await office.laptop("C");
  await c.page.getByRole("link", { name: "Import" }).click();
  const alert = c.page.getByRole("alert");
  await alert.getByText(/“directory.vcf” was cut off half way/).waitFor();
  const words = await alert.innerText();
  const here = Number(
    /contacts ([\d']+) are here/.exec(words)?.[1]?.replace("'", ""),
  );
  expect(here).toBeGreaterThan(0);
  expect(here).toBeLessThan(3040);
  await untilContacts(c, here);
  await c.page.getByRole("link", { name: "Import" }).click();
  await lookInEach(c.page, "import-cut-off");
  await alert.getByRole("button", { name: "Undo this import" }).click();
  await c.page
    .locator("#past-imports")
    .locator("..")
    .getByText("Undone")
    .waitFor({ timeout: 120_000 });
  await untilContacts(c, 0);

  // Files of cards are one import, a table comes after it.
  const fixtures = ["gmail-single2.vcf", "outlook-2003.vcf"];
  const list = path.join(office.folder, "list.csv");
  await writeFile(list, "Nom;E-mail\r\nZoé Favre;zoe@favre.example\r\n");
  const chosen = fixtures.map((name) => path.join(FIXTURES, name));
  await choose(c, ...chosen, list);
  await c.page
    .getByRole("heading", { name: "Preview of gmail-single2.vcf, " })
    .waitFor();
  await c.page.getByText("Comes next: list.csv").waitFor();
  await lookInEach(c.page, "import-waiting");
  await c.page.getByRole("button", { name: /^Import \d/ }).click();
  await c.page.getByRole("heading", { name: "Import complete" }).waitFor();
  await c.page.getByRole("button", { name: "Next file" }).click();
  await c.page.getByRole("heading", { name: /list\.csv/ }).waitFor();
  await c.close();
}, 300_000);
