import { afterAll, beforeAll, expect, test } from "vitest";
import { onCard } from "../helpers/card-user.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { goTo, lookInEach } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

let office: Office;
let a: Carnet;
beforeAll(async () => {
  office = await openOffice();
  a = await office.laptop("Mona", { connect: true, role: "manager" });
  await office.stopServer();
});
afterAll(() => office.close());

const LAVAUX = {
  Address: "Chemin des Vignes 8",
  "Post code": "1096",
  City: "Cully",
  Phone: "+41 21 555 33 10",
};

test("DUP-6, MRG-3, stories A5 and A7: told while one types, compared, merged with a word that it can be taken back, and split again; with no line", async () => {
  const { page } = a;
  await goTo(page, "#/settings");
  await page.getByRole("switch", { name: "Swiss spellings alike" }).click();
  await goTo(page, "#/contacts");
  await a.newCompany("Vins du Lavaux Sàrl", LAVAUX);
  const first = await page.locator("#card-name").innerText();
  expect(first).toContain("Vins du Lavaux");

  // DUP-3: ten of sixteen, at the tenth and not before.
  await a.leaveFields();
  await a.press("c");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("Vins du Lavaux Sàrl");
  await dialog.getByLabel("Address", { exact: true }).fill(LAVAUX.Address);
  await dialog.getByLabel("Post code").fill(LAVAUX["Post code"]);
  await dialog.getByLabel("City").fill(LAVAUX.City);
  const told = dialog.getByRole("status", { name: "May be here already" });
  await page.waitForTimeout(400);
  expect(await told.count()).toBe(0);
  await dialog.getByLabel("Phone", { exact: true }).fill(LAVAUX.Phone);
  await told.getByText("10 of 16 points").waitFor();
  await lookInEach(page, "duplicate-while-typing");
  // A warning and no block (DUP-6).
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });

  // On the new card the other one is one click away.
  await page
    .getByRole("button", { name: "Compare: Vins du Lavaux Sàrl" })
    .click();
  await page.getByRole("heading", { name: "Compare" }).waitFor();
  await lookInEach(page, "compare");
  await page.getByRole("button", { name: "Merge 2 cards" }).click();
  const sure = page.getByRole("dialog", { name: "Merge 2 cards?" });
  await sure.getByText("can be taken back at any time").waitFor();
  await lookInEach(page, "merge-confirmed");
  await a.press("Enter");
  await sure.waitFor({ state: "hidden" });
  const absorbed = page.getByRole("list", {
    name: "Cards merged into this one",
  });
  await absorbed.getByText("was merged into this card").waitFor();
  await lookInEach(page, "merged-card");

  // One in the list, and the other's number leads to it.
  const number =
    /, (\S+) was merged/.exec(await absorbed.innerText())?.[1] ?? "";
  await goTo(page, `#/contacts?text=${number}`);
  const rows = page.getByRole("row", { name: /Vins du Lavaux/ });
  await until(
    () => rows.count(),
    (count) => count === 1,
  );

  await rows.first().click();
  await absorbed.getByRole("button", { name: "Split: Vins du Lavaux" }).click();
  await absorbed.waitFor({ state: "hidden" });
  await goTo(page, "#/contacts?text=lavaux");
  await until(
    () => rows.count(),
    (count) => count === 2,
  );
  // Whoever is chosen in the list is compared, too.
  await page.getByRole("grid").focus();
  await a.press("Control+A");
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page
    .getByRole("radio", { name: /^Keep: Vins/ })
    .nth(1)
    .waitFor();
});

test("DUP-7, DUP-11: a full search in lanes; who is not the same is told no more, until that is taken back", async () => {
  const { page } = a;
  await goTo(page, "#/settings");
  await page.getByRole("switch", { name: "Swiss spellings alike" }).click();
  await goTo(page, "#/duplicates");
  await page.getByRole("button", { name: "Find duplicates" }).click();
  await page.getByText("2 contacts compared, 1 pair.").waitFor();
  // Opens where something was found.
  const pairs = page.getByRole("list", { name: /Likely/ });
  await pairs.getByRole("button", { name: /^Compare:/ }).waitFor();
  await lookInEach(page, "duplicates");
  await pairs.getByRole("button", { name: /^Not the same:/ }).click();
  await pairs.getByRole("listitem").waitFor({ state: "detached" });
  await page.getByRole("tab", { name: "Likely (0)" }).waitFor();
  const separate = page.getByRole("list", { name: "Not the same" });
  await separate.getByRole("button", { name: /^Compare again:/ }).click();
  await pairs.getByRole("listitem").waitFor();
});

