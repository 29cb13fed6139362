import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bridge } from "../../shared/ipc/contract.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { openOffice, type Office } from "../helpers/office.ts";

const PICTURES = path.resolve(
  import.meta.dirname,
  "../../test-results/screens",
);
const KINDS = { company: 1, person: 2, independent: 3 } as const;

const AXE = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

interface Axe {
  run(
    context: Document,
    options: { resultTypes: string[] },
  ): Promise<{
    violations: { id: string; nodes: { html: string }[] }[];
    passes: unknown[];
  }>;
}

let office: Office;
let carnet: Carnet;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  office = await openOffice({ demo: true });
  carnet = await office.laptop("A", { connect: true });
  await carnet.untilStatus(/Up to date/, 60_000);
});
afterAll(() => office.close());

/** A picture to look at, and no violation of any of axe's rules. Axe is put into the page once per load. */
async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  if (!(await page.evaluate(() => "axe" in globalThis)))
    await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const found = await axe.run(document, { resultTypes: ["violations"] });
    if (found.passes.length < 10) return ["axe has looked at next to nothing"];
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`,
    );
  });
  expect(violations, name).toEqual([]);
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

async function openFirst(kind: keyof typeof KINDS): Promise<void> {
  await goTo(carnet.page, "#/contacts");
  await carnet.page.getByRole("tab").nth(KINDS[kind]).click();
  await carnet.page.getByRole("row").nth(2).click();
  await carnet.page.getByRole("heading", { level: 1 }).waitFor();
}

for (const language of ["fr-CH", "en"] as const)
  for (const theme of ["light", "dark"] as const)
    describe(`${language}, ${theme}: every screen is clean`, () => {
      const seen = (name: string) =>
        look(carnet.page, `${name}-${language}-${theme}`);

      beforeAll(async () => {
        await carnet.page.evaluate(
          (wanted) =>
            (globalThis as unknown as { bridge: Bridge }).bridge.invoke(
              "settings/write",
              wanted,
            ),
          { language, theme },
        );
        await carnet.page.reload();
        await carnet.page.getByRole("grid").waitFor();
      });

      test.each(["company", "person", "independent"] as const)(
        "list and card of a %s",
        async (kind) => {
          await openFirst(kind);
          await seen(`card-${kind}`);
        },
      );

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

      test.each([0, 1, 2])(
        "new contact, entry %i of the menu",
        async (entry) => {
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
        },
      );

      test.each(["import", "sync", "settings", "connect"])(
        "%s",
        async (screen) => {
          await goTo(carnet.page, `#/${screen}`);
          await carnet.page.getByRole("heading", { level: 1 }).waitFor();
          await seen(screen);
        },
      );
    });

test("the connect screen of a first start, and the empty list behind it", async () => {
  const fresh = await office.laptop("B");
  await fresh.page.getByRole("button", { name: "Later" }).waitFor();
  await look(fresh.page, "first-start");
  await fresh.page.getByRole("button", { name: "Later" }).click();
  await fresh.page.getByRole("button", { name: "New", exact: true }).waitFor();
  await look(fresh.page, "empty-list");
});
