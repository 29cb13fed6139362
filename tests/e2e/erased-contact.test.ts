import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Change } from "../../shared/domain/change.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { findInFolder } from "../helpers/find-in-folder.ts";
import {
  headlessDevice,
  type HeadlessDevice,
} from "../helpers/headless-device.ts";
import { look } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.close());

const id = (n: number) => `01890000-0000-7000-8000-00000000010${n}`;
const NAME = "Elena Zwyssighüsli";
const TEXT = "Möchte nie mehr angerufen werden, sagt sie";
const fresh = (c: Change["c"], after: { readonly id: string }): Change =>
  ({ c, id: after.id, before: null, after }) as Change;

function write(colleague: HeadlessDevice): void {
  const contacts = [
    { id: id(1), type: "company", name: "Caffè Lugano Sagl" },
    { id: id(2), type: "person", name: NAME, companyId: id(1) },
    { id: id(3), type: "person", name: "Luc Pasquier" },
  ];
  colleague.save(contacts.map((one) => fresh("contacts", one)));
  const day = { date: "2026-03-12" };
  colleague.save([
    fresh("interactions", {
      ...{ id: id(4), contactId: id(2), companyId: id(1), result: TEXT },
      ...day,
    }),
    fresh("notes", {
      id: id(5),
      kind: "comment",
      contactId: id(2),
      text: TEXT,
    } as never),
  ]);
}

async function erasuresOf({ page }: Carnet) {
  await page.evaluate(() => {
    location.hash = "/settings";
  });
  return page.getByRole("region", { name: "Erasures" });
}

test("PRV-4, PRV-5: Elena is erased at her request, everywhere, and each device says so once it has looked", async () => {
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

  // Without a line it is asked for, shown, and can be withdrawn.
  await office.stopServer();
  const ask = async () => {
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Erase for ever…" }).click();
    const dialog = page.getByRole("dialog", { name: `Erase ${NAME}?` });
    await dialog.getByText("1 interaction").waitFor();
    return dialog;
  };
  const dialog = await ask();
  await look(page, "erase-dialog");
  await dialog.getByLabel("Type the name to confirm").fill("Elena");
  await carnet.press("Enter");
  await dialog.getByText(`The name is: ${NAME}`).waitFor();
  await dialog.getByLabel("Type the name to confirm").fill(NAME);
  await carnet.press("Enter");
  const pending = page.getByText("The erasure of this card is requested.");
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
  expect(colleague.refused().map(({ code }) => code)).toEqual(["erased"]);
  expect(JSON.stringify(colleague.all("contacts"))).not.toContain(NAME);
  expect(colleague.all("interactions")).toEqual([]);

  const region = await erasuresOf(carnet);
  await region.getByText(/Contact CT\d+/).waitFor();
  await region.getByText(/by A · 3 records/).waitFor();
  await region.getByRole("button", { name: "Clean now" }).click();
  // The page is loaded again, on its first screen, with a copy that is new.
  const settings = page.getByRole("heading", { level: 1, name: "Settings" });
  await settings.waitFor({ state: "detached" });
  await carnet.untilStatus(/Up to date/);
  const report = (await erasuresOf(carnet)).getByText(/nothing found/);
  await report.waitFor({ timeout: 60_000 });
  await report.scrollIntoViewIfNeeded();
  await look(page, "erase-report");
  await carnet.openCard("Luc Pasquier");
  await carnet.close();
  const profile = office.profile("A");
  expect(findInFolder(profile, [NAME, TEXT])).toEqual([]);
  expect(findInFolder(path.join(profile, "IndexedDB"), [id(4)])).toEqual([]);
});
