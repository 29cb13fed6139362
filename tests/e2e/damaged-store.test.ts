import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { asUser } from "../helpers/carnet-user.ts";
import { damageContact, damageStore } from "../helpers/damage-store.ts";
import { launch } from "../helpers/electron-app.ts";
import { goTo, lookInEach } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

/** One laptop, whose store is damaged more and more: each test begins with what the one before it has left. */

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function companies(page: Page): Promise<readonly string[]> {
  await asUser(page).openContacts();
  // The head of the table has other words.
  const rows = page.getByRole("row").filter({ hasText: / SA/ });
  await rows.first().waitFor();
  return rows.allTextContents();
}

/** Without a line, the Sync page tells of the last start: when it was right, what ran, what it takes. */
async function seeLastStart(page: Page): Promise<void> {
  await goTo(page, "#/sync");
  const state = page.getByRole("region", { name: "State" });
  const facts = await state.locator("dd").allInnerTexts();
  expect(facts[0]).toMatch(/\d\d:\d\d/);
  const runs = page.getByRole("table", { name: "Last syncs" });
  await runs.getByText("done").first().waitFor();
  await page.getByText("Not sent yet").waitFor();
  await lookInEach(page, "sync-after-restart");
}

/** Another screen in its place is named when it does not come. */
async function untilDamaged(page: Page): Promise<void> {
  const headings = page.getByRole("heading", { level: 1 });
  await expect
    .poll(async () => (await headings.allInnerTexts()).join(), {
      timeout: 60_000,
    })
    .toContain("The readable copy on this device is damaged");
}

/** Until a person has to do something: the notebook does not open. */
function open() {
  return launch({
    userDataDir: office.profile("A"),
    args: ["--lang=en"],
    env: { CARNET_PASSPHRASE: "correct horse battery staple" },
  });
}

describe("a laptop whose disk fails", () => {
  test("cards that it has lost or cannot read are back after the next start, and so is what was typed meanwhile", async () => {
    const before = await office.laptop("A", { connect: true });
    await before.newCompany("Lost SA");
    await before.newCompany("Garbled SA");
    for (const name of ["One SA", "Two SA"]) await before.newCompany(name);
    await before.press("F5");
    await before.untilStatus(/Up to date/);
    await damageContact(before.page, "Lost SA", "lost");
    await damageContact(before.page, "Garbled SA", "unreadable");
    await office.stopServer();
    await before.newCompany("Unsent SA");
    await before.kill();

    const after = await office.laptop("A");
    // The list of before is shown until it has been compared with the store.
    await expect
      .poll(() => companies(after.page), { timeout: 30_000 })
      .toHaveLength(3);
    const rest = await companies(after.page);
    expect(rest.join()).toContain("Unsent SA");
    await seeLastStart(after.page);
    await office.startServer();
    await after.press("F5");
    await after.untilStatus(/Up to date/);
    await after.openContacts();
    for (const name of ["Lost SA", "Garbled SA"])
      await after.page.getByRole("row").filter({ hasText: name }).waitFor();
    expect(await companies(after.page)).toHaveLength(5);
    await office.stopServer();
    await after.newCompany("Unsent again SA");
    // Drafts are still being written: what comes after the damage would be whole.
    await until(
      async () => {
        await after.page.waitForTimeout(1_000);
        return damageStore(after.page, "unreadable");
      },
      (whole) => whole === 0,
    );
    await after.kill();
  });

  test("a store of which nothing can be read says so, is put aside and made anew", async () => {
    const app = await open();
    try {
      const { page } = app;
      await untilDamaged(page);
      await lookInEach(page, "damaged-store");
      await page.getByText("1 entry that the server does not have").waitFor();
      await page
        .getByRole("button", { name: "Put aside and rebuild" })
        .press("Enter");
      await page.getByRole("contentinfo").waitFor();
      expect(await companies(page)).toHaveLength(1);
      await office.startServer();
      await asUser(page).press("F5");
      await asUser(page).untilStatus(/Up to date/);
      await page.getByRole("row").filter({ hasText: "Lost SA" }).waitFor();
      expect(await companies(page)).toHaveLength(6);
      const aside = path.join(office.profile("A"), "carnet", "set-aside");
      const [copy = ""] = await readdir(aside);
      expect(copy).toMatch(/^IndexedDB-20\d\d-/);
      expect(await readdir(path.join(aside, copy))).not.toEqual([]);
      await office.stopServer();
      await asUser(page).newCompany("Only here SA");
    } finally {
      await app.close();
    }
  });

  test("a store whose database does not open at all is one of which nothing can be read", async () => {
    const store = path.join(
      office.profile("A"),
      "IndexedDB/app_carnet_0.indexeddb.leveldb",
    );
    const table = (await readdir(store)).find((name) =>
      name.startsWith("MANIFEST"),
    );
    await rm(path.join(store, table ?? ""));
    const { page, close } = await open();
    try {
      await untilDamaged(page);
      await page
        .getByRole("button", { name: "Put aside and rebuild" })
        .press("Enter");
      await page.getByRole("contentinfo").waitFor();
      expect((await companies(page)).join()).toContain("Only here SA");
    } finally {
      await close();
    }
  });

  test("a notebook of a newer version is not touched; its unsent work can be taken out", async () => {
    const folder = path.join(office.profile("A"), "carnet");
    await writeFile(path.join(folder, "format.json"), '{"store":99}');
    const journal = path.join(folder, "journal");
    const before = await contentOf(journal);
    const app = await open();
    const file = path.join(office.folder, "taken-out.json");
    try {
      const { page } = app;
      await page.getByRole("heading", { level: 1 }).waitFor();
      await lookInEach(page, "newer-version");
      await app.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () =>
          Promise.resolve({ canceled: false, filePath });
      }, file);
      await page
        .getByRole("button", { name: "Export the unsent work" })
        .press("Enter");
      await page.getByText(`Exported: ${file}`).waitFor();
    } finally {
      await app.close();
    }
    expect(await readFile(file, "utf8")).toContain("Only here SA");
    expect(await contentOf(journal)).toEqual(before);
    expect(existsSync(path.join(folder, "format.json"))).toBe(true);
  });
});

async function contentOf(folder: string): Promise<readonly Buffer[]> {
  const names = (await readdir(folder)).toSorted();
  return Promise.all(names.map((name) => readFile(path.join(folder, name))));
}
