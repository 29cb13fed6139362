import { afterAll, beforeAll, expect, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { dress, goTo, look, lookInEach } from "../helpers/look.ts";
import { editField } from "../helpers/make-conflict.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

/** What was ever written to a card, and each value brought back by an ordinary edit. */

let office: Office;
let carnet: Carnet;
beforeAll(async () => {
  office = await openOffice();
  carnet = await office.laptop("Anna", { connect: true });
  await carnet.untilStatus(/Up to date/);
  await carnet.newCompany("Favre SA");
  await carnet.openCard("Favre SA");
  await editField(carnet, "Address", "Rue A 1");
  await editField(carnet, "Address", "Rue B 2");
  await carnet.untilStatus(/Up to date/);
});
afterAll(() => office.close());

async function openHistory(): Promise<void> {
  await carnet.page
    .getByRole("button", { name: /^More actions|^Autres/ })
    .click();
  await carnet.page
    .getByRole("menuitem", { name: /^Changes|^Historique/ })
    .click();
  await carnet.page.getByRole("dialog").waitFor();
}

const entries = () =>
  carnet.page.getByRole("dialog").getByRole("listitem").allInnerTexts();

test("newest first, with author, device, time and origin; reverted as an edit; offline it says what is missing", async () => {
  const { page } = carnet;
  await openHistory();
  const dialog = page.getByRole("dialog", { name: "Changes" });
  await until(entries, (list) => list.length === 3);
  const [newest = "", , created = ""] = await entries();
  expect(newest).toMatch(
    /^You\n.* · \d\d:\d\d · typed\nAddress\nRue A 1 → Rue B 2/,
  );
  expect(created).toContain("Created");
  await lookInEach(page, "history");

  await office.stopServer();
  await dialog.getByRole("button", { name: "Revert: Address" }).first().click();
  await until(entries, (list) => list.length === 4);
  expect((await entries())[0]).toMatch(
    /^You\nthis device · .* · waiting to be sent\nAddress\nRue B 2 → Rue A 1/,
  );
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("Rue A 1").first().waitFor();
  await openHistory();
  await dialog.getByText(/^Offline: what the server said at/).waitFor();
  expect(await entries()).toHaveLength(4);
  await page.keyboard.press("Escape");

  // A window that was loaded again has fetched nothing yet: its own work, and plain words for the rest.
  const card = new URL(page.url()).hash;
  await dress(page, { language: "fr-CH", theme: "dark" });
  await goTo(page, card);
  await page.getByText("Rue A 1").first().waitFor();
  await openHistory();
  await page.getByText(/^Hors ligne\s: vous voyez ce que/).waitFor();
  expect(await entries()).toHaveLength(1);
  await look(page, "history-offline-fr-CH-dark");
});
