import type { Page } from "playwright-core";
import { until } from "./until.ts";

/**
 * What a person does, by keyboard alone, in the English window. Each step returns when the app has said "saved":
 * its dialog closes only after the journal has answered.
 */
export function asUser(page: Page) {
  const keys = page.keyboard;

  async function press(...names: readonly string[]): Promise<void> {
    for (const name of names) await keys.press(name);
  }

  /** The single-letter keys work where nothing is being typed and no dialog or menu is in front. */
  async function leaveFields(): Promise<void> {
    await until(
      () => page.locator('[role="dialog"],[role="menu"]').count(),
      (inFront) => inFront === 0,
    );
    await page.evaluate(() =>
      (document.activeElement as HTMLElement | null)?.blur(),
    );
  }

  async function openNew(
    entry: "New company" | "New person" | "New independent person",
  ): Promise<void> {
    await leaveFields();
    await press("n");
    const item = page.getByRole("menuitem", { name: entry, exact: true });
    await item.waitFor();
    const entries = ["New company", "New person", "New independent person"];
    for (let i = 0; i < entries.indexOf(entry); i++) await press("ArrowDown");
    await until(
      () => item.evaluate((el) => el === document.activeElement),
      (focused) => focused,
    );
    await press("Enter");
    await page.getByRole("dialog").waitFor();
  }

  async function tabTo(label: string): Promise<void> {
    const field = page.getByRole("dialog").getByLabel(label, { exact: true });
    for (let i = 0; i < 20; i++) {
      if (await field.first().evaluate((el) => el === document.activeElement))
        return;
      await press("Tab");
    }
    throw new Error(`Tab does not reach "${label}"`);
  }

  async function typeInto(label: string, text: string): Promise<void> {
    await tabTo(label);
    await keys.type(text);
  }

  /** The last word is the surname. */
  async function typeName(name: string): Promise<void> {
    const at = name.lastIndexOf(" ");
    await typeInto("First name", at < 0 ? name : name.slice(0, at));
    if (at >= 0) await typeInto("Surname", name.slice(at + 1));
  }

  async function dialogGone(): Promise<void> {
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }

  return {
    page,
    press,
    leaveFields,

    async newCompany(
      name: string,
      more: Readonly<Record<string, string>> = {},
    ): Promise<void> {
      await openNew("New company");
      // What was being typed when the window was killed stands here again, and would stand before the name.
      await tabTo("Name");
      await press("Control+A");
      await typeInto("Name", name);
      for (const [label, text] of Object.entries(more))
        await typeInto(label, text);
      await press("Enter");
      await dialogGone();
    },

    async newPersonAt(company: string, name: string): Promise<void> {
      await openNew("New person");
      await typeInto("Company", company);
      await page.getByRole("option", { name: company }).first().waitFor();
      await press("Enter");
      await typeName(name);
      await press("Enter");
      await dialogGone();
    },

    async newIndependent(name: string): Promise<void> {
      await openNew("New independent person");
      await typeName(name);
      await press("Enter");
      await dialogGone();
    },

    /** `outcome` is the key 1 to 6. */
    async logVisit(
      who: string,
      result: string,
      options: { outcome?: string; nextStep?: string } = {},
    ): Promise<void> {
      await leaveFields();
      await press("v");
      await page.getByRole("dialog").waitFor();
      const field = page
        .getByRole("dialog")
        .getByRole("combobox", { name: "Who" });
      if ((await field.inputValue()) !== who) {
        await tabTo("Who");
        await press("Control+A");
        await keys.type(who);
        await page.getByRole("option", { name: who }).first().waitFor();
        await press("Enter");
      }
      if (options.outcome) {
        await page.getByRole("dialog").getByRole("radio").first().focus();
        await press(options.outcome);
      }
      await typeInto("Result", result);
      if (options.nextStep) await typeInto("Next step", options.nextStep);
      await press("Control+Enter");
      await dialogGone();
    },

    /** The list, from wherever one is: the app starts on Today. */
    async openContacts(): Promise<void> {
      await leaveFields();
      await page
        .getByRole("navigation")
        .getByRole("link", { name: "Contacts" })
        .focus();
      await press("Enter");
      await page.getByRole("searchbox").waitFor();
    },

    async filter(text: string): Promise<void> {
      // From another page the list comes first, and its field takes the focus.
      const field = page.getByRole("searchbox");
      const isFocused = () =>
        until(
          async () =>
            (await field.count()) > 0 &&
            (await field.evaluate((el) => el === document.activeElement)),
          (focused) => focused,
          10_000,
        );
      await leaveFields();
      await press("/");
      await isFocused().catch(async () => {
        // As anybody would whose key met a page that was just being drawn anew.
        await leaveFields();
        await press("/");
        await isFocused();
      });
      await press("Control+A");
      await keys.type(text);
    },

    /** Opens the first contact that the filter finds. */
    async openCard(name: string): Promise<void> {
      await this.filter(name);
      const row = page.getByRole("row", { name });
      await row.first().waitFor();
      await row.first().click();
      await page.getByRole("heading", { name, exact: true }).waitFor();
    },

    async clearFilter(): Promise<void> {
      await this.filter("");
      await press("Backspace");
    },

    names: () => page.locator("[role=row][data-index]").allInnerTexts(),

    /** Words of the status bar's sync item. */
    status: () => page.getByRole("contentinfo").getByRole("status").innerText(),

    async untilStatus(pattern: RegExp, timeout = 30_000): Promise<void> {
      await until(
        () => this.status(),
        (words) => pattern.test(words),
        timeout,
      );
    },
  };
}

export type CarnetUser = ReturnType<typeof asUser>;
