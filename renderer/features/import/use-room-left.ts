import { useLayoutEffect, type RefObject } from "react";

export const LEAST = 220;
/** What a page leaves below its last section. */
const MARGIN = 48;

/**
 * A table of the wizard is as high as its rows, up to what the page has left: the button below it stays in sight. Written
 * to the element at once: a table that is drawn only in part would else draw all of its rows first.
 */
export function useRoomLeft(table: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = table.current;
    const section = element?.closest("section");
    const page = section && scrollerOf(section);
    if (!element || !section?.parentElement || !page) return undefined;
    const measure = () => {
      const around = section.getBoundingClientRect();
      const above = around.top - page.getBoundingClientRect().top;
      const others = around.height - element.getBoundingClientRect().height;
      const room = page.clientHeight - (above + page.scrollTop) - others;
      limitHeight(element, Math.max(LEAST, room - MARGIN));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(section.parentElement);
    observer.observe(page);
    return () => observer.disconnect();
  }, [table]);
}

function limitHeight(element: HTMLElement, px: number): void {
  element.style.maxHeight = `${px}px`;
}

function scrollerOf(section: HTMLElement): HTMLElement | null {
  for (let one = section.parentElement; one; one = one.parentElement)
    if (getComputedStyle(one).overflowY === "auto") return one;
  return null;
}
