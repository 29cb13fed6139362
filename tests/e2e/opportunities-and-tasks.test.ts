import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onCard } from "../helpers/card-user.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { goTo, lookInEach } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { createTestDevice, op, post } from "../helpers/server.ts";
import { until } from "../helpers/until.ts";
import type { EnrollAnswer } from "../../shared/sync/protocol.ts";

/** Stories A13 and A14, with their exact figures, in one window beside the demo company's own work. */

let office: Office;
let chantal: Carnet;
beforeAll(async () => {
  office = await openOffice({ demo: true });
  chantal = await office.laptop("Chantal", {
    connect: true,
    salesperson: "CRO",
  });
  await chantal.untilStatus(/Up to date/, 60_000);
  await chantal.newCompany("Gruyère-Est Fromages SA");
  await chantal.newPersonAt("Gruyère-Est Fromages SA", "Luc Pasquier");
});
afterAll(() => office.close());

const dialogs = () => chantal.page.getByRole("dialog");
/** The form in front. */
const form = () => dialogs().last();
const field = (label: string) => form().getByLabel(label, { exact: true });

async function fill(values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(values))
    await field(label).fill(text);
}

async function choose(label: string, name: RegExp | string): Promise<void> {
  await form().getByRole("combobox", { name: label }).click();
  await chantal.page.getByRole("option", { name }).click();
}

async function options(label: string): Promise<readonly string[]> {
  await form().getByRole("combobox", { name: label }).click();
  const list = chantal.page.getByRole("option");
  await list.first().waitFor();
  const names = await list.allInnerTexts();
  await chantal.page.keyboard.press("Escape");
  await list.first().waitFor({ state: "hidden" });
  return names;
}

async function press(name: string): Promise<void> {
  await form().getByRole("button", { name, exact: true }).click();
}

async function refused(text: RegExp): Promise<void> {
  await form().getByRole("alert").filter({ hasText: text }).waitFor();
}

const sheet = () => dialogs().filter({ hasText: "Completed" }).first();
const figure = (label: string) =>
  sheet().locator("dl > div", { hasText: label }).locator("dd");

/** Completed, probability and calculated value as they stand on the sheet. */
async function stands(
  completed: string,
  probability: string,
  calculated: string,
): Promise<void> {
  await expect
    .poll(async () => [
      await figure("Completed").innerText(),
      await figure("Probability").innerText(),
      (await figure("Calculated value").innerText()).replace("\u00a0", " "),
    ])
    .toEqual([completed, probability, calculated]);
}

/** The newest entries' days open, the newest first. */
const daysOpen = (): Promise<readonly string[]> =>
  sheet().locator("tbody tr td:last-child").allInnerTexts();

async function move(values: Readonly<Record<string, string>>): Promise<void> {
  await sheet().getByRole("button", { name: "Move…" }).click();
  await field("Date").waitFor();
  await fill(values);
}

async function gone(which: Locator): Promise<void> {
  await which.waitFor({ state: "hidden" });
}

async function open(text: string): Promise<void> {
  await chantal.page.getByRole("button", { name: text, exact: true }).click();
}

/** A colleague's laptop writes a comment to the opportunity with a quote. */
async function sayElsewhere(quoteNo: string, comment: string): Promise<void> {
  const { body } = await post<EnrollAnswer>(office.url(), "/v1/enroll", {
    code: await office.invite("Marco"),
    deviceName: "Marco's",
  });
  const marco = createTestDevice(office.url(), body);
  const quoted = await until(
    async () =>
      [...(await marco.all("opportunities")).values()].find(
        (one) => one["quoteNo"] === quoteNo,
      ),
    (found) => found !== undefined,
  );
  const said = op.set("opportunities", String(quoted?.["id"]), {
    comment: [null, comment],
  });
  expect((await marco.push([said])).results[0]?.s).toBe("ok");
}

