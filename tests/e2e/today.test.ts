import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { byKeys } from "../helpers/by-keys.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { openOffice, type Office } from "../helpers/office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const section = (page: Page, name: string) =>
  page.getByRole("region", { name, exact: true });
const inDialog = (page: Page, label: string) =>
  page.getByRole("dialog").getByLabel(label, { exact: true });

async function openToday({ page }: Carnet): Promise<void> {
  const person = byKeys(page);
  await person.tabTo(page.getByRole("link", { name: "Today" }));
  await person.press("Enter");
  await page.getByRole("heading", { name: /Friday 13 March 2026/ }).waitFor();
}

/** A visit of last week whose next step is a meeting today. */
async function planMeeting({ page }: Carnet): Promise<void> {
  const person = byKeys(page);
  await person.press("v");
  await person.dialogOpen();
  await person.tabTo(inDialog(page, "Date"));
  await person.press("Control+A");
  await person.type("06.03.2026");
  await person.tabTo(inDialog(page, "Result"));
  await person.type("À revoir");
  await person.tabTo(inDialog(page, "Next step"));
  await person.type("13.03. rendez-vous au dépôt");
  await person.press("Control+Enter");
  await person.dialogGone();
}

test("from the first start: welcome, a due task ticked off, a visit that makes its contact leave the list, by keyboard alone", async () => {
  let a = await office.laptop("A");
  const { page } = a;
  const person = byKeys(page);
  await person.tabTo(page.getByRole("button", { name: "Start empty" }));
  await person.press("Enter");
  await page.getByRole("button", { name: "Create a company" }).waitFor();
  await page
    .getByRole("main")
    .getByRole("button", { name: "Import…" })
    .waitFor();
  // The button is gone; the keyboard goes on in the page.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.id))
    .toBe("main");

  await person.press("c");
  await person.dialogOpen();
  await person.type("Menuiserie Favre Sàrl");
  await person.press("Enter");
  await person.dialogGone();
  await page.getByRole("heading", { name: "Menuiserie Favre Sàrl" }).waitFor();
  await planMeeting(a);

  await openToday(a);
  const due = section(page, "Due");
  const week = section(page, "Not written up this week");
  const line = due.getByText("rendez-vous au dépôt", { exact: false });
  await line.waitFor();
  await week.getByText("No visit written up this week.").waitFor();
  await week
    .getByText(/Meeting Fri.* 13\.03\. · last visit 06\.03\./)
    .waitFor();

  await person.tabTo(week.getByRole("button", { name: "Log visit" }));
  await person.press("Enter");
  await person.dialogOpen();
  await expect
    .poll(() => inDialog(page, "Who").inputValue())
    .toBe("Menuiserie Favre Sàrl");
  await person.tabTo(inDialog(page, "Result"));
  await person.type("Commande confirmée");
  await person.press("Control+Enter");
  await person.dialogGone();
  await week.getByText("1 visit written up this week.").waitFor();
  await week.getByRole("listitem").waitFor({ state: "hidden" });
  // Where the line was the focus is, not at the top of the window.
  await expect
    .poll(() => week.evaluate((el) => el.contains(document.activeElement)))
    .toBe(true);

  await person.tabTo(
    due.getByRole("checkbox", { name: /rendez-vous.*Menuiserie Favre Sàrl/ }),
  );
  await person.press("Space");
  await line.waitFor({ state: "hidden" });
  await due.getByText(/Nothing is due/).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await line.waitFor();

  await a.newCompany("Garage Morandi SA");
  await page.waitForTimeout(700);
  await a.close();
  a = await office.laptop("A");
  const opened = section(a.page, "Last opened").getByRole("link");
  await expect
    .poll(() => opened.allInnerTexts())
    .toEqual(["Garage Morandi SA", "Menuiserie Favre Sàrl"]);
  // No server has ever been there: nothing waits for one.
  expect(await section(a.page, "Waiting to be sent").count()).toBe(0);
});

test("a half-typed visit waits on Today, and V in a line is about its contact", async () => {
  const a = await office.laptop("A");
  const { page } = a;
  const person = byKeys(page);
  await page.getByRole("button", { name: "Start empty" }).click();
  await a.newCompany("Favre SA");
  // A card that is only passed was not opened.
  await page.waitForTimeout(700);
  await a.newCompany("Morandi SA");
  await person.press("v");
  await person.dialogOpen();
  await person.tabTo(inDialog(page, "Result"));
  await person.type("Intéressé");
  await person.press("Escape");
  await person.dialogGone();
  // A sheet that turns to a contact finds what was begun about it.
  await a.openCard("Favre SA");
  await person.press("v");
  await person.dialogOpen();
  await person.tabTo(inDialog(page, "Who"));
  await person.press("Control+A");
  await person.type("Morandi");
  await page.getByRole("option", { name: "Morandi SA" }).waitFor();
  await person.press("Enter");
  await page.getByRole("dialog").getByText("Draft restored").waitFor();
  expect(await inDialog(page, "Result").inputValue()).toBe("Intéressé");
  await person.press("Escape");
  await person.dialogGone();

  await openToday(a);
  const drafts = section(page, "Drafts");
  await drafts.getByText("Morandi SA").waitFor();
  await person.tabTo(drafts.getByRole("button", { name: "Go on writing" }));
  await person.press("Enter");
  await page.getByRole("dialog").getByText("Draft restored").waitFor();
  await person.tabTo(inDialog(page, "Result"));
  await person.press("Control+Enter");
  await person.dialogGone();
  await drafts.waitFor({ state: "hidden" });

  await person.tabTo(
    section(page, "Last opened").getByRole("link", { name: "Favre SA" }),
  );
  await person.press("v");
  await person.dialogOpen();
  await expect.poll(() => inDialog(page, "Who").inputValue()).toBe("Favre SA");
});

test("what a colleague plans comes without a reload; started with no line it is all there, and what waits is named", async () => {
  const b = await office.laptop("B", { connect: true });
  await b.untilStatus(/Up to date/);
  let a = await office.laptop("A", { connect: true });
  await a.untilStatus(/Up to date/);
  await section(a.page, "First steps").waitFor();
  await b.newCompany("Favre SA");
  await b.logVisit("Favre SA", "Vu", { nextStep: "13.03. appeler" });
  await b.untilStatus(/Up to date/);
  const due = (page: Page) =>
    section(page, "Due").getByText("appeler", { exact: false });
  await due(a.page).waitFor({ timeout: 20_000 });
  await section(a.page, "Waiting to be sent")
    .getByText("Everything is with the office.")
    .waitFor();

  await office.stopServer();
  await a.newCompany("Sans Ligne SA");
  await a.kill();
  a = await office.laptop("A");
  await due(a.page).waitFor();
  const waiting = section(a.page, "Waiting to be sent");
  await waiting.getByText("1 record", { exact: true }).waitFor();
  await waiting.getByText("Sans Ligne SA").waitFor();
});
