import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { UpdateState } from "../../shared/ipc/updates.ts";
import { asUser } from "../helpers/carnet-user.ts";
import { launch, type LaunchedApp } from "../helpers/electron-app.ts";
import { look, lookInEach, LOOKS, redress } from "../helpers/look.ts";

/** One profile through all that may stand before the notebook: each test begins with what the one before it has left. */

const PASSPHRASE = "correct horse battery staple";
const ANOTHER = "another horse battery staple";

let profile: string;
let app: LaunchedApp | null = null;
let code = "";
beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), "carnet-passphrase-"));
});
afterAll(async () => {
  await app?.close();
  await rm(profile, { recursive: true, force: true });
});

type Page = LaunchedApp["page"];

async function open(): Promise<Page> {
  await app?.close();
  app = await launch({ userDataDir: profile, args: ["--lang=en"] });
  return app.page;
}

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { name, exact: true }).waitFor();

const READY: UpdateState = {
  ...{ kind: "ready", version: "0.2.0", notes: { en: "- New." } },
};

/** With a newer version at hand, as the main process tells it in a package that can replace itself. */
async function lookAtUpdate(page: Page, name: string): Promise<void> {
  for (const { language, theme } of LOOKS) {
    await redress(page, { language, theme });
    // What was chosen has it look again, and here it finds that nothing can be replaced.
    await app?.app.evaluate(({ BrowserWindow }, state) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(
        "updates/state",
        state,
      );
    }, READY);
    await page.getByText("0.2.0").first().waitFor();
    await look(page, `${name}-${language}-${theme}`);
  }
  await redress(page, { language: "en", theme: "light" });
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await heading(page, "Open the notebook");
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
}

async function seeCompany(page: Page): Promise<void> {
  await page.getByRole("contentinfo").waitFor();
  await asUser(page).openContacts();
  await page.getByRole("row", { name: "Fromagerie du Lac SA" }).waitFor();
}

/** What stands in the form for a new company when it is opened. */
async function halfTyped(page: Page): Promise<string> {
  await asUser(page).press("c");
  const name = page.getByRole("dialog").getByLabel("Name", { exact: true });
  await name.waitFor();
  return name.inputValue();
}

test("without a keystore the first start asks for a passphrase, gives a recovery code, and nothing else is needed to begin", async () => {
  const page = await open();
  await heading(page, "Choose a passphrase");

  await page.keyboard.type("short");
  await page.keyboard.press("Enter");
  const first = page.getByLabel("Passphrase", { exact: true });
  expect(await first.getAttribute("aria-invalid")).toBe("true");
  expect(await first.inputValue()).toBe("short");

  await page.keyboard.press("Control+A");
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press("Tab");
  await page.keyboard.type(`${PASSPHRASE} `);
  await page.keyboard.press("Enter");
  await page.getByText("The two are not the same.").waitFor();
  await page.getByLabel("Repeat the passphrase").fill(PASSPHRASE);
  await page.keyboard.press("Enter");

  await heading(page, "Your recovery code");
  code = await page.locator("output").innerText();
  expect(code).toMatch(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/);
  await lookInEach(page, "recovery-code");
  await page.keyboard.type("0000");
  await page.keyboard.press("Enter");
  await page.getByText("not the last characters of the code").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(code.slice(-4));
  await page.keyboard.press("Enter");

  await page.getByRole("button", { name: "Start empty" }).click();
  await asUser(page).newCompany("Fromagerie du Lac SA");
  await page.getByRole("row", { name: "Fromagerie du Lac SA" }).waitFor();
});

test("the next start asks for it again; a wrong one stays in its field, the right one opens", async () => {
  const page = await open();
  await heading(page, "Open the notebook");
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
  await seeCompany(page);
});

test("locked, the window shows nothing of it and keeps what was being typed; the recovery code opens it, too", async () => {
  const page = app!.page;
  expect(await halfTyped(page)).toBe("");
  await page.keyboard.type("Half typed SA");
  // In the middle of a dialog, and before a draft is due.
  await page.keyboard.press("Control+l");
  await heading(page, "Open the notebook");
  expect(await page.content()).not.toMatch(/Fromagerie|Half typed/);
  await lookInEach(page, "locked");

  await page.getByRole("button", { name: "Forgotten the passphrase?" }).click();
  await heading(page, "Open with the recovery code");
  await page.getByLabel("Recovery code").fill(`${code.slice(0, -4)}0000`);
  await page.getByLabel("New passphrase").fill(ANOTHER);
  await page.getByLabel("Repeat the passphrase").fill(ANOTHER);
  await page.keyboard.press("Enter");
  await page.getByText("This code does not open this notebook.").waitFor();
  await lookInEach(page, "recover");
  await page.getByLabel("Recovery code").fill(code.toLowerCase());
  await page.keyboard.press("Enter");
  await page.getByRole("contentinfo").waitFor();
  expect(await halfTyped(page)).toBe("Half typed SA");
  await page.keyboard.press("Escape");
});

test("? shows every command with its key; a key of one's own runs it, and Settings tell what opens the notebook", async () => {
  const page = app!.page;
  const user = asUser(page);
  await user.leaveFields();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await sheet.getByRole("listitem").filter({ hasText: "Log visit" }).waitFor();
  await lookInEach(page, "shortcuts");
  const change = sheet.getByRole("button", {
    name: "Change the key: Go to Settings",
  });
  await change.press("Enter");
  await page.keyboard.press("Control+C");
  await sheet.getByText("means something fixed in every program").waitFor();
  await page.keyboard.press("F5");
  await sheet.getByText("Already chosen for: Sync now").waitFor();
  await page.keyboard.press("F9");
  await sheet
    .getByRole("listitem")
    .filter({ hasText: "Go to Settings" })
    .getByText("F9")
    .waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await page.keyboard.press("F9");
  await page.getByRole("heading", { name: "Security" }).waitFor();
  await page.getByText("There is one. A new one takes").waitFor();
  await page
    .getByRole("button", { name: "Lock", exact: true })
    .scrollIntoViewIfNeeded();
  await lookInEach(page, "security");
  await page.locator("#settings-updates").scrollIntoViewIfNeeded();
  await lookAtUpdate(page, "updates");
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Present passphrase").fill("not the one it is");
  await dialog.getByLabel("New passphrase").fill(ANOTHER);
  await dialog.getByLabel("Repeat the passphrase").fill(ANOTHER);
  await page.keyboard.press("Enter");
  await dialog.getByText("does not open the notebook").waitFor();
  await page.keyboard.press("Escape");
});

test("a readable copy that was wiped is said to be gone, and comes back with what was half typed", async () => {
  await app?.close();
  app = null;
  await rm(path.join(profile, "IndexedDB"), { recursive: true });
  const page = await open();
  await unlock(page, ANOTHER);
  await heading(page, "The readable copy on this device is gone");
  await page.getByText("1 entry that the server does not have yet").waitFor();
  await lookInEach(page, "wiped-store");
  await page
    .getByRole("button", { name: "Bring everything back" })
    .press("Enter");
  await seeCompany(page);
  expect(await halfTyped(page)).toBe("Half typed SA");
});

test("after two starts that have shown nothing, the third asks first; safe mode opens without the server", async () => {
  await app?.close();
  app = null;
  await writeFile(path.join(profile, "carnet", "running"), "2");
  const page = await open();
  await heading(page, "Carnet could not start");
  await lookAtUpdate(page, "careful-start");
  await page.getByRole("button", { name: "Open in safe mode" }).press("Enter");
  await unlock(page, ANOTHER);
  await seeCompany(page);
});
