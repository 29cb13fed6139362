import { afterAll, beforeAll, expect, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { byKeys } from "../helpers/by-keys.ts";
import { goTo } from "../helpers/look.ts";
import { editField, twoOnOneCard } from "../helpers/make-conflict.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

/** Two people gave one company another address, town and comment: decided without a mouse, one after the other. */

let office: Office;
let a: Carnet;
beforeAll(async () => {
  office = await openOffice();
  const both = await twoOnOneCard(office);
  a = both.a;
  const { b } = both;
  for (const [laptop, name] of [
    [a, "A"],
    [b, "B"],
  ] as const) {
    await editField(laptop, "Address", `Rue ${name}`);
    await editField(
      laptop,
      "Phone",
      name === "A" ? "021 111 11 11" : "022 222 22 22",
    );
    await editField(laptop, "E-mail", `${name.toLowerCase()}@favre.ch`);
  }
  await office.startServer();
  for (const laptop of [a, b, a]) {
    await laptop.press("F5");
    await laptop.untilStatus(/Up to date/, 60_000);
  }
  await b.close();
});
afterAll(() => office.close());

test("1 takes mine, 2 theirs, E types a third; Enter goes on to the next, and Undo brings one back", async () => {
  const { page } = a;
  const keys = byKeys(page);
  await goTo(page, "#/sync");
  const inbox = page.getByRole("region", { name: /conflicts? to decide/ });
  await inbox.waitFor();
  expect(await inbox.getByRole("heading").first().innerText()).toBe(
    "3 conflicts to decide",
  );
  const fields = inbox.getByRole("group");
  const labels = await fields.locator("legend").allInnerTexts();
  expect([...labels].sort()).toEqual(["Address", "E-mail", "Phone"]);
  const values: Record<string, string> = {};

  await keys.tabTo(inbox.locator("input:checked").first());
  for (const label of labels) {
    const group = page.getByRole("group", { name: label });
    await keys.untilFocused(group.locator("input:checked"));
    if (label === "Address") {
      await keys.press("1", "Enter");
      values[label] = "Rue A";
    } else if (label === "Phone") {
      await keys.press("1", "2", "Enter");
      values[label] = "22 222 22 22";
    } else {
      await keys.press("e");
      await keys.untilFocused(group.getByRole("textbox"));
      await keys.press("Control+A");
      await keys.type("office@favre.ch");
      await keys.press("Enter");
      values[label] = "office@favre.ch";
    }
    await group.waitFor({ state: "hidden" });
  }
  await inbox.waitFor({ state: "hidden" });

  await a.openCard("Favre SA");
  await until(
    () => page.locator("#card").innerText(),
    (card) => Object.values(values).every((value) => card.includes(value)),
  );
  await a.untilStatus(/Up to date/);

  // What was decided last is what Undo offers.
  await page.getByText(`Decided: ${labels.at(-1)}.`).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await goTo(page, "#/sync");
  await inbox.waitFor();
  await until(
    () => inbox.getByRole("heading").first().innerText(),
    (title) => title === "1 conflict to decide",
  );
  await inbox.getByRole("button", { name: "Why did this happen?" }).click();
  await inbox.getByText(/neither seeing the other: .*you, \d\d:\d\d/).waitFor();
});
