import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { openCarnet } from "../helpers/carnet-app.ts";
import { dress, goTo, look, LOOKS } from "../helpers/look.ts";

const folder = mkdtempSync(path.join(tmpdir(), "carnet-first-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the first screen offers four ways; samples are a company to try, and go without a trace", async () => {
  const carnet = await openCarnet({ profile: path.join(folder, "profile") });
  const { page } = carnet;
  const samples = page.getByRole("button", { name: "Try with sample data" });
  await samples.waitFor();
  await page.getByRole("button", { name: "Start empty" }).waitFor();
  await page.getByRole("button", { name: "Restore a backup…" }).waitFor();
  for (const { language, theme } of LOOKS) {
    await dress(page, { language, theme });
    await page.locator("#begin-title").waitFor();
    await look(page, `first-run-${language}-${theme}`);
  }
  await dress(page, { language: "en", theme: "light" });
  await page.locator("#begin-title").waitFor();
  // A letter that misses its field makes no card, and what a field has to say moves none.
  const address = page.getByLabel("Server address");
  const place = await address.boundingBox();
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByText("Give the server’s address.").waitFor();
  expect(await address.boundingBox()).toEqual(place);
  await page.locator("#begin-title").click();
  await page.keyboard.press("c");
  await samples.click();
  const strip = page.getByText(/^This is sample data/);
  await strip.waitFor();
  await look(page, "samples-today");
  await carnet.openContacts();
  await page.getByText("177", { exact: true }).first().waitFor();
  await carnet.newCompany("Ma fromagerie");
  await goTo(page, "/today");
  await page.getByRole("button", { name: "Remove samples" }).click();
  await look(page, "samples-remove");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Remove samples" })
    .click();
  await page.getByText("The samples are removed.").waitFor();
  await strip.waitFor({ state: "hidden" });
  await carnet.openContacts();
  await page.getByRole("row", { name: "Ma fromagerie" }).waitFor();
  expect(await carnet.names()).toHaveLength(1);
  // A vendor from the start: its record is asked for, and Ctrl+Enter saves.
  await page.keyboard.press("c");
  const form = page.getByRole("dialog", { name: "New company" });
  await form.getByLabel("Name", { exact: true }).fill("Keller Metallbau AG");
  await form.getByRole("combobox", { name: "Relation" }).click();
  await page.getByRole("option", { name: "Vendor", exact: true }).click();
  await form.getByLabel("Phone").press("Control+Enter");
  await page.getByRole("heading", { name: "Keller Metallbau AG" }).waitFor();
  await page.getByText("Vendor (requested)").waitFor();
  // No server has ever been there: nothing waits for one.
  expect(await carnet.status()).toMatch(/^Not connected to a server$/);
  await carnet.close();
});
