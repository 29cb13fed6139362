import { rm } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openOffice, type Office } from "../helpers/office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const NAMES = [
  "Annina Caduff Derungs",
  "Luc Pasquier",
  "Menuiserie Favre Sàrl",
];

test("what is saved with no server survives a kill, waits in the outbox, is sent, and is seen by a colleague", async () => {
  const b = await office.laptop("B", { connect: true });
  await b.untilStatus(/Up to date/);
  let a = await office.laptop("A", { connect: true });
  await a.untilStatus(/Up to date/);
  await office.stopServer();

  await a.newCompany("Menuiserie Favre Sàrl", {
    Address: "Route de la Gare 12",
  });
  await a.newPersonAt("Menuiserie Favre Sàrl", "Luc Pasquier");
  await a.newIndependent("Annina Caduff Derungs");
  await a.logVisit("Luc Pasquier", "Intéressé par l'affineur AF-200", {
    outcome: "1",
    nextStep: "20.03. appeler",
  });
  await a.kill();

  a = await office.laptop("A");
  await a.openContacts();
  for (const name of NAMES)
    await a.page.getByRole("row", { name }).first().waitFor();
  await a.untilStatus(/5 waiting/);
  await a.openCard("Luc Pasquier");
  await a.page.getByText("Intéressé par l'affineur AF-200").waitFor();

  await office.startServer();
  await b.press("F5");
  await b.untilStatus(/Up to date/, 60_000);
  await a.press("F5");
  await a.untilStatus(/Up to date/, 60_000);
  await b.openContacts();
  // By the hint, without a reload.
  for (const name of NAMES)
    await b.page
      .getByRole("row", { name })
      .first()
      .waitFor({ timeout: 10_000 });
  await b.openCard("Luc Pasquier");
  await b.page.getByText("Intéressé par l'affineur AF-200").waitFor();
});

test("a profile that was never connected sends everything once it is, after a kill too", async () => {
  let a = await office.laptop("A");
  await a.page.getByRole("button", { name: "Start empty" }).click();
  await a.newCompany("Garage Morandi SA");
  await a.logVisit("Garage Morandi SA", "Budget figé jusqu'en juin");
  // The machine dies while somebody writes who never pauses.
  const unfinished = "Rappeler lundi à propos du pont élévateur";
  const result = () => a.page.getByRole("dialog").getByLabel("Result");
  await a.leaveFields();
  await a.press("v");
  await result().focus();
  await a.page.keyboard.type(unfinished, { delay: 60 });
  await a.kill();

  a = await office.laptop("A", { connect: true });
  await a.untilStatus(/Up to date/, 60_000);
  await a.openCard("Garage Morandi SA");
  await a.press("v");
  await a.page.getByRole("dialog").getByText("Draft restored").waitFor();
  const kept = await result().inputValue();
  expect(unfinished.startsWith(kept)).toBe(true);
  expect(kept.length).toBeGreaterThan(unfinished.length / 2);
  const b = await office.laptop("B", { connect: true });
  await b.untilStatus(/Up to date/, 60_000);
  await b.openCard("Garage Morandi SA");
  await b.page.getByText("Budget figé jusqu'en juin").waitFor();
  await b.page.getByText("CT000001").first().waitFor();
});

test("unsent work outlives the loss of the whole IndexedDB folder", async () => {
  let a = await office.laptop("A", { connect: true });
  await a.untilStatus(/Up to date/);
  await a.newCompany("Avant Perte SA");
  await a.untilStatus(/Up to date/);
  await office.stopServer();
  await a.newCompany("Pendant Perte SA");
  await a.logVisit("Pendant Perte SA", "À ne pas perdre");
  await a.kill();
  await rm(path.join(office.profile("A"), "IndexedDB"), { recursive: true });

  a = await office.laptop("A", { bringBack: true });
  await a.openCard("Pendant Perte SA");
  await a.page.getByText("À ne pas perdre").waitFor();
  await a.untilStatus(/2 waiting/);
  await office.startServer();
  await a.press("F5");
  await a.untilStatus(/Up to date/, 60_000);
  await a.openCard("Avant Perte SA");
  const b = await office.laptop("B", { connect: true });
  await b.untilStatus(/Up to date/, 60_000);
  await b.openCard("Pendant Perte SA");
});
