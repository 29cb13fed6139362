import { cpSync, existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceInfo } from "../../shared/sync/protocol.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { launch } from "../helpers/electron-app.ts";
import { findInFolder } from "../helpers/find-in-folder.ts";
import { lookInEach } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { startServerProcess } from "../helpers/server-process.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const SCREEN = { name: "This device was revoked" };
const names = ["Zwyssighüsli Wächterin SA", "Jamais Envoyée Sàrl"] as const;

/** A command of the server's command line, and what it prints. */
async function admin(...args: readonly string[]) {
  const data = path.join(office.folder, "server");
  const command = startServerProcess(...args, "--data", data);
  const line = (await command.next()) as Record<string, unknown>;
  await command.exit();
  return line;
}

async function revoke(...more: readonly string[]): Promise<void> {
  const { devices } = await admin("devices");
  const [device] = devices as DeviceInfo[];
  await admin("revoke", "--device", device?.id ?? "", ...more);
}

async function openSettings({ page }: Carnet): Promise<void> {
  await page.evaluate(() => {
    location.hash = "/settings";
  });
  await page.getByRole("heading", { name: "Connection" }).waitFor();
}

/** Bytes that Chromium keeps for the page's databases. */
function storeBytes(profile: string): number {
  const folder = path.join(profile, "IndexedDB");
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(path.join(folder, name)))
    .reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
}

test("a revoked device destroys its key at the next contact, says what is gone, and begins again from nothing", async () => {
  const carnet = await office.laptop("A", { connect: true });
  const profile = office.profile("A");
  const ours = path.join(profile, "carnet");
  await carnet.untilStatus(/Up to date/);
  await carnet.newCompany(names[0]);
  await carnet.untilStatus(/Up to date/);
  await office.stopServer();
  await carnet.newCompany(names[1]);
  const before = storeBytes(profile);
  const copy = path.join(office.folder, "copy");
  cpSync(path.join(ours, "journal"), copy, { recursive: true });

  await revoke();
  await office.startServer();
  const { page } = carnet;
  await page.getByRole("heading", SCREEN).waitFor({ timeout: 60_000 });
  await lookInEach(page, "revoked");
  await page.getByText("1 entry had not been sent yet: it is lost.").waitFor();
  expect(await page.getByText(names[0]).count()).toBe(0);
  await expect
    .poll(() => readdirSync(ours).filter((name) => name !== "window.json"))
    .toEqual(["settings.json"]);
  expect(storeBytes(profile)).toBeLessThan(before / 4);
  expect(findInFolder(profile, names)).toEqual([]);
  // Shown until a person goes on, whatever the page does.
  await page.reload();
  await page.getByRole("heading", SCREEN).waitFor();
  await carnet.close();

  // Whoever kept a copy of the files has nothing to open them with.
  cpSync(copy, path.join(ours, "journal"), { recursive: true });
  const thief = await launch({ userDataDir: profile, args: ["--lang=en"] });
  await thief.page
    .getByRole("heading", { name: "This notebook’s key is damaged" })
    .waitFor();
  await thief.close();
});

test("after a restart it is the first day; connected with a new code everything that was sent comes back", async () => {
  const carnet = await office.laptop("A", { connect: true });
  await carnet.untilStatus(/Up to date/);
  await carnet.newCompany(names[0]);
  await carnet.untilStatus(/Up to date/);
  await revoke();
  await carnet.newCompany(names[1]);
  const { page } = carnet;
  await page.getByRole("heading", SCREEN).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Start afresh" }).click();
  await page.getByLabel("Server address").fill(office.url());
  await page.getByLabel("Enrolment code").fill(await office.invite("A"));
  await page.keyboard.press("Enter");
  await carnet.untilStatus(/Up to date/);
  await page.evaluate(() => {
    location.hash = "/contacts";
  });
  await page.getByRole("row", { name: names[0] }).waitFor();
  expect(await page.getByRole("row", { name: names[1] }).count()).toBe(0);

  await revoke();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", SCREEN).waitFor({ timeout: 60_000 });
  await carnet.close();
  const again = await office.laptop("A");
  await again.page.getByLabel("Enrolment code").waitFor();
  expect(await again.page.getByText(names[0]).count()).toBe(0);
});

test("an administrator revokes in the settings: undone by nobody, confirmed by name, and without erasing if so chosen", async () => {
  const chantal = await office.laptop("Chantal", { connect: true });
  await chantal.untilStatus(/Up to date/);
  await openSettings(chantal);
  const own = chantal.page.getByRole("list", { name: "Your devices" });
  await own.getByText("this device").waitFor();
  expect(await own.getByRole("listitem").count()).toBe(1);
  expect(await own.getByRole("button").count()).toBe(0);

  const ada = await office.laptop("Ada", { connect: true, role: "admin" });
  await ada.untilStatus(/Up to date/);
  await openSettings(ada);
  const list = ada.page.getByRole("list", { name: "Everyone’s devices" });
  await list.getByText("Chantal").waitFor();
  expect(await list.getByRole("listitem").count()).toBe(2);
  await list.getByRole("button", { name: "Revoke" }).click();
  const dialog = ada.page.getByRole("dialog");
  await dialog.getByText("This cannot be undone").waitFor();
  await dialog.getByLabel("Erase Carnet on this device").click();
  await dialog.getByText("stays readable").waitFor();
  await dialog.getByLabel("Type the device’s name to confirm").fill("x");
  await ada.press("Enter");
  await dialog.getByText("That is not the device’s name").waitFor();
  const device = (await admin("devices"))["devices"] as DeviceInfo[];
  const name = device.find(({ user }) => user.name === "Chantal")?.name ?? "";
  await dialog.getByLabel("Type the device’s name to confirm").fill(name);
  await ada.press("Enter");
  await list.getByText("revoked").waitFor();

  // Shut out, with everything that is on it.
  await chantal.page.evaluate(() => {
    location.hash = "/contacts";
  });
  await chantal.newCompany(names[1]);
  await chantal.untilStatus(/Sync has a problem/);
  await chantal.page.getByRole("row", { name: names[1] }).waitFor();
  await chantal.page.evaluate(() => {
    location.hash = "/sync";
  });
  await chantal.page.getByText("Your entries are kept").first().waitFor();
});
