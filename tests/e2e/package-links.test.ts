import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCarnet, type Carnet } from "../helpers/carnet-app.ts";
import { until } from "../helpers/until.ts";

const root = path.resolve(import.meta.dirname, "../..");
const NOWHERE = "0190c0de-0000-7000-8000-00000000dead";

let profile: string;
let carnet: Carnet;
let id: string;

beforeAll(async () => {
  profile = await mkdtemp(path.join(tmpdir(), "carnet-links-"));
  carnet = await openCarnet({ profile });
  await carnet.page.getByRole("button", { name: "Start empty" }).click();
  await carnet.newCompany("Boulangerie Zürcher SA");
  await carnet.page
    .getByRole("heading", { name: "Boulangerie Zürcher SA" })
    .waitFor();
  id = new URL(carnet.page.url()).hash.split("/").at(-1) ?? "";
});
afterAll(async () => {
  await carnet.close();
  await rm(profile, { recursive: true, force: true });
});

/** What a desktop does with a link: it starts the program once more. Answers that start's exit code. */
async function startAgain(...args: readonly string[]): Promise<unknown> {
  const flags = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const again = spawn(
    process.env["CARNET_ELECTRON"] ?? "",
    [...flags, root, `--user-data-dir=${profile}`, ...args],
    { stdio: "ignore" },
  );
  return (await once(again, "exit"))[0];
}

async function untilAt(hash: string): Promise<void> {
  await until(
    async () => new URL(carnet.page.url()).hash,
    (now) => now === hash,
  );
}

test("a link to a contact opens its card in the running window, and the second start ends", async () => {
  await carnet.page.getByRole("link", { name: "Settings" }).click();
  await untilAt("#/settings");
  expect(await startAgain(`carnet://contact/${id}`)).toBe(0);
  await untilAt(`#/contacts/${id}`);
  await carnet.page
    .getByRole("heading", { name: "Boulangerie Zürcher SA" })
    .waitFor();
  expect(carnet.app.app.windows()).toHaveLength(1);
});

test("a link to a contact that is not here says so", async () => {
  await startAgain(`carnet://contact/${NOWHERE}`);
  await untilAt(`#/contacts/${NOWHERE}`);
  await carnet.page.getByText("This contact is not on this device").waitFor();
});

test("a vCard file opens in the running window as a preview, from a folder with any name", async () => {
  const folder = path.join(profile, "Zürich & Söhne");
  await mkdir(folder);
  const file = path.join(folder, "carte de visite.VCF");
  await writeFile(
    file,
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoé Müller\r\nN:Müller;Zoé;;;\r\nEND:VCARD\r\n",
  );
  await startAgain(pathToFileURL(file).href);
  await untilAt("#/import");
  await carnet.page.getByText("Zoé Müller").waitFor();
  await carnet.page.getByText(/carte de visite\.VCF/).waitFor();
});

test("a vCard file that cannot be read is named on the import page", async () => {
  await startAgain(path.join(profile, "gone.vcf"));
  await untilAt("#/import");
  await carnet.page.getByText(/gone\.vcf/).waitFor();
});

test("what is no link of ours moves nothing", async () => {
  await carnet.page.getByRole("link", { name: "Settings" }).click();
  await untilAt("#/settings");
  await startAgain(`carnet://settings/${id}`, `carnet://contact/../${id}`);
  // The second start has ended, so its arguments have been handed over; a page moves within a frame.
  await carnet.page.waitForTimeout(300);
  expect(new URL(carnet.page.url()).hash).toBe("#/settings");
});

test("a link that starts the app opens the card as soon as the notebook is open", async () => {
  await carnet.close();
  carnet = await openCarnet({ profile, args: [`carnet://contact/${id}`] });
  await carnet.page
    .getByRole("heading", { name: "Boulangerie Zürcher SA" })
    .waitFor();
  await untilAt(`#/contacts/${id}`);
});
