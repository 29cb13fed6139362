import { afterEach, beforeEach, expect, test } from "vitest";
import { openOffice, type Office } from "../helpers/office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

test("searching in the list keeps the open card and the chosen view", async () => {
  const a = await office.laptop("A");
  await a.page.getByRole("button", { name: "Start empty" }).click();
  await a.newCompany("Favre SA");
  await a.newIndependent("Annina Caduff");
  await a.page.getByRole("button", { name: "Show as table" }).click();
  await a.page.getByRole("button", { name: /Independent/ }).click();
  await a.openCard("Annina Caduff");
  await a.filter("cad");
  await a.page
    .getByRole("heading", { name: "Annina Caduff", exact: true })
    .waitFor();
  await a.page.getByRole("button", { name: /^Independent/ }).waitFor();
  expect(await a.names()).toEqual([expect.stringContaining("Annina Caduff")]);
});
