import { afterAll, beforeAll, expect, test } from "vitest";
import { byKeys } from "../helpers/by-keys.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { dress, look } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";

let office: Office;
let a: Carnet;
beforeAll(async () => {
  office = await openOffice();
  // A Friday.
  a = await office.laptop("A", { args: ["--work-date=2026-03-13"] });
  await a.page.getByRole("button", { name: "Later" }).click();
  await a.newCompany("Fromagerie Gruyère-Est SA");
});
afterAll(() => office.close());

test("when and how long are typed as one says them, and what is understood stands below at once", async () => {
  const { page } = a;
  const person = byKeys(page);
  const dialog = page.getByRole("dialog");
  const field = (name: string) => dialog.getByLabel(name, { exact: true });
  await person.press("v");
  await person.dialogOpen();
  await person.tabTo(field("Date"));
  await person.press("Control+A");
  await person.type("letzten D");
  // Half a word is no mistake yet.
  expect(await field("Date").getAttribute("aria-invalid")).toBe("false");
  await person.type("ienstag 14h");
  await dialog.getByText("Tue 10.03., 14:00").waitFor();
  await person.press("Tab");
  expect(await field("Date").inputValue()).toBe("10.03.2026");
  expect(await field("Time").inputValue()).toBe("14:00");
  await person.tabTo(field("Duration (min)"));
  await person.press("Control+A");
  await person.type("1h30");
  await dialog.getByText("1 h 30", { exact: true }).waitFor();
  await look(page, "typed-moment-en-light");
  await person.press("Control+Enter");
  await person.dialogGone();
  await page.getByText("90 min").first().waitFor();
  await page
    .getByText(/10\.03\./)
    .first()
    .waitFor();

  for (const [language, theme, text, minutes] of [
    ["fr-CH", "light", "mardi dernier 9h30", "une heure et demie"],
    ["de-CH", "dark", "vorgestern um 16", "anderthalb Stunden"],
  ] as const) {
    await dress(page, { language, theme });
    await a.leaveFields();
    await person.press("v");
    await person.dialogOpen();
    await dialog.locator('[name="duration"]').fill(minutes);
    await dialog.locator('[name="date"]').fill(text);
    await look(page, `typed-moment-${language}-${theme}`);
    await person.press("Escape");
    await person.dialogGone();
  }
});
