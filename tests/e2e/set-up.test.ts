import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { goTo, look, lookInEach } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

let office: Office;
let a: Carnet;
beforeAll(async () => {
  office = await openOffice();
  a = await office.laptop("A");
  await a.page.getByRole("button", { name: "Start empty" }).click();
});
afterAll(() => office.close());

async function openList(name: string): Promise<void> {
  await goTo(a.page, "#/settings");
  await a.page.getByRole("button", { name: `Edit list… ${name}` }).click();
  await a.page.getByRole("dialog", { name }).waitFor();
}

test("first steps begin with the set-up, in the user's own order, and a second start asks nothing", async () => {
  const { page } = a;
  const steps = page.getByRole("region", { name: "First steps" });
  // A name said before anything is set up brings the region with it: it would pass for the whole set-up.
  await a.press("t");
  const whoIAm = page.getByRole("button", {
    name: "Salesperson: me…",
  });
  await whoIAm.click();
  const both = page.getByRole("dialog", { name: "Me and my region" });
  await both.waitFor();
  await a.press("Escape");
  await both.waitFor({ state: "hidden" });
  await a.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await steps.getByRole("button", { name: "My region…" }).click();
  const region = page.getByRole("dialog", { name: "My region" });
  await region.waitFor();
  await lookInEach(page, "first-region");
  // Everything is filled in: Enter accepts it all.
  await a.press("Enter");
  await region.waitFor({ state: "hidden" });
  await steps.getByText("1 of 4 done").waitFor();
  // Who has not said their name is asked for it where it is needed, and is chosen there at once.
  await a.press("t");
  await whoIAm.click();
  const me = page.getByRole("dialog", { name: "Salespeople" });
  await me.getByLabel("Your name").fill("Anna Müller");
  await a.press("Enter");
  await me.waitFor({ state: "hidden" });
  await page
    .getByRole("combobox", { name: "Salesperson" })
    .getByText("Anna Müller")
    .waitFor();
  await page.getByLabel("What").fill("Appeler");
  await a.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("contentinfo").getByText("Anna Müller (AMU)").waitFor();
  await lookInEach(page, "first-steps");
  await a.close();
  a = await office.laptop("A");
  await a.page.getByRole("region", { name: "First steps" }).waitFor();
  await a.page.getByRole("button", { name: "Do not show again" }).click();
  expect(
    await a.page.getByRole("region", { name: "First steps" }).count(),
  ).toBe(0);
});

test("settings are found by typing, and count at once", async () => {
  const { page } = a;
  await goTo(page, "#/settings");
  await page.getByRole("searchbox", { name: "Search settings" }).fill("langu");
  const inherit = page.getByRole("switch", { name: "Language", exact: true });
  await inherit.waitFor();
  expect(await page.getByRole("switch").count()).toBe(1);
  await look(page, "settings-search");
  await page.getByRole("searchbox", { name: "Search settings" }).fill("zzz");
  await page.getByText("No setting matches").waitFor();
  await page.getByRole("button", { name: "Clear search" }).click();
  await page.getByRole("combobox", { name: "Default territory" }).click();
  await page.getByRole("option", { name: "French-speaking" }).click();
  await lookInEach(page, "settings-set-up");
});

test("number series and the search for duplicates are the company's own", async () => {
  const { page } = a;
  const help = page.getByRole("heading", { level: 1, name: "Help" });
  const waits = page.getByText("Opens as soon as you close what is in front");
  // The box makes way by itself, and nothing is said about it.
  await a.press("Control+k");
  await page
    .getByRole("combobox", { name: "Search and commands" })
    .fill("help");
  await page.getByRole("option", { name: "Help" }).first().click();
  await help.waitFor();
  expect(await waits.count()).toBe(0);
  await goTo(page, "#/settings");
  await page.getByRole("button", { name: "Edit… Contacts" }).click();
  const series = page.getByRole("dialog", { name: "Number series: Contacts" });
  await series.getByLabel("First number").fill("KD-1");
  await series.getByText("Letters and number of digits must be").waitFor();
  await series.getByLabel("Last number").fill("kd-99999");
  await lookInEach(page, "settings-series");
  // What keeps no draft is not left for a command: that waits, and says so.
  await a.press("F1");
  await waits.waitFor();
  expect(await series.getByLabel("First number").inputValue()).toBe("KD-1");
  await a.press("Enter");
  await help.waitFor();
  await goTo(page, "#/settings");
  await page.getByText("KD-1 – KD-99999").waitFor();
  const hit = page.getByRole("textbox", { name: "Search hit %" });
  await hit.fill("55");
  await a.press("Enter");
  await page.getByText("9 of 16 strings must agree.").waitFor();
  await page.getByRole("switch", { name: "Maintain search strings" }).click();
  await until(
    () =>
      page.getByRole("switch", { name: "Search automatically" }).isChecked(),
    (on) => !on,
  );
  await page.getByRole("button", { name: "Edit… Search strings" }).click();
  const rows = page.getByRole("dialog", { name: "Search strings" });
  await rows.getByRole("button", { name: "Delete: Mobile, last" }).click();
  await rows.getByText("9 of 15 must agree").waitFor();
  await lookInEach(page, "settings-search-strings");
  await rows.getByRole("button", { name: "Save" }).click();
  await rows.waitFor({ state: "hidden" });
  await page.getByText("9 of 15 strings must agree.").waitFor();
  await lookInEach(page, "settings-duplicates");
});