test("A13: OPP-1 to OPP-8: an opportunity from its first stage until it is won, to the franc", async () => {
  const { page } = chantal;
  await page.getByRole("tab", { name: "Opportunities" }).click();
  await open("New opportunity");
  await fill({
    Opportunity: "Affineur AF-200",
    "Estimated value": "48'000",
    "Chances in %": "30",
    "Expected close": "30.04.2026",
  });
  await lookInEach(page, "opportunity-new");
  await press("Create opportunity");
  await gone(dialogs());
  await open("Affineur AF-200");
  await sheet()
    .getByText(/In progress/)
    .waitFor();
  await stands("2 %", "16 %", "CHF 7'680.00");
  await sheet()
    .getByText("the mean of the chances (30 %)", { exact: false })
    .waitFor();

  await move({ Date: "20.03.2026" });
  await press("Move");
  await stands("5 %", "17.5 %", "CHF 8'400.00");
  expect(await daysOpen()).toEqual(["", "7"]);

  await move({ Date: "24.03.2026", "Chances in %": "60" });
  const steps = await options("Stage");
  expect(steps.filter((step) => step.startsWith("Skip to"))).toEqual([
    "Skip to: 3 Presentation · quote needed",
    "Skip to: 4 Proposal · quote needed",
  ]);
  await choose("Stage", /^Update/);
  await press("Move");
  await stands("5 %", "32.5 %", "CHF 15'600.00");
  expect(await daysOpen()).toEqual(["", "4", "7"]);

  await move({ Date: "27.03.2026" });
  await press("Move");
  await refused(/needs a quote/);
  await fill({ "Quote number": "Q-1001" });
  await press("Move");
  await stands("40 %", "50 %", "CHF 24'000.00");
  await move({ Date: "26.03.2026" });
  await choose("Stage", /^Update/);
  await press("Move");
  await refused(/before the last change/);
  await press("Cancel");
  await lookInEach(page, "opportunity-sheet");

  await sheet().getByRole("button", { name: "Close opportunity…" }).click();
  await fill({ "Closed on": "10.04.2026" });
  const reasons = await options("Reason");
  expect(reasons.length).toBeGreaterThan(5);
  await form().getByRole("button", { name: "Lost" }).click();
  const lost = await options("Reason");
  // Of either end's reasons one has the same name.
  expect(lost.filter((one) => reasons.includes(one))).toEqual(["Salesperson"]);
  await form().getByRole("button", { name: "Won" }).click();
  await choose("Reason", /product/i);
  await press("Close opportunity");
  await refused(/value is missing/);
  await fill({ "Sales value": "46'500" });
  await lookInEach(page, "opportunity-close");
  await press("Close opportunity");
  await stands("100 %", "100 %", "CHF 46'500.00");
  expect(await figure("Closed on").innerText()).toBe("10.04.2026");
  expect((await daysOpen()).slice(0, 2)).toEqual(["", "14"]);
  await expect
    .poll(() => sheet().getByRole("button", { name: "Move…" }).count())
    .toBe(0);
  // A quote that tells its total: the sale comes to that.
  await sheet().getByRole("button", { name: "Edit", exact: true }).click();
  await fill({ "Quote total": "46'800" });
  await lookInEach(page, "opportunity-quote");
  // What a colleague writes while the form is open stays: nobody has typed there.
  await sayElsewhere("Q-1001", "Livré en mai");
  await page.getByText("Livré en mai").waitFor();
  await press("Save");
  await stands("100 %", "100 %", "CHF 46'800.00");
  await sheet().getByText("Livré en mai").waitFor();
  await press("Close");
  await gone(dialogs());

  // Asked for with the closing: the company is a customer as soon as the office has answered.
  await page.keyboard.press("F5");
  await chantal.untilStatus(/Up to date/, 60_000);
  await page
    .getByRole("region", { name: "Business relations" })
    .locator("[data-relation=CUST]")
    .waitFor();
});

test("the page before a visit: from a card by its key and its button, one sheet of A4 without a line", async () => {
  const { page } = chantal;
  await chantal.openCard("Luc Pasquier");
  await page.locator("#card").focus();
  await page.keyboard.press("b");
  const brief = page.getByRole("dialog", {
    name: "Meeting brief: Luc Pasquier",
  });
  await brief
    .getByText("First meeting: needs, present suppliers", { exact: false })
    .waitFor();
  await page.keyboard.press("Escape");
  await gone(dialogs());

  // A customer of the demo company, with visits, tasks and purchases.
  await goTo(page, "#/contacts?view=customers");
  await page.locator("[data-index='2']").click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page
    .getByRole("group", { name: "Actions" })
    .getByRole("button", { name: /^Brief/ })
    .click();
  const sheetOf = page.locator("[data-brief]").first();
  await sheetOf.getByText("What to ask").waitFor();
  const pdf = path.join(office.folder, "brief.pdf");
  await chantal.app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, pdf);
  await open("Save as PDF");
  await page.getByText("Brief saved.").waitFor();
  const written = (await readFile(pdf)).toString("latin1");
  expect(written.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.keyboard.press("Escape");
  await gone(dialogs());
  await goTo(page, "#/contacts");
});

