import { afterAll, beforeAll, expect, test } from "vitest";
import { onCard } from "../helpers/card-user.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { dress, look as lookAt } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

/** Stories A1, A2, A16, A17 and the search and group lines of A18, with their own data, one after the other. */

const FROMAGERIE = "Fromagerie Gruyère-Est SA";

let office: Office;
let a: Carnet;
let card: ReturnType<typeof onCard>;
beforeAll(async () => {
  office = await openOffice();
  a = await office.laptop("A", { connect: true, salesperson: "CRO" });
  card = onCard(a);
  await a.untilStatus(/Up to date/);
});
afterAll(() => office.close());

/** What the system says of its network. */
async function setOnline(onLine: boolean): Promise<void> {
  await a.page.evaluate((on) => {
    Object.defineProperty(navigator, "onLine", {
      configurable: true,
      get: () => on,
    });
  }, onLine);
}

/** The Undo of the notice that says so: another may still stand there. */
async function undo(told: RegExp): Promise<void> {
  const notice = a.page.getByRole("alert").filter({ hasText: told });
  await notice.getByRole("button", { name: "Undo" }).click();
}

/** Once the last notice has gone: one that fades has no contrast. */
async function look(name: string): Promise<void> {
  await a.page.locator(".MuiSnackbar-root").waitFor({ state: "hidden" });
  await lookAt(a.page, name);
}

async function newPerson(first: string, last: string): Promise<void> {
  await a.page.getByRole("button", { name: "Add person" }).first().click();
  const dialog = a.page.getByRole("dialog");
  await dialog.getByLabel("First name", { exact: true }).fill(first);
  await dialog.getByLabel("Surname", { exact: true }).fill(last);
  await a.press("Enter");
  await card.dialogGone();
  await a.page.getByRole("heading", { name: `${first} ${last}` }).waitFor();
}

test("A1: a company from a post code, with a VAT number that is checked; a phone with letters is refused", async () => {
  await a.newCompany(FROMAGERIE, {
    Address: "Route de la Gare 12",
    "Post code": "1630",
    Phone: "+41 26 555 01 23",
    "E-mail": "info@gruyere-est.example",
  });
  await a.page.getByRole("heading", { name: FROMAGERIE }).waitFor();
  await a.page.getByText("CT000001").first().waitFor();
  await card.write("vatNo", "che-116.073.488 tva");
  await card.shows("vatNo", "CHE-116.073.488 TVA");
  await card.moreFields();
  expect({
    city: await card.valueOf("city"),
    canton: await card.valueOf("county"),
    searchName: await card.valueOf("searchName"),
    salesperson: await card.valueOf("salesperson"),
    country: await card.valueOf("country"),
    language: await card.valueOf("language"),
    salutation: await card.valueOf("salutation"),
  }).toEqual({
    city: "Bulle",
    canton: "FR",
    searchName: "FROMAGERIE GRUYÈRE-EST SA",
    salesperson: "CRO",
    country: "Switzerland",
    language: "French (Switzerland)",
    salutation: "Company",
  });

  await card.type("phone", "+41 26 FROMAGE");
  await a.press("Enter");
  await a.page.getByText(/letters/).waitFor();
  await a.press("Escape");
  await card.shows("phone", "+41 26 555 01 23");

  await card.write("vatNo", "CHE-123.456.789 TVA");
  await card.shows("vatNo", "CHE-123.456.789 TVA");
  expect(await card.noteOf("vatNo")).toMatch(/check digit/);
  await card.write("vatNo", "CHE-123.456.788 TVA");
  await card.shows("vatNo", "CHE-123.456.788 TVA");
  expect(await a.page.locator("#note-vatNo").count()).toBe(0);
  await card.type("vatNo", "CH 12");
  await a.press("Tab");
  // What was typed stays in its field with the reason, the stored value behind it.
  await card.shows("vatNo", "CH 12");
  await look("card-refused-en-light");
  await card.type("vatNo", "CH 12");
  await a.press("Escape");
  await card.shows("vatNo", "CHE-123.456.788 TVA");
  await card.write("vatNo", "CHE-116.073.488 TVA");
});

