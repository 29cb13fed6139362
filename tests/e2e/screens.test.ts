import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Carnet } from "../helpers/carnet-app.ts";
import { clippedTexts } from "../helpers/clipped.ts";
import { dress, goTo, look, LOOKS } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";

const VIEWS = {
  company: "companies",
  person: "persons",
  independent: "independent",
} as const;

let office: Office;
let carnet: Carnet;
beforeAll(async () => {
  office = await openOffice({ demo: true });
  carnet = await office.laptop("A", { connect: true, salesperson: "CRO" });
  await carnet.untilStatus(/Up to date/, 60_000);
});
afterAll(() => office.close());

async function openFirst(kind: keyof typeof VIEWS): Promise<void> {
  await goTo(carnet.page, `#/contacts?view=${VIEWS[kind]}`);
  await carnet.page.locator("[data-index='2']").click();
  await carnet.page.getByRole("heading", { level: 1 }).waitFor();
}

for (const { language, theme } of LOOKS)
  describe(`${language}, ${theme}: every screen is clean`, () => {
    const seen = (name: string) =>
      look(carnet.page, `${name}-${language}-${theme}`);

    beforeAll(async () => {
      await goTo(carnet.page, "#/contacts");
      await dress(carnet.page, { language, theme });
      await carnet.page.getByRole("grid").waitFor();
    });

    test.each(["company", "person", "independent"] as const)(
      "list and card of a %s",
      async (kind) => {
        await openFirst(kind);
        await seen(`card-${kind}`);
      },
    );

    test("the list as a table, with what is chosen", async () => {
      await goTo(carnet.page, "#/contacts?view=customers");
      await carnet.page.locator("[data-index='2'] [data-box]").click();
      await carnet.page.getByRole("columnheader").nth(2).click();
      await carnet.page.locator("[aria-sort=ascending]").waitFor();
      await seen("list");
      await carnet.page.locator("#contact-grid").focus();
      await carnet.press("Escape");
    });

    test("the page before a visit", async () => {
      const { page } = carnet;
      await goTo(page, "#/contacts?view=customers");
      await page.locator("[data-index='2']").click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.locator("#card").focus();
      await carnet.press("b");
      await page.locator("[data-brief]").waitFor();
      await seen("brief");
      await carnet.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    });

    test("the list as a tree, a filter, columns and a bulk edit", async () => {
      const { page } = carnet;
      const shut = async () => {
        await carnet.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "hidden" });
      };
      await goTo(page, "#/contacts?tree=true");
      await page.getByRole("treegrid").waitFor();
      await seen("tree");
      const [filter, columns] = await page
        .getByRole("button")
        .and(page.locator("main [aria-haspopup=dialog]"))
        .all();
      await filter?.click();
      await page.getByRole("dialog").waitFor();
      await seen("filter");
      await shut();
      await columns?.click();
      await page.getByRole("dialog").waitFor();
      await seen("columns");
      await shut();
      await page.locator("#contact-grid").focus();
      await carnet.press("Control+A");
      await page.getByRole("region").nth(1).getByRole("button").first().click();
      await page.getByRole("dialog").getByRole("combobox").nth(2).click();
      await carnet.press("ArrowDown", "Enter");
      await page.getByRole("dialog").getByRole("table").waitFor();
      await seen("bulk");
      await shut();
      await page.locator("#contact-grid").focus();
      await carnet.press("Escape");
    });

    test("the box for everything", async () => {
      await goTo(carnet.page, "#/contacts");
      await carnet.leaveFields();
      await carnet.press("Control+K");
      await carnet.page.getByRole("combobox").fill("ber");
      await carnet.page.getByRole("option").nth(3).waitFor();
      await seen("palette");
      await carnet.press("Escape");
      await carnet.page.getByRole("dialog").waitFor({ state: "hidden" });
    });

    test("an open field", async () => {
      await openFirst("company");
      await carnet.page.locator("[data-field]").first().focus();
      await carnet.press("Enter");
      await seen("field");
      await carnet.press("Escape", "Escape");
    });

    test("visit sheet", async () => {
      await openFirst("person");
      await carnet.leaveFields();
      await carnet.press("v");
      await carnet.page.getByRole("dialog").waitFor();
      await seen("visit");
      await carnet.press("Escape");
      await carnet.page.getByRole("dialog").waitFor({ state: "hidden" });
    });

    test.each([0, 1, 2])("new contact, entry %i of the menu", async (entry) => {
      await goTo(carnet.page, "#/contacts");
      await carnet.leaveFields();
      await carnet.press("n");
      await carnet.page.getByRole("menuitem").first().waitFor();
      if (entry === 0) await seen("menu");
      await carnet.page.getByRole("menuitem").nth(entry).click();
      await carnet.page.getByRole("dialog").waitFor();
      await seen(`new-${entry}`);
      await carnet.press("Escape");
      await carnet.page.getByRole("dialog").waitFor({ state: "hidden" });
    });

    test("today", async () => {
      await goTo(carnet.page, "#/today");
      for (const section of ["due", "week", "last-opened"])
        await carnet.page
          .locator(`[aria-labelledby=${section}] [data-line]`)
          .first()
          .waitFor();
      await seen("today");
    });

    test("a set-up list and its details", async () => {
      await goTo(carnet.page, "#/settings");
      await carnet.page
        .locator("[aria-labelledby=setup-lists] button")
        .first()
        .click();
      await carnet.page.getByRole("dialog").waitFor();
      await seen("set-up-list");
      await carnet.press("Escape");
      await carnet.page.getByRole("dialog").waitFor({ state: "hidden" });
    });

    test.each(["import", "sync", "settings", "trash", "help"])(
      "%s",
      async (screen) => {
        await goTo(carnet.page, `#/${screen}`);
        await carnet.page.getByRole("heading", { level: 1 }).waitFor();
        await seen(screen);
      },
    );
  });

