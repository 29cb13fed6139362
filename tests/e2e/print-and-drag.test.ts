import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Contact } from "../../shared/entities/contact.ts";
import { LETTER } from "../../shared/domain/letter.ts";
import { writeCard } from "../../shared/vcard/write-card.ts";
import { openCarnet, type Carnet } from "../helpers/carnet-app.ts";
import { dress, goTo, lookInEach } from "../helpers/look.ts";
import { until } from "../helpers/until.ts";

const folder = mkdtempSync(path.join(tmpdir(), "carnet-print-"));
const pdf = path.join(folder, "out.pdf");
const person = (n: number, more: Partial<Contact>): Contact => ({
  ...{ id: `01890000-0000-7000-8000-00000000000${n}`, type: "person" },
  ...{ name: "Anna Meier", firstName: "Anna", surname: "Meier" },
  ...{ address: "Hauptstrasse 1", postCode: "8001", city: "Zürich" },
  ...{ salutation: "F", language: "DES", phone: "+41 44 555 01 23" },
  ...more,
});
const PEOPLE = [
  person(1, {}),
  person(2, {
    ...{ name: "Luc Pasquier", firstName: "Luc", surname: "Pasquier" },
    ...{ salutation: "M", language: "FRS", postCode: "1630", city: "Bulle" },
  }),
  person(3, {
    ...{ name: "Annina Caduff", firstName: "Annina", surname: "Caduff" },
    ...{ salutation: "UNISEX", language: "RMC" },
  }),
];

