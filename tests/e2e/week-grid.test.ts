import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { byKeys } from "../helpers/by-keys.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { holdDrawing } from "../helpers/hold-drawing.ts";
import { countedKeys } from "../helpers/keystrokes.ts";
import { lookInEach } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";
import { weekGrid } from "../helpers/week-grid.ts";

let office: Office;
let a: Carnet;
beforeAll(async () => {
  office = await openOffice();
  // A Friday; the line has been down since Monday.
  a = await office.laptop("A", { connect: true, salesperson: "CRO" });
  await a.untilStatus(/Up to date/);
  await office.stopServer();
  await a.newCompany("Fromagerie Gruyère-Est SA");
  await a.newPersonAt("Fromagerie Gruyère-Est SA", "Luc Pasquier");
  await a.newCompany("Helvetia Präzision AG");
  await a.newIndependent("Annina Caduff Derungs");
});
afterAll(() => office.close());

const A8_TOTALS = /4 interactions · 3 contacts · 4 h 50 · cost CHF 91\.00/;

test("story A8: a week written up offline in the grid, kept as it is typed, saved and taken back as one, and seen by a colleague", async () => {
  const person = byKeys(a.page);
  let week = weekGrid(a.page);
  await person.press("Control+Shift+w");
  await week.opened("Week 11");
  await week.row({
    ...{ when: "mo 10h", who: "luc", outcome: "2", minutes: "90" },
    note: "Intéressé par l'affineur AF-200 ; offre avant Pâques",
    nextStep: "appeler 20.03.",
  });
  await week.row({
    ...{ when: "tue 14:30", who: "helvetia", outcome: "3", minutes: "3h" },
    note: "Budget figé jusqu'en juin",
  });
  await week.row({
    ...{ when: "we 9h", who: "annina", outcome: "6", minutes: "5m" },
    kind: "Outgoing",
  });
  await week.row({
    ...{ when: "thu 16h", who: "luc", outcome: "1", minutes: "15" },
    kind: "Incoming",
  });
  await week.row({ when: "16.03.", who: "helvetia", note: "trop tôt" });
  await week.state("trop tôt", "Future");
  await a.page.getByText(A8_TOTALS).waitFor();
  await lookInEach(a.page, "week-typed");

  // The machine dies: nothing but the drafts knows of it.
  await a.page.waitForTimeout(500);
  await a.kill();
  a = await office.laptop("A");
  week = weekGrid(a.page);
  await a.press("Control+Shift+w");
  await week.opened("Week 11");
  await week.state("trop tôt", "Future");
  await a.page.getByText(A8_TOTALS).waitFor();
  await a.press("Control+s");
  await a.page
    .getByText("4 visits saved. 1 row is still incomplete.")
    .waitFor();
  await until(week.saved, (count) => count === 4);
  await a.page.getByText(A8_TOTALS).waitFor();
  await a.press("Control+z");
  await until(week.saved, (count) => count === 0);
  await week.state("Budget figé", "Ready");
  await a.press("Control+Shift+z");
  await until(week.saved, (count) => count === 4);
  await lookInEach(a.page, "week-saved");

  await a.openCard("Fromagerie Gruyère-Est SA");
  await a.page.getByText("105", { exact: true }).waitFor();
  await a.page.getByText("45.00", { exact: true }).waitFor();
  await a.openCard("Luc Pasquier");
  await a.page.getByText("appeler", { exact: true }).first().waitFor();
});

test("an Enter between the answer and its drawing takes the answer, in the week and in the form of a visit", async () => {
  const person = byKeys(a.page);
  const week = weekGrid(a.page);
  const takes = async (letters: string): Promise<void> => {
    const drawing = await holdDrawing(a.page);
    await person.type(letters);
    await drawing.waits();
    await person.press("Enter");
    await drawing.release();
  };
  await a.press("Control+Shift+w");
  await week.opened("Week 11");
  await week.untilIn("Who");
  await takes("gruy");
  await week.untilIn("Evaluation");
  await a.press("Control+Shift+v");
  const dialog = a.page.getByRole("dialog");
  const who = dialog.getByRole("combobox", { name: "Who" });
  await person.untilFocused(who);
  await takes("helv");
  await person.untilFocused(dialog.getByRole("radio").first());
  expect(await who.inputValue()).toBe("Helvetia Präzision AG");
  await person.press("Escape");
  await person.dialogGone();
  await person.press("Shift+Tab");
  await week.untilIn("Who");
  await person.press("Control+Shift+Delete");
});

const PASTED =
  "Mercredi\n- Helvetia Präzision AG, 14h, 30 min, offre envoyée -> vendredi\n- Inconnu SA, téléphone";
const CALENDAR = [
  ...["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1"],
  ...["DTSTART:20260309T080000Z", "DTEND:20260309T084500Z"],
  ...["LOCATION:Annina Caduff", "SUMMARY:Démo AF-200"],
  ...["END:VEVENT", "END:VCALENDAR", ""],
].join("\r\n");

