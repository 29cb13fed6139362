import { afterAll, beforeAll, expect, test } from "vitest";
import { byKeys } from "../helpers/by-keys.ts";
import { countedKeys } from "../helpers/keystrokes.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { dress, look } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

let office: Office;
let a: Carnet;
beforeAll(async () => {
  office = await openOffice();
  // A Friday.
  a = await office.laptop("A", { args: ["--work-date=2026-03-13"] });
  await a.page.getByRole("button", { name: "Start empty" }).click();
  await a.newCompany("Fromagerie Gruyère-Est SA");
  await a.newPersonAt("Fromagerie Gruyère-Est SA", "Luc Pasquier");
  await a.openCard("Fromagerie Gruyère-Est SA");
});
afterAll(() => office.close());

test("when and how long are typed as one says them, and what is understood stands below at once", async () => {
  const { page } = a;
  const person = byKeys(page);
  const dialog = page.getByRole("dialog");
  const field = (name: string) => dialog.getByLabel(name, { exact: true });
  await person.press("v");
  await person.dialogOpen();
  await person.tabTo(field("Date"));
  await person.press("Control+A");
  await person.type("letzten D");
  // Half a word is no mistake yet.
  expect(await field("Date").getAttribute("aria-invalid")).toBe("false");
  await person.type("ienstag 14h");
  await dialog.getByText("Tue 10.03., 14:00").waitFor();
  await person.press("Tab");
  expect(await field("Date").inputValue()).toBe("10.03.2026");
  expect(await field("Time").inputValue()).toBe("14:00");
  // A kind of visit that is not there yet is made from here, and the visit waits below.
  await person.tabTo(dialog.getByRole("combobox", { name: "Kind" }));
  await person.press("F4");
  await page.getByRole("dialog", { name: "Interaction templates" }).waitFor();
  await person.press("Escape");
  await until(
    () => dialog.count(),
    (count) => count === 1,
  );
  await person.tabTo(field("Duration (min)"));
  await person.press("Control+A");
  await person.type("1h30");
  await dialog.getByText("1 h 30", { exact: true }).waitFor();
  await look(page, "typed-moment-en-light");
  await person.press("Control+Enter");
  await person.dialogGone();
  await page.getByText("90 min").first().waitFor();
  await page
    .getByText(/10\.03\./)
    .first()
    .waitFor();

  for (const [language, theme, text, minutes] of [
    ["fr-CH", "light", "mardi dernier 9h30", "une heure et demie"],
    ["de-CH", "dark", "vorgestern um 16", "anderthalb Stunden"],
  ] as const) {
    await dress(page, { language, theme });
    await a.leaveFields();
    await person.press("v");
    await person.dialogOpen();
    await dialog.locator('[name="duration"]').fill(minutes);
    await dialog.locator('[name="date"]').fill(text);
    await look(page, `typed-moment-${language}-${theme}`);
    await dialog.getByRole("button", { name: /^(Jeter|Verwerfen)$/ }).click();
    await person.dialogGone();
  }
});

/** Forty characters. */
const NOTE = "Intéressé par l'affineur AF-200, à revoir";

