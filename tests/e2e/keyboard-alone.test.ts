import path from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { byKeys } from "../helpers/by-keys.ts";
import { openOffice, type Office } from "../helpers/office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function chooseNew(page: Page, entry: string): Promise<void> {
  const person = byKeys(page);
  await person.press("n");
  await person.arrowTo(
    page.getByRole("menuitem", { name: entry, exact: true }),
  );
  await person.press("Enter");
  await person.dialogOpen();
}

test("first start, company, person, independent person, visit and a corrected field, by keyboard alone", async () => {
  const { page } = await office.laptop("A");
  const person = byKeys(page);
  const inDialog = (label: string) =>
    page.getByRole("dialog").getByLabel(label, { exact: true });

  await person.tabTo(page.getByRole("button", { name: "Start empty" }));
  await person.press("Enter");
  await page
    .getByRole("button", { name: "Start empty" })
    .waitFor({ state: "hidden" });

  await chooseNew(page, "New company");
  await person.type("Menuiserie Favre Sàrl");
  await person.tabTo(inDialog("Address"));
  await person.type("Route de la Gare 12");
  await person.tabTo(inDialog("Post code"));
  await person.type("1630");
  await person.press("Enter");
  await person.dialogGone();
  await page.getByRole("heading", { name: "Menuiserie Favre Sàrl" }).waitFor();

  await chooseNew(page, "New person");
  // The company whose card is open is the one proposed.
  expect(await inDialog("Company").inputValue()).toBe("Menuiserie Favre Sàrl");
  await person.tabTo(inDialog("First name"));
  await person.type("Luc");
  await person.tabTo(inDialog("Surname"));
  await person.type("Pasquier");
  await person.press("Enter");
  await person.dialogGone();
  await page.getByRole("heading", { name: "Luc Pasquier" }).waitFor();

  await chooseNew(page, "New independent person");
  await person.type("Annina");
  await person.press("Tab");
  await person.type("Caduff Derungs");
  await person.press("Enter");
  await person.dialogGone();
  await page.getByRole("heading", { name: "Annina Caduff Derungs" }).waitFor();

  await person.press("/");
  await person.type("luc pas");
  const row = page.getByRole("row", { name: "Luc Pasquier" });
  await row.waitFor();
  await person.press("ArrowDown", "Enter");
  await page.getByRole("heading", { name: "Luc Pasquier" }).waitFor();

  await person.press("v");
  await person.dialogOpen();
  await person.tabTo(page.getByRole("dialog").getByRole("radio"));
  await person.press("1");
  expect(
    await page.getByRole("radio", { checked: true }).innerText(),
  ).toContain("Very positive");
  await person.tabTo(inDialog("Result"));
  await person.type("Intéressé par l'affineur AF-200");
  await person.tabTo(inDialog("Next step"));
  await person.type("20.03. appeler");
  await person.press("Control+Enter");
  await person.dialogGone();
  await page.getByText("Intéressé par l'affineur AF-200").waitFor();
  await page.getByText("appeler").first().waitFor();

  await person.tabTo(page.getByRole("button", { name: /^Mobile\b/ }));
  await person.press("Enter");
  await person.type("079 555 01 23");
  await person.press("Enter");
  await page.getByText("+41 79 555 01 23").first().waitFor();

  // The help is found by typing, needs no line, and leads on to the keys.
  await person.press("F1");
  await page.getByRole("heading", { level: 1, name: "Help" }).waitFor();
  await person.tabTo(page.getByRole("searchbox"));
  await person.type("recovery code");
  await page
    .getByRole("heading", { level: 2, name: "Find a contact" })
    .waitFor({ state: "hidden" });
  await page
    .getByRole("heading", { level: 2, name: "Lock and back up" })
    .waitFor();
  await person.press("Control+2");
  await page.getByRole("heading", { name: "Luc Pasquier" }).waitFor();

  // A key that is disabled while its job runs hands the focus to the dialog, and not to the key that stops the job.
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      "beforeend",
      '<div role="dialog" tabindex="-1" id="job"><button>Stop</button><button id="go">Go</button></div>',
    );
    const go = document.getElementById("go");
    go?.focus();
    go?.setAttribute("disabled", "");
  });
  await page.locator("#job:focus").waitFor();
  // Whoever has gone to where nothing takes keys stays there when the control leaves later.
  await page.evaluate(() => {
    document.getElementById("job")?.remove();
    document.querySelector<HTMLElement>("main button")?.focus();
  });
  expect(
    await page.evaluate(async () => {
      const chosen = document.activeElement as HTMLElement;
      chosen.blur();
      await new Promise((done) => setTimeout(done, 50));
      chosen.remove();
      await new Promise((done) => setTimeout(done, 300));
      return document.activeElement === document.body;
    }),
  ).toBe(true);
});

test("a file of business cards is chosen, imported and taken back by keyboard alone", async () => {
  const { page } = await office.laptop("A");
  // From now on files are asked of the test: asked for only at the key, it may come too late.
  page.on("filechooser", () => {});
  const person = byKeys(page);
  await person.tabTo(page.getByRole("button", { name: "Start empty" }));
  await person.press("Enter");
  await person.tabTo(page.getByRole("link", { name: "Import" }));
  await person.press("Enter");
  await person.tabTo(page.getByRole("button", { name: "Choose files…" }));
  const asked = page.waitForEvent("filechooser");
  await person.press("Enter");
  // The system's own dialog is not ours to walk through.
  await (
    await asked
  ).setFiles(
    path.resolve(import.meta.dirname, "../fixtures/vcards/rfc2426-example.vcf"),
  );
  await person.tabTo(
    page.getByRole("button", { name: /^Import \d+ contacts$/ }),
  );
  await person.press("Enter");
  await page.getByText("Import complete").waitFor();
  await person.tabTo(page.getByRole("button", { name: "Undo this import" }));
  await person.press("Enter");
  await page.getByRole("button", { name: "Undo this import" }).waitFor({
    state: "hidden",
  });
});
