import type { Page } from "playwright-core";

/**
 * The pseudo-locale: every visible text of the page grows by a third, as from English to German, and what is cut off by a
 * box that neither scrolls nor ends in an ellipsis is named. The page is to be loaded again afterwards.
 */
export async function clippedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const SLACK = 2;
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT,
    );
    const texts: Text[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const of = text.parentElement;
      if (!of || text.data.trim() === "" || of.closest("script, style, svg"))
        continue;
      texts.push(text);
    }
    for (const text of texts) {
      // A figure or a key cap is as long in every language.
      if (!/\p{L}{3}/u.test(text.data) || text.data.endsWith("éé")) continue;
      const more = Math.ceil(text.data.trim().length / 3);
      text.data = `${text.data.trimEnd()}${"é".repeat(more)}`;
    }
    const isForEars = (of: Element) =>
      of.getBoundingClientRect().width <= 1 ||
      of.getBoundingClientRect().height <= 1;
    const found = new Set<string>();
    for (const text of texts) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const own = range.getBoundingClientRect();
      if (own.width === 0) continue;
      for (
        let box = text.parentElement;
        box && box !== document.body;
        box = box.parentElement
      ) {
        const style = getComputedStyle(box);
        if (isForEars(box) || style.textOverflow === "ellipsis") break;
        if (style.overflowX === "auto" || style.overflowX === "scroll") break;
        if (style.overflowX !== "hidden" && style.overflowX !== "clip")
          continue;
        const around = box.getBoundingClientRect();
        if (own.right > around.right + SLACK || own.left < around.left - SLACK)
          found.add(text.data);
        break;
      }
    }
    return [...found];
  });
}
