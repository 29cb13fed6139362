import { afterEach, beforeEach, expect, test } from "vitest";
import type { Bridge } from "../../shared/ipc/contract.ts";
import { loopbackProxy } from "../helpers/loopback-proxy.ts";
import { editField, twoOnOneCard } from "../helpers/make-conflict.ts";
import { openOffice, type Office } from "../helpers/office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

test("different fields edited offline both survive; of one field the later wins and one click takes the other back", async () => {
  const { a, b } = await twoOnOneCard(office);

  await editField(a, "Phone", "026 555 01 23");
  await editField(b, "E-mail", "info@favre.example");
  await editField(a, "Address", "Rue A 1");
  await editField(b, "Address", "Rue B 2");
  await office.startServer();
  for (const laptop of [a, b, a]) {
    await laptop.press("F5");
    await laptop.untilStatus(/Up to date/, 60_000);
  }
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

test("with the hint stream blocked, changes still arrive by the periodic run", async () => {
  const proxy = await loopbackProxy(
    office.url(),
    (path) => path === "/v1/sync/stream",
  );
  try {
    const a = await office.laptop("A", { connect: true });
    await a.untilStatus(/Up to date/);
    const b = await office.laptop("B", { connect: true, through: proxy.url });
    await b.untilStatus(/Up to date/);
    await b.page.evaluate(() =>
      (globalThis as unknown as { bridge: Bridge }).bridge.invoke(
        "settings/write",
        { syncEveryMinutes: 1 },
      ),
    );
    await b.close();
    const again = await office.laptop("B");
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