test("issue 7, B: a visit in fifteen seconds, with outcome and next step in eighteen and twelve groups of keys", async () => {
  const { page } = a;
  const dialog = page.getByRole("dialog");
  const person = byKeys(page);
  await dress(page, { language: "en", theme: "light" });
  await a.page.getByRole("link", { name: "Today" }).focus();
  await person.press("Enter");
  await page.getByRole("heading", { name: /13 March/ }).waitFor();
  const hands = countedKeys(page);

  await hands.press("v");
  await person.dialogOpen();
  await person.untilFocused(dialog.getByRole("combobox", { name: "Who" }));
  hands.think();
  await hands.letters("gru est");
  await hands.press("Enter");
  await person.untilFocused(dialog.getByRole("radio"));
  await hands.press("Enter");
  hands.think();
  await hands.text(NOTE.slice(0, 40));
  await hands.press("Control+Enter");
  await person.dialogGone();
  const short = hands.take();
  expect(short.seconds).toBeLessThanOrEqual(15);

  // Who knows the way does not wait for the sheet: no letter of theirs is lost.
  await hands.press("v");
  hands.think();
  await hands.letters("luc p");
  const who = dialog.getByRole("combobox", { name: "Who" });
  await person.untilFocused(who);
  expect(await who.inputValue()).toBe("luc p");
  await hands.press("Enter");
  await person.untilFocused(dialog.getByRole("radio"));
  await hands.press("1");
  hands.think();
  await hands.text(NOTE.slice(0, 40));
  await hands.press("Tab");
  hands.think();
  await hands.text("+2w offer");
  await dialog.getByText(/“offer” due 27\.03\.2026/).waitFor();
  await hands.press("Control+Enter");
  await person.dialogGone();
  const whole = hands.take();
  expect(whole.seconds).toBeLessThanOrEqual(18);
  expect(whole.groups).toBeLessThanOrEqual(12);
  console.log(JSON.stringify({ short, whole }));

  await a.openCard("Luc Pasquier");
  await page.getByText(NOTE.slice(0, 40)).waitFor();
  await page.getByText("offer").first().waitFor();
});

test("a colleague met is ticked, / chooses the kind, and the next one follows", async () => {
  const { page } = a;
  const person = byKeys(page);
  const dialog = page.getByRole("dialog");
  const field = (name: string) => dialog.getByLabel(name, { exact: true });
  await a.openCard("Fromagerie Gruyère-Est SA");
  await a.leaveFields();
  await person.press("v");
  await person.dialogOpen();
  // Whom one met besides: Space in the list of the company's people.
  const luc = dialog.getByRole("checkbox", { name: "Luc Pasquier" });
  await person.tabTo(luc);
  await person.press("Space");
  expect(await luc.getAttribute("aria-checked")).toBe("true");
  await person.tabTo(field("Result"));
  await person.type("/incom");
  await dialog.getByRole("option", { name: "Incoming call" }).waitFor();
  await look(page, "quick-log-kinds-en-light");
  await person.press("Enter");
  await until(
    () => field("Result").inputValue(),
    (text) => text === "",
  );
  expect(await field("Duration (min)").inputValue()).toBe("15");
  await person.type("Rappelle pour l'offre");
  // Save, and the next one: nobody yet, the same kind.
  await person.press("Control+Alt+Enter");
  const who = dialog.getByRole("combobox", { name: "Who" });
  await person.untilFocused(who);
  // Somebody who is not here yet is made where their name was typed; who they may be is told.
  await person.type("Fromagerie Gruyere-Est");
  await page.getByRole("option", { name: /^New contact/ }).waitFor();
  await person.press("ArrowUp", "Enter");
  const fresh = dialog.getByRole("group", { name: "New contact" });
  await person.untilFocused(fresh.getByRole("radio", { name: "Company" }));
  await fresh.getByRole("status").waitFor();
  await look(page, "quick-log-new-contact-en-light");
  await person.press("1");
  await person.untilFocused(fresh.getByLabel("Name", { exact: true }));
  // It is the one that is here: that one is taken instead.
  await person.press("Alt+1");
  await person.untilFocused(dialog.getByRole("radio"));
  await until(
    () => who.inputValue(),
    (name) => name === "Fromagerie Gruyère-Est SA",
  );
  // Back over those who may have been met as well, who are looked up when it is known whom one met.
  await luc.waitFor();
  await person.press("Shift+Tab", "Shift+Tab");
  await person.untilFocused(who);
  await person.press("Control+A");
  await person.type("Zoé Rappaz");
  await page.getByRole("option", { name: /^New contact/ }).waitFor();
  await person.press("Enter");
  await person.untilFocused(fresh.getByRole("radio", { name: "Person" }));
  await person.press("3");
  const first = fresh.getByLabel("First name", { exact: true });
  await person.untilFocused(first);
  expect(await first.inputValue()).toBe("Zoé");
  await person.press("Enter");
  await person.untilFocused(dialog.getByRole("radio", { name: /positive/ }));
  await person.tabTo(field("Result"));
  await person.type("Rencontrée au marché");
  await person.press("Control+Enter");
  await person.dialogGone();
  await a.openCard("Zoé Rappaz");
  await page.getByText("Rencontrée au marché").waitFor();
});

