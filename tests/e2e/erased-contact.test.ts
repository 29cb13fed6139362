import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Change } from "../../shared/domain/change.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { onCard } from "../helpers/card-user.ts";
import { findInFolder } from "../helpers/find-in-folder.ts";
import {
  headlessDevice,
  type HeadlessDevice,
} from "../helpers/headless-device.ts";
import { lookInEach } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";

let office: Office;
// Erased is for ever: who tries again begins anew.
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const id = (n: number) => `01890000-0000-7000-8000-00000000010${n}`;
const NAME = "Elena Zwyssighüsli";
const COMPANY = "Caffè Lugano Sagl";
const TEXT = "Möchte nie mehr angerufen werden, sagt sie";
const REFUSED = "Am Stand in Chur getroffen, bestellt nichts";
/** The block is of today, by the clock. */
const AFTER_THE_BLOCK = new Date(Date.now() + 86_400_000)
  .toISOString()
  .slice(0, 10);
const fresh = (c: Change["c"], after: { readonly id: string }): Change =>
  ({ c, id: after.id, before: null, after }) as Change;

function write(colleague: HeadlessDevice): void {
  const contacts = [
    { id: id(1), type: "company", name: COMPANY },
    {
      ...{ id: id(2), type: "person", name: NAME, companyId: id(1) },
      ...{ mailingGroups: ["X-CARD"], jobTitle: "Baristin" },
    },
    { id: id(3), type: "person", name: "Luc Pasquier" },
  ];
  colleague.save(contacts.map((one) => fresh("contacts", one)));
  const day = { date: "2026-03-12" };
  colleague.save([
    fresh("interactions", {
      ...{ id: id(4), contactId: id(2), companyId: id(1), result: TEXT },
      ...day,
    }),
    fresh("tasks", {
      ...{ id: id(7), contactId: id(2), companyId: id(1), type: "task" },
      ...{ description: "Karte senden", date: "2026-03-20" },
      status: "notStarted",
    } as never),
    fresh("notes", {
      id: id(5),
      kind: "comment",
      contactId: id(2),
      text: TEXT,
    } as never),
  ]);
}

/** PRV-1: nothing new with whoever is blocked; what was typed is kept for whoever asks for it, and the company goes on. */
async function blocked(carnet: Carnet): Promise<void> {
  const { page } = carnet;
  const dialog = page.getByRole("dialog");
  await onCard(carnet).moreFields();
  await page.getByLabel("Privacy blocked").click();
  await page.getByText(/^Privacy blocked: nothing new/).waitFor();
  await carnet.leaveFields();
  await carnet.press("v");
  await dialog.getByLabel("Result", { exact: true }).fill(REFUSED);
  await carnet.press("Control+Enter");
  await dialog.getByText(/privacy blocked: no visit/).waitFor();
  await carnet.press("Escape");
  await onCard(carnet).dialogGone();
  await page.getByRole("tab", { name: "Opportunities" }).click();
  await page.getByText("No opportunity with this contact yet.").waitFor();
  const sale = page.getByRole("button", { name: "New opportunity" });
  expect(await sale.count()).toBe(0);
  await page.getByRole("tab", { name: "Timeline" }).click();
  await carnet.openCard(COMPANY);
  await carnet.logVisit(COMPANY, "Neue Weinkarte");
  await page.getByText("Neue Weinkarte").first().waitFor();
  await carnet.untilStatus(/Up to date/);
}

/** A visit with a file, which stays on the machine and goes to the server. */
async function visitWithFile(carnet: Carnet): Promise<void> {
  const dialog = carnet.page.getByRole("dialog");
  await carnet.leaveFields();
  await carnet.press("v");
  await dialog.getByLabel("Result", { exact: true }).fill(TEXT);
  await dialog.locator("input[type=file]").setInputFiles({
    ...{ name: "karte.pdf", mimeType: "application/pdf" },
    buffer: Buffer.from("%PDF-1.4 Die Weinkarte"),
  });
  await dialog.getByText("karte.pdf").waitFor();
  await carnet.press("Control+Enter");
  await onCard(carnet).dialogGone();
  await carnet.untilStatus(/Up to date/);
}

/** PRV-3: everything that is held about her, without a line, as of the last sync. */
async function exported(carnet: Carnet, file: string): Promise<unknown> {
  const { page } = carnet;
  await carnet.app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /^Export everything/ }).click();
  const dialog = page.getByRole("dialog", { name: `Everything about ${NAME}` });
  await dialog.getByText(/^As of the last sync/).waitFor();
  await carnet.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  return JSON.parse(await readFile(file, "utf8")) as unknown;
}

/** Sealed, on this machine. */
function attachmentsIn(profile: string): readonly string[] {
  return readdirSync(profile, { recursive: true, encoding: "utf8" }).filter(
    (name) => path.basename(path.dirname(name)) === "files",
  );
}