let carnet: Carnet;
beforeAll(async () => {
  carnet = await openCarnet({ profile: path.join(folder, "profile") });
  const { page } = carnet;
  await page.getByRole("button", { name: "Start empty" }).click();
  const file = path.join(folder, "three.vcf");
  writeFileSync(file, PEOPLE.map((one) => writeCard(one, "4.0")).join(""));
  await goTo(page, "/import");
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: /^Import \d/ }).click();
  await page.getByRole("heading", { name: "Import complete" }).waitFor();
});
afterAll(async () => {
  await carnet.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The dialog of the system stands until it is answered: meanwhile what is printed is in the page. */
async function holdDialog(): Promise<() => Promise<Buffer>> {
  await carnet.app.app.evaluate(({ dialog }, filePath) => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    (globalThis as { answer?: () => void }).answer = () => resolve(undefined);
    dialog.showSaveDialog = async () => {
      await promise;
      return { canceled: false, filePath };
    };
  }, pdf);
  return async () => {
    rmSync(pdf, { force: true });
    await carnet.app.app.evaluate(() =>
      (globalThis as { answer?: () => void }).answer?.(),
    );
    return until(
      () => readFile(pdf).catch(() => Buffer.of()),
      (bytes) => bytes.length > 0,
    );
  };
}

const pagesOf = (bytes: Buffer) =>
  bytes.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;

/** What a PDF says of its pages, readable. */
function drawnIn(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .split(/stream\r?\n/)
    .flatMap((part) => {
      try {
        return inflateSync(Buffer.from(part, "latin1")).toString("latin1");
      } catch {
        return [];
      }
    })
    .join("\n");
}

async function menu(entry: string): Promise<void> {
  await carnet.page.getByRole("button", { name: "More actions" }).click();
  await carnet.page.getByRole("menuitem", { name: entry }).click();
}

/** Where an element stands on the paper, in millimetres. */
function placeOf(selector: string) {
  return carnet.page.evaluate((wanted) => {
    const sheet = document.querySelector(".letter")?.getBoundingClientRect();
    const it = document.querySelector(wanted)?.getBoundingClientRect();
    if (!sheet || !it) throw new Error("nothing is printed");
    const mm = (px: number) => (px * 25.4) / 96;
    return {
      left: mm(it.left - sheet.left),
      top: mm(it.top - sheet.top),
      width: mm(it.width),
      height: mm(it.height),
    };
  }, selector);
}

test("SAL-1: letters to a selection, each with its own salutation, the address in the window to half a millimetre", async () => {
  const { page } = carnet;
  await carnet.openContacts();
  await page.getByRole("row", { name: "Anna Meier" }).click();
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+A");
  const exporting = page
    .getByRole("region", { name: "Selection" })
    .getByRole("button", { name: "Export" });
  await exporting.click();
  await page.getByRole("menuitem", { name: /^Labels/ }).click();
  await page.getByRole("dialog").waitFor();
  await lookInEach(page, "labels-dialog");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await exporting.click();
  await lookInEach(page, "export-menu");
  await page.getByRole("menuitem", { name: "Letters…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/^2 letters ready/).waitFor();
  await dialog.getByText(/Annina Caduff/).waitFor();
  await dialog
    .getByLabel("Sender")
    .fill("Chantal Rochat\nRue du Four 3\n1630 Bulle");
  await dialog.getByLabel("Place").fill("Bulle");
  await dialog.getByLabel("Subject").fill("Dégustation du 20 mars");
  await dialog
    .getByLabel("Text", { exact: true })
    .fill("Nous vous invitons à notre dégustation.\n\nEntrée libre.");
  await dialog
    .getByLabel("Closing and signature")
    .fill("Meilleures salutations\n\n\nChantal Rochat");
  await lookInEach(page, "letter-dialog");
  for (const [side, label] of [
    ["right", "Right"],
    ["left", "Left"],
  ] as const) {
    await dialog
      .getByRole("combobox", { name: "Window of the envelope" })
      .click();
    await page.getByRole("option", { name: label }).click();
    const answer = await holdDialog();
    await dialog.getByRole("button", { name: "PDF" }).click();
    await page.locator(".letter").first().waitFor({ state: "attached" });
    await page.emulateMedia({ media: "print" });
    const place = await placeOf(".letter-address");
    const { address, margin } = LETTER;
    expect(
      Math.abs(place.left + margin.left - address.left[side]),
    ).toBeLessThan(0.5);
    expect(Math.abs(place.top + margin.top - address.top)).toBeLessThan(0.5);
    expect(Math.abs(place.width - address.width[side])).toBeLessThan(0.5);
    expect(Math.abs(place.height - address.height)).toBeLessThan(0.5);
    const texts = await page.locator(".letter").allInnerTexts();
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(
      /Anna Meier[^]*13\. März 2026[^]*Sehr geehrte Frau Anna Meier,\s+Nous/,
    );
    expect(texts[1]).toMatch(
      /Luc Pasquier[^]*13 mars 2026[^]*Cher Monsieur Pasquier,/,
    );
    await page.screenshot({
      path: path.join("test-results/screens", `letter-${side}.png`),
      fullPage: true,
    });
    await page.emulateMedia({ media: null });
    const made = await answer();
    expect(pagesOf(made)).toBe(2);
    await page.locator(".letter").first().waitFor({ state: "detached" });
  }
  await dialog.getByRole("button", { name: "Close" }).click();
});

test("a card goes onto one page, and out of the window as a .vcf that is gone afterwards", async () => {
  const { page, app } = carnet;
  await carnet.openCard("Luc Pasquier");
  // What was typed stands there for the next one.
  await menu("Write a letter…");
  await page
    .getByRole("dialog")
    .getByText(/Cher Monsieur Pasquier,$/)
    .waitFor();
  expect(await page.getByLabel("Place").inputValue()).toBe("Bulle");
  await page.getByRole("button", { name: "Close" }).click();

  const answer = await holdDialog();
  await menu("Card as a PDF…");
  await page.locator(".print-sheet").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: "test-results/screens/contact-sheet.png" });
  const sheet = await page.locator(".print-sheet").innerText();
  expect(sheet).toMatch(/Luc Pasquier[^]*\+41 44 555 01 23[^]*1630/);
  await page.emulateMedia({ media: null });
  expect(pagesOf(await answer())).toBe(1);

  await app.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0] ?? {};
    if (!webContents) throw new Error("no window");
    webContents.startDrag = (item) => {
      (globalThis as { dragged?: unknown }).dragged = item.file;
    };
  });
  const dragged = () =>
    app.app.evaluate(() => (globalThis as { dragged?: string }).dragged ?? "");
  await page.locator("[data-drag-card]").dispatchEvent("dragstart");
  const file = await until(dragged, (name) => name !== "");
  expect(path.basename(file)).toBe("Luc Pasquier.vcf");
  expect(await readFile(file, "utf8")).toMatch(/FN:Luc Pasquier/);
  await carnet.clearFilter();
  await page
    .getByRole("row", { name: "Anna Meier" })
    .locator("[draggable]")
    .dispatchEvent("dragstart");
  await until(dragged, (name) => path.basename(name) === "Anna Meier.vcf");
  await menu("Copy as vCard");
  await until(
    () => app.app.evaluate(({ clipboard }) => clipboard.readText()),
    (text) => text.includes("VERSION:4.0") && text.includes("FN:Luc Pasquier"),
  );
  await dress(page, { language: "fr-CH", theme: "dark" });
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name: "Écrire une lettre…" }).click();
  await page.getByRole("dialog").waitFor();
  // As a window that was opened in the dark has it.
  await app.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBackgroundColor("#121212"),
  );
  const fromDark = await holdDialog();
  await page.getByRole("button", { name: "PDF" }).click();
  await page.locator(".letter").first().waitFor({ state: "attached" });
  // White, and nothing of the dark window around it.
  const drawn = drawnIn(await fromDark());
  expect(drawn).toContain("1 1 1 rg");
  expect(drawn).not.toMatch(/^\.0.* rg$/m);
});
