import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { makeConflict } from "../helpers/make-conflict.ts";
import { launch } from "../helpers/electron-app.ts";
import { dress, goTo, look, LOOKS } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";

/** What is seen only at the beginning, with two people on one card, without a line, or before the notebook is open. */

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe("a notebook that was never connected", () => {
  let fresh: Carnet;
  beforeAll(async () => {
    fresh = await office.laptop("Fresh");
  });

  test.each(LOOKS)("$language, $theme", async ({ language, theme }) => {
    const { page } = fresh;
    await dress(page, { language, theme });
    await goTo(page, "#/connect");
    await page.getByRole("textbox").first().waitFor();
    await look(page, `first-start-${language}-${theme}`);
    await goTo(page, "#/today");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator("kbd").first().waitFor();
    await look(page, `empty-today-${language}-${theme}`);
    await goTo(page, "#/contacts");
    await page.getByRole("searchbox").waitFor();
    await look(page, `empty-list-${language}-${theme}`);
    await goTo(page, "#/settings");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await look(page, `settings-unconnected-${language}-${theme}`);
  });
});

describe("two people, one card, then no line", () => {
  let carnet: Carnet;
  beforeAll(async () => {
    carnet = await makeConflict(office);
    await office.stopServer();
    await carnet.newCompany("Zaugg AG");
    await carnet.newPersonAt("Favre SA", "Luc Pasquier");
    await carnet.untilStatus(/2 waiting/);
    await goTo(carnet.page, "#/sync");
    await carnet.page.getByRole("button", { name: /^Zaugg AG/ }).focus();
    // During a try to send it cannot be held, and the notice says so: then once more, as anybody would.
    const said = carnet.page.getByText(/1 record held|Already on its way/);
    for (let told = ""; !told.includes("held;");) {
      await carnet.press("h");
      await said.first().waitFor();
      told = await said.first().innerText();
      if (!told.includes("held;"))
        await said.first().waitFor({ state: "hidden" });
    }
    await carnet.untilStatus(/1 waiting/);
    await carnet.openCard("Favre SA");
  });

  test.each(LOOKS)("$language, $theme", async ({ language, theme }) => {
    const { page } = carnet;
    const card = new URL(page.url()).hash;
    await dress(page, { language, theme });
    await goTo(page, card);
    await page.getByText("Rue A 1").first().waitFor();
    await look(page, `conflict-${language}-${theme}`);
    await goTo(page, "#/today");
    await page.getByText("Luc Pasquier").first().waitFor();
    await look(page, `waiting-today-${language}-${theme}`);
    await goTo(page, "#/sync");
    await page.getByText("Luc Pasquier").first().waitFor();
    await page.getByRole("button", { name: /^Luc Pasquier/ }).click();
    await page.getByText("Zaugg AG").first().scrollIntoViewIfNeeded();
    await look(page, `outbox-${language}-${theme}`);
    await page.locator("fieldset").first().scrollIntoViewIfNeeded();
    await page.locator("fieldset input").first().focus();
    await look(page, `conflicts-${language}-${theme}`);
    await goTo(page, card);
    await page.getByText("Rue A 1").first().waitFor();
  });
});

describe("before the notebook is open", () => {
  test.each(LOOKS)("$language, $theme", async ({ language, theme }) => {
    const profile = await mkdtemp(path.join(tmpdir(), "carnet-vault-"));
    const app = await launch({
      userDataDir: profile,
      args: [`--lang=${language}`],
    });
    try {
      await app.page.emulateMedia({ colorScheme: theme });
      await app.page.getByRole("heading", { level: 1 }).waitFor();
      await look(app.page, `first-passphrase-${language}-${theme}`);
    } finally {
      await app.close();
      await rm(profile, { recursive: true, force: true });
    }
  });
});
