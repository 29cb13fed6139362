import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

let office: Office;
let carnet: Carnet;
beforeAll(async () => {
  office = await openOffice({ demo: true });
  carnet = await office.laptop("A", { connect: true, salesperson: "CRO" });
  await carnet.untilStatus(/Up to date/, 60_000);
  await carnet.openContacts();
});
afterAll(() => office.close());

const grid = () => carnet.page.locator("#contact-grid");
const here = () => carnet.page.locator("#contact-grid .row.here");
const chosen = () => carnet.page.getByRole("region", { name: "Selection" });
const button = (name: string) =>
  carnet.page.getByRole("button", { name, exact: true });

async function go(view: string): Promise<void> {
  await carnet.page
    .getByRole("navigation", { name: "Views" })
    .getByRole("button", { name: view })
    .click();
  await carnet.page.getByRole("heading", { name: view, exact: true }).waitFor();
  await grid().focus();
  await carnet.press("Escape", "Home");
  await chosen().waitFor({ state: "hidden" });
}

async function isHere(text: string): Promise<void> {
  await here().filter({ hasText: text }).waitFor();
}

/** The next file that is saved goes there. */
async function savedAs(name: string): Promise<string> {
  const filePath = path.join(office.folder, name);
  await carnet.app.app.evaluate(({ dialog }, to) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: to });
  }, filePath);
  return filePath;
}

test("arrows, letters, ranges and all that match, without a mouse", async () => {
  await go("All");
  await carnet.press("ArrowDown");
  await isHere("Adrian Weber");
  await carnet.press("End");
  await here().waitFor();
  await carnet.press("Home");
  await isHere("Adrian Schmid");
  await carnet.page.keyboard.type("ber");
  await until(
    () => here().innerText(),
    (name) => name.startsWith("Ber"),
  );
  await carnet.page.waitForTimeout(1_100);
  await carnet.press("Home");
  await carnet.press("Space", "Shift+ArrowDown", "Shift+ArrowDown");
  await chosen().getByText("3 selected").waitFor();
  await carnet.press("Control+A");
  await chosen().getByText("175 selected, not only visible").waitFor();
  await carnet.press("Escape");
  await chosen().waitFor({ state: "hidden" });
});

test("what is chosen and where one is outlast sorting, filtering and a change from elsewhere", async () => {
  const { page } = carnet;
  await go("Customers");
  await carnet.press("ArrowDown");
  await isHere("Bergkäserei Tössstock AG");
  await carnet.press("Space");
  await page.getByRole("columnheader", { name: "City" }).press("Enter");
  await page.locator("[aria-sort=ascending]").waitFor();
  await isHere("Bergkäserei Tössstock AG");
  const rows = await carnet.names();
  expect(rows[0]).toContain("Basel");
  await chosen().getByText("1 selected").waitFor();
  await page.goBack();
  await until(carnet.names, (names) => names[0]?.includes("Bäckerei") === true);
  await chosen().getByText("1 selected").waitFor();
});

test("a cell is edited with F2 by the rules of the card, and taken back", async () => {
  const { page } = carnet;
  await go("Persons");
  await carnet.press("ArrowRight", "ArrowRight", "ArrowRight");
  await carnet.press("F2");
  const editor = page.locator(".editor");
  await editor.fill("call me");
  await carnet.press("Enter");
  await page.getByRole("alert").filter({ hasText: /phone/i }).waitFor();
  await editor.fill("+41 79 555 88 99");
  await carnet.press("Enter");
  await here().filter({ hasText: "+41 79 555 88 99" }).waitFor();
  await carnet.press("Control+Z");
  await until(
    () => here().innerText(),
    (text) => !text.includes("88 99"),
  );

  // A code that is not there yet is made from its cell.
  const codes = page.locator("select.editor");
  let steps = 0;
  for (; steps < 9 && (await codes.count()) === 0; steps++) {
    await carnet.press("Escape", "ArrowRight", "F2");
    // Not every cell can be edited; one that can needs a moment.
    await codes.waitFor({ timeout: 700 }).catch(() => undefined);
  }
  await codes.press("F4");
  await page.getByRole("dialog").waitFor();
  await carnet.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await grid().focus();
  await carnet.press(...Array<string>(steps).fill("ArrowLeft"));

  // Refused, and the list goes: the text waits in its field of the card.
  await carnet.press("F2");
  await editor.fill("call me");
  await here().locator(".name").click();
  await page.getByText(/What you typed is kept on the card/).waitFor();
  const kept = page.locator("#card [data-field]", { hasText: "call me" });
  await kept.press("Enter");
  await kept.waitFor({ state: "detached" });
  await carnet.press("Escape");
  await page.locator('#card [data-field="phone"]').waitFor();
  expect(await kept.count()).toBe(0);
  await carnet.openContacts();
  await page.getByRole("columnheader").first().waitFor();
});

