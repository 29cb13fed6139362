import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { dress, look } from "../helpers/look.ts";
import { twoOnOneCard } from "../helpers/make-conflict.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { slowStore } from "../helpers/slow-store.ts";
import { until } from "../helpers/until.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const kinds = ["Phone", "E-mail", "Website", "Address"] as const;

/** By keyboard alone, from the button on. */
async function addChannel(
  carnet: Carnet,
  kind: (typeof kinds)[number],
  label: string,
  value: string,
): Promise<void> {
  const { page } = carnet;
  await page.getByRole("button", { name: /^Add phone/ }).focus();
  await carnet.press("Enter");
  await page.getByRole("menuitem", { name: kind, exact: true }).waitFor();
  for (let i = 0; i < kinds.indexOf(kind); i++) await carnet.press("ArrowDown");
  await carnet.press("Enter");
  await page.getByRole("textbox", { name: `Label: ${kind}` }).waitFor();
  await page.keyboard.type(value);
  await carnet.press("Shift+Tab");
  await page.keyboard.type(label);
  await carnet.press("Enter");
  const line = page.getByRole("button", { name: new RegExp(`^${label} `) });
  await line.waitFor();
  await until(
    () => line.evaluate((el) => el === document.activeElement),
    (focused) => focused,
  );
}

async function allCurrent(...laptops: readonly Carnet[]): Promise<void> {
  for (const laptop of laptops) {
    await laptop.press("F5");
    await laptop.untilStatus(/Up to date/, 60_000);
  }
}

test("a further channel is added, edited and removed by keyboard, with undo; nothing typed is lost", async () => {
  const a = await office.laptop("A", { connect: true });
  const { page } = a;
  await a.newCompany("Favre SA");
  await a.openCard("Favre SA");
  await addChannel(a, "Phone", "Shop", "026 555 09 09");
  const shop = page.getByRole("button", { name: "Shop +41 26 555 09 09" });
  await shop.waitFor();
  await page.getByRole("button", { name: "Call 026 555 09 09" }).waitFor();
  await addChannel(a, "Phone", "Stall", "026 FROMAGE");
  await page.getByText("Kept as typed: not a number").waitFor();
  await addChannel(a, "Address", "Alp", "Chemin du Lac 3, 1630 Bulle");
  await addChannel(a, "Website", "Orders", "commande.favre.example");

  // Esc takes back what was typed; Tab saves and goes on.
  await shop.focus();
  await a.press("F2");
  await page.keyboard.type("1");
  await a.press("Escape");
  await shop.waitFor();
  await a.press("Enter");
  await page.keyboard.type("026 555 08 08");
  await a.press("Tab");
  await page.getByRole("textbox", { name: "Stall", exact: true }).waitFor();
  await a.press("Escape");
  await page.getByRole("button", { name: "Shop +41 26 555 08 08" }).waitFor();
  await a.filter("5550808");
  await page.getByRole("row", { name: "Favre SA" }).waitFor();
  await a.clearFilter();

  await page.getByRole("button", { name: "Remove: Stall" }).focus();
  await a.press("Enter");
  const stall = page.getByRole("button", { name: /^Stall/ });
  await stall.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Undo" }).click();
  await stall.waitFor();

  // Half typed when the power fails: there again at the next start.
  await page.getByRole("button", { name: /^Add phone/ }).click();
  await page.getByRole("menuitem", { name: "E-mail" }).click();
  await page.keyboard.type("vente@favre.exam");
  await page.waitForTimeout(800);
  await a.kill();
  const again = await office.laptop("A");
  await again.openCard("Favre SA");
  await again.page.getByText("vente@favre.exam").waitFor();
  await again.page.getByText("Not saved yet").waitFor();
  await again.page.getByRole("button", { name: /^E-mail vente@/ }).focus();
  await again.press("Enter");
  await again.page
    .getByRole("textbox", { name: "E-mail", exact: true })
    .focus();
  await again.press("End");
  await again.page.keyboard.type("ple");
  await look(again.page, "channel-editor");
  await again.press("Enter");
  await again.page.getByText("Not saved yet").waitFor({ state: "hidden" });
  await look(again.page, "channels");
  await dress(again.page, { language: "fr-CH", theme: "dark" });
  await look(again.page, "channels-dark");
});

test("a line that was added stands there at once, with the focus, however late the store answers", async () => {
  const a = await office.laptop("A", { connect: true });
  await a.newCompany("Favre SA");
  await a.openCard("Favre SA");
  const slow = await slowStore(a.page, 500);
  await addChannel(a, "Phone", "Shop", "026 555 09 09");
  await addChannel(a, "E-mail", "Orders", "vente@favre.example");
  // Taken back before the card was told of it, it does not stay.
  await addChannel(a, "Website", "Web", "favre.example");
  await a.press("Control+z");
  await a.page
    .getByRole("button", { name: /^Web favre/ })
    .waitFor({ state: "hidden" });
  await slow.end();
  await a.page.getByRole("button", { name: "Remove: Shop" }).focus();
  await a.press("Enter");
  await a.page
    .getByRole("button", { name: /^Shop/ })
    .waitFor({ state: "hidden" });
  await a.page.getByRole("button", { name: /^Orders vente@/ }).waitFor();
});

test("two people add different numbers to one card without a line: both have both", async () => {
  const { a, b } = await twoOnOneCard(office);
  await addChannel(a, "Phone", "Shop", "026 555 09 09");
  await addChannel(b, "Phone", "Stall", "026 555 07 07");
  await office.startServer();
  await allCurrent(a, b, a);
  for (const { page } of [a, b]) {
    await page.getByRole("button", { name: "Shop +41 26 555 09 09" }).waitFor();
    await page
      .getByRole("button", { name: "Stall +41 26 555 07 07" })
      .waitFor();
    expect(await page.getByText(/Other value/).count()).toBe(0);
  }
});

test("the further numbers of an imported card are on the card", async () => {
  const a = await office.laptop("A", { connect: true });
  const file = path.join(office.folder, "card.vcf");
  const card = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:Gerber;Ada;;;",
    "TEL;TYPE=WORK:026 555 01 01",
    "TEL;TYPE=WORK:026 555 02 02",
    "item1.TEL:026 555 03 03",
    "item1.X-ABLabel:Chalet",
    "ADR;TYPE=WORK:;;Rue A 1;Bulle;;1630;",
    "ADR;TYPE=HOME:;;Rue B 2;Fribourg;;1700;",
    "END:VCARD",
    "",
  ];
  await writeFile(file, card.join("\r\n"));
  await a.page.getByRole("link", { name: "Import" }).click();
  await a.page.locator("input[type=file]").setInputFiles(file);
  await a.page.getByRole("button", { name: "Import 1 contact" }).click();
  await a.page.getByRole("link", { name: "Ada Gerber" }).click();
  await a.page.getByRole("heading", { name: "Ada Gerber" }).waitFor();
  for (const name of [
    "work +41 26 555 02 02",
    "Chalet +41 26 555 03 03",
    /^home Rue B 2.*Fribourg/,
  ])
    await a.page.getByRole("button", { name }).waitFor();
});
