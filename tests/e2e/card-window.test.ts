import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import type { Carnet } from "../helpers/carnet-app.ts";
import { lookInEach, redress } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";

let office: Office;
let a: Carnet;
beforeAll(async () => {
  office = await openOffice();
  a = await office.laptop("A");
  await a.page.getByRole("button", { name: "Start empty" }).click();
});
afterAll(() => office.close());

async function openSide(): Promise<Page> {
  const opened = a.app.app.waitForEvent("window");
  await a.press("Control+Shift+O");
  return opened;
}

test("a card in a window of its own: each sees the other's saves, the half typed is kept, and it ends with the page", async () => {
  const { page } = a;
  await a.leaveFields();
  await a.press("c");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("Cave du Bourg SA");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Cave du Bourg SA" }).waitFor();

  const side = await openSide();
  await side.getByRole("heading", { name: "Cave du Bourg SA" }).waitFor();
  expect(await side.title()).toBe("Cave du Bourg SA");
  // It is drawn by the first window, and has no way to the main process of its own.
  expect(await side.evaluate(() => "bridge" in globalThis)).toBe(false);
  await redress(page, { language: "de-CH", theme: "light" });
  expect(await side.locator("html").getAttribute("lang")).toBe("de-CH");
  await lookInEach(page, "card-window", side);

  const edit = async (where: Page, field: string, text: string) => {
    await where
      .getByRole("button", { name: new RegExp(`^${field}\\b`) })
      .press("Enter");
    await where.keyboard.type(text);
    await where.keyboard.press("Enter");
  };
  await edit(side, "Phone", "021 555 12 12");
  await page.getByText("+41 21 555 12 12").first().waitFor();
  await edit(page, "E-mail", "cave@bourg.example");
  await side.getByText("cave@bourg.example").first().waitFor();

  // Its own dialog; what is half typed in it outlives the window.
  await side.locator("#card").focus();
  await side.keyboard.press("v");
  const sheet = side.getByRole("dialog");
  await sheet.getByLabel("Result", { exact: true }).fill("Half typed beside");
  await lookInEach(page, "card-window-sheet", side);
  expect(await page.getByRole("dialog").count()).toBe(0);
  // One form of one draft: the other window says where it is, and opens it when it is free again.
  await page.locator("#card").focus();
  await a.press("v");
  await page
    .getByText("This form is already open in another window.")
    .waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await sheet.count()).toBe(1);
  await side.close();
  await page.locator("#card").focus();
  await a.press("v");
  const again = page.getByRole("dialog").getByLabel("Result", { exact: true });
  await again.waitFor();
  expect(await again.inputValue()).toBe("Half typed beside");
  await a.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });

  // With the lock, and with every load of the page, nothing of a card stays on the screen.
  const second = await openSide();
  await second.getByRole("heading", { name: "Cave du Bourg SA" }).waitFor();
  const gone = second.waitForEvent("close");
  await page.reload();
  await gone;
});