test("many are edited at once: looked at first, one outbox label, one Undo", async () => {
  const { page } = carnet;
  await go("Suppliers");
  await carnet.press("Control+A");
  await chosen().getByText("4 selected").waitFor();
  await button("Edit").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "New value" }).focus();
  await page.keyboard.type("Marco");
  await carnet.press("Enter");
  await dialog
    .getByText(/^\d will change · \d unchanged · 0 invalid$/)
    .waitFor();
  const change = dialog.getByRole("button", { name: /^Change \d contact/ });
  const count = Number(/\d+/.exec(await change.innerText())?.[0]);
  expect(await dialog.getByRole("row").count()).toBe(count + 1);
  await change.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await page.getByText(new RegExp(`^${count} contacts? changed`)).waitFor();
  await button("Filter").click();
  await page.getByRole("dialog").waitFor();
  await carnet.press("Escape");
  await grid().focus();
  const marco = () =>
    grid().locator(".row").filter({ hasText: "Marco Bernasconi" }).count();
  await until(marco, (n) => n === 4);
  await carnet.press("Control+Z");
  await until(marco, (n) => n === 4 - count);
  await carnet.press("Escape");
});

test("a filter with an alternative lives in the address, and is kept as a view with its columns", async () => {
  const { page } = carnet;
  await go("Companies");
  await button("Filter").press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Value" }).fill("bulle");
  await dialog.getByRole("button", { name: "Or another condition" }).click();
  await dialog.getByRole("textbox", { name: "Value" }).nth(1).fill("gruy");
  await dialog.getByText(/contacts? found/).waitFor();
  await carnet.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("City contains bulle or City contains gruy").waitFor();
  await page.goBack();
  await page.getByText("40 contacts", { exact: true }).waitFor();
  await page.goForward();
  await button("Save as view").press("Enter");
  await page.keyboard.type("Gruyère");
  await carnet.press("Enter");
  await page.getByRole("heading", { name: "Gruyère", exact: true }).waitFor();
  await page.getByRole("columnheader", { name: "City" }).press("Alt+ArrowLeft");
  const inOrder = () => page.getByRole("columnheader").allInnerTexts();
  await until(inOrder, (names) => names[1] === "City");
  await go("All");
  await go("Gruyère");
  expect((await inOrder())[1]).toBe("City");
  await page.getByText("City contains bulle or City contains gruy").waitFor();
});

test("who types the name of a business relation is offered everybody who has it", async () => {
  const { page } = carnet;
  await go("All");
  await carnet.filter("lawy");
  await button("Business relation: Lawyer · 3 contacts").waitFor();
  // Nothing else is found: Enter takes it.
  await carnet.press("Enter");
  await page
    .getByRole("row", { name: "Anwaltskanzlei Vontobel Meier" })
    .waitFor();
  expect(await page.getByRole("searchbox").inputValue()).toBe("");
  // The suggestion has gone under the focus, which stays in the list.
  await until(
    () => page.evaluate(() => document.activeElement?.closest("main") !== null),
    (inMain) => inMain,
  );
  // In the filter Enter takes the first hit of what was typed, and only the next one applies it.
  await go("All");
  await button("Filter").press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Column" }).press("Enter");
  await page.getByRole("option", { name: "Business relation" }).click();
  await dialog.getByRole("combobox", { name: "Value" }).fill("lawy");
  await page.getByRole("option", { name: /^Lawyer/ }).waitFor();
  await carnet.press("Enter");
  await dialog.getByText("Lawyer", { exact: true }).waitFor();
  await carnet.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("Business relation is Lawyer").waitFor();
  await go("All");
});

test("people stand under their company, which Left closes and Right opens", async () => {
  const { page } = carnet;
  await go("All");
  await button("View options").press("Enter");
  await page.getByRole("menuitemcheckbox").press("Enter");
  const tree = page.getByRole("treegrid");
  await tree.waitFor();
  await grid().focus();
  // By keys: while the rows take their new places a pointer meets another one.
  await tree.locator("[aria-level='2']").first().waitFor();
  await carnet.press("Home");
  await tree.locator(".here[data-index='0']").waitFor();
  await carnet.press("ArrowDown");
  await tree.locator(".here[data-index='1'][aria-expanded=true]").waitFor();
  const total = Number(await tree.getAttribute("aria-rowcount"));
  await carnet.press("ArrowLeft");
  await until(
    async () => Number(await tree.getAttribute("aria-rowcount")),
    (n) => n < total,
  );
  await carnet.press("ArrowRight");
  await until(
    async () => Number(await tree.getAttribute("aria-rowcount")),
    (n) => n === total,
  );
  await page.goBack();
});