const HELVETIA = {
  Name: "Helvetia Präzision AG",
  Address: "Industriestrasse 45",
  "Post code": "8005",
  City: "Zürich",
  Phone: "+41 44 555 20 00",
  "E-mail": "kontakt@helvetia-praezision.example",
};
const GRUYERE = {
  Name: "Fromagerie Gruyère-Est SA",
  Address: "Route de la Gare 12",
  "Post code": "1630",
  City: "Bulle",
  Phone: "+41 26 555 01 23",
  "E-mail": "info@gruyere-est.example",
};

test("DUP-9, story A6: with Swiss spellings alike 13 of 16 points of either pair; without, 11 are told, and 9 only from 55 % on", async () => {
  const { page } = a;
  const card = onCard(a);
  const told = page.getByRole("status", { name: "May be here already" });
  /** Everything in the form, its VAT number afterwards on the card. */
  async function create(values: typeof HELVETIA, vatNo: string) {
    await a.leaveFields();
    await a.press("c");
    const dialog = page.getByRole("dialog");
    for (const [label, text] of Object.entries(values))
      await dialog.getByLabel(label, { exact: true }).fill(text);
    await dialog.getByRole("button", { name: "Create", exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("heading", { name: values.Name }).waitFor();
    await card.moreFields();
    await card.write("vatNo", vatNo);
    return page.evaluate(() => location.hash);
  }
  await create(HELVETIA, "CHE-109.346.250 MWST");
  await create(GRUYERE, "CHE-116.073.488 TVA");
  const helvetia = await create(
    {
      ...{ ...HELVETIA, Name: "Helvetia Praezision AG", City: "Zuerich" },
      ...{ Address: "Industriestr. 45", Phone: "044 555 20 00" },
    },
    "CHE109346250",
  );
  await told
    .getByText(
      "Same data: Name, Address (first), City, Phone, VAT number, Post code, E-mail (13 of 16 points)",
    )
    .waitFor();
  const gruyere = await create(
    {
      ...{ ...GRUYERE, Name: "Fromagerie Gruyère Est S.A." },
      ...{ Address: "Rte de la Gare 12", Phone: "026 555 01 23" },
    },
    "CHE-116.073.488 MWST",
  );
  await told
    .getByText(
      "Same data: Name, Address (last), City, Phone, VAT number, Post code, E-mail (13 of 16 points)",
    )
    .waitFor();

  await goTo(page, "#/settings");
  await page.getByRole("switch", { name: "Swiss spellings alike" }).click();
  await goTo(page, gruyere);
  await told.getByText("(11 of 16 points)").waitFor();
  await goTo(page, helvetia);
  await card.shows("vatNo", "CHE-109.346.250");
  await told.waitFor({ state: "hidden" });
  await goTo(page, "#/duplicates");
  await page.getByRole("button", { name: "Search again" }).click();
  await page.getByText("6 contacts compared, 2 pairs.").waitFor();
  await page.getByRole("button", { name: "Compare: Fromagerie" }).waitFor();
  expect(
    await page.getByRole("button", { name: "Compare: Helvetia" }).count(),
  ).toBe(0);
  // Nine: just as many as 55 % ask for.
  await goTo(page, "#/settings");
  const hit = page.getByLabel("Search hit %");
  await hit.fill("55");
  await hit.press("Enter");
  await page.getByText("9 of 16 strings must agree.").waitFor();
  await goTo(page, helvetia);
  await told.getByText("(9 of 16 points)").waitFor();

  // Three side by side, with what each of them says of each field.
  await goTo(page, "#/contacts");
  for (const index of [0, 1, 2])
    await page.locator(`[data-index='${index}'] [data-box]`).click();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page
    .getByRole("radio", { name: /^Keep:/ })
    .nth(2)
    .waitFor();
  await lookInEach(page, "compare-three");
});