/** Forty characters. */
const NOTE = "Intéressé par l'affineur AF-200, à revoir".slice(0, 40);
const WHO = ["luc", "helv", "annina", "gruy"];

test("issue 7, B: twelve visits of a week with forty characters each in less than four minutes", async () => {
  const person = byKeys(a.page);
  const hands = countedKeys(a.page);
  const week = weekGrid(a.page);
  await a.page.getByRole("link", { name: "Today" }).focus();
  await person.press("Enter");
  await a.page.getByRole("heading", { name: /13 March/ }).waitFor();
  await hands.press("Control+Shift+w");
  await week.opened("Week 11");
  for (let n = 0; n < 12; n++) {
    // One is in the cell of who already; a new day is one cell back.
    await week.untilIn("Who");
    if (n % 3 === 0 && n > 0) {
      await hands.press("Shift+Tab");
      await hands.letters(["tu", "we", "th"][n / 3 - 1] ?? "");
      await hands.press("Enter");
      await week.untilIn("Who");
    }
    hands.think();
    await hands.letters(WHO[n % WHO.length] ?? "");
    await hands.press("Enter");
    await week.untilIn("Evaluation");
    await hands.press("2");
    await week.untilIn("Result");
    hands.think();
    await hands.text(NOTE);
    if (n < 11) await hands.press("Control+Enter");
  }
  await hands.press("Control+s");
  await a.page.getByText(/12 visits saved/).waitFor();
  const strokes = hands.take();
  console.log(
    JSON.stringify({ week: strokes, perVisit: strokes.seconds / 12 }),
  );
  expect(strokes.seconds).toBeLessThanOrEqual(240);
  await until(week.savedEver, (count) => count === 16);

  // What the week itself has planned, lists, calendars: proposed, looked at, taken back.
  await week.untilIn("cell");
  await person.press("Control+Enter");
  await week.row({ who: "gruy", note: "démo", nextStep: "today meeting" });
  await person.press("Control+s");
  await a.page.getByText(/1 visit saved/).waitFor();
  await a.page.getByLabel("Read a calendar (.ics)").setInputFiles({
    ...{ name: "agenda.ics", mimeType: "text/calendar" },
    buffer: Buffer.from(CALENDAR),
  });
  await a.page.getByText("1 appointment of this week proposed.").waitFor();
  await week.menu("Paste visits");
  const dialog = a.page.getByRole("dialog");
  await dialog.getByLabel("From a spreadsheet or a list").fill(PASTED);
  await dialog.getByText("2 visits read.", { exact: false }).waitFor();
  await lookInEach(a.page, "week-paste");
  await dialog.getByRole("button", { name: "Add 2 rows" }).click();
  await week.state("offre envoyée", "Ready");
  await week.state("Inconnu SA", "Who?");
  await week.toTop();
  await week.state("Démo AF-200", "Calendar");
  await lookInEach(a.page, "week-proposals");
  await week.accept("Démo AF-200");
  await week.untilIn("Evaluation");
  await hands.press("1");
  await person.press("Control+s");
  await a.page.getByText(/2 visits saved. 2 rows are still/).waitFor();
  const pdf = path.join(office.folder, "week.pdf");
  await a.app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, pdf);
  await week.menu("Report as PDF");
  await a.page.getByText("Report saved.").waitFor();
  const written = await readFile(pdf);
  expect(written.subarray(0, 5).toString()).toBe("%PDF-");
  await week.menu("Copy as text");
  await a.page.getByText("Report copied.").waitFor();
  const copied = await a.app.app.evaluate(({ clipboard }) =>
    clipboard.readText(),
  );
  expect(copied).toContain("Week 11 · 9–15 March 2026");
  expect(copied).toContain("Without 2 rows that are not saved yet");
  expect(copied).toContain("Budget figé jusqu'en juin");

  // Whoever is not here yet is made where the row names them, and the row goes on.
  await week.grid.getByText("Inconnu SA").click();
  await week.untilIn("Who");
  const fresh = a.page.getByRole("option", { name: /^New contact.*Inconnu/ });
  await fresh.waitFor();
  await person.press("ArrowDown", "Enter");
  await person.untilFocused(dialog.getByRole("radio", { name: "Company" }));
  await lookInEach(a.page, "week-new-contact");
  await person.press("1");
  await person.untilFocused(dialog.getByLabel("Name", { exact: true }));
  await person.press("Enter");
  await week.untilIn("Evaluation");
  await week.state("Inconnu SA", "Ready");

  await office.startServer();
  await a.press("F5");
  await a.untilStatus(/Up to date/, 60_000);
  const b = await office.laptop("B", { connect: true, role: "marketing" });
  await b.untilStatus(/Up to date/, 60_000);
  await b.openCard("Helvetia Präzision AG");
  await b.page.getByText("Budget figé jusqu'en juin").waitFor();
});