const SCREENS = ["week", "tasks", "import", "settings"] as const;

describe("for weak eyes", () => {
  test.each(["light", "dark"] as const)(
    "high contrast, %s: card and settings are clean, and their texts are black on white or the other way round",
    async (theme) => {
      const { page } = carnet;
      await dress(page, { language: "de-CH", theme, highContrast: true });
      await page.getByRole("contentinfo").waitFor();
      const colour = (property: "color" | "backgroundColor") =>
        page
          .locator("body")
          .evaluate((body, name) => getComputedStyle(body)[name], property);
      const [black, white] = ["rgb(0, 0, 0)", "rgb(255, 255, 255)"];
      expect(await colour("color")).toBe(theme === "light" ? black : white);
      expect(await colour("backgroundColor")).toBe(
        theme === "light" ? white : black,
      );
      await goTo(page, "#/contacts");
      await openFirst("person");
      await look(page, `contrast-card-${theme}`);
      await goTo(page, "#/settings");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await look(page, `contrast-settings-${theme}`);
    },
  );

  test("the system's own colours, without motion: the focus is seen, and nothing moves", async () => {
    const { page } = carnet;
    await page.emulateMedia({
      forcedColors: "active",
      reducedMotion: "reduce",
    });
    await goTo(page, "#/today");
    await page.getByRole("heading", { level: 1 }).waitFor();
    const entry = page.locator("nav a[aria-current]");
    await entry.focus();
    await carnet.press("Tab", "Shift+Tab");
    const { outline, motion } = await entry.evaluate((link) => {
      const style = getComputedStyle(link);
      return { outline: style.outlineStyle, motion: style.transitionDuration };
    });
    expect(outline).toBe("solid");
    expect(parseFloat(motion)).toBeLessThan(0.001);
    // No axe: it reckons with our colours, and here the system paints with its own.
    await page.screenshot({ path: "test-results/screens/forced-colors.png" });
    await page.emulateMedia({ forcedColors: null, reducedMotion: null });
  });

  test("at 200 % texts a third longer are cut off nowhere", async () => {
    const { page } = carnet;
    await dress(page, { language: "en", theme: "light", highContrast: false });
    await carnet.app.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
    });
    for (const screen of SCREENS) {
      await goTo(page, `#/${screen}`);
      await page
        .locator(`nav a[aria-current=page][href$="#/${screen}"]`)
        .waitFor();
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await clippedTexts(page), screen).toEqual([]);
    }
    // What is cut off would be found.
    await page.evaluate(() => {
      const narrow = document.createElement("p");
      narrow.textContent = "Cut off";
      Object.assign(narrow.style, { width: "30px", overflow: "hidden" });
      narrow.style.whiteSpace = "nowrap";
      document.querySelector("h1")?.after(narrow);
    });
    expect(await clippedTexts(page)).toEqual(["Cut offééé"]);
  });
});