test("A2, INH-5, NAM-3: people take over what is the company's and follow it, but for what is their own", async () => {
  await newPerson("Luc", "Pasquier");
  await card.write("jobTitle", "Acheteur");
  await card.write("mobile", "+41 79 555 10 10");
  await card.add("responsibilities", "Purchasing");
  expect({
    first: await card.valueOf("firstName"),
    surname: await card.valueOf("surname"),
    address: await card.valueOf("address"),
    town: `${await card.valueOf("postCode")} ${await card.valueOf("city")}`,
    phone: await card.valueOf("phone"),
    email: await card.valueOf("email"),
    language: await card.valueOf("language"),
    salesperson: await card.valueOf("salesperson"),
    phoneFrom: await card.noteOf("phone"),
  }).toEqual({
    first: "Luc",
    surname: "Pasquier",
    address: "Route de la Gare 12",
    town: "1630 Bulle",
    phone: "+41 26 555 01 23",
    email: "info@gruyere-est.example",
    language: "French (Switzerland)",
    salesperson: "CRO",
    phoneFrom: "from company",
  });
  await card.write("email", "luc.pasquier@gruyere-est.example");
  await a.page.getByRole("button", { name: FROMAGERIE, exact: true }).click();
  await newPerson("Marie", "Clerc");
  await a.page.getByRole("button", { name: FROMAGERIE, exact: true }).click();

  await a.page.getByRole("heading", { name: FROMAGERIE }).waitFor();
  await card.write("email", "contact@gruyere-est.example");
  await card.choose("language", "German (Switzerland)");
  await card.write("address", "Rue du Moléson 4");
  await a.page.getByRole("button", { name: "Rename" }).click();
  await a.press("Control+A");
  await a.page.keyboard.type("Gruyère-Est Fromages SA");
  await a.press("Enter");
  await a.page
    .getByRole("heading", { name: "Gruyère-Est Fromages SA" })
    .waitFor();

  await a.openCard("Marie Clerc");
  await card.shows("email", "contact@gruyere-est.example");
  await card.shows("language", "German (Switzerland)");
  await card.shows("address", "Rue du Moléson 4");
  await a.page
    .getByRole("button", { name: "Gruyère-Est Fromages SA", exact: true })
    .waitFor();
  await a.openCard("Luc Pasquier");
  await card.shows("email", "luc.pasquier@gruyere-est.example");
  await card.shows("language", "German (Switzerland)");
  await card.shows("address", "Rue du Moléson 4");
  await a.page
    .getByRole("button", { name: "Gruyère-Est Fromages SA", exact: true })
    .waitFor();
});

test("INH-9: the menu of a field breaks the inheritance off and gives it back; a field's history is its own", async () => {
  await a.page.locator('[data-field="phone"]').focus();
  await a.press("Shift+F10");
  await look("field-menu-en-light");
  await a.page.getByRole("menuitem", { name: "Break inheritance" }).click();
  await until(
    () => a.page.locator("#note-phone").count(),
    (notes) => notes === 0,
  );
  await a.page
    .getByRole("button", { name: "Gruyère-Est Fromages SA", exact: true })
    .click();
  await card.write("phone", "+41 26 555 99 00");
  await a.openCard("Marie Clerc");
  await card.shows("phone", "+41 26 555 99 00");
  await a.openCard("Luc Pasquier");
  await card.shows("phone", "+41 26 555 01 23");
  await a.page.getByRole("button", { name: "Reset to company: Phone" }).click();
  await card.shows("phone", "+41 26 555 99 00");

  await a.page.locator('[data-field="phone"]').focus();
  await a.press("Shift+F10");
  await a.page.getByRole("menuitem", { name: /^History/ }).click();
  const dialog = a.page.getByRole("dialog");
  await dialog.getByText("+41 26 555 01 23").first().waitFor();
  expect(await dialog.getByText("luc.pasquier@").count()).toBe(0);
  await a.press("Escape");
  await card.dialogGone();
});

