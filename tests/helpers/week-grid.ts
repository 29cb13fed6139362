import type { Page } from "playwright-core";
import { until } from "./until.ts";

/** What somebody types into one row; the digit of an outcome. */
export interface TypedRow {
  readonly when?: string;
  readonly who: string;
  readonly outcome?: string;
  readonly note?: string;
  readonly nextStep?: string;
  readonly minutes?: string;
  /** Begins the name of the kind. */
  readonly kind?: string;
}

/** The grid of the week, by keyboard alone, in the English window. */
export function weekGrid(page: Page) {
  const keys = page.keyboard;
  const grid = page.getByRole("grid", { name: /Visits of the week|Visites/ });
  /** Words of the column that the focus is in. */
  const column = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      const cell = at?.closest<HTMLElement>("[role=gridcell]");
      const field = cell?.querySelector("input, textarea, select");
      return at?.closest("#week-grid")
        ? (field?.getAttribute("aria-label") ?? "cell")
        : "";
    });
  const untilIn = (name: string) => until(column, (found) => found === name);

  return {
    grid,
    column,
    untilIn,

    async opened(title: string): Promise<void> {
      await page.getByRole("heading", { name: title }).waitFor();
      await grid.waitFor();
      await until(column, (found) => found !== "");
    },

    /** Types a row from the cell of who of an empty one, and goes on in the next empty one. */
    async row(typed: TypedRow): Promise<void> {
      await untilIn("Who");
      if (typed.when !== undefined) {
        await keys.press("Shift+Tab");
        await untilIn("When");
        await keys.type(typed.when);
        await keys.press("Enter");
        await untilIn("Who");
      }
      await keys.type(typed.who);
      await keys.press("Enter");
      await untilIn("Evaluation");
      await keys.press(typed.outcome ?? "Enter");
      await untilIn("Result");
      await keys.type(typed.note ?? "");
      await keys.press("Enter");
      await untilIn("Next step");
      await keys.type(typed.nextStep ?? "");
      await keys.press("Enter");
      await untilIn("Min");
      if (typed.minutes !== undefined) await keys.type(typed.minutes);
      await keys.press("Enter");
      await untilIn("Kind");
      if (typed.kind !== undefined) await keys.type(typed.kind);
      await keys.press("Control+Enter");
    },

    /** The row in sight with that text says so of itself. */
    async state(text: string, words: string): Promise<void> {
      await grid
        .getByRole("row")
        .filter({ hasText: text })
        .getByText(words, { exact: true })
        .waitFor();
    },

    /** Chooses an entry of the week's menu. */
    async menu(entry: string): Promise<void> {
      await page.getByRole("button", { name: "More actions" }).click();
      await page.getByRole("menuitem", { name: entry }).click();
    },

    /** Takes the proposal with that text, near the top. */
    async accept(text: string): Promise<void> {
      await this.toTop();
      const row = grid.getByRole("row").filter({ hasText: text });
      await row.getByRole("button", { name: /^Accept/ }).click();
    },

    toTop: () => grid.evaluate((element) => element.scrollTo(0, 0)),

    saved: () => grid.getByText("Saved", { exact: true }).count(),
    savedEver: () =>
      page
        .getByRole("status")
        .filter({ hasText: /interactions/ })
        .first()
        .innerText()
        .then((words) => Number(/(\d+) interactions/.exec(words)?.[1] ?? 0))
        .catch(() => 0),
  };
}