const SENTENCE =
  "Vu Luc chez Gruyère-Est mardi 90 min, très intéressé par l'AF-200, rappeler le 20";

test("issue 7, 3: one sentence is a whole visit with its task, each piece shown and put right by keyboard", async () => {
  const { page } = a;
  const person = byKeys(page);
  const dialog = page.getByRole("dialog");
  const field = (name: string) => dialog.getByLabel(name, { exact: true });
  const who = dialog.getByRole("combobox", { name: "Who" });
  await a.page.getByRole("link", { name: "Today" }).focus();
  await person.press("Enter");
  await page.getByRole("heading", { name: /13 March/ }).waitFor();
  await person.press("v");
  await person.dialogOpen();
  await person.untilFocused(who);
  await person.type(SENTENCE);
  const option = page.getByRole("option").first();
  await option.getByText("→ Phone call “rappeler” due 20.03.2026").waitFor();
  for (const piece of [
    "Fromagerie Gruyère-Est SA",
    "Luc Pasquier",
    "Tue 10.03.",
    "1 h 30",
    "Very positive",
  ])
    await option.getByText(piece, { exact: true }).waitFor();
  await person.press("Enter");
  await person.untilFocused(dialog.getByRole("radio"));
  expect(await who.inputValue()).toBe("Fromagerie Gruyère-Est SA");
  const luc = dialog.getByRole("checkbox", { name: "Luc Pasquier" });
  expect(await luc.getAttribute("aria-checked")).toBe("true");
  const very = dialog.getByRole("radio", { name: "Very positive" });
  expect(await very.getAttribute("aria-checked")).toBe("true");
  expect(await field("Date").inputValue()).toBe("10.03.2026");
  expect(await field("Result").inputValue()).toBe(SENTENCE);
  expect(await field("Next step").inputValue()).toBe("rappeler le 20");
  await look(page, "sentence-taken-en-light");
  // One piece is put right.
  await person.tabTo(field("Duration (min)"));
  expect(await field("Duration (min)").inputValue()).toBe("90");
  await person.press("Control+A");
  await person.type("80");
  await person.press("Control+Enter");
  await person.dialogGone();
  await a.openCard("Fromagerie Gruyère-Est SA");
  await page.getByText(SENTENCE).waitFor();
  await page.getByText("80 min").first().waitFor();
  await page.getByText("rappeler", { exact: true }).first().waitFor();
  await look(page, "sentence-on-card-en-light");

  // The box that finds everything takes one as well.
  await person.press("Control+K");
  await person.type("Luc Pasquier appelé hier, pas atteint");
  const written = page.getByRole("option", { name: /^Write up this visit/ });
  await written.waitFor();
  await person.press("Enter");
  await person.untilFocused(who);
  await option.getByText("Not reached", { exact: true }).waitFor();
  await person.press("Enter");
  await person.untilFocused(dialog.getByRole("radio", { name: "Not reached" }));
  await until(
    () => who.inputValue(),
    (name) => name === "Luc Pasquier",
  );
  expect(await field("Date").inputValue()).toBe("12.03.2026");
  await person.tabTo(dialog.getByRole("button", { name: "Finish later" }));
  await person.press("Enter");
  await person.dialogGone();

  // INT-8: what was put off is found without knowing with whom it was, and is finished there.
  await person.press("Control+K");
  await person.type(">visits to finish");
  await page.getByRole("option", { name: /^Go to visits to finish/ }).waitFor();
  await person.press("Enter");
  const waiting = page.getByRole("region", { name: "Visits to finish" });
  await waiting.getByText(/^1 visit kept for later/).waitFor();
  const finish = waiting.getByRole("button", { name: "Finish…" });
  await person.untilFocused(finish);
  await look(page, "postponed-en-light");
  await person.press("Enter");
  await person.dialogOpen();
  expect(await field("Date").inputValue()).toBe("12.03.2026");
  await person.tabTo(field("Result"));
  await person.press("Control+Enter");
  await person.dialogGone();
  await waiting.getByText("Nothing waits to be finished.").waitFor();
});
