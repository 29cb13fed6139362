import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { openCarnet, type Carnet } from "../helpers/carnet-app.ts";
import { dress, goTo, look, LOOKS } from "../helpers/look.ts";

const PASSPHRASE = "un bon fromage";
const folder = mkdtempSync(path.join(tmpdir(), "carnet-backup-"));
const file = path.join(folder, "carnet.carnetbackup");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A notebook of its own, without a server, whose file dialogs answer `file`. */
async function notebook(name: string): Promise<Carnet> {
  const carnet = await openCarnet({ profile: path.join(folder, name) });
  await carnet.app.app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = async () => ({
      ...{ canceled: false, filePaths: [chosen] },
    });
  }, file);
  await carnet.page.getByRole("button", { name: "Start empty" }).click();
  await carnet.page.getByRole("region", { name: "First steps" }).waitFor();
  return carnet;
}

async function open({ page }: Carnet, passphrase: string): Promise<void> {
  await page
    .locator("section", { has: page.locator("#backup-restore") })
    .getByLabel("Passphrase of the backup")
    .fill(passphrase);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}

test("a notebook goes into a file without any network, and comes back on another machine, with a preview and an undo", async () => {
  const a = await notebook("a");
  await a.newCompany("Fromagerie Gruyère-Est SA");
  await a.newPersonAt("Fromagerie", "Luc Pasquier");
  await a.logVisit("Luc Pasquier", "Très intéressé");
  await goTo(a.page, "/settings");
  await a.page.getByRole("button", { name: "Back up or restore…" }).click();
  await a.page.getByLabel("Passphrase of the backup").fill(PASSPHRASE);
  await a.page.getByLabel("Repeat the passphrase").fill(PASSPHRASE);
  await a.page.getByRole("button", { name: "Save the backup…" }).click();
  await a.page.getByText("The backup is saved").waitFor();
  await look(a.page, "backup-written");
  await a.close();

  const b = await notebook("b");
  const { page } = b;
  await goTo(page, "/backup");
  for (const { language, theme } of LOOKS) {
    await dress(page, { language, theme });
    await page.locator("#backup-restore").waitFor();
    await look(page, `backup-${language}-${theme}`);
  }
  await dress(page, { language: "en", theme: "light" });
  await page.getByRole("button", { name: "Choose a backup…" }).click();
  await open(b, "un mauvais fromage");
  await page.getByText("This passphrase does not open this file.").waitFor();
  await open(b, PASSPHRASE);
  const row = (kind: string) =>
    page.getByRole("row").filter({ hasText: kind }).innerText();
  const restore = page.getByRole("button", { name: /^Restore \d+ items/ });
  await restore.waitFor();
  expect((await row("Companies")).trim()).toMatch(/1$/);
  expect((await row("Persons")).trim()).toMatch(/1$/);
  expect((await row("Interactions")).trim()).toMatch(/1$/);
  await look(page, "backup-preview");
  await restore.click();
  await page.getByText("The backup is restored").waitFor();
  await look(page, "backup-restored");
  await b.openCard("Luc Pasquier");
  await page.getByText("Très intéressé").first().waitFor();

  await goTo(page, "/backup");
  await page.getByRole("button", { name: "Undo the restore" }).click();
  await page.getByRole("button", { name: "Undo the restore" }).waitFor({
    state: "hidden",
  });
  await goTo(page, "/today");
  await page.getByRole("region", { name: "First steps" }).waitFor();
  await b.close();
});
