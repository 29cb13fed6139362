import type { BrowserWindow } from "electron";

const WHITE = "#ffffff";

type Backed = Pick<
  BrowserWindow,
  "getBackgroundColor" | "setBackgroundColor" | "isDestroyed"
>;

/**
 * Runs work with white behind the page: the margins of paper are what is there, and of a dark window they would be dark. A
 * PDF can be made while the dialog for printing is open: only the last to end gives the window its own color back.
 */
export function onWhiteIn(
  opening: Promise<Backed>,
): <T>(work: () => Promise<T>) => Promise<T> {
  let working = 0;
  let own = WHITE;
  return async (work) => {
    const window = await opening;
    if (working === 0) own = window.getBackgroundColor();
    working += 1;
    window.setBackgroundColor(WHITE);
    try {
      return await work();
    } finally {
      working -= 1;
      if (working === 0 && !window.isDestroyed())
        window.setBackgroundColor(own);
    }
  };
}