test("A13: the page of all opportunities: list, board by keyboard, totals by stage and month", async () => {
  const { page } = chantal;
  await goTo(page, "#/opportunities");
  await page.getByRole("table", { name: "List of opportunities" }).waitFor();
  await page.getByRole("table", { name: "Pipeline by stage" }).waitFor();
  await lookInEach(page, "opportunities-list");
  await page.getByRole("button", { name: "Everybody’s" }).click();
  await page.getByRole("button", { name: "Board", exact: true }).click();
  const cards = page.locator("button[data-sale]");
  await cards.first().waitFor();
  await lookInEach(page, "opportunities-board");
  await cards.first().focus();
  await page.keyboard.press("ArrowRight");
  const second = await page.evaluate(
    () => document.activeElement?.closest("[data-column]")?.ariaLabel,
  );
  expect(second).not.toBe(
    await cards
      .first()
      .evaluate((card) => card.closest("[data-column]")?.ariaLabel),
  );
  await page.keyboard.press("Alt+ArrowRight");
  await form().getByRole("combobox", { name: "Stage" }).waitFor();
  expect(
    await form().getByRole("combobox", { name: "Stage" }).innerText(),
  ).toMatch(/^Next/);
  await press("Cancel");
  await page.keyboard.press("Escape");
  await gone(dialogs());

  // Dragged to where it may not go: the reason is told, and of what was called off nothing stays.
  const why = page.getByText("never “Not started” again", { exact: false });
  const drag = async () => {
    const begun = page.locator("[data-column]:not([data-column='0'])");
    await begun.locator("button[data-sale]").first().hover();
    await page.mouse.down();
    const goal = page.locator("[data-column='0']");
    for (const y of [60, 80]) await goal.hover({ position: { x: 40, y } });
    await goal.locator("[data-why-not]").waitFor();
  };
  await drag();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await gone(page.locator("[data-why-not]"));
  expect(await why.count()).toBe(0);
  await drag();
  await page.mouse.up();
  await gone(page.locator("[data-why-not]"));
  await why.waitFor();
  expect(await dialogs().count()).toBe(0);
});

test("A14: TSK-5, TSK-7: a recurring call is followed by the next one, a team's task says who has done it", async () => {
  const { page } = chantal;
  await goTo(page, "#/tasks");
  await page.getByRole("heading", { name: "Tasks", level: 1 }).waitFor();
  const plan = async (
    what: string,
    due: string,
    more: () => Promise<void>,
  ): Promise<void> => {
    await chantal.leaveFields();
    await page.keyboard.press("t");
    await dialogs().waitFor();
    await fill({ What: what, Due: due });
    await more();
    await press("Create task");
    await gone(dialogs());
  };
  const withLuc = async () => {
    await form().getByRole("combobox", { name: "Contact" }).fill("Luc Pasq");
    await page.getByRole("option", { name: /Luc Pasquier/ }).click();
    await choose("Kind", "Phone call");
    await press("More fields");
    await choose("Repeats", "every month");
  };
  const later = page.getByRole("list", { name: "Later" });
  const line = (what: string) =>
    later.getByRole("listitem").filter({ hasText: what });
  await plan("Appel mensuel", "31.03.2026", withLuc);
  await line("Appel mensuel")
    .getByText(/31\.03\./)
    .waitFor();
  await lookInEach(page, "tasks-with-a-call");
  await line("Appel mensuel")
    .getByRole("button", { name: "Brief: Luc Pasquier" })
    .click();
  await page
    .locator("[data-brief]")
    .getByText("Appel mensuel")
    .first()
    .waitFor();
  await page.keyboard.press("Escape");
  await gone(dialogs());
  await later.getByRole("checkbox", { name: /Appel mensuel/ }).click();
  await page.getByRole("button", { name: "Log it" }).waitFor();
  await line("Appel mensuel")
    .getByText(/30\.04\./)
    .waitFor();
  expect(await line("Appel mensuel").count()).toBe(1);
  await page.getByRole("button", { name: "Log it" }).click();
  await form().getByLabel("Result", { exact: true }).fill("Commande en mai");
  await lookInEach(page, "task-written-up");
  await page.keyboard.press("Control+Enter");
  await gone(dialogs());

  await plan("Préparer Agrovina", "02.04.2026", async () => {
    await choose("Salesperson", "no salesperson");
    await press("More fields");
    await choose("Team", "French-speaking Switzerland");
  });
  await open("Préparer Agrovina");
  await lookInEach(page, "task-of-a-team");
  await press("Mark as completed");
  await refused(/who has completed it/);
  await choose("Completed by", /Marco/);
  await press("Mark as completed");
  await gone(dialogs());
  await gone(line("Préparer Agrovina"));

  // DEL-1: who has open work is not deleted.
  await chantal.openCard("Luc Pasquier");
  await page.locator("#card").focus();
  await page.keyboard.press("Delete");
  await page
    .getByText(/open task/i)
    .first()
    .waitFor();
});