async function erasuresOf({ page }: Carnet) {
  await page.evaluate(() => {
    location.hash = "/settings";
  });
  return page.getByRole("region", { name: "Erasures" });
}

test("PRV-4, PRV-5, story A15: Elena is blocked, exported and erased at her request, everywhere, and each device says so once it has looked", async () => {
  const colleague = await headlessDevice({
    ...{ url: office.url(), code: await office.invite("C"), name: "C" },
  });
  write(colleague);
  await colleague.settle();
  const carnet = await office.laptop("A", { connect: true, role: "admin" });
  const { page } = carnet;
  await carnet.untilStatus(/Up to date/);
  await carnet.openCard(NAME);
  await page.getByText(TEXT).first().waitFor();
  await visitWithFile(carnet);
  expect(attachmentsIn(office.profile("A"))).not.toEqual([]);
  await blocked(carnet);

  // Written with no line, by somebody who has not heard of the block: neither lost in silence nor counted.
  colleague.save([
    fresh("interactions", {
      ...{ id: id(8), contactId: id(2), companyId: id(1), result: REFUSED },
      ...{ date: AFTER_THE_BLOCK },
    }),
  ]);
  await colleague.settle();
  expect(colleague.refused().map(({ code }) => code)).toEqual([
    "privacy_blocked",
  ]);
  await carnet.press("F5");
  await carnet.untilStatus(/Up to date/);
  await carnet.openCard(NAME);
  await page.getByText(TEXT).first().waitFor();
  expect(await page.getByText(REFUSED).count()).toBe(0);

  // Without a line it is asked for, shown, and can be withdrawn.
  await office.stopServer();
  const all = path.join(office.folder, "elena.json");
  expect(await exported(carnet, all)).toMatchObject({
    asOf: expect.stringMatching(/^20\d\d-/) as string,
    contact: { name: NAME, jobTitle: "Baristin", mailingGroups: ["X-CARD"] },
    interactions: [{ result: TEXT }, { result: TEXT }],
    tasks: [{ description: "Karte senden" }],
    notes: [{ text: TEXT }],
  });
  const ask = async () => {
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Erase for ever…" }).click();
    const dialog = page.getByRole("dialog", { name: `Erase ${NAME}?` });
    await dialog.getByText("2 interactions").waitFor();
    return dialog;
  };
  const dialog = await ask();
  await lookInEach(page, "erase-dialog");
  await dialog.getByLabel("Type the name to confirm").fill("Elena");
  await carnet.press("Enter");
  await dialog.getByText(`The name is: ${NAME}`).waitFor();
  await dialog.getByLabel("Type the name to confirm").fill(NAME);
  await carnet.press("Enter");
  const pending = page.getByText("The erasure of this card is requested.");
  await pending.waitFor();
  await page.getByRole("button", { name: "Withdraw the request" }).click();
  await pending.waitFor({ state: "detached" });
  const again = await ask();
  await again.getByLabel("Type the name to confirm").fill(NAME);
  await carnet.press("Enter");
  await pending.waitFor();

  // Somebody who has not heard writes about her.
  colleague.save([
    fresh("interactions", {
      ...{ id: id(6), contactId: id(2), date: "2026-03-13", result: TEXT },
    } as never),
  ]);
  await office.startServer();
  await page.getByText(NAME).first().waitFor({ state: "detached" });
  await carnet.untilStatus(/Up to date/);
  await colleague.settle();
  expect(colleague.refused().map(({ code }) => code)).toEqual([
    ...["privacy_blocked", "erased"],
  ]);
  expect(JSON.stringify(colleague.all("contacts"))).not.toContain(NAME);
  // The company's, with whom nobody was met.
  expect(colleague.all("interactions").map(({ result }) => result)).toEqual([
    "Neue Weinkarte",
  ]);

  const region = await erasuresOf(carnet);
  await region.getByText(/Contact CT\d+/).waitFor();
  await region.getByText(/by A · 6 records/).waitFor();
  await region.getByRole("button", { name: "Clean now" }).click();
  // The page is loaded again, on its first screen, with a copy that is new.
  const settings = page.getByRole("heading", { level: 1, name: "Settings" });
  await settings.waitFor({ state: "detached" });
  await carnet.untilStatus(/Up to date/);
  const report = (await erasuresOf(carnet)).getByText(/nothing found/);
  await report.waitFor({ timeout: 60_000 });
  await report.scrollIntoViewIfNeeded();
  await lookInEach(page, "erase-report");
  await carnet.openCard("Luc Pasquier");
  await carnet.close();
  const profile = office.profile("A");
  expect(findInFolder(profile, [NAME, TEXT, REFUSED])).toEqual([]);
  expect(attachmentsIn(profile)).toEqual([]);
  expect(findInFolder(path.join(profile, "IndexedDB"), [id(4)])).toEqual([]);
});
