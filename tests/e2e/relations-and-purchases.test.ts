import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PullAnswer } from "../../shared/sync/protocol.ts";
import {
  enrolAdministrator,
  type Administrator,
} from "../helpers/ask-server.ts";
import { onCard } from "../helpers/card-user.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { look } from "../helpers/look.ts";
import { editField } from "../helpers/make-conflict.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { startServerProcess } from "../helpers/server-process.ts";
import { until } from "../helpers/until.ts";

/** Stories A12, A15 and A11, with their exact data: Marco sells, Mélanie is in marketing. */

const CAFFE = "Caffè Lugano Sagl";
const ETUDE = "Étude Monnier & Associés";
const ALPIN = "Alpin Consulting GmbH";
const GRUYERE = "Fromagerie Gruyère-Est SA";

let office: Office;
let marco: Carnet;
let melanie: Carnet;
let admin: Administrator;
beforeAll(async () => {
  office = await openOffice();
  admin = await enrolAdministrator(
    office.url(),
    await office.invite("Root", "admin"),
  );
  marco = await office.laptop("Marco", { connect: true, salesperson: "MBE" });
  melanie = await office.laptop("Melanie", {
    connect: true,
    role: "marketing",
  });
  for (const laptop of [marco, melanie]) await laptop.untilStatus(/Up to date/);
});
afterAll(() => office.close());

/** The ERP's file through the command, while the server runs. */
async function importFile(what: "accounts" | "purchases", text: string) {
  const file = path.join(office.folder, `${randomUUID()}.csv`);
  await writeFile(file, text);
  const data = path.join(office.folder, "server");
  return startServerProcess("import", what, "--data", data, file).next();
}

async function pulled(collection: string): Promise<PullAnswer["docs"]> {
  const answer = await admin.ask<PullAnswer>("/v1/sync/pull", {
    ...{ proto: 1, schema: 1, epoch: null, limit: 1000 },
    cursors: { [collection]: 0 },
  });
  return answer.docs;
}

const accountNamed = async (name: string) =>
  (await pulled("accounts")).find(({ v }) => v?.["name"] === name)?.v;

async function sync(...laptops: readonly Carnet[]): Promise<void> {
  for (const laptop of laptops) {
    await laptop.leaveFields();
    await laptop.press("F5");
    await laptop.untilStatus(/Up to date/, 60_000);
  }
}

function relations({ page }: Carnet) {
  const section = page.getByRole("region", { name: "Business relations" });
  const row = (code: string) => section.locator(`[data-relation=${code}]`);
  return {
    section,
    row,
    codes: () =>
      section
        .locator("[data-relation]")
        .evaluateAll((all) =>
          all.map((one) => one.getAttribute("data-relation") ?? ""),
        ),
    summary: (word: string) =>
      section.getByText(`In short: ${word}`, { exact: true }).waitFor(),
    async open(): Promise<void> {
      const add = section.getByRole("button", { name: "Add a relation" });
      if ((await add.getAttribute("aria-expanded")) === "false")
        await add.click();
    },
    async choose(name: string): Promise<void> {
      await this.open();
      const field = section.getByRole("combobox", { name: "Relation" });
      await field.fill(name);
      await page.getByRole("option", { name, exact: true }).click();
    },
    async add(name: string, code: string): Promise<void> {
      await this.choose(name);
      await row(code).waitFor();
    },
    async ask(entry: string): Promise<void> {
      await section.getByRole("button", { name: "Create or link…" }).click();
      await page.getByRole("menuitem", { name: entry, exact: true }).click();
      await page.getByRole("dialog").waitFor();
    },
    async createAsCustomer(): Promise<void> {
      await this.ask("Create as: Customer");
      const dialog = page.getByRole("dialog");
      expect(
        await dialog.getByRole("combobox", { name: "Template" }).innerText(),
      ).toContain("CH-CORP");
      await dialog.getByRole("button", { name: "Create", exact: true }).click();
    },
  };
}

const dialogGone = ({ page }: Carnet) =>
  page.getByRole("dialog").waitFor({ state: "hidden" });