test("a visit cadence: its light on the card, who is over in the list, missing on Today and proposed in the week", async () => {
  const { page } = chantal;
  // With the others something is recorded in this week already.
  const company = "Laiterie du Jorat SA";
  await chantal.leaveFields();
  await chantal.newCompany(company);
  await chantal.openCard(company);
  await onCard(chantal).choose("cadence", "A: every 2 weeks");
  await chantal.leaveFields();
  await page.keyboard.press("v");
  await dialogs().waitFor();
  await fill({ Date: "20.01.2026", Result: "Budget figé jusqu'en juin" });
  await page.keyboard.press("Control+Enter");
  await gone(dialogs());
  await page
    .locator("[data-light=red]")
    .getByText("Visit 38 days overdue")
    .waitFor();
  await lookInEach(page, "card-with-a-cadence");

  const over = {
    all: [{ column: "visitDue", op: "before", values: ["today"] }],
  };
  const filter = encodeURIComponent(JSON.stringify(over));
  await goTo(page, `#/contacts?filter=${filter}`);
  await expect.poll(chantal.names).toHaveLength(1);
  expect((await chantal.names())[0]).toContain(company);
  await goTo(page, "#/contacts");

  await goTo(page, "#/today");
  await page
    .getByRole("region", { name: "Not written up this week" })
    .getByRole("listitem")
    .filter({ hasText: company })
    .getByText(/due for 38 days/)
    .waitFor();
  await lookInEach(page, "today-with-a-cadence");
  await goTo(page, "#/week");
  await page
    .getByRole("row")
    .filter({ hasText: company })
    .getByText("As usual")
    .waitFor();
});

interface Told {
  title: string;
  body: string;
  emit(event: "click"): void;
}

test("a task of today is told of by the system, once, and a click on it opens the task", async () => {
  const { page } = chantal;
  const { app } = chantal.app;
  // The system's own edge is all that is not real.
  await app.evaluate(({ Notification }) => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: unknown) {
      told.push(this);
    };
  });
  const told = () =>
    app.evaluate(() =>
      (globalThis as unknown as { told: Told[] }).told.map(
        ({ title, body }) => `${title} · ${body}`,
      ),
    );
  await goTo(page, "#/tasks");
  await chantal.leaveFields();
  await page.keyboard.press("t");
  await dialogs().waitFor();
  const now = new Date();
  const day = `${now.getDate()}.${now.getMonth() + 1}.${now.getFullYear()}`;
  await press("More fields");
  await fill({ What: "Rappeler au sujet de l'offre", Due: day, Time: "00:01" });
  await press("Create task");
  await gone(dialogs());
  await expect
    .poll(told)
    .toEqual(["Rappeler au sujet de l'offre · Phone call · 00:01"]);
  await app.evaluate(() =>
    (globalThis as unknown as { told: Told[] }).told[0]?.emit("click"),
  );
  await dialogs().waitFor();
  expect(await field("What").inputValue()).toBe("Rappeler au sujet de l'offre");
  await fill({ What: "Rappeler au sujet de l'AF-200" });
  await press("Save");
  await gone(dialogs());
  expect(await told()).toHaveLength(1);
});
