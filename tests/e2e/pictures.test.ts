import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { findInFolder } from "../helpers/find-in-folder.ts";
import { dress, look } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { cardWithPhoto, makePhotos } from "../helpers/photos.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const picture = ({ page }: Carnet) =>
  page.getByRole("img", { name: "Picture of Ada Gerber" });

async function shownIn(carnet: Carnet): Promise<string> {
  await carnet.openCard("Ada Gerber");
  return await pictureSource(carnet);
}

async function pictureSource(carnet: Carnet): Promise<string> {
  await picture(carnet).waitFor();
  // Decoded, and not larger than it should be.
  const side = await picture(carnet).evaluate((img: HTMLImageElement) =>
    Math.max(img.naturalWidth, img.naturalHeight),
  );
  expect(side).toBeGreaterThan(32);
  expect(side).toBeLessThanOrEqual(192);
  const source = await picture(carnet).getAttribute("src");
  if (!source) throw new Error("no picture");
  return source;
}

async function importCard(carnet: Carnet, name: string, photo: string) {
  const file = path.join(office.folder, name);
  await writeFile(file, cardWithPhoto(["N:Gerber;Ada;;;", "UID:ada"], photo));
  await carnet.page.getByRole("link", { name: "Import" }).click();
  await carnet.page.locator("input[type=file]").setInputFiles(file);
  await carnet.page.getByRole("button", { name: "Import 1 contact" }).click();
  await carnet.page.getByRole("heading", { name: "Import complete" }).waitFor();
}

async function choose(carnet: Carnet, file: string): Promise<void> {
  const { page } = carnet;
  await page.getByRole("button", { name: "More actions" }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("menuitem", { name: "Choose a picture" }).click(),
  ]);
  await chooser.setFiles(file);
}

test("the picture of an imported card is on the card, after a restart, on another laptop, and nowhere in clear", async () => {
  const a = await office.laptop("A", { connect: true });
  const [photo = ""] = await makePhotos(a.page, 1, 640);
  await importCard(a, "ada.vcf", photo);
  const fact = a.page.locator("dt", { hasText: "Photos" }).locator("+ dd");
  expect(await fact.innerText()).toBe("1, reduced");
  const source = await shownIn(a);
  await look(a.page, "picture");
  await a.untilStatus(/Up to date/);
  const b = await office.laptop("B", { connect: true });
  await b.untilStatus(/Up to date/);
  expect(await shownIn(b)).toBe(source);
  await b.close();

  await a.close();
  const again = await office.laptop("A");
  expect(await shownIn(again)).toBe(source);
  await dress(again.page, { language: "fr-CH", theme: "dark" });
  await look(again.page, "picture-dark");
  await again.close();

  const base64 = source.slice(source.indexOf(",") + 1);
  const bytes = Buffer.from(base64, "base64");
  expect(bytes.length).toBeLessThanOrEqual(8 * 1024);
  const traces = [
    base64.slice(600, 660),
    bytes.subarray(bytes.length - 60).toString("latin1"),
    bytes.subarray(0, 40).toString("latin1"),
  ];
  for (const profile of ["A", "B"])
    expect(findInFolder(office.profile(profile), traces)).toEqual([]);
});

test("a picture is chosen, replaced and removed by hand, each with undo; what is no picture says so", async () => {
  const a = await office.laptop("A", { connect: true });
  await a.newIndependent("Ada Gerber");
  await a.openCard("Ada Gerber");
  const photos = await makePhotos(a.page, 2);
  const files = photos.map((_, i) => path.join(office.folder, `${i}.jpg`));
  for (const [i, photo] of photos.entries())
    await writeFile(files[i] ?? "", Buffer.from(photo, "base64"));
  const undo = a.page.getByRole("button", { name: "Undo" });
  const menu = async (name: string) => {
    await a.page.getByRole("button", { name: "More actions" }).click();
    await a.page.getByRole("menuitem", { name }).click();
  };

  await choose(a, files[0] ?? "");
  const first = await pictureSource(a);
  // Notices come one after the other: the Undo in sight would be the first step's.
  await undo.waitFor();
  await undo.waitFor({ state: "hidden" });
  // Dropped on the open card it is the card's, not a file to import.
  await a.page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], "1.jpg", { type: "image/jpeg" }));
    for (const event of ["dragover", "drop"])
      document.body.dispatchEvent(
        new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }),
      );
  }, photos[1] ?? "");
  await a.page.locator(`img:not([src="${first}"])`).waitFor();
  await undo.click();
  await a.page.locator(`img[src="${first}"]`).waitFor();
  await undo.waitFor({ state: "hidden" });
  await menu("Remove the picture");
  await picture(a).waitFor({ state: "hidden" });
  await a.page.getByRole("menu").waitFor({ state: "hidden" });
  // Outside a text the key takes back what the notice tells of.
  await undo.waitFor();
  await a.press("Control+z");
  expect(await pictureSource(a)).toBe(first);

  const none = path.join(office.folder, "none.jpg");
  const cut = (await readFile(files[0] ?? "")).subarray(0, 300);
  await writeFile(none, Buffer.concat([cut, Buffer.alloc(500, 0x5a)]));
  await choose(a, none);
  await a.page.getByText("This image cannot be read").waitFor();
  expect(await pictureSource(a)).toBe(first);
});

test("an import that is taken back takes its pictures along", async () => {
  const a = await office.laptop("A", { connect: true });
  const [photo = ""] = await makePhotos(a.page, 1);
  await importCard(a, "ada.vcf", photo);
  await a.untilStatus(/Up to date/);
  const b = await office.laptop("B", { connect: true });
  await b.untilStatus(/Up to date/);
  await b.page.getByRole("link", { name: "Sync" }).click();
  const kinds = b.page.getByRole("term");
  await kinds.getByText("Files", { exact: true }).waitFor();
  await a.page.getByRole("button", { name: "Undo this import" }).click();
  await a.page.getByText(/The import is undone/).waitFor();
  await a.untilStatus(/Up to date/);
  await kinds.getByText("Files", { exact: true }).waitFor({ state: "hidden" });
});
