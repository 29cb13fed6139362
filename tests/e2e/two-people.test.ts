import { afterAll, beforeAll, expect, test } from "vitest";
import type { Bridge } from "../../shared/ipc/contract.ts";
import { onCard } from "../helpers/card-user.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { goTo } from "../helpers/look.ts";
import { loopbackProxy } from "../helpers/loopback-proxy.ts";
import { editField, twoOnOneCard } from "../helpers/make-conflict.ts";
import { openOffice, type Office } from "../helpers/office.ts";

let office: Office;
let a: Carnet;
let b: Carnet;
beforeAll(async () => {
  office = await openOffice();
  ({ a, b } = await twoOnOneCard(office));
});
afterAll(() => office.close());

async function sync(...laptops: readonly Carnet[]): Promise<void> {
  for (const laptop of laptops) {
    await laptop.leaveFields();
    await laptop.press("F5");
    await laptop.untilStatus(/Up to date/, 60_000);
  }
}

test("different fields edited offline both survive; of one field the later wins and one click takes the other back", async () => {
  await editField(a, "Phone", "026 555 01 23");
  await editField(b, "E-mail", "info@favre.example");
  await editField(a, "Address", "Rue A 1");
  await editField(b, "Address", "Rue B 2");
  await office.startServer();
  await sync(a, b, a);
  for (const laptop of [a, b]) {
    await laptop.page.getByText("+41 26 555 01 23").first().waitFor();
    await laptop.page.getByText("info@favre.example").first().waitFor();
    await laptop.page.getByText("Rue B 2").first().waitFor();
    await laptop.page.getByText(/Other value: Rue A 1/).waitFor();
  }
  await a.page.getByRole("button", { name: /Use it/ }).click();
  await a.page.getByText(/Other value/).waitFor({ state: "hidden" });
  await b.page.getByText("Rue A 1").first().waitFor({ timeout: 10_000 });
  await b.page.getByText(/Other value/).waitFor({ state: "hidden" });
});

const GRUYERE = "Fromagerie Gruyère-Est SA";
const [OLD, TYPED, NEW] = [
  "+41 26 555 01 23",
  "+41 26 555 77 77",
  "+41 26 555 99 00",
];

/** The switch of the sync page, turned over. */
async function switchOffline({ page }: Carnet): Promise<void> {
  await goTo(page, "#/sync");
  await page.getByLabel("Work offline").click();
}

async function showsPhone(
  laptop: Carnet,
  name: string,
  phone: string,
): Promise<void> {
  await laptop.openCard(name);
  await onCard(laptop).shows("phone", phone);
}

test.each([
  ["L2 then L1", true],
  ["L1 then L2", false],
])(
  "A10, INH-5, OFF-6, OFF-8: the number typed on a person stays, that of the company reaches the others, synced %s",
  async (_order, typedFirst) => {
    const [l1, l2] = [a, b];
    await l1.openContacts();
    if (typedFirst) {
      await l1.newCompany(GRUYERE, { Phone: OLD });
      await l1.newPersonAt(GRUYERE, "Luc Pasquier");
      await l1.newPersonAt(GRUYERE, "Marie Clerc");
    } else {
      // From the same start once more.
      await l1.openCard(GRUYERE);
      await onCard(l1).write("phone", OLD);
      await l1.openCard("Luc Pasquier");
      await l1.page
        .getByRole("button", { name: "Reset to company: Phone" })
        .click();
    }
    for (const name of ["Luc Pasquier", "Marie Clerc"])
      await showsPhone(l1, name, OLD);
    await sync(l1, l2);
    for (const laptop of [l1, l2]) await switchOffline(laptop);
    await showsPhone(l2, "Luc Pasquier", OLD);
    await onCard(l2).write("phone", TYPED);
    await l1.openCard(GRUYERE);
    await onCard(l1).write("phone", NEW);
    for (const name of ["Luc Pasquier", "Marie Clerc"])
      await showsPhone(l1, name, NEW);

    for (const laptop of typedFirst ? [l2, l1] : [l1, l2]) {
      await switchOffline(laptop);
      await laptop.untilStatus(/Up to date/, 60_000);
    }
    await sync(l1, l2);
    for (const laptop of [l1, l2]) {
      await showsPhone(laptop, GRUYERE, NEW);
      await showsPhone(laptop, "Marie Clerc", NEW);
      await showsPhone(laptop, "Luc Pasquier", TYPED);
    }
    // What gave way is told in the history of that field.
    await l1.page.locator('[data-field="phone"]').focus();
    await l1.press("Shift+F10");
    await l1.page.getByRole("menuitem", { name: /^History/ }).click();
    const given = l1.page
      .getByRole("dialog")
      .locator("li", { hasText: "gave way to a typed value" })
      .filter({ hasText: NEW });
    await given.first().waitFor();
    expect(await given.count()).toBe(typedFirst ? 1 : 2);
    await l1.press("Escape");
    await l1.page.getByRole("dialog").waitFor({ state: "hidden" });
  },
);

test("with the hint stream blocked, changes still arrive by the periodic run", async () => {
  const proxy = await loopbackProxy(
    office.url(),
    (path) => path === "/v1/sync/stream",
  );
  try {
    const c = await office.laptop("C", { connect: true, through: proxy.url });
    await c.untilStatus(/Up to date/);
    await c.page.evaluate(() =>
      (globalThis as unknown as { bridge: Bridge }).bridge.invoke(
        "settings/write",
        { syncEveryMinutes: 1 },
      ),
    );
    await c.close();
    const again = await office.laptop("C");
    await again.untilStatus(/Up to date/);
    await a.newCompany("Par la période SA");
    await a.untilStatus(/Up to date/);
    await again.openContacts();
    await again.page
      .getByRole("row", { name: "Par la période SA" })
      .waitFor({ timeout: 75_000 });
    expect(proxy.taken()).not.toContain("/v1/sync/stream");
  } finally {
    await proxy.close();
  }
});
