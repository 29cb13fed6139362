import { afterAll, beforeAll, expect, test } from "vitest";
import { namedId } from "../../shared/domain/named-id.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import { onCard } from "../helpers/card-user.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { look } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";

/** Stories A3, A4 and the end of A2, on the laptops of two people. */

let office: Office;
let cro: Carnet;
let ske: Carnet;
beforeAll(async () => {
  office = await openOffice();
  cro = await office.laptop("CRO", { connect: true, salesperson: "CRO" });
  await cro.untilStatus(/Up to date/);
  ske = await office.laptop("SKE", {
    connect: true,
    salesperson: "SKE",
    role: "manager",
  });
  await ske.untilStatus(/Up to date/);
});
afterAll(() => office.close());

async function allCurrent(...laptops: readonly Carnet[]): Promise<void> {
  for (const laptop of laptops) {
    await laptop.leaveFields();
    await laptop.press("F5");
    await laptop.untilStatus(/Up to date/, 60_000);
  }
}

async function newPersonAt(
  { page, press }: Carnet,
  company: string,
  first: string,
  surname: string,
): Promise<void> {
  await page.getByRole("button", { name: "Add person" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(new RegExp(company)).first().waitFor();
  await dialog.getByLabel("First name", { exact: true }).fill(first);
  await dialog.getByLabel("Surname", { exact: true }).fill(surname);
  await press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("heading", { name: `${first} ${surname}` }).waitFor();
}

test("A3, TYP-3, NAM-1: an independent person, from a whole name, with all that a contact can have", async () => {
  const { page } = ske;
  const card = onCard(ske);
  await ske.leaveFields();
  await ske.press("n");
  await page.getByRole("menuitem", { name: "New independent person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("First name", { exact: true })
    .fill("Annina Caduff Derungs");
  await dialog.getByText("Becomes Annina / Caduff / Derungs").waitFor();
  await dialog.getByLabel("Address", { exact: true }).fill("Obere Gasse 11");
  await dialog.getByLabel("Post code", { exact: true }).fill("7000");
  await dialog.getByLabel("Phone", { exact: true }).fill("+41 81 555 20 20");
  await dialog
    .getByLabel("E-mail", { exact: true })
    .fill("annina@caduff.example");
  await ske.press("Enter");
  await card.dialogGone();
  await page.getByRole("heading", { name: "Annina Caduff Derungs" }).waitFor();
  await card.choose("language", "Romansh");
  await card.moreFields();
  expect({
    first: await card.valueOf("firstName"),
    middle: await card.valueOf("middleName"),
    surname: await card.valueOf("surname"),
    town: await card.valueOf("city"),
    canton: await card.valueOf("county"),
    country: await card.valueOf("country"),
    language: await card.valueOf("language"),
    salesperson: await card.valueOf("salesperson"),
  }).toEqual({
    first: "Annina",
    middle: "Caduff",
    surname: "Derungs",
    town: "Chur",
    canton: "GR",
    country: "Switzerland",
    language: "Romansh",
    salesperson: "SKE",
  });
  expect(await page.getByText("from company").count()).toBe(0);
  await card.add("mailingGroups", "Greeting card");
  await card.shows("mailingGroups", "Greeting card");
  await ske.logVisit("Annina Caduff Derungs", "Traduction du contrat", {
    nextStep: "+1w rappeler",
  });
  await page.getByText("Traduction du contrat").waitFor();
  await page.getByText("rappeler").first().waitFor();
  await page.getByRole("button", { name: /^All/ }).click();
  await page.getByRole("menuitem", { name: /^Independent/ }).click();
  await page.getByRole("row", { name: "Annina Caduff Derungs" }).waitFor();
  await page.getByRole("button", { name: /^Independent/ }).click();
  await page.getByRole("menuitem", { name: /^All/ }).click();
});

test("A4, TYP-9, INH-2, INH-3, INH-4: a change of employer takes what was the company's and leaves what happened there", async () => {
  const { page } = cro;
  const card = onCard(cro);
  await ske.newCompany("Helvetia Präzision AG", {
    Address: "Industriestrasse 45",
    "Post code": "8005",
    Phone: "+41 44 555 20 00",
  });
  await allCurrent(ske);
  await cro.newCompany("Fromagerie Gruyère-Est SA", {
    Address: "Route de la Gare 12",
    "Post code": "1630",
    Phone: "+41 26 555 01 23",
    "E-mail": "info@gruyere-est.example",
  });
  await newPersonAt(cro, "Gruyère-Est", "Luc", "Pasquier");
  await card.write("mobile", "+41 79 555 10 10");
  await card.write("email", "luc.pasquier@gruyere-est.example");
  await cro.logVisit("Luc Pasquier", "Intéressé par l'affineur", {
    nextStep: "+1w offre",
  });
  await allCurrent(cro);

  await card.fromMenu("Move to another company");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("New company").fill("Helvetia");
  await page.getByRole("option", { name: /Helvetia/ }).click();
  await page.locator(".MuiSnackbar-root").waitFor({ state: "hidden" });
  await look(page, "move-en-light");
  await dialog.getByRole("button", { name: "Move" }).click();
  await card.dialogGone();
  await card.shows("address", "Industriestrasse 45");
  expect({
    town: `${await card.valueOf("postCode")} ${await card.valueOf("city")}`,
    phone: await card.valueOf("phone"),
    email: await card.valueOf("email"),
    mobile: await card.valueOf("mobile"),
    salesperson: await card.valueOf("salesperson"),
    language: await card.valueOf("language"),
  }).toEqual({
    town: "8005 Zürich",
    phone: "+41 44 555 20 00",
    email: "luc.pasquier@gruyere-est.example",
    mobile: "+41 79 555 10 10",
    salesperson: "SKE",
    language: "German (Switzerland)",
  });
  const visit = page.getByText("Intéressé par l'affineur");
  const task = page.getByText("offre", { exact: true });
  await page.getByText("Nothing yet").waitFor();
  expect([await visit.count(), await task.count()]).toEqual([0, 0]);
  await cro.logVisit("Luc Pasquier", "Première visite chez Helvetia");
  await page.getByText("Première visite chez Helvetia").waitFor();

  // The way to the former company, and back.
  await page
    .getByRole("button", { name: /^Fromagerie.*former employer, until/ })
    .click();
  await page
    .getByRole("heading", { name: "Fromagerie Gruyère-Est SA" })
    .waitFor();
  await visit.waitFor();
  await task.waitFor();
  expect(await page.getByText("Première visite chez Helvetia").count()).toBe(0);
  await page
    .getByRole("button", { name: /^Luc Pasquier.*former contact, until/ })
    .click();
  await page
    .getByRole("button", { name: "Helvetia Präzision AG", exact: true })
    .click();
  await page.getByText("Première visite chez Helvetia").waitFor();
  expect(await visit.count()).toBe(0);

  // The same on the other laptop.
  await allCurrent(cro, ske);
  await ske.openCard("Fromagerie Gruyère-Est SA");
  await ske.page.getByText("Intéressé par l'affineur").waitFor();
  await ske.openCard("Luc Pasquier");
  await ske.page.getByText("Première visite chez Helvetia").waitFor();
  expect(await ske.page.getByText("Intéressé par l'affineur").count()).toBe(0);
});

test("A2, INH-1: a family of fields that the set-up does not inherit reaches nobody", async () => {
  await ske.page.evaluate(
    (id) =>
      (globalThis as unknown as { bridge: Bridge }).bridge.invoke(
        "journal/append",
        {
          label: "action.editContact",
          ops: [
            {
              ...{ c: "settings", id, k: "ins" },
              v: { id, key: "marketing", inheritLanguage: false },
            },
          ],
        },
      ),
    namedId("setting/marketing"),
  );
  await ske.page.reload();
  await ske.page.getByRole("contentinfo").waitFor();
  await allCurrent(ske, cro);
  await cro.openCard("Helvetia Präzision AG");
  const card = onCard(cro);
  await card.choose("language", "Italian (Switzerland)");
  await card.write("phone", "+41 44 555 20 11");
  await cro.openCard("Luc Pasquier");
  await card.shows("phone", "+41 44 555 20 11");
  await card.shows("language", "German (Switzerland)");
});