test("rows are copied with headings; the view goes out as CSV, cards and PDF", async () => {
  const { page } = carnet;
  await go("Suppliers");
  await carnet.press("Control+A");
  await chosen().getByText("4 selected").waitFor();
  await carnet.press("Control+C");
  await page.getByText("4 rows copied with headings.").waitFor();
  const copied = await carnet.app.app.evaluate(({ clipboard }) =>
    clipboard.readText(),
  );
  expect(copied.split("\r\n")).toHaveLength(5);
  expect(copied.split("\r\n")[0]?.split("\t")[0]).toBe("Name");
  await carnet.press("Escape");

  const exported = async (name: string, entry: RegExp) => {
    const file = await savedAs(name);
    await button("Export").press("Enter");
    await page.getByRole("menuitem", { name: entry }).press("Enter");
    await page.getByText("4 contacts exported.").first().waitFor();
    return until(
      () => readFile(file).catch(() => null),
      (found) => found !== null,
    );
  };
  const csv = String(await exported("list.csv", /CSV/));
  expect(csv.startsWith("\uFEFFName,")).toBe(true);
  expect(csv.trimEnd().split("\r\n")).toHaveLength(5);
  const cards = String(await exported("list.vcf", /4\.0/));
  expect(cards.match(/BEGIN:VCARD/g)).toHaveLength(4);
  const pdf = await exported("list.pdf", /PDF/);
  expect(pdf?.subarray(0, 5).toString()).toBe("%PDF-");
});

test("Enter opens the card, V writes up a visit and T a task with whom the cursor is on, Esc goes back to the table", async () => {
  const { page } = carnet;
  await go("Customers");
  await carnet.press("ArrowDown", "v");
  const who = page.getByRole("dialog").getByRole("combobox", { name: "Who" });
  await until(
    () => who.inputValue(),
    (name) => name === "Bergkäserei Tössstock AG",
  );
  await carnet.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await grid().focus();
  await carnet.press("t");
  const about = page
    .getByRole("dialog")
    .getByRole("combobox", { name: "Contact" });
  await until(
    () => about.inputValue(),
    (name) => name === "Bergkäserei Tössstock AG",
  );
  await carnet.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  // The menu of the row says the same commands with their keys.
  await grid().focus();
  await carnet.press("Shift+F10");
  const entries = page.getByRole("menuitem");
  await entries.first().waitFor();
  expect(await entries.allInnerTexts()).toEqual(
    [
      ["Open the card"],
      ["Log visit", "V"],
      ["New task", "T"],
      ["New opportunity"],
      ["Meeting brief", "B"],
      ["Open the card in a window", "Ctrl Shift O"],
      ["Delete"],
    ].map((words) => words.join("\n")),
  );
  await page.screenshot({ path: "test-results/screens/context-menu.png" });
  await carnet.press("ArrowDown", "ArrowDown", "Enter");
  await until(
    () => about.inputValue(),
    (name) => name === "Bergkäserei Tössstock AG",
  );
  await carnet.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await grid().focus();
  await carnet.press("Enter");
  await page
    .getByRole("heading", { name: "Bergkäserei Tössstock AG" })
    .waitFor();
  await grid().focus();
  await carnet.press("Escape");
  await isHere("Bergkäserei Tössstock AG");
  await page.getByRole("columnheader").first().waitFor();
});

test("Delete takes what is chosen to the trash, Undo brings it back", async () => {
  await go("Independent");
  const total = (await carnet.names()).length;
  await carnet.press("Space", "Delete");
  await until(carnet.names, (names) => names.length === total - 1);
  await carnet.press("Control+Z");
  await until(carnet.names, (names) => names.length === total);
});

test("one box finds contacts and runs commands by keys alone, and keeps what was typed", async () => {
  const { page } = carnet;
  const box = page.getByRole("combobox", { name: "Search and commands" });
  const active = async () => {
    const id = await box.getAttribute("aria-activedescendant");
    return page.locator(`[id="${id}"]`).innerText();
  };
  await go("All");
  await carnet.press("Control+K");
  await page.getByRole("group", { name: "Recently opened" }).waitFor();
  await page.keyboard.type("bergkas");
  await page.getByRole("group", { name: "Companies" }).waitFor();
  await until(active, (text) => text.includes("Bergkäserei Tössstock AG"));
  await carnet.press("Escape");
  await box.waitFor({ state: "hidden" });
  await until(
    () => grid().evaluate((el) => el === document.activeElement),
    (back) => back,
  );
  await carnet.press("Control+K");
  await until(
    () => box.inputValue(),
    (kept) => kept === "bergkas",
  );
  await until(active, (text) => text.includes("Bergkäserei Tössstock AG"));
  await carnet.press("Enter");
  await page
    .getByRole("heading", { name: "Bergkäserei Tössstock AG" })
    .waitFor();
  await carnet.press("Control+K");
  await page.keyboard.type("> new comp");
  await until(active, (text) => text.startsWith("New company"));
  await carnet.press("Enter");
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).waitFor();
  await carnet.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await carnet.press("Control+K");
  await page.keyboard.type("#prosp");
  await until(active, (text) => text.startsWith("Prospects"));
  await carnet.press("Enter");
  await page.getByRole("heading", { name: "Prospects" }).waitFor();
  // The keyboard is in the rows.
  await until(
    () => page.evaluate(() => document.activeElement?.id),
    (id) => id === "contact-grid",
  );
});