describe("A12: relations and conversion", () => {
  test("REL-1, REL-2: coded relations; twice the same and a bank by hand are refused", async () => {
    const { section, row, ...card } = relations(marco);
    await marco.newCompany(ETUDE);
    await card.add("Lawyer", "LAW");
    await card.summary("Other");
    await marco.newCompany(ALPIN);
    await card.add("Consultant", "CONS");
    await marco.newCompany("Kantonalbank Beispiel");
    await card.choose("Bank account");
    await section.getByText("“Bank account” is not added by hand").waitFor();
    await marco.press("Escape");
    await card.summary("None");

    await marco.newCompany(CAFFE, { Phone: "+41 91 555 11 00" });
    await card.add("Prospect", "PROS");
    await card.add("Lawyer", "LAW");
    await card.choose("Lawyer");
    await section.getByText("This relation is there already.").waitFor();
    await marco.press("Escape");
    expect(await card.codes()).toHaveLength(2);
    await row("LAW").getByRole("button", { name: "Remove: Lawyer" }).click();
    await row("LAW").waitFor({ state: "hidden" });
    await card.summary("Other");
  });

  test("CNV-1, REL-6: created from its person, the company is the customer; without PROS the summary is Customer on both", async () => {
    const { section, row, ...card } = relations(marco);
    await marco.newPersonAt(CAFFE, "Elena Ferrari");
    await card.createAsCustomer();
    await dialogGone(marco);
    await row("CUST").waitFor();
    await section.getByText("C000001").waitFor();
    await card.summary("Multiple");
    await marco.openCard(CAFFE);
    await card.summary("Multiple");
    expect((await card.codes()).toSorted()).toEqual(["CUST", "PROS"]);
    await look(marco.page, "relations-company");
    await row("PROS").getByRole("button", { name: "Remove: Prospect" }).click();
    await card.summary("Customer");
    await marco.openCard("Elena Ferrari");
    await card.summary("Customer");
    await card.createAsCustomer();
    await marco.page
      .getByRole("dialog")
      .getByText("This contact is already linked to such a record.")
      .waitFor();
    await marco.press("Escape");
    await dialogGone(marco);
  });

  test("CNV-4: the contact's phone goes to the customer, the customer's address comes to the contact", async () => {
    await marco.openCard(CAFFE);
    await editField(marco, "Phone", "+41 91 555 11 99");
    await until(
      () => accountNamed(CAFFE),
      (account) => account?.["phone"] === "+41 91 555 11 99",
      30_000,
    );
    const changed = await importFile(
      "accounts",
      `Genre;N°;Nom;Adresse\nClient;C000001;${CAFFE};Via Pessina 3`,
    );
    expect(changed).toMatchObject({ changed: 1, refused: 0 });
    await marco.page
      .getByRole("button", { name: /^Address/ })
      .getByText("Via Pessina 3")
      .waitFor();
  });

  test("CNV-7, REL-3: asked for without a line it is pending; of two who ask one is told that it is linked already", async () => {
    await sync(marco, melanie);
    await office.stopServer();
    for (const laptop of [melanie, marco]) {
      await laptop.openCard(ALPIN);
      await relations(laptop).createAsCustomer();
      await dialogGone(laptop);
      await relations(laptop)
        .section.getByText("Pending: waits for the server")
        .waitFor();
    }
    await look(melanie.page, "relations-pending");
    await office.startServer();
    await sync(melanie, marco);
    await sync(melanie);
    for (const laptop of [melanie, marco]) {
      const { section, row, ...card } = relations(laptop);
      await row("CUST").waitFor();
      await card.summary("Multiple");
      // Both see that the second one was refused, and why.
      await section
        .getByText("This contact is already linked to such a record.")
        .waitFor();
    }
    const kept = (await pulled("accounts")).filter(
      ({ v }) => v?.["name"] === ALPIN,
    );
    expect(kept).toHaveLength(1);
    await relations(marco)
      .section.getByRole("button", { name: "Got it" })
      .click();
    await relations(marco)
      .section.getByText("already linked")
      .waitFor({ state: "hidden" });
  });
});

describe("A15: privacy", () => {
  test("PRV-1: with a blocked person no visit and no conversion; what was typed is kept, and her company goes on", async () => {
    const { page } = marco;
    const dialog = page.getByRole("dialog");
    await marco.openCard("Elena Ferrari");
    await onCard(marco).moreFields();
    await page.getByLabel("Privacy blocked").click();
    await page.getByText(/^Privacy blocked: nothing new/).waitFor();
    await look(page, "blocked-person");

    await marco.leaveFields();
    await marco.press("v");
    await dialog
      .getByLabel("Result", { exact: true })
      .fill("Au salon de Coire");
    await marco.press("Control+Enter");
    await dialog.getByText(/privacy blocked: no visit/).waitFor();
    await marco.press("Escape");
    await dialogGone(marco);
    expect(await page.getByText("Au salon de Coire").count()).toBe(0);
    await page.getByRole("note").getByText(/draft/i).waitFor();

    await relations(marco).ask("Create as: Employee");
    await dialog.getByRole("button", { name: "Create", exact: true }).click();
    await dialog.getByText("The contact is blocked (privacy).").waitFor();
    await marco.press("Escape");
    await dialogGone(marco);

    await marco.openCard(CAFFE);
    await marco.logVisit(CAFFE, "Nouvelle carte des vins");
    await page.getByText("Nouvelle carte des vins").first().waitFor();
    await sync(marco, melanie);
    await melanie.openCard("Elena Ferrari");
    await melanie.page.getByText(/^Privacy blocked: nothing new/).waitFor();
    await melanie.page.getByRole("link", { name: "Contacts" }).click();
  });
});

