import { afterEach, beforeEach, expect, test } from "vitest";
import { openOffice, type Office } from "../helpers/office.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { loseContact } from "../helpers/damage-store.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function companies(laptop: Carnet): Promise<readonly string[]> {
  await laptop.openContacts();
  const rows = laptop.page.getByRole("row").filter({ hasText: " SA" });
  await rows.first().waitFor();
  return rows.allTextContents();
}

test("a card that the disk has lost is back after the next start, and so is what was typed meanwhile", async () => {
  const before = await office.laptop("A", { connect: true });
  await before.newCompany("Kept SA");
  await before.newCompany("Lost SA");
  await before.press("F5");
  await before.untilStatus(/Up to date/);
  await loseContact(before.page, "Lost SA");
  await office.stopServer();
  await before.newCompany("Unsent SA");
  await before.kill();

  const after = await office.laptop("A");
  const without = await companies(after);
  expect(without.join()).toContain("Unsent SA");
  expect(without.join()).not.toContain("Lost SA");
  await office.startServer();
  await after.press("F5");
  await after.untilStatus(/Up to date/);
  await after.page.getByRole("row").filter({ hasText: "Lost SA" }).waitFor();
  expect(await companies(after)).toHaveLength(3);
});
