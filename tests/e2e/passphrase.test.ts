import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asUser } from "../helpers/carnet-user.ts";
import { launch, type LaunchedApp } from "../helpers/electron-app.ts";

const PASSPHRASE = "correct horse battery staple";

let profile: string;
let app: LaunchedApp | null = null;
beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), "carnet-passphrase-"));
});
afterAll(async () => {
  await app?.close();
  await rm(profile, { recursive: true, force: true });
});

async function open(): Promise<LaunchedApp["page"]> {
  await app?.close();
  app = await launch({ userDataDir: profile, args: ["--lang=en"] });
  return app.page;
}

test("without a keystore the first start asks for a passphrase, and nothing else is needed to begin", async () => {
  const page = await open();
  await page.getByRole("heading", { name: "Choose a passphrase" }).waitFor();

  await page.keyboard.type("short");
  await page.keyboard.press("Enter");
  const first = page.getByLabel("Passphrase", { exact: true });
  expect(await first.getAttribute("aria-invalid")).toBe("true");
  expect(await first.inputValue()).toBe("short");

  await page.keyboard.press("Control+A");
  await page.keyboard.type(PASSPHRASE);
  await page.getByLabel("Repeat the passphrase").fill(`${PASSPHRASE} `);
  await page.keyboard.press("Enter");
  await page.getByText("The two are not the same.").waitFor();
  await page.getByLabel("Repeat the passphrase").fill(PASSPHRASE);
  await page.keyboard.press("Enter");

  await page.getByRole("button", { name: "Later" }).click();
  await asUser(page).newCompany("Fromagerie du Lac SA");
  await page.getByRole("row", { name: "Fromagerie du Lac SA" }).waitFor();
});

test("the next start asks for it again; a wrong one stays in its field, the right one opens", async () => {
  const page = await open();
  await page.getByRole("heading", { name: "Open the notebook" }).waitFor();
  const field = page.getByLabel("Passphrase", { exact: true });

  await page.keyboard.type("wrong horse battery staple");
  await page.keyboard.press("Enter");
  await page.getByText("This passphrase does not open the notebook.").waitFor();
  expect(await field.inputValue()).toBe("wrong horse battery staple");

  await field.fill(PASSPHRASE);
  await page.keyboard.press("Enter");
  await page.getByRole("contentinfo").waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.id))
    .toBe("main");
  await asUser(page).openContacts();
  await page.getByRole("row", { name: "Fromagerie du Lac SA" }).waitFor();
});