describe("A11: purchases for marketing", () => {
  test("CNV-3: the customer that the ERP has told of is linked, the contact's fields win", async () => {
    await importFile(
      "accounts",
      "Genre;N°;Nom\nClient;C10010;Gruyère-Est, Fromagerie",
    );
    await marco.newCompany(GRUYERE);
    await sync(marco);
    const { section, row, ...card } = relations(marco);
    await card.ask("Link with existing: Customer");
    const dialog = marco.page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Record" }).fill("gruyere");
    await marco.page.getByRole("option", { name: /C10010/ }).click();
    await dialog.getByRole("button", { name: "Link", exact: true }).click();
    await dialogGone(marco);
    await row("CUST").waitFor();
    await section.getByText("C10010").waitFor();
    expect(await accountNamed(GRUYERE)).toMatchObject({ no: "C10010" });
    await marco.newPersonAt(GRUYERE, "Luc Pasquier");
    await marco.newIndependent("Annina Caduff Derungs");
    const posted = await importFile(
      "purchases",
      [
        "Document;Ligne;Type;N° client;N° article;Désignation;Date;Quantité;Montant net;Devise;Marge",
        "F1;10;Facture;C10010;1000;Cuve inox 500 l;12.05.2025;2;7'800.00;CHF;1'111.00",
        "F2;10;Facture;C10010;1100;Presse à fromage P2;18.09.2025;1;12'450.00;CHF;1'111.00",
        "F3;10;Facture;C10010;1000;Cuve inox 500 l;03.11.2025;1;3'900.00;CHF;1'111.00",
        "G1;10;Note de crédit;C10010;1000;Cuve inox 500 l;01.12.2025;-1;-3'900.00;CHF;1'111.00",
        "F4;10;Facture;C10010;1200;Sel alimentaire 25 kg;20.01.2026;40;620.00;CHF;1'111.00",
      ].join("\r\n"),
    );
    expect(posted).toMatchObject({ accepted: 5, ignored: ["Marge"] });
  });

  test("HIS-1, HIS-3: without a line, on Luc's card: by product, credit notes taken off, as of the last sync; a year alone", async () => {
    await sync(marco, melanie);
    await office.stopServer();
    await melanie.openCard("Luc Pasquier");
    const { page } = melanie;
    await page.getByRole("tab", { name: "Purchases" }).click();
    const cells = (item: string) =>
      page.locator(`[data-item="${item}"] > td`).allInnerTexts();
    await page.locator("[data-item]").first().waitFor();
    expect(await cells("1000")).toEqual([
      ...[expect.stringContaining("Cuve inox 500 l"), "2"],
      ...["7'800.00", "03.11.2025"],
    ]);
    expect((await cells("1100")).slice(1)).toEqual([
      ...["1", "12'450.00", "18.09.2025"],
    ]);
    expect((await cells("1200")).slice(1)).toEqual([
      ...["40", "620.00", "20.01.2026"],
    ]);
    const total = () => page.locator("[data-total]").innerText();
    expect(await total()).toBe("20'870.00 CHF");
    await page.getByText(/As of \d\d:\d\d/).waitFor();
    await look(page, "purchases-person");

    await page.getByRole("button", { name: "Only 2026" }).click();
    await until(total, (text) => text === "620.00 CHF");
    expect(await page.locator("[data-item]").count()).toBe(1);

    // Nothing to write in, and no margin anywhere.
    const part = page.getByRole("tabpanel", { name: "Purchases" });
    expect(
      await part.locator("input, textarea, [contenteditable]").count(),
    ).toBe(0);
    expect(await part.innerText()).not.toMatch(/1'111|margin|marge/i);
  });

  test("HIS-2, HIS-3: who never bought AF-200: Gruyère-Est; Annina is not a customer", async () => {
    const { page } = melanie;
    await page.getByRole("link", { name: "All customers by product" }).click();
    await page.getByRole("combobox", { name: "Product" }).fill("AF-200");
    await page.keyboard.press("Enter");
    const found = page.getByRole("link", { name: GRUYERE });
    await found.waitFor();
    await look(page, "buyers");
    await page.getByRole("combobox", { name: "Product" }).fill("1200");
    await page.keyboard.press("Enter");
    await found.waitFor({ state: "hidden" });
    await melanie.openCard("Annina Caduff Derungs");
    await page.getByRole("tab", { name: "Purchases" }).click();
    await page.getByText("Not a customer", { exact: true }).waitFor();
  });
});