test("A16, ALT-1: alternative addresses in their time, and what is no period is refused", async () => {
  const dialog = a.page.getByRole("dialog");
  const open = async (code: string, street: string, postCode: string) => {
    await a.page.getByRole("button", { name: "Add address" }).click();
    await dialog.getByLabel("Code", { exact: true }).fill(code);
    await dialog.getByLabel("Address", { exact: true }).fill(street);
    await dialog.getByLabel("Post code", { exact: true }).fill(postCode);
  };
  const range = async (from: string, to: string) => {
    await dialog.getByLabel("From", { exact: true }).fill(from);
    await dialog.getByLabel(/^To/).fill(to);
    await a.press("Enter");
  };
  await open("bureau2", "Bd de Pérolles 7", "1700");
  await range("1.7.2026", "");
  await card.dialogGone();
  await a.page.getByText("Bd de Pérolles 7, 1700 Fribourg").waitFor();
  await open("CHALET", "Route de Verbier 40", "1936");
  await range("20.12.2026", "19.12.2026");
  await dialog.getByText("The end is before the start.").waitFor();
  await look("alt-address-refused-en-light");
  await range("20.12.2026", "10.1.2027");
  await card.dialogGone();
  await a.page.getByText("20.12.2026 – 10.01.2027").waitFor();
  await open("AUTRE", "Rue Neuve 1", "1630");
  await range("20.12.2026", "");
  await dialog.getByText(/starts on this day already/).waitFor();
  await a.press("Escape");
  await card.dialogGone();
  // What was typed is kept for the next time.
  await a.page.getByRole("button", { name: "Add address" }).click();
  await dialog.getByRole("button", { name: "Discard" }).click();
  const code = dialog.getByLabel("Code", { exact: true });
  expect(await code.inputValue()).toBe("");
  // The next key counts at once.
  expect(await code.evaluate((el) => el === document.activeElement)).toBe(true);
  await a.press("Escape");
  await card.dialogGone();

  // What a visit proposes follows its date.
  await a.leaveFields();
  await a.press("v");
  const date = dialog.getByLabel("Date", { exact: true });
  const proposed = dialog.getByText(/^Address on/);
  for (const [day, code] of [
    ["24.12.2026", "CHALET"],
    ["15.08.2026", "BUREAU2"],
    ["01.02.2027", "BUREAU2"],
  ] as const) {
    await date.fill(day);
    await dialog.getByText(`Address on ${day}: ${code}`).waitFor();
  }
  await look("visit-address-en-light");
  await date.fill("13.03.2026");
  await proposed.waitFor({ state: "hidden" });
  await a.press("Escape");
  await card.dialogGone();
});

test("A17, SAL-1: the card shows how a letter begins, or what is missing for it by name", async () => {
  await a.openCard("Luc Pasquier");
  await card.choose("salutation", "Mr");
  await card.choose("language", "French (Switzerland)");
  await a.page.getByText("Cher Monsieur Pasquier,", { exact: true }).waitFor();
  await a.newIndependent("Anna Meier");
  await card.choose("salutation", "Ms");
  await card.choose("language", "German (Switzerland)");
  await a.page
    .getByText("Sehr geehrte Frau Anna Meier,", { exact: true })
    .waitFor();
  await a.newCompany("Caffè Lugano Sagl", { "Post code": "6900" });
  await a.page
    .getByText("Spettabile Ditta Caffè Lugano Sagl,", { exact: true })
    .waitFor();
  await card.write("vatNo", "CHE116073488MWST");
  await a.page
    .getByText("Gruyère-Est Fromages SA has this VAT number, too.")
    .waitFor();
  await card.write("vatNo", "CHE-195.634.787 IVA");
  await a.newIndependent("Annina Caduff");
  await card.choose("language", "Romansh");
  const missing = await a.page.getByText(/No formula for/).innerText();
  expect(missing).toContain("UNISEX");
  expect(missing).toContain("RMC");
  expect(missing).toContain("Annina Caduff");
});

test("A18, TYP-4, SRC-1: groups of each type, and the search that finds them", async () => {
  await a.openCard("Gruyère-Est Fromages SA");
  expect(await card.has("responsibilities")).toBe(false);
  await card.add("industryGroups", "Manufacturing");
  await card.add("mailingGroups", "Year-end gift");
  await card.shows("industryGroups", "Manufacturing");
  await card.shows("mailingGroups", "Year-end gift");
  await look("card-groups-en-light");
  await a.openCard("Luc Pasquier");
  expect(await card.has("industryGroups")).toBe(false);
  await card.add("mailingGroups", "Year-end gift");
  await card.shows("mailingGroups", "Year-end gift");
  for (const [text, name] of [
    ["gruyere", "Gruyère-Est Fromages SA"],
    ["GRUYÈRE", "Gruyère-Est Fromages SA"],
    ["026 555 99 00", "Gruyère-Est Fromages SA"],
    ["1630", "Gruyère-Est Fromages SA"],
  ] as const) {
    await a.filter(text);
    await a.page.getByRole("row", { name }).first().waitFor();
  }
  await a.clearFilter();
});

