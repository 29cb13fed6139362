import { afterAll, beforeAll, expect, test } from "vitest";
import { byKeys } from "../helpers/by-keys.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { goTo, look } from "../helpers/look.ts";
import { editField, twoOnOneCard } from "../helpers/make-conflict.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

/** Two people changed different fields of one card without a line: nobody is asked, and the second one is told. */

let office: Office;
let b: Carnet;
beforeAll(async () => {
  office = await openOffice();
  const both = await twoOnOneCard(office);
  const { a } = both;
  b = both.b;
  await editField(a, "Address", "Rue A 1");
  await editField(b, "E-mail", "b@favre.ch");
  // Who comes first is news to the other: B, which would try by itself, rests until A has sent.
  await b.close();
  await office.startServer();
  await a.press("F5");
  await a.untilStatus(/Up to date/, 60_000);
  await a.close();
  b = await office.laptop("B");
  await b.untilStatus(/Up to date/, 60_000);
});
afterAll(() => office.close());

const merged = ({ page }: Carnet) =>
  page.getByRole("region", { name: /merged for you/ });

test("it is listed with name, before and after, also after a restart; Revert is an edit like any other", async () => {
  await goTo(b.page, "#/sync");
  await merged(b).getByText("Rue A 1").waitFor();
  await merged(b)
    .getByText(/Contact · A · \d\d:\d\d/)
    .waitFor();
  expect(await merged(b).getByRole("article").count()).toBe(1);
  // Its own edit is no news, and there is no conflict.
  expect(await merged(b).getByText("b@favre.ch").count()).toBe(0);
  expect(await b.page.getByText(/conflicts? to decide/).count()).toBe(0);
  await merged(b).scrollIntoViewIfNeeded();
  await look(b.page, "merged-en-light");

  await b.close();
  b = await office.laptop("B");
  await b.untilStatus(/Up to date/);
  await goTo(b.page, "#/sync");
  const keys = byKeys(b.page);
  const revert = merged(b).getByRole("button", { name: /^Revert/ });
  await keys.tabTo(revert);
  await keys.press("Enter");
  await merged(b).getByText("Changed again since.").waitFor();
  await b.untilStatus(/Up to date/);
  await b.openCard("Favre SA");
  await until(
    () => b.page.locator("#card").innerText(),
    (card) => !card.includes("Rue A 1") && card.includes("b@favre.ch"),
  );
});
