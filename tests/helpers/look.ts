import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Bridge } from "../../shared/ipc/contract.ts";
import type { LocalSettings } from "../../shared/ipc/settings.ts";

const PICTURES = path.resolve(
  import.meta.dirname,
  "../../test-results/screens",
);

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

/** French in light and English in dark; `CARNET_LOOKS=all` for each language in each theme. */
export const LOOKS = (["fr-CH", "en", "de-CH", "it-CH"] as const)
  .flatMap((language) =>
    (["light", "dark"] as const).map((theme) => ({ language, theme })),
  )
  .filter(
    ({ language, theme }) =>
      process.env["CARNET_LOOKS"] === "all" ||
      `${language} ${theme}` === "fr-CH light" ||
      `${language} ${theme}` === "en dark",
  );

/** A picture to look at, and no violation of any of axe's rules. Axe is put into the page once per load. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  if (!(await page.evaluate(() => "axe" in globalThis)))
    await page.evaluate(AXE);
  const violations = () =>
    page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const found = await axe.run(document, { resultTypes: ["violations"] });
      if (found.passes.length < 10)
        return ["axe has looked at next to nothing"];
      return found.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map((node) => node.html).join(" | ")}`,
      );
    });
  let found = await violations();
  // A notice that fades away while axe looks has no contrast for a moment; what is wrong with the page stays.
  if (found.length > 0) {
    await page.waitForTimeout(1_000);
    found = await violations();
  }
  expect(found, name).toEqual([]);
}

/** Language and theme as one chooses them in the settings; the window is loaded again where it was. */
export async function dress(
  page: Page,
  wanted: Pick<LocalSettings, "language" | "theme" | "highContrast">,
): Promise<void> {
  await page.evaluate(
    (settings) =>
      (globalThis as unknown as { bridge: Bridge }).bridge.invoke(
        "settings/write",
        settings,
      ),
    wanted,
  );
  await page.reload();
  await page.getByRole("contentinfo").waitFor();
}

/** What this helper needs of React's tree. */
interface Fiber {
  readonly memoizedProps?: { readonly value?: unknown };
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly stateNode: { readonly current: Fiber };
}

/** Language and theme while everything stays as it is, a half-typed form too: with what the settings page calls. */
export async function redress(
  page: Page,
  wanted: Pick<LocalSettings, "language" | "theme">,
): Promise<void> {
  await page.evaluate(async (settings) => {
    interface Access {
      settings: { language?: string };
      change(patch: object): Promise<boolean>;
    }
    const find = (from: Fiber | null): Access | null => {
      for (let fiber = from; fiber !== null; fiber = fiber.sibling) {
        const value = fiber.memoizedProps?.value as Access | null | undefined;
        if (value?.settings?.language !== undefined) return value;
        const below = find(fiber.child);
        if (below) return below;
      }
      return null;
    };
    const roots = [...document.body.children].flatMap((element) =>
      Object.entries(element).flatMap(([key, fiber]) =>
        key.startsWith("__reactContainer$") ? [fiber as Fiber] : [],
      ),
    );
    for (const { stateNode } of roots)
      if (await find(stateNode.current)?.change(settings)) return;
    throw new Error("Not redressed");
  }, wanted);
  const { language, theme } = wanted;
  await page
    .locator(`html[lang="${language}"][data-theme="${theme}"]`)
    .waitFor({ state: "attached" });
}

/** Looks in each of LOOKS at what is open, and ends in light English. */
export async function lookInEach(
  page: Page,
  name: string,
  /** Another window of the same page. */
  window = page,
): Promise<void> {
  for (const { language, theme } of LOOKS) {
    await redress(page, { language, theme });
    await look(window, `${name}-${language}-${theme}`);
  }
  await redress(page, { language: "en", theme: "light" });
}

export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}
