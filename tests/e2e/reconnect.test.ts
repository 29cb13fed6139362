import { afterEach, beforeEach, expect, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { openOffice, type Office } from "../helpers/office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** Opens Settings, with everything in the window as it was: the address of the window changes, nothing is loaded. */
async function openSettings({ page }: Carnet): Promise<void> {
  await page.evaluate(() => {
    location.hash = "/settings";
  });
  await page.getByRole("heading", { name: "Connection" }).waitFor();
}

async function disconnect(carnet: Carnet): Promise<void> {
  const { page } = carnet;
  const button = page.getByRole("button", { name: "Disconnect", exact: true });
  await openSettings(carnet);
  await button.click();
  await page.getByRole("dialog").waitFor();
  await page.getByRole("dialog").locator(button).click();
  await carnet.untilStatus(/Not connected/);
}

async function connect(
  carnet: Carnet,
  url: string,
  code: string,
): Promise<void> {
  const { page } = carnet;
  await openSettings(carnet);
  await page
    .getByRole("main")
    .getByRole("button", { name: "Connect to a server" })
    .click();
  await page.getByLabel("Server address").fill(url);
  await page.getByLabel("Enrolment code").fill(code);
  await page.keyboard.press("Enter");
}

async function listOf(carnet: Carnet): Promise<void> {
  await carnet.page.evaluate(() => {
    location.hash = "/contacts";
  });
}

test("what was saved while disconnected is sent after connecting with a new code, without a restart", async () => {
  const a = await office.laptop("A", { connect: true });
  await a.untilStatus(/Up to date/);
  await a.newCompany("Avant SA");
  await a.newCompany("Avant encore SA");
  await a.untilStatus(/Up to date/);

  await disconnect(a);
  await listOf(a);
  await a.newCompany("Entre-temps SA");
  await connect(a, office.url(), await office.invite("A"));
  await a.untilStatus(/Up to date/);
  await a.openContacts();
  await a.page.getByRole("row", { name: "Entre-temps SA" }).waitFor();
  // The journal numbers from 1 again, and this window too: what is saved next is sent like any other.
  await a.newCompany("Après SA");
  await a.untilStatus(/Up to date/);

  const b = await office.laptop("B", { connect: true });
  await b.untilStatus(/Up to date/);
  await b.openContacts();
  for (const name of ["Avant", "Avant encore", "Entre-temps", "Après"])
    await b.page.getByRole("row", { name: `${name} SA` }).waitFor();
  expect((await b.names()).length).toBe((await a.names()).length);
});