test("notes, web sources and related contacts are added, opened and taken away with an Undo", async () => {
  const dialog = a.page.getByRole("dialog");
  await a.openCard("Gruyère-Est Fromages SA");
  await a.page.getByRole("button", { name: "Add note" }).click();
  await dialog.getByLabel("Text").fill("Aime le vacherin.\n=HYPERLINK(1)");
  await dialog.getByRole("button", { name: "Save" }).click();
  await card.dialogGone();
  await a.page.getByText("=HYPERLINK(1)").waitFor();

  await a.page.getByRole("button", { name: "Add source" }).click();
  await dialog.getByLabel("Search word").fill("Gruyère & Est");
  await dialog.getByRole("button", { name: "Save" }).click();
  await card.dialogGone();
  const opened = a.app.app.evaluate(
    ({ shell }) =>
      new Promise<string>((done) => {
        shell.openExternal = async (url) => done(url);
      }),
  );
  await a.page.getByRole("button", { name: /Zefix.*Gruyère & Est/ }).click();
  expect(await opened).toMatch(/zefix\.ch.*Gruy%C3%A8re%20%26%20Est/);
  await setOnline(false);
  await a.page.getByRole("button", { name: /Zefix.*Gruyère & Est/ }).click();
  await a.page.getByText(/No network: the web search/).waitFor();
  await setOnline(true);

  await a.page.getByRole("button", { name: "Relate contact" }).click();
  await dialog.getByLabel("Contact", { exact: true }).fill("Anna Meier");
  await a.page.getByRole("option", { name: /Anna Meier/ }).click();
  await dialog.getByLabel(/What they are/).fill("Treuhänderin");
  await a.press("Enter");
  await card.dialogGone();
  await a.page.getByRole("button", { name: /^Anna Meier/ }).click();
  await a.page.getByRole("heading", { name: "Anna Meier" }).waitFor();
  await a.page
    .getByRole("button", { name: /Gruyère-Est.*Treuhänderin/ })
    .waitFor();
  await a.page.getByRole("button", { name: /^Remove: Gruyère-Est/ }).click();
  await a.page
    .getByRole("button", { name: /Gruyère-Est.*Treuhänderin/ })
    .waitFor({ state: "hidden" });
  // The × has gone with its line, and Undo goes with its notice: the next key still reaches the card.
  const focusOnCard = () =>
    a.page
      .locator("#card")
      .evaluate((el) => el.contains(document.activeElement));
  await until(focusOnCard, (there) => there);
  await undo(/Gruyère-Est.*is removed/);
  await until(focusOnCard, (there) => there);
  await a.page
    .getByRole("button", { name: /Gruyère-Est.*Treuhänderin/ })
    .waitFor();
});

test("LOC-3: who is near, by the towns of the directory", async () => {
  await a.openCard("Luc Pasquier");
  await card.fromMenu("Nearby contacts");
  const dialog = a.page.getByRole("dialog");
  await dialog.getByText("Marie Clerc").waitFor();
  expect(await dialog.getByText("Caffè Lugano Sagl").count()).toBe(0);
  await look("nearby-en-light");
  await dialog.getByText("Marie Clerc").click();
  await a.page.getByRole("heading", { name: "Marie Clerc" }).waitFor();
});

test("what is pasted is stored as it is or refused beside its field; nothing of it is carried out", async () => {
  await a.openCard("Luc Pasquier");
  await card.moreFields();
  const paste = async (field: string, text: string) => {
    await card.type(field, " ");
    await a.press("Control+A");
    await a.page.keyboard.insertText(text);
    await a.press("Enter");
  };
  const script = `<img src=x onerror="document.title='bad'">{{1+1}}=1+1 חֲלָב 🧀`;
  await paste("name2", script.slice(0, 50));
  await card.shows("name2", script.slice(0, 50));
  await paste("comment", script);
  await a.press("Control+Enter");
  await card.shows("comment", script);
  expect(await a.page.title()).not.toBe("bad");
  expect(await a.page.locator("#card img[src=x]").count()).toBe(0);
  await paste("jobTitle", "x".repeat(1_000_000));
  await a.page.getByText(/^Too long/).waitFor();
  await a.press("Escape");
  await card.shows("jobTitle", "Acheteur");
  await paste("initials", "a\u0000b");
  await a.page.getByText("One character cannot be stored.").waitFor();
  await a.press("Escape");
});

test("the card in French and dark", async () => {
  await a.openCard("Luc Pasquier");
  await dress(a.page, { language: "fr-CH", theme: "dark" });
  await a.page.getByRole("heading", { name: "Luc Pasquier" }).waitFor();
  await look("card-stories-fr-CH-dark");
  await a.page
    .getByRole("button", { name: "Ajouter une adresse" })
    .scrollIntoViewIfNeeded();
  await look("card-sections-fr-CH-dark");
});
