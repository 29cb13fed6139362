import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { byKeys } from "../helpers/by-keys.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { look, lookInEach, LOOKS, redress } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { makePhotos } from "../helpers/photos.ts";
import { until } from "../helpers/until.ts";

/** Photos and files of a visit: made without a line, kept over a crash, sent after the text, seen by a colleague. */

const COMPANY = "Fromagerie Gruyère-Est SA";
const PLAN = Buffer.from("%PDF-1.4 the plan of the cellar");

let office: Office;
let a: Carnet;
beforeAll(async () => {
  office = await openOffice();
  a = await office.laptop("A", { connect: true });
  await a.untilStatus(/Up to date/);
  await office.stopServer();
  await a.newCompany(COMPANY);
  await a.openCard(COMPANY);
});
afterAll(() => office.close());

/** What the window says: photos at least as large as a camera's would be too slow to make here. */
async function photos(count: number) {
  const made = await makePhotos(a.page, count, 2_600);
  return made.map((base64, i) => ({
    name: `IMG_${i + 1}.jpeg`,
    mimeType: "image/jpeg",
    buffer: Buffer.from(base64, "base64"),
  }));
}

test("photos outlive a crash in the draft, stand on the card, and reach a colleague who opens and saves them", async () => {
  const dialog = () => a.page.getByRole("dialog");
  await a.page.keyboard.press("v");
  await dialog().getByLabel("Result").fill("The cellar, for the AF-200.");
  const [first, second] = await photos(2);
  if (!first || !second) throw new Error("There are two");
  const plan = { name: "plan.pdf", mimeType: "application/pdf", buffer: PLAN };
  const nothing = { ...plan, name: "nothing.txt", buffer: Buffer.of() };
  await dialog()
    .locator("input[type=file]")
    .setInputFiles([first, nothing, second, plan]);
  await dialog()
    .getByText(/“nothing.txt” is empty/)
    .waitFor();
  const attached = () => dialog().getByRole("list", { name: /^Photos/ });
  await attached().getByText("plan.pdf").waitFor();
  await lookInEach(a.page, "visit-files");
  // As long as a pause in typing takes to be a draft.
  await a.page.waitForTimeout(1_500);
  await a.kill();

  a = await office.laptop("A");
  await a.openCard(COMPANY);
  await a.page.keyboard.press("v");
  await attached().getByText("IMG_2.jpg").waitFor();
  await attached().locator("img").nth(1).waitFor();
  expect(await attached().getByRole("listitem").count()).toBe(3);
  await attached().getByRole("button", { name: "Remove IMG_2.jpg" }).click();
  // What takes the place of the line that has gone.
  await until(
    () => dialog().locator(":focus").count(),
    (focused) => focused > 0,
  );
  await a.page.keyboard.press("Control+Enter");
  await dialog().waitFor({ state: "hidden" });
  const card = (of: Carnet) => of.page.getByRole("list", { name: /^Photos/ });
  await card(a)
    .getByRole("button", { name: /^plan.pdf/ })
    .waitFor();
  expect(await card(a).getByRole("button").count()).toBe(2);
  const waiting = card(a).getByRole("button", { name: /Waits to be sent/ });
  await waiting.nth(1).waitFor();

  await office.startServer();
  await a.press("F5");
  await a.untilStatus(/Up to date/, 60_000);
  await a.openCard(COMPANY);
  await waiting.first().waitFor({ state: "detached" });
  const b = await office.laptop("B", { connect: true });
  await b.untilStatus(/Up to date/);
  await b.openCard(COMPANY);
  for (const { language, theme } of LOOKS) {
    await redress(b.page, { language, theme });
    await b.page.getByRole("button", { name: "IMG_1.jpg" }).click();
    await b.page.getByRole("img", { name: "IMG_1.jpg" }).last().waitFor();
    await look(b.page, `visit-file-viewer-${language}-${theme}`);
    await b.press("Escape");
    await b.page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  await redress(b.page, { language: "en", theme: "light" });
  const keys = byKeys(b.page);
  await keys.tabTo(card(b).getByRole("button", { name: "IMG_1.jpg" }));
  await keys.press("Enter");
  const viewer = b.page.getByRole("dialog");
  const shown = viewer.getByRole("img", { name: "IMG_1.jpg" });
  await shown.waitFor();
  expect(
    await shown.evaluate(async (img) => {
      await (img as HTMLImageElement).decode();
      return (img as HTMLImageElement).naturalWidth;
    }),
  ).toBe(2048);
  await keys.press("ArrowRight");
  const file = path.join(office.folder, "saved.pdf");
  await b.app.app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await viewer.getByText("plan.pdf").waitFor();
  await viewer.getByRole("button", { name: "Save as…" }).click();
  const saved = await until(
    () => readFile(file).catch(() => Buffer.of()),
    (bytes) => bytes.length > 0,
  );
  expect(saved).toEqual(PLAN);
});
