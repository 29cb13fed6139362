import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Bridge } from "../../shared/ipc/contract.ts";
import { byKeys } from "../helpers/by-keys.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { goTo, look, lookInEach } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

/** Story A15: somebody blocks a contact while another, without a line, writes up a visit with her. */

const RESULT = "Three cases of Chasselas for the autumn.";
/** The block is of today, by the clock; the work date is what a new visit is dated. */
const AFTER_THE_BLOCK = new Date(Date.now() + 86_400_000)
  .toISOString()
  .slice(0, 10);

let office: Office;
let a: Carnet;
beforeAll(async () => {
  office = await openOffice();
  const args = [`--work-date=${AFTER_THE_BLOCK}`];
  a = await office.laptop("A", { connect: true, args });
  await a.untilStatus(/Up to date/);
  await a.newIndependent("Elena Ferrari");
  await a.untilStatus(/Up to date/);
  await a.openCard("Elena Ferrari");
  const [id = ""] = /[0-9a-f-]{36}/.exec(a.page.url()) ?? [];
  const b = await office.laptop("B", { connect: true });
  await b.untilStatus(/Up to date/);
  await workOffline(a);
  await b.page.evaluate(
    (contact) =>
      (globalThis as unknown as { bridge: Bridge }).bridge.invoke(
        "journal/append",
        {
          label: "action.editContact",
          ops: [
            {
              ...{ c: "contacts", id: contact, k: "set" },
              f: { privacyBlocked: [null, true] },
            },
          ],
        },
      ),
    id,
  );
  await b.page.reload();
  await b.untilStatus(/Up to date/);
  await b.close();
});
afterAll(() => office.close());

async function workOffline({ page }: Carnet): Promise<void> {
  await goTo(page, "#/sync");
  await page.getByLabel("Work offline").click();
}

test("the visit is neither lost nor counted, the person is told why, and discards, keeps or corrects it", async () => {
  const { page } = a;
  const keys = byKeys(page);
  await a.logVisit("Elena Ferrari", RESULT);
  await a.untilStatus(/1 waiting/);
  await workOffline(a);
  await a.untilStatus(/1 needs you/);
  const attention = page.getByRole("region", { name: "Needs attention" });
  await attention.getByText(/privacy blocked/).waitFor();
  await attention.getByText(RESULT).waitFor();
  await lookInEach(page, "refused-visit");
  await a.openCard("Elena Ferrari");
  expect(await page.getByText(RESULT).count()).toBe(0);

  // It holds up nobody else.
  await a.openContacts();
  await a.newCompany("Vins du Lac SA");
  await goTo(page, "#/sync");
  await a.untilStatus(/1 needs you/);
  await page.getByText("Everything has been sent.").waitFor();

  await keys.tabTo(attention.getByRole("button", { name: "Discard" }));
  await keys.press("Enter");
  await attention.waitFor({ state: "hidden" });
  await keys.tabTo(page.getByRole("button", { name: "Undo" }));
  await keys.press("Enter");
  await attention.getByText(RESULT).waitFor();

  const file = path.join(office.folder, "export.json");
  await a.app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await keys.tabTo(attention.getByRole("button", { name: "Export" }));
  await keys.press("Enter");
  const exported = await until(
    () => readFile(file, "utf8").catch(() => ""),
    (text) => text !== "",
  );
  expect(exported).toContain(RESULT);

  await keys.tabTo(attention.getByRole("button", { name: "Retry" }));
  await keys.press("Enter");
  await page.getByText("1 record will be sent.").first().waitFor();
  await a.untilStatus(/1 needs you/);

  await keys.tabTo(attention.getByRole("button", { name: "Edit" }));
  await keys.press("Enter");
  await keys.dialogOpen();
  const dialog = page.getByRole("dialog");
  const date = dialog.getByLabel("Date");
  expect(await date.inputValue()).toBe(AFTER_THE_BLOCK);
  await look(page, "refused-visit-edited-en-light");
  await date.fill("2026-01-05");
  await date.press("Enter");
  await keys.dialogGone();
  await a.untilStatus(/Up to date/);
  await a.openCard("Elena Ferrari");
  await page.getByText(RESULT).first().waitFor();
});
