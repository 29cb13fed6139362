import type { Carnet } from "./carnet-app.ts";
import { until } from "./until.ts";

/** What a person does on a card that is open, in the English window. */
export function onCard(carnet: Carnet) {
  const { page, press } = carnet;
  const line = (field: string) => page.locator(`[data-field="${field}"]`);

  /** Opens a field and types over what stands in it, without saving. */
  async function type(field: string, text: string): Promise<void> {
    await line(field).focus();
    await press("Enter");
    await line(field).waitFor({ state: "detached" });
    await press("Control+A");
    await page.keyboard.type(text);
  }

  return {
    type,

    /** Types over a field and saves it. */
    async write(field: string, text: string): Promise<void> {
      await type(field, text);
      await press("Enter");
      await line(field).waitFor();
    },

    /** Chooses a code by its name. */
    async choose(field: string, name: string): Promise<void> {
      await type(field, name);
      await page.getByRole("option", { name, exact: true }).waitFor();
      await press("Tab");
      await press("Escape");
      await line(field).waitFor();
    },

    /** Adds codes of a list by their names. */
    async add(field: string, ...names: readonly string[]): Promise<void> {
      await line(field).focus();
      await press("Enter");
      await line(field).waitFor({ state: "detached" });
      for (const name of names) {
        await page.keyboard.type(name);
        await page.getByRole("option", { name, exact: true }).click();
      }
      await press("Tab");
      await press("Escape");
      await line(field).waitFor();
    },

    valueOf: (field: string) =>
      page.locator(`[id="value-${field}"]`).innerText(),

    noteOf: (field: string) => page.locator(`[id="note-${field}"]`).innerText(),

    /** Waits until the field shows a value. */
    async shows(field: string, value: string): Promise<void> {
      await until(
        () =>
          page
            .locator(`[id="value-${field}"]`)
            .innerText({ timeout: 1000 })
            .catch(() => ""),
        (shown) => shown === value,
      );
    },

    has: async (field: string) => (await line(field).count()) > 0,

    async moreFields(): Promise<void> {
      const more = page.getByRole("button", { name: "More fields" });
      if ((await more.count()) > 0) await more.click();
    },

    async fromMenu(entry: string): Promise<void> {
      await page.getByRole("button", { name: "More actions" }).click();
      await page.getByRole("menuitem", { name: entry, exact: true }).click();
    },

    async dialogGone(): Promise<void> {
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    },
  };
}
