import { mkdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

const PICTURES = path.resolve(
  import.meta.dirname,
  "../../test-results/screens",
);

let office: Office;
let a: Carnet;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  office = await openOffice();
  a = await office.laptop("A");
  await a.page.getByRole("button", { name: "Start empty" }).click();
});
afterAll(() => office.close());

async function openNewPerson(): Promise<void> {
  await a.leaveFields();
  await a.press("n");
  await a.page.getByRole("menuitem", { name: "New person" }).click();
  await a.page.getByRole("dialog").waitFor();
}

async function picture(name: string): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await a.page.emulateMedia({ colorScheme: theme });
    await a.page.waitForTimeout(300);
    await a.page.screenshot({
      path: path.join(PICTURES, `${name}-${theme}.png`),
    });
  }
}

test("a new contact takes the focus to its card; Esc keeps what was typed, Discard forgets it", async () => {
  await a.newCompany("Fromagerie Gruyère-Est SA");
  await until(
    () => a.page.evaluate(() => document.activeElement?.id),
    (id) => id === "card",
  );
  await openNewPerson();
  const { page } = a;
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByLabel("Company").inputValue()).toBe(
    "Fromagerie Gruyère-Est SA",
  );
  await dialog.getByLabel("First name").fill("Luc");
  await dialog.getByLabel("Surname").fill("Pasquier Favre");
  await dialog.getByLabel("Mobile").fill("079 FROMAGE");
  await a.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await until(
    () => page.evaluate(() => document.activeElement?.textContent),
    (text) => text === "New",
  );

  await openNewPerson();
  await dialog.getByText("Draft restored").waitFor();
  expect(await dialog.getByLabel("Surname").inputValue()).toBe(
    "Pasquier Favre",
  );
  await dialog.getByText("A phone number has no letters.").waitFor();
  await picture("draft");
  await dialog.getByRole("button", { name: "Discard draft" }).click();
  expect(await dialog.getByLabel("Surname").inputValue()).toBe("");
  await a.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await openNewPerson();
  expect(await dialog.getByText("Draft restored").count()).toBe(0);

  // Two colleagues in one go: the company stays, and nothing of the first one is in the way of the second.
  await dialog.getByLabel("First name").fill("Anne");
  await dialog.getByLabel("Surname").fill("Berset");
  await dialog.getByRole("button", { name: "Create and add another" }).click();
  await page.getByText("Anne Berset is created.").waitFor();
  expect(await dialog.getByLabel("Surname").inputValue()).toBe("");
  expect(await dialog.getByLabel("Company").inputValue()).toBe(
    "Fromagerie Gruyère-Est SA",
  );
  await page.keyboard.type("Luc");
  expect(await dialog.getByLabel("First name").inputValue()).toBe("Luc");
  await dialog.getByLabel("Surname").fill("Pasquier Favre");
  await picture("another");
  await dialog.getByRole("button", { name: "More fields" }).click();
  await until(
    () => page.evaluate(() => document.activeElement?.id),
    (id) => id === "create-phone",
  );
  await a.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await page
    .getByRole("heading", { name: "Luc Pasquier Favre", exact: true })
    .waitFor();
});

test("a text in an open field is still there after the window was closed", async () => {
  await a.openCard("Luc Pasquier Favre");
  await a.page.locator('[data-field="jobTitle"]').click();
  await a.page.keyboard.type("Chef fromager");
  await a.close();
  a = await office.laptop("A");
  await a.openCard("Luc Pasquier Favre");
  await a.page.getByText("Chef fromager").waitFor();
  await a.page.getByText(/Not saved yet/).waitFor();
  await picture("not-finished");
  await a.page.locator('[data-field="jobTitle"]').click();
  await a.press("Enter");
  await a.page.getByText(/Not saved yet/).waitFor({ state: "hidden" });
  await a.page.getByText("Chef fromager").first().waitFor();
});
