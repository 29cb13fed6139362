import type { Locator, Page } from "playwright-core";
import { until } from "./until.ts";

/** Somebody without a mouse: nothing here clicks, or gives or takes the focus by script. */
export function byKeys(page: Page) {
  const keys = page.keyboard;
  const isFocused = (target: Locator) =>
    target.first().evaluate((el) => el === document.activeElement);

  return {
    async press(...names: readonly string[]): Promise<void> {
      for (const name of names) await keys.press(name);
    },

    type: (text: string) => keys.type(text),

    /** Walks forward with Tab until the target has the focus, at most once round the window. */
    async tabTo(target: Locator): Promise<void> {
      await target.first().waitFor();
      for (let i = 0; i < 80; i++) {
        if (await isFocused(target)) return;
        await keys.press("Tab");
      }
      throw new Error(`Tab does not reach ${target.toString()}`);
    },

    /** Walks down a menu or a list that has the focus. */
    async arrowTo(target: Locator): Promise<void> {
      await target.first().waitFor();
      for (let i = 0; i < 40; i++) {
        if (await isFocused(target)) return;
        await keys.press("ArrowDown");
      }
      throw new Error(`The arrows do not reach ${target.toString()}`);
    },

    async untilFocused(target: Locator): Promise<void> {
      await until(
        () => isFocused(target),
        (focused) => focused,
      );
    },

    dialogOpen: () => page.getByRole("dialog").waitFor(),
    dialogGone: () => page.getByRole("dialog").waitFor({ state: "hidden" }),
  };
}