test("an entry is added, renamed and replaced everywhere; Undo takes each back, after a restart too", async () => {
  await goTo(a.page, "#/contacts");
  await a.newCompany("Fromagerie Gruyère-Est SA");
  await openList("Territories");
  const { page } = a;
  const dialog = page.getByRole("dialog");
  await dialog.getByText("1 contact").waitFor();
  await dialog.getByLabel("New entry").fill("Grisons");
  await a.press("Enter");
  const name = dialog.getByLabel("Name of GRISONS");
  await name.fill("Grisons and Glarus");
  await a.press("Enter");
  await lookInEach(page, "list-territories");
  await dialog
    .getByRole("button", { name: "Delete: French-speaking Switzerland" })
    .click();
  const remove = page.getByRole("dialog", { name: /^Delete/ });
  await remove.getByText("Carried by: 1 contact.").waitFor();
  await remove.getByRole("combobox", { name: "Replace by" }).click();
  await page.getByRole("option", { name: "Grisons and Glarus" }).click();
  await lookInEach(page, "list-replace");
  await remove.getByRole("button", { name: "Replace and delete" }).click();
  await dialog.getByText("1 contact").waitFor();
  expect(await dialog.getByLabel("Name of ROM").count()).toBe(0);
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page
    .getByRole("combobox", { name: "Default territory" })
    .getByText("Grisons and Glarus")
    .waitFor();
  await a.close();
  a = await office.laptop("A");
  await goTo(a.page, "#/settings");
  await until(
    async () => {
      await a.leaveFields();
      await a.press("Control+z");
      return a.page.getByText("Undone: List entry replaced").count();
    },
    (told) => told > 0,
  );
  await a.page
    .getByRole("combobox", { name: "Default territory" })
    .getByText("French-speaking Switzerland")
    .waitFor();
  await a.openCard("Fromagerie Gruyère-Est SA");
  await a.page.getByText("French-speaking Switzerland").first().waitFor();
});

test("a company goes to the trash with its people, and comes back with them; open work stands against it", async () => {
  await a.newPersonAt("Fromagerie Gruyère-Est SA", "Luc Pasquier");
  await a.logVisit("Luc Pasquier", "Intéressé", {
    nextStep: "20.03.2026 appeler",
  });
  await a.openCard("Luc Pasquier");
  const { page } = a;
  await page.locator("#card").focus();
  await a.press("Delete");
  await page.getByText(/Not deleted: Luc Pasquier has an open task/).waitFor();
  await page
    .getByRole("checkbox", { name: /appeler/ })
    .first()
    .click();
  // A ticked task hands the keyboard on; only then are keys ours again.
  await page
    .locator(".MuiSnackbar-root")
    .filter({ hasText: "appeler" })
    .waitFor();
  await goTo(page, "#/contacts");
  await page.getByRole("heading", { level: 1, name: "All" }).waitFor();
  await a.openCard("Fromagerie Gruyère-Est SA");
  await page.locator("#card").focus();
  await a.press("Delete");
  await page.getByText("2 contacts are in the trash for 30 days.").waitFor();
  await goTo(page, "#/trash");
  await page.getByText("Fromagerie Gruyère-Est SA and 1 other").waitFor();
  await lookInEach(page, "trash");
  await page
    .getByRole("button", { name: "Restore: Fromagerie Gruyère-Est SA" })
    .click();
  await page.getByText("The trash is empty").waitFor();
  await a.openCard("Luc Pasquier");
  await page.getByText("Intéressé").first().waitFor();
});

test("PRV-3: everything about a person goes into a file, without a line", async () => {
  const { page } = a;
  const file = path.join(office.folder, "subject.json");
  await a.app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /^Export everything/ }).click();
  const dialog = page.getByRole("dialog", { name: /^Everything about Luc/ });
  await dialog.getByText("This device has never synced").waitFor();
  await lookInEach(page, "subject-export");
  await a.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  const exported: unknown = JSON.parse(await readFile(file, "utf8"));
  expect(exported).toMatchObject({
    ...{ asOf: null, contact: { name: "Luc Pasquier" } },
    interactions: [{ result: "Intéressé" }],
  });
});
