import { afterAll, beforeAll, expect, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { editField } from "../helpers/make-conflict.ts";
import { look } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";

/** Somebody else writes into the field that is being typed in. */

let office: Office;
let anna: Carnet;
let boris: Carnet;
beforeAll(async () => {
  office = await openOffice();
  anna = await office.laptop("Anna", { connect: true });
  await anna.newCompany("Favre SA");
  await anna.untilStatus(/Up to date/);
  boris = await office.laptop("Boris", { connect: true });
  await boris.untilStatus(/Up to date/);
  await anna.openCard("Favre SA");
  await boris.openCard("Favre SA");
});
afterAll(() => office.close());

test("a strip says so; what is typed stays with the focus, and Esc shows the other value", async () => {
  const { page } = anna;
  await page
    .getByRole("button", { name: /^Address\b/ })
    .first()
    .focus();
  await anna.press("Enter");
  const field = page.getByRole("textbox", { name: "Address", exact: true });
  await field.waitFor();
  await page.keyboard.type("Rue de l");

  await editField(boris, "Address", "Place Neuve 3");
  const strip = page.getByText(
    /^Somebody else changed this \(\d\d:\d\d\): Place Neuve 3\./,
  );
  await strip.waitFor();
  expect(await field.inputValue()).toBe("Rue de l");
  await page.keyboard.type("a Gare");
  expect(await field.inputValue()).toBe("Rue de la Gare");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await look(page, "changed-meanwhile-en-light");

  await page.getByRole("button", { name: "See", exact: true }).click();
  await field.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: /^Address Place Neuve 3/ }).waitFor();
  await boris.close();
});
